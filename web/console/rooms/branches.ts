import { w } from '../../shared/language.ts'
import { lazyPage } from '../../shared/lazyPage.ts'
import { overseers } from './roles.ts'
import type { Room } from './room.ts'

const branchTenders = [...overseers, 'communitySecretary', 'communityWorker', 'streetDesk', 'dutyOfficer']

/** Branches, their members, and what these take on. */
export const branches: readonly Room[] = [
  {
    path: '/console/branches',
    part: 'organisation',
    words: w('小区党支部', 'Branches'),
    roles: [...branchTenders, 'systemAdmin'],
    page: lazyPage(() => import('#capabilities/branches/pages/BranchesRoom.tsx')),
  },
  {
    path: '/console/branch-members',
    part: 'organisation',
    words: w('党员名单', 'Members of branches'),
    roles: ['communitySecretary', 'communityWorker'],
    page: lazyPage(() => import('#capabilities/branches/pages/MembersRoom.tsx')),
  },
  {
    path: '/console/areas',
    part: 'organisation',
    words: w('党员责任区', 'Areas'),
    roles: branchTenders,
    page: lazyPage(() => import('#capabilities/branches/pages/AreasPage.tsx')),
  },
  {
    path: '/console/declarations',
    part: 'organisation',
    words: w('亮身份', 'Declared'),
    roles: branchTenders,
    page: lazyPage(() => import('#capabilities/branches/pages/DeclaredPage.tsx')),
  },
]
