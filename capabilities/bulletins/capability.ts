import type { Capability } from '#kernel/flow/house.ts'
import { unitAt } from '#kernel/place/store/find.ts'
import { dayOf } from '#kernel/time/zone.ts'
import type { Bulletin } from './contract/item.ts'
import { bulletinFlow } from './flow.ts'
import type { BulletinFacts } from './show.ts'
import { concernedBy } from './store/places.ts'

/** Bulletins to estates. Nothing in them is personal. */
export const bulletins: Capability<Bulletin, BulletinFacts> = {
  flow: bulletinFlow,
  facts: async (connection, { actor: { district, unit }, now, sent }) => ({
    home: unit === undefined ? undefined : await unitAt(connection, district, unit, dayOf(now)),
    found: await concernedBy(connection, district, codesIn(sent?.input), dayOf(now)),
  }),
  subject: (actor) => actor.id,
}

const codesIn = (input: unknown): string[] =>
  typeof input === 'object' && input !== null && 'places' in input && Array.isArray(input.places)
    ? input.places.filter((code) => typeof code === 'string')
    : []
