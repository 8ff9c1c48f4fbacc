import { w } from '../../shared/language.ts'
import { lazyPage } from '../../shared/lazyPage.ts'
import { overseers } from './roles.ts'
import type { Room } from './room.ts'

/** Special tasks. */
export const specials: readonly Room[] = [
  {
    path: '/console/specials',
    part: 'work',
    words: w('专项', 'Special tasks'),
    roles: [...overseers, 'communitySecretary', 'communityWorker', 'streetDesk'],
    page: lazyPage(() => import('#capabilities/specials/pages/SpecialsPage.tsx')),
  },
]
