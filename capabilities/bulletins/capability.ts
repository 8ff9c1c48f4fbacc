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
    found: await concernedBy(connection, district, codesIn(sent?.input), { day: dayOf(now), until: lastDayIn(sent?.input) }),
  }),
  subject: (actor) => actor.id,
}

/** The last day of what is to be said: a place that ends before is nowhere to say it. */
function lastDayIn(input: unknown): string | undefined {
  if (typeof input !== 'object' || input === null || !('until' in input) || typeof input.until !== 'string') return undefined
  if (Number.isNaN(Date.parse(input.until))) return undefined
  return dayOf(Temporal.Instant.from(input.until))
}

const codesIn = (input: unknown): string[] =>
  typeof input === 'object' && input !== null && 'places' in input && Array.isArray(input.places)
    ? input.places.filter((code) => typeof code === 'string')
    : []
