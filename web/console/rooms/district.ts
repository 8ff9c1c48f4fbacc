import { w } from '../../shared/language.ts'
import { lazyPage } from '../../shared/lazyPage.ts'
import { overseers, places, units } from './roles.ts'
import type { Room } from './room.ts'

/** The room in which a district begins. */
export const start: Room = {
  path: '/console/start',
  part: 'settings',
  words: w('开通向导', 'Getting started'),
  roles: ['systemAdmin'],
  page: lazyPage(() => import('../StartPage.tsx')),
  untilBegun: true,
}

/** What the district works with, and whoever is there for it. */
export const district: readonly Room[] = [
  {
    path: '/console/import',
    part: 'settings',
    words: w('导入', 'Import'),
    roles: ['systemAdmin'],
    page: lazyPage(() => import('../admin/import/ImportPage.tsx')),
  },
  {
    path: '/console/calendar',
    part: 'settings',
    words: w('工作日历', 'Calendar'),
    roles: [...overseers, ...places, ...units, 'systemAdmin'],
    page: lazyPage(() => import('../admin/calendar/CalendarPage.tsx')),
  },
  {
    path: '/console/duties',
    part: 'settings',
    words: w('值班与替班', 'Duty and stand-ins'),
    roles: [...overseers, ...places, ...units, 'systemAdmin'],
    page: lazyPage(() => import('../admin/duties/DutiesPage.tsx')),
  },
  {
    path: '/console/codes',
    part: 'settings',
    words: w('二维码', 'Codes'),
    roles: ['systemAdmin', 'communitySecretary', 'communityWorker', 'streetDesk', 'propertyManager'],
    page: lazyPage(() => import('../QrSheetsPage.tsx')),
  },
]
