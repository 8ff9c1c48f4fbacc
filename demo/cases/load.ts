import { sql } from 'kysely'
import { casesIn } from '#capabilities/cases/capability.ts'
import { ruleSuggester } from '#capabilities/cases/suggesting.ts'
import { within } from '#kernel/database/within.ts'
import { historian } from '#kernel/flow/bulk.ts'
import type { House } from '#kernel/flow/house.ts'
import { calendarOf } from '#kernel/time/store.ts'
import { dayOf } from '#kernel/time/zone.ts'
import type { Geography } from '../geography/geography.ts'
import { randomFrom } from '../geography/random.ts'
import type { Staff } from '../people/staff.ts'
import { arrivalsOf } from './arrivals.ts'
import { loadLooks } from './looks.ts'
import { queuesOf } from './queues.ts'
import { findStation } from './station.ts'
import { teller } from './tale.ts'
import { factsOf, findSites, type World, whoIsAt } from './world.ts'

/** So many cases are kept at once. */
const batch = 250

/** So many days are the last fortnight. */
export const daysLately = 14

interface CasesToLoad {
  place: Geography
  staff: readonly Staff[]
  photos: readonly string[]
  count: number
  /** How many more came in during the last fortnight. */
  lately: number
  seed: number
}

/** Tells the cases of the last twelve months and keeps them. The personas' queues are there however few are asked for. */
export async function loadCases(
  house: House,
  { place, staff, photos, count, lately, seed }: CasesToLoad,
  progress: (line: string) => void,
): Promise<{ cases: number; events: number }> {
  const district = place.district.code
  const now = house.clock()
  const random = randomFrom(seed + 11)
  const scope = { as: 'owner', district } as const
  const suggester = ruleSuggester()
  const cases = casesIn(house, suggester)
  const { rules, calendar, sites, station } = await within(house.database, scope, async (connection) => ({
    rules: await cases.rulesOf(connection, district),
    calendar: await calendarOf(connection, district),
    station: await findStation(connection, place, { day: dayOf(now), seed }),
    sites: await findSites(connection, place, random, { day: dayOf(now), most: Math.min(600, 60 + count) }),
  }))
  const world: World = {
    district,
    now,
    calendar,
    rules,
    suggester,
    random,
    sites,
    station,
    photos,
    at: whoIsAt(staff, district, random),
  }
  // What happened of late is still to be told to those whom it concerns, so that their bells ring.
  const history = historian(house, { ...cases, facts: factsOf(world) }, calendar, now.subtract({ hours: 24 * 3 }))
  const telling = teller(world, history)

  const open = queuesOf(world, telling)
  const arrivals = [
    ...open,
    ...arrivalsOf(world, telling, { count: count - open.length, days: 364 }),
    ...arrivalsOf(world, telling, { count: lately, days: daysLately }),
  ].sort((a, b) => Temporal.Instant.compare(a.at, b.at))
  const numbers = new Map<string, number>()
  const done = { cases: 0, events: 0 }
  const keep = async () => {
    const { items, events } = await within(house.database, scope, (connection) => history.write(connection))
    done.cases += items
    done.events += events
  }
  let told = 0
  for (const arrival of arrivals) {
    const month = dayOf(arrival.at).slice(2, 7).replace('-', '')
    const next = (numbers.get(month) ?? 0) + 1
    numbers.set(month, next)
    arrival.tell(`${month}-${String(next).padStart(5, '0')}`)
    if (++told % batch === 0) await keep()
    if (told % 1000 === 0) progress(`${told} cases told`)
  }
  await keep()
  for (const fault of telling.broken) progress(`a tale broke off: ${fault}`)
  await within(house.database, scope, async (connection) => {
    for (const [month, last] of numbers)
      await sql`insert into cases.numbers (district, month, next) values (${district}, ${month}, ${last + 1})`.execute(connection)
    await loadLooks(connection, district, now.subtract({ hours: 24 * 60 }))
  })
  return done
}
