import { w } from '../../shared/language.ts'
import { lazyPage } from '../../shared/lazyPage.ts'
import { overseers, places, units } from './roles.ts'
import type { Room } from './room.ts'

/** Cases: where they stand, lie and come in. */
export const cases: readonly Room[] = [
  {
    path: '/console/board',
    part: 'work',
    words: w('看板', 'Board'),
    roles: [...overseers, 'communitySecretary', 'streetDesk', 'clerk', 'unitLeader'],
    page: lazyPage(() => import('#capabilities/cases/pages/console/BoardPage.tsx')),
  },
  {
    path: '/console/cases',
    part: 'work',
    words: w('事项', 'Cases'),
    roles: [...overseers, ...places, ...units],
    page: lazyPage(() => import('#capabilities/cases/pages/console/CasesTablePage.tsx')),
  },
  {
    path: '/console/intake',
    part: 'work',
    words: w('来电来访', 'Calls and visits'),
    roles: [
      'dispatcher',
      'caller',
      'streetDesk',
      'dutyOfficer',
      'communitySecretary',
      'communityWorker',
      'gridWorker',
      'gridLeader',
    ],
    page: lazyPage(() => import('#capabilities/cases/pages/console/IntakePage.tsx')),
  },
  {
    path: '/console/map',
    part: 'work',
    words: w('地图', 'Map'),
    roles: [...overseers, ...places, ...units],
    page: lazyPage(() => import('#capabilities/cases/pages/console/MapPage.tsx')),
  },
]
