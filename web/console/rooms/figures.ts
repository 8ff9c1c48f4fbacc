import { w } from '../../shared/language.ts'
import { lazyPage } from '../../shared/lazyPage.ts'
import { overseers, places, units } from './roles.ts'
import type { Room } from './room.ts'

/** What figures say. */
export const figures: readonly Room[] = [
  {
    path: '/console/overview',
    part: 'figures',
    words: w('总览', 'Overview'),
    roles: [...overseers, ...places, ...units],
    page: lazyPage(() => import('../overview/OverviewPage.tsx')),
  },
  {
    path: '/console/monthly',
    part: 'figures',
    words: w('月报', 'Monthly report'),
    roles: [...overseers, ...places, ...units],
    page: lazyPage(() => import('../MonthlyPage.tsx')),
  },
  {
    path: '/console/brief',
    part: 'figures',
    words: w('工作简报', 'Work brief'),
    roles: [...overseers, 'communitySecretary', 'communityWorker', 'streetDesk', 'dutyOfficer'],
    page: lazyPage(() => import('../BriefPage.tsx')),
  },
]
