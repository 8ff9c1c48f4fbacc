import { isDeepStrictEqual } from 'node:util'
import { sql } from 'kysely'
import type { Connection } from '../database/open.ts'
import { type Refusal, refusal } from '../flow/refusal.ts'
import { raiseRules } from '../place/rules.ts'
import type { Calendar, OfficeHours, SpecialDay } from './calendar.ts'
import { checkYear } from './check.ts'
import { usualHours } from './years.ts'

interface Year {
  hours: OfficeHours[]
  days: SpecialDay[]
}

interface Row extends Year {
  year: number
  version: number
}

/** So many versions are kept at hand to explain limits by. */
const most = 40

/**
 * The working calendar of a district, with its earlier versions. Office hours are those of each year, and after the last those of
 * the last. One that has no year yet works Monday to Friday in the usual hours, and says of every day that its holidays are not
 * known.
 */
export async function calendarOf(connection: Connection, district: string): Promise<Calendar> {
  const { rows } = await sql<Row>`
    select year, version, hours, days from time.calendar_versions where district = ${district} order by version`.execute(
    connection,
  )
  const versions = [...new Set(rows.map(({ version }) => version))].slice(-most)
  const all = versions.map((version) => calendarFrom(district, version, rows))
  const now = all.at(-1) ?? calendarFrom(district, 0, [])
  return all.length > 1 ? { ...now, earlier: all.slice(0, -1) } : now
}

/** The calendar of a version: of each year what was written last, up to then. */
function calendarFrom(district: string, version: number, rows: readonly Row[]): Calendar {
  const years = new Map(rows.filter((row) => row.version <= version).map((row) => [row.year, row]))
  const inOrder = [...years.values()].sort((one, other) => one.year - other.year)
  const last = inOrder.at(-1)
  const hours = last?.hours ?? usualHours
  const others = inOrder.filter((row) => !isDeepStrictEqual(row.hours, hours))
  return {
    ...{ district, version, hours, days: inOrder.flatMap(({ days }) => days) },
    ...(others.length > 0 && { hoursOf: Object.fromEntries(others.map((row) => [String(row.year), row.hours])) }),
    knownUntil: last ? `${last.year}-12-31` : '1991-12-31',
  }
}

/**
 * Writes one year of a district's calendar, as a new version, and raises the version of the district's rules with it. Limits
 * that run already keep their moments. Refuses what `checkYear` finds wrong, and a year that would
 * leave a gap before or after those that are known.
 */
export async function saveYear(
  connection: Connection,
  district: string,
  year: number,
  { hours, days }: { hours: readonly OfficeHours[]; days: readonly SpecialDay[] },
): Promise<{ state: 'saved'; version: number } | Refusal> {
  const flaws = checkYear(year, { hours, days }).map(({ because }) => because)
  if (flaws.length > 0) return refusal('badInput', flaws.map(({ zh }) => zh).join('；'), flaws.map(({ en }) => en).join('; '))
  // First of all the district's row: who changes the calendar at the same time waits here.
  if (!(await raiseRules(connection, district)))
    return refusal('notFound', `没有区“${district}”，请先建立`, `there is no district "${district}": set it up first`)
  const { first, last, version } = await known(connection, district)
  if (first !== null && last !== null && (year < first - 1 || year > last + 1))
    return refusal(
      'badInput',
      `已有 ${first} 至 ${last} 年，请先载入相邻的年份，中间不能缺年`,
      `the years ${first} to ${last} are known: load those beside them first, without a gap`,
    )
  await sql`
    insert into time.calendars (district, year, version, hours, days)
    values (${district}, ${year}, ${version + 1}, ${JSON.stringify(hours)}::jsonb, ${JSON.stringify(days)}::jsonb)
    on conflict (district, year) do update set version = excluded.version, hours = excluded.hours, days = excluded.days`.execute(
    connection,
  )
  await sql`insert into time.calendar_versions (district, year, version, hours, days)
    values (${district}, ${year}, ${version + 1}, ${JSON.stringify(hours)}::jsonb, ${JSON.stringify(days)}::jsonb)`.execute(
    connection,
  )
  return { state: 'saved', version: version + 1 }
}

async function known(connection: Connection, district: string) {
  const { rows } = await sql<{ first: number | null; last: number | null; version: number }>`
    select min(year) as first, max(year) as last, coalesce(max(version), 0) as version
    from time.calendars where district = ${district}`.execute(connection)
  return rows[0] ?? { first: null, last: null, version: 0 }
}
