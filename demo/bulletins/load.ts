import { bulletins } from '#capabilities/bulletins/capability.ts'
import { bulletinFlow } from '#capabilities/bulletins/flow.ts'
import { concernedBy } from '#capabilities/bulletins/store/places.ts'
import { newId } from '#kernel/database/ids.ts'
import { within } from '#kernel/database/within.ts'
import { historian } from '#kernel/flow/bulk.ts'
import type { House } from '#kernel/flow/house.ts'
import { isRefusal } from '#kernel/flow/refusal.ts'
import { type Actor, systemOf } from '#kernel/people/actor.ts'
import type { UnitRow } from '#kernel/place/rows.ts'
import { unitAt } from '#kernel/place/store/find.ts'
import { calendarOf } from '#kernel/time/store.ts'
import { dayOf, startOf } from '#kernel/time/zone.ts'
import { whoIsAt } from '../cases/world.ts'
import type { Geography } from '../geography/geography.ts'
import { randomFrom } from '../geography/random.ts'
import type { Staff } from '../people/staff.ts'
import { meetingPlace } from '../personas.ts'
import { past, running, type Told, tomorrow } from './told.ts'

/** A bulletin with its place, the moment from which it runs, and when it was published. */
interface Dated {
  told: Told
  estate: UnitRow
  from: Temporal.Instant
  published: Temporal.Instant
}

/** Tells the bulletins of the last twelve months, one that runs and one for tomorrow, and keeps them. Gives how many. */
export async function loadBulletins(
  house: House,
  { place, staff, seed }: { place: Geography; staff: readonly Staff[]; seed: number },
): Promise<number> {
  const district = place.district.code
  const now = house.clock()
  const random = randomFrom(seed + 23)
  const at = whoIsAt(staff, district, random)
  const served = new Set(place.units.flatMap(({ serves = [] }) => serves))
  const estates = place.units.filter(({ code }) => served.has(code))
  const dated = datesOf(place, now, () => random.pick(estates))
  const signers = new Map(dated.map((one) => [one, signerOf(one, place, at)]))
  return within(house.database, { as: 'owner', district }, async (connection) => {
    const day = dayOf(now)
    const codes = dated.map(({ estate }) => estate.code)
    const found = await concernedBy(connection, district, codes, { day })
    const homes = new Map<string, Awaited<ReturnType<typeof unitAt>>>()
    for (const { unit } of [...signers.values()].flatMap((signer) => signer ?? []))
      if (unit !== undefined) homes.set(unit, await unitAt(connection, district, unit, day))
    const facts = ({ actor: { unit } }: { actor: Actor }) => ({ home: unit === undefined ? undefined : homes.get(unit), found })
    const calendar = await calendarOf(connection, district)
    const history = historian(house, { ...bulletins, facts }, calendar, now.subtract({ hours: 24 * 3 }))
    for (const one of dated) {
      const { told, estate, from, published } = one
      const actor = signers.get(one)
      if (!actor) continue
      const id = newId(published.epochMilliseconds)
      const send = (name: string, by: Actor, moment: Temporal.Instant, input: object) => {
        const outcome = history.send({ name, id, input, actor: by, at: moment })
        if (isRefusal(outcome)) throw new Error(`${name} of “${told.what}”: ${outcome.because.en}`)
      }
      const { kind, what, advice, call, became } = told
      const more = { ...(advice !== undefined && { advice }), ...(call !== undefined && { call }) }
      const said = { places: [estate.code], from: from.toString(), until: from.add({ hours: told.hours }).toString(), ...more }
      send('publish', actor, published, { ...said, kind, what })
      if (became && 'corrected' in became) send('correct', actor, from.add({ hours: 1 }), { ...said, what: became.corrected })
      if (became && 'takenBack' in became) send('takeBack', actor, from.subtract({ hours: 2 }), { because: became.takenBack })
      const item = history.find(id)
      const [due] = item ? bulletinFlow.timers(item) : []
      if (due && Temporal.Instant.compare(due.at, now) < 0) send(due.command, systemOf(district), due.at, due.input)
    }
    return (await history.write(connection)).items
  })
}

/** When each is told and where: what runs and what is to come where the personas meet, and what is past there and elsewhere in turn. */
function datesOf({ units }: Geography, now: Temporal.Instant, elsewhere: () => UnitRow): Dated[] {
  const here = units.find(({ code }) => code === meetingPlace.estate) ?? elsewhere()
  const today = Temporal.PlainDate.from(dayOf(now))
  const onDay = (told: Told, day: Temporal.PlainDate, estate: UnitRow): Dated => {
    const from = startOf(day.toString()).add({ hours: told.at })
    return { told, estate, from, published: from.subtract({ hours: 40 }) }
  }
  const minute = now.round({ smallestUnit: 'minute', roundingMode: 'floor' })
  const earlier = past.map(([month, told], index) => {
    const latest = Temporal.PlainDate.from({ year: today.year, month, day: 3 + ((index * 7) % 20) })
    // A week is left for it to be over.
    const day = Temporal.PlainDate.compare(latest.add({ days: 7 }), today) < 0 ? latest : latest.subtract({ years: 1 })
    return onDay(told, day, index % 2 === 0 ? here : elsewhere())
  })
  return [
    ...earlier,
    { told: running, estate: here, from: minute.subtract({ hours: 2 }), published: minute.subtract({ hours: 20 }) },
    { ...onDay(tomorrow, today.add({ days: 1 }), here), published: minute.subtract({ hours: 3 }) },
  ]
}

/** Who published it: somebody of the community, the estate's property company, or the body. Nobody where there is no such post. */
function signerOf({ told: { by }, estate, published }: Dated, { units }: Geography, at: ReturnType<typeof whoIsAt>) {
  if (by === 'community') return at({ role: 'communitySecretary', unit: estate.community ?? '' }, published)
  if (by !== 'property') return at({ role: 'clerk', unit: by }, published)
  const company = units.find(({ serves = [] }) => serves.includes(estate.code))
  return company && at({ role: 'propertyManager', unit: company.code }, published)
}
