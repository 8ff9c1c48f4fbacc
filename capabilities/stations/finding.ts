import { type Static, Type } from 'typebox'
import { keysOf } from '#kernel/words.ts'
import { facilities, kinds, services } from './contract/kinds.ts'
import type { Station } from './contract/station.ts'
import { stateAt } from './hours/state.ts'

/** What stations can be asked for. All that is given must hold. */
export const wanted = {
  kind: Type.Optional(Type.Enum(keysOf(kinds))),
  facility: Type.Optional(Type.Enum(keysOf(facilities))),
  service: Type.Optional(Type.Enum(keysOf(services))),
  community: Type.Optional(Type.String({ maxLength: 60 })),
  text: Type.Optional(Type.String({ maxLength: 60 })),
  open: Type.Optional(Type.Boolean({ description: 'only those that are open now' })),
}
const Wanted = Type.Object(wanted)
type Wanted = Static<typeof Wanted>

/** Those of some stations that are as asked for, at a moment. */
export function fitting(
  stations: Iterable<Station>,
  { kind, facility, service, community, text = '', open = false }: Wanted,
  now: Temporal.Instant,
): Station[] {
  const word = text.trim()
  return [...stations].filter(
    (one) =>
      (kind === undefined || one.kind === kind) &&
      (facility === undefined || one.facilities.includes(facility)) &&
      (service === undefined || one.services.includes(service)) &&
      (community === undefined || one.community === community) &&
      (word === '' || one.name.includes(word) || one.address.includes(word)) &&
      (!open || stateAt(one.hours, now).open),
  )
}
