import type { UnitKind } from '../place/kinds.ts'
import type { Role } from './roles.ts'

/** Where a post is: at a unit of one of some kinds, at a grid, or over the whole district. */
export type PostPlace = readonly UnitKind[] | 'grid' | 'district'

/** The roles that people are given, with where each is. */
export const postsAt: Readonly<Partial<Record<Role, PostPlace>>> = {
  gridWorker: 'grid',
  gridLeader: 'grid',
  steward: 'grid',
  communitySecretary: ['community'],
  communityWorker: ['community'],
  streetDesk: ['street'],
  clerk: ['bureau', 'station', 'utility', 'street', 'community'],
  unitLeader: ['bureau', 'station', 'utility'],
  propertyManager: ['propertyCompany'],
  dispatcher: 'district',
  caller: 'district',
  supervisor: 'district',
  leader: 'district',
  systemAdmin: 'district',
  securityAdmin: 'district',
  auditAdmin: 'district',
}

/** Whether a post of a role can be at a place of a kind. */
export function mayBeAt(role: Role, kind: UnitKind | 'grid'): boolean {
  const places = postsAt[role]
  return typeof places === 'string' ? places === kind : (places?.some((one) => one === kind) ?? false)
}
