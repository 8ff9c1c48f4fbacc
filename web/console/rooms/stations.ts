import { w } from '../../shared/language.ts'
import { lazyPage } from '../../shared/lazyPage.ts'
import { overseers, places, units } from './roles.ts'
import type { Room } from './room.ts'

/** Stations, and what is done for people there. */
export const stations: readonly Room[] = [
  {
    path: '/console/stations',
    part: 'service',
    words: w('驿站', 'Stations'),
    roles: [...overseers, ...places, ...units, 'systemAdmin'],
    page: lazyPage(() => import('#capabilities/stations/pages/StationsRoom.tsx')),
  },
  {
    path: '/console/unverified-stations',
    part: 'service',
    words: w('待核实驿站', 'Stations to confirm'),
    roles: ['communitySecretary', 'communityWorker', 'streetDesk', ...units],
    page: lazyPage(() => import('#capabilities/stations/pages/UnverifiedRoom.tsx')),
  },
  {
    path: '/console/errands',
    part: 'work',
    words: w('帮办代办', 'Errands'),
    roles: [...overseers, ...places],
    page: lazyPage(() => import('#capabilities/errands/pages/ErrandsRoom.tsx')),
  },
  {
    path: '/console/errand-items',
    part: 'service',
    words: w('代办事项', 'Errand items'),
    roles: [...overseers, ...places, 'systemAdmin'],
    page: lazyPage(() => import('#capabilities/errands/pages/ItemsRoom.tsx')),
  },
  {
    path: '/console/applications',
    part: 'service',
    words: w('驿站申请', 'Station applications'),
    roles: ['communitySecretary', 'communityWorker', 'streetDesk'],
    page: lazyPage(() => import('#capabilities/applications/pages/ApplicationsRoom.tsx')),
  },
  {
    path: '/console/coverage',
    part: 'service',
    words: w('驿站覆盖', 'Station coverage'),
    roles: [...overseers, 'communitySecretary', 'communityWorker', 'streetDesk'],
    page: lazyPage(() => import('#capabilities/stations/pages/CoveragePage.tsx')),
  },
]
