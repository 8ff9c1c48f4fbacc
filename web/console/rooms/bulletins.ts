import { w } from '../../shared/language.ts'
import { lazyPage } from '../../shared/lazyPage.ts'
import { overseers, units } from './roles.ts'
import type { Room } from './room.ts'

/** Bulletins for the neighbourhoods. */
export const bulletins: readonly Room[] = [
  {
    path: '/console/bulletins',
    part: 'work',
    words: w('小区通知', 'Bulletins'),
    roles: [...overseers, 'communitySecretary', 'communityWorker', 'streetDesk', ...units],
    page: lazyPage(() => import('#capabilities/bulletins/pages/BulletinsPage.tsx')),
  },
]
