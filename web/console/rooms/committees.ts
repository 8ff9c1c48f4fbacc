import { w } from '../../shared/language.ts'
import { lazyPage } from '../../shared/lazyPage.ts'
import type { Room } from './room.ts'

const committeeReaders = [
  'dispatcher',
  'supervisor',
  'leader',
  'communitySecretary',
  'communityWorker',
  'streetDesk',
  'dutyOfficer',
  'clerk',
  'unitLeader',
  'propertyManager',
]

/** Committees: who sits there, what they settle, and what comes of it. */
export const committees: readonly Room[] = [
  {
    path: '/console/committees',
    part: 'organisation',
    words: w('治理委员会', 'Committees'),
    roles: [...committeeReaders, 'systemAdmin'],
    page: lazyPage(() => import('#capabilities/committees/pages/CommitteesRoom.tsx')),
  },
  {
    path: '/console/meetings',
    part: 'organisation',
    words: w('委员会会议', 'Meetings'),
    roles: committeeReaders,
    page: lazyPage(() => import('#capabilities/committees/pages/MeetingsRoom.tsx')),
  },
  {
    path: '/console/tasks',
    part: 'organisation',
    words: w('议定事项', 'Committee tasks'),
    roles: committeeReaders,
    page: lazyPage(() => import('#capabilities/committees/pages/TasksRoom.tsx')),
  },
  {
    path: '/console/committee-kinds',
    part: 'organisation',
    words: w('专项委员会类别', 'Committee kinds'),
    roles: ['systemAdmin'],
    page: lazyPage(() => import('#capabilities/committees/pages/KindsRoom.tsx')),
  },
]
