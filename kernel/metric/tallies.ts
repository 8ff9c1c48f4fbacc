import { type RawBuilder, sql } from 'kysely'
import { newId } from '../database/ids.ts'
import type { Connection, Database } from '../database/open.ts'
import { within } from '../database/within.ts'
import { dayAfter, zone } from '../time/zone.ts'
import { nowhere } from './contract/nowhere.ts'
import { type Run, runsOf, startOf } from './days.ts'
import { definitionOf } from './definition.ts'
import { talliedDays } from './held.ts'
import { asKept, cell, differing, type Kept, oneAtATime } from './keeping.ts'
import { type Countable, cellColumns, type Measure, moment, named, namesOf, tableFor } from './measure.ts'

/**
 * Says that the tallies of a day are out of date, in the transaction that makes them so: `day` is that on which the item began. The
 * mark does not name the item: figures are read by many who do not see it.
 */
export const markDay = (source: string, district: string, day: string) =>
  sql`insert into metric.marked (district, source, day, mark) values (${district}, ${source}, ${day}::date, ${newId()})`

/** That a row of the countable began on one of these days. */
export function beganOn({ at }: Countable, runs: readonly Run[]): RawBuilder<unknown> {
  const one = ({ from, to }: Run) => sql`(${at} >= ${moment(startOf(from))} and ${at} < ${moment(startOf(to))})`
  return runs.length === 0 ? sql`false` : sql`(${sql.join(runs.map(one), sql` or `)})`
}

const key = sql`district, day, ${cell}, reach`

/** What one measure comes to on these days, as rows of `metric.tallies`. */
function talliesOf(measure: Measure, district: string, runs: readonly Run[], now: Temporal.Instant) {
  const { name, of, rows } = measure
  const counted = rows(moment(now), named(district))
  const { joined, where } = counted
  const columns = cellColumns.map((column) => sql`coalesce(${of.columns[column]}, ${sql.lit(nowhere)}) as ${sql.id(column)}`)
  const given =
    'sums' in counted
      ? Object.values(counted.sums).map((sum, index) => sql`(${sum})::integer as ${sql.id(`s${index}`)}`)
      : [sql`${counted.value} as given`]
  const sums = namesOf(counted).map((_, index) => sql`coalesce(sum(${sql.id(`s${index}`)}), 0)::integer`)
  const kept =
    'sums' in counted
      ? sql`array[${sql.join(sums)}], null::double precision[]`
      : sql`null::integer[], array_agg(given order by given)`
  return sql`select district, ${sql.lit(name)}, day, ${cell}, reach, ${kept}
    from (select ${of.district} as district, (${of.at} at time zone ${sql.lit(zone)})::date as day, ${sql.join(columns)},
        ${of.reach} as reach, ${sql.join(given)}
      from ${tableFor([measure], of, district)} ${joined ?? sql``}
      where ${of.district} = ${district} and ${of.settled} and ${beganOn(of, runs)} ${where ? sql`and ${where}` : sql``}) counted
    group by ${key}`
}

/** So many days are tallied in one transaction. */
const most = 31

/**
 * Tallies anew some of the days that are out of date: those that commands marked, and those that were tallied by another
 * definition. One at a time does so for a district; who comes second finds nothing. Gives how many days they were.
 */
export async function tallyDays(database: Database, district: string, measures: readonly Measure[], now: Temporal.Instant) {
  const done = await oneAtATime(database, district, measures, async (connection, { of, definition }) => {
    const { rows } = await sql<{ day: string }>`
      select day::text as day from (select distinct day from metric.marked where district = ${district} and source = ${of.name}
        union select day from metric.tallied where district = ${district} and source = ${of.name} and definition <> ${definition}) old
      order by day desc limit ${most}`.execute(connection)
    const days = rows.map(({ day }) => day)
    if (days.length === 0) return 0
    // What commits after this statement and is counted below all the same has left its mark too, and is counted once more.
    await sql`delete from metric.marked where district = ${district} and source = ${of.name} and day = any (${days}::date[])`.execute(
      connection,
    )
    await sql`delete from metric.tallies where district = ${district} and day = any (${days}::date[])
      and measure = any (${measures.map(({ name }) => name)})`.execute(connection)
    for (const measure of measures)
      await sql`insert into metric.tallies (district, measure, day, ${cell}, reach, sums, given)
        ${talliesOf(measure, district, runsOf(days), now)}`.execute(connection)
    await sql`insert into metric.tallied (district, source, day, revision, definition)
      select ${district}, ${of.name}, day, 1, ${definition} from unnest(${days}::date[]) day
      on conflict (district, source, day) do update set revision = tallied.revision + 1, definition = excluded.definition`.execute(
      connection,
    )
    return days.length
  })
  return done ?? 0
}

/** Proves that the tallies that hold are what the items come to, a month at a time. Gives what is not so. */
export async function verifyTallies(database: Database, district: string, measures: readonly Measure[], now: Temporal.Instant) {
  const [first] = measures
  const findings: { where: string; what: string }[] = []
  if (!first) return findings
  const definition = definitionOf(measures)
  const source = first.of.name
  const whole = { as: 'owner', district } as const
  const known = await within(database, whole, (connection) => talliedDays(connection, district, { source, definition }))
  for (let start = 0; start < known.length; start += most)
    findings.push(
      ...(await within(database, whole, async (connection) => {
        // Those that were marked since are left out, before and after.
        const some = known.slice(start, start + most).map(({ day }) => day)
        const bounds = { source, definition, from: some[0] ?? '', to: dayAfter(some.at(-1) ?? '') }
        const before = await talliedDays(connection, district, bounds)
        const runs = runsOf(before.map(({ day }) => day))
        const stored = await talliesBetween(connection, district, measures, bounds)
        const computed: Kept[] = []
        for (const measure of measures)
          computed.push(
            ...(
              await sql<Kept>`select ${asTally} from (${talliesOf(measure, district, runs, now)})
                as t (district, measure, day, ${cell}, reach, sums, given)`.execute(connection)
            ).rows,
          )
        const after = await talliedDays(connection, district, bounds)
        const held = new Map(after.map(({ day, revision }) => [day, revision]))
        const holds = new Set(before.filter(({ day, revision }) => held.get(day) === revision).map(({ day }) => day))
        const holding = (rows: readonly Kept[]) => rows.filter(({ key }) => holds.has(JSON.parse(key)[1]))
        return differing(holding(stored), holding(computed), 'tally', 'items')
      })),
    )
  return findings
}

const asTally = asKept(sql`measure`, sql`day`, cell, sql`reach`)

async function talliesBetween(
  connection: Connection,
  district: string,
  measures: readonly Measure[],
  { from, to }: { from: string; to: string },
): Promise<Kept[]> {
  const { rows } = await sql<Kept>`select ${asTally} from metric.tallies where district = ${district}
    and measure = any (${measures.map(({ name }) => name)}) and day >= ${from}::date and day < ${to}::date`.execute(connection)
  return rows
}
