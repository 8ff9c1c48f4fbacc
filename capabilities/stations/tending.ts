import type { Actor } from '#kernel/people/actor.ts'
import { type Role, roles } from '#kernel/people/roles.ts'
import type { Station } from './contract/station.ts'
import { stationRegister } from './register.ts'

/** The posts that look after a station which their unit keeps. */
const keepers: readonly Role[] = ['propertyManager', 'clerk', 'unitLeader', 'communitySecretary', 'communityWorker', 'streetDesk']

/**
 * Whether somebody tends a station: says that its facts still hold, and shows it in photos. Whoever keeps it, and whoever may change what
 * the register says of it; `below` are the units that lie in theirs.
 */
export function mayTend(
  { role, unit }: Pick<Actor, 'role' | 'unit'>,
  { keeper, community }: Pick<Station, 'keeper' | 'community'>,
  below: ReadonlySet<string>,
): boolean {
  if (keepers.includes(role) && unit === keeper) return true
  return stationRegister.mayEdit.includes(role) && (roles[role].sees !== 'place' || below.has(community))
}

/** So many months a confirmation holds. */
export const holdsFor = 6

/** Since when the facts of a station are as they were last confirmed: since it opened, if nobody has looked again. */
export const heldSince = ({ verifiedOn, openedOn }: Pick<Station, 'verifiedOn' | 'openedOn'>): string => verifiedOn ?? openedOn

/** Whether the facts of a station are to be confirmed again, on a day. */
export const isUnverified = (station: Pick<Station, 'verifiedOn' | 'openedOn'>, day: string): boolean =>
  Temporal.PlainDate.from(heldSince(station)).add({ months: holdsFor }).toString() <= day

/** Those of some stations that are to be confirmed again, the oldest first. */
export const unverifiedOf = (stations: readonly Station[], day: string): Station[] =>
  stations
    .filter((one) => isUnverified(one, day))
    .toSorted((one, other) => heldSince(one).localeCompare(heldSince(other)) || one.code.localeCompare(other.code))
