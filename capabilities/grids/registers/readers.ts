import type { Role } from '#kernel/people/roles.ts'

/** Who changes what hangs on grids: whoever looks after the community that they lie in. */
export const editors: readonly Role[] = ['communitySecretary', 'communityWorker', 'streetDesk', 'systemAdmin']

/** Who reads registers in which people stand: those who work with them. Residents see those of their own grid, on its card. */
export const readers: readonly Role[] = [
  ...(['gridWorker', 'gridLeader', 'dutyOfficer', 'dispatcher', 'supervisor', 'leader'] as const),
  ...editors,
]
