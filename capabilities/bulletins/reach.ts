import type { Actor } from '#kernel/people/actor.ts'
import type { Role } from '#kernel/people/roles.ts'
import type { Concerned } from './contract/item.ts'
import type { BulletinFacts } from './show.ts'

/** Who writes bulletins: communities, streets, property companies, and the utilities. */
export const writers: ReadonlySet<Role> = new Set([
  ...(['communitySecretary', 'communityWorker', 'streetDesk', 'propertyManager', 'clerk', 'unitLeader'] as const),
])

/** Whether whoever writes may write to a place: within their community or street, of their company, or of a utility anywhere. */
export function reaches({ role, unit }: Pick<Actor, 'role' | 'unit'>, home: BulletinFacts['home'], place: Concerned): boolean {
  if (unit === undefined || home === undefined) return false
  switch (role) {
    case 'communitySecretary':
    case 'communityWorker':
      return place.community === unit
    case 'streetDesk':
      return place.street === unit
    case 'propertyManager':
      return place.estate !== undefined && (home.serves ?? []).includes(place.estate)
    case 'clerk':
    case 'unitLeader':
      return home.kind === 'utility'
    default:
      return false
  }
}
