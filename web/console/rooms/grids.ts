import { w } from '../../shared/language.ts'
import { lazyPage } from '../../shared/lazyPage.ts'
import { overseers, places } from './roles.ts'
import type { Room } from './room.ts'

const gridReaders = ['dispatcher', 'supervisor', 'leader', ...places]
const gridOverseers = ['dispatcher', 'supervisor', 'leader', 'communitySecretary', 'communityWorker', 'streetDesk', 'dutyOfficer']

/** Grids: what is done there, and who works there. */
export const grids: readonly Room[] = [
  {
    path: '/console/networks',
    part: 'organisation',
    words: w('多网融合', 'Networks'),
    roles: [...overseers, ...places, 'systemAdmin'],
    page: lazyPage(() => import('#capabilities/grids/pages/NetworksRoom.tsx')),
  },
  {
    path: '/console/network-duties',
    part: 'organisation',
    words: w('按条线看网格', 'Grids by network'),
    roles: [...gridOverseers, 'clerk', 'unitLeader'],
    page: lazyPage(() => import('#capabilities/visits/pages/DutiesRoom.tsx')),
  },
  {
    path: '/console/grid-groups',
    part: 'organisation',
    words: w('网格群', 'Grid groups'),
    roles: [...gridReaders, 'systemAdmin'],
    page: lazyPage(() => import('#capabilities/grids/pages/GroupsRoom.tsx')),
  },
  {
    path: '/console/portraits',
    part: 'organisation',
    words: w('网格员照片', 'Photos of workers'),
    roles: ['communitySecretary', 'communityWorker', 'gridLeader', 'gridWorker'],
    page: lazyPage(() => import('#capabilities/portraits/pages/PortraitsRoom.tsx')),
  },
  {
    path: '/console/reinforcements',
    part: 'organisation',
    words: w('网格力量', 'Reinforcements'),
    roles: [...gridReaders, 'systemAdmin'],
    page: lazyPage(() => import('#capabilities/grids/pages/ReinforcementsRoom.tsx')),
  },
  {
    path: '/console/part-time-grid-workers',
    part: 'organisation',
    words: w('兼职网格员', 'Part-time workers'),
    roles: [...gridReaders, 'systemAdmin'],
    page: lazyPage(() => import('#capabilities/grids/pages/PartTimeRoom.tsx')),
  },
]
