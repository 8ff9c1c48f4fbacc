import type { Role } from '#kernel/people/roles.ts'

/** Who reads who sits where: whoever may sit in a committee, hold one of its tasks, or looks after the district. */
export const readers: readonly Role[] = [
  ...(['communitySecretary', 'communityWorker', 'streetDesk', 'dutyOfficer', 'gridLeader'] as const),
  ...(['clerk', 'unitLeader', 'propertyManager', 'dispatcher', 'supervisor', 'leader', 'systemAdmin'] as const),
]
