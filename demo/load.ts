import { sql } from 'kysely'
import { categories } from '#capabilities/cases/catalogue/categories.ts'
import { writeCategories } from '#capabilities/cases/store/rulebook.ts'
import { newId } from '#kernel/database/ids.ts'
import type { Database } from '#kernel/database/open.ts'
import { gatherStatistics } from '#kernel/database/statistics.ts'
import { within } from '#kernel/database/within.ts'
import type { Store } from '#kernel/files/store.ts'
import type { House } from '#kernel/flow/house.ts'
import { calendarOf, saveYear } from '#kernel/time/store.ts'
import { knownYears, specialDays, usualHours } from '#kernel/time/years.ts'
import { dayOf } from '#kernel/time/zone.ts'
import type { Keyring } from '#kernel/vault/keyring.ts'
import { loadBranches } from './branches/load.ts'
import { loadBulletins } from './bulletins/load.ts'
import { loadCases } from './cases/load.ts'
import { keepDemoPhotos } from './cases/photos.ts'
import { loadCommittees } from './committees/load.ts'
import { loadErrands } from './errands/load.ts'
import { type Geography, geography } from './geography/geography.ts'
import { loadGeography } from './geography/load.ts'
import { district as hanting } from './geography/names.ts'
import { loadGrids } from './grids/load.ts'
import { loadPeople } from './people/load.ts'
import { staffOf } from './people/staff.ts'
import { loadStations } from './stations/load.ts'
import { loadStationPhotos } from './stations/photos.ts'

export interface Demo {
  database: Database
  ring: Keyring
  now: Temporal.Instant
  seed?: number
  /** How many cases; none at all for 0, else at least those that wait for the personas. */
  cases?: number
  /** How many more came in during the last fortnight, as in a district of many: that is where what is not settled comes from. */
  lately?: number
  /** Where photos are kept. Without it cases name photos that are not there. */
  store?: Store | undefined
  /** Another code and name for the same district, so that several fit into one database. */
  district?: { code: string; name: string }
}

/** The first year of the calendar: cases go a year back, and some while before that is looked at. */
const firstYear = 2024

/**
 * Loads the demo district: places, calendar, categories, people, and a year of cases and of bulletins. Does nothing if the district is there.
 * Takes some ten seconds on the embedded database. Gives whether it loaded.
 */
export async function loadDemo(
  { database, ring, now, seed = 1, cases = 3000, lately = 0, store, district = hanting }: Demo,
  progress: (line: string) => void = () => {},
): Promise<boolean> {
  const scope = { as: 'owner', district: district.code } as const
  const isThere = await within(database, scope, async (connection) => {
    const { rows } = await sql`select 1 from place.districts where district = ${district.code}`.execute(connection)
    return rows.length > 0
  })
  if (isThere) return false
  const began = performance.now()
  const since = () => `${((performance.now() - began) / 1000).toFixed(1)} s`
  const place = calledOtherwise(geography(seed), district)
  const staff = staffOf(place, dayOf(now), seed)
  const signIn = (id: string) => (district.code === hanting.code ? id : `${id}.${district.code}`)
  await within(database, scope, async (connection) => {
    await loadGeography(connection, place, '2000-01-01')
    for (const year of knownYears(firstYear, Number(dayOf(now).slice(0, 4)) + 1))
      await saveYear(connection, district.code, year, { hours: usualHours, days: specialDays(year) ?? [] })
    await writeCategories(connection, district.code, categories)
    await loadPeople(connection, { district: district.code, ring, staff, now, signIn })
  })
  progress(`${place.units.length} units, ${place.grids.length} grids, ${staff.length} staff (${since()})`)
  const clock = () => now
  const house: House = { database, clock, ring, calendarOf, stirred: () => {} }
  const stations = await loadStations(house, { place, seed })
  if (store) await loadStationPhotos({ database, store, ring }, now, place, seed)
  const onGrids = await loadGrids(house, { place, seed })
  const { branches, members } = await loadBranches(house, { place, seed })
  const ofCommittees = await loadCommittees(house, { place, staff, seed })
  progress(
    `${stations} stations, ${onGrids} entries of grids, ${branches} branches with ${members} members who declared, ${ofCommittees} committees, meetings and tasks (${since()})`,
  )
  progress(`${await loadErrands(house, { place, staff, seed, store })} errands (${since()})`)
  if (cases === 0) return true
  const photos = store
    ? await keepDemoPhotos({ database, store, ring }, district.code, now)
    : Array.from({ length: 8 }, () => newId())
  const told = await loadCases(house, { place, staff, photos, count: cases, lately, seed }, progress)
  const published = await loadBulletins(house, { place, staff, seed })
  await gatherStatistics(database)
  progress(`${told.cases} cases, ${told.events} events, ${published} bulletins (${since()})`)
  return true
}

/** The same places under another district's code and name. */
function calledOtherwise(place: Geography, district: { code: string; name: string }): Geography {
  const old = place.district.code
  const units = place.units.map((unit) => ({
    ...unit,
    ...(unit.code === old && { ...district }),
    ...(unit.parent === old && { parent: district.code }),
  }))
  return { ...place, district, units }
}
