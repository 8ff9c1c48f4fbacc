import type { Role } from '#kernel/people/roles.ts'

/** Who reads the register of branches, what is looked after at each, and how many declared: whoever tends a place, and the district. */
export const tenders: readonly Role[] = [
  ...(['communitySecretary', 'communityWorker', 'streetDesk', 'dutyOfficer'] as const),
  ...(['dispatcher', 'caller', 'supervisor', 'leader'] as const),
]
