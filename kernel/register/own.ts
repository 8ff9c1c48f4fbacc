import type { Role } from '../people/roles.ts'

/** By which column a post at a place looks at, and counts, its own: of a register that has columns of these names. */
export const ownColumns: Readonly<Partial<Record<Role, 'community' | 'street'>>> = {
  ...{ communitySecretary: 'community', communityWorker: 'community', streetDesk: 'street', dutyOfficer: 'street' },
}
