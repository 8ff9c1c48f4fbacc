import { type RawBuilder, sql } from 'kysely'
import type { Connection, Database } from '../database/open.ts'
import { within } from '../database/within.ts'
import { definitionOf } from './definition.ts'
import { everywhere, grains, isSummed, nextMonth, summedNow } from './grains.ts'
import { knownDays } from './held.ts'
import { asKept, cell, differing, type Kept, oneAtATime } from './keeping.ts'
import { type CellColumn, cellColumns, type Measure, moment, named, namesOf } from './measure.ts'

/** The first day of a month, and of the next. */
interface Month {
  first: string
  next: string
}
const monthFrom = (first: string): Month => ({ first, next: nextMonth(first.slice(0, 7)) })

/** What the tallies of a month come to, by day and by each grain, as rows of `metric.sums`. */
function sumsOf({ name, rows }: Measure, district: string, { first, next }: Month, now: Temporal.Instant) {
  const names = namesOf(rows(moment(now), named(district)))
  const grainNames = sql.join(Object.keys(grains).map((grain) => sql`(${sql.lit(grain)})`))
  const columns = cellColumns.map(
    (column) => sql`case when g.grain in (${having(column)}) then ${sql.ref(`t.${column}`)} else ${sql.lit(everywhere)} end`,
  )
  const sums = names.map((_, index) => sql`coalesce(sum(t.sums[${sql.lit(index + 1)}]), 0)::integer`)
  const [numbers, kept] =
    names.length > 0
      ? [sql``, sql`array[${sql.join(sums)}], null::double precision[]`]
      : [sql`cross join unnest(t.given) one`, sql`null::integer[], array_agg(one order by one)`]
  return sql`select t.district, t.measure, g.grain, case when g.grain in (${ofDays}) then t.day else ${first}::date end, ${sql.join(columns)}, t.reach, ${kept}
    from metric.tallies t cross join (values ${grainNames}) g (grain) ${numbers}
    where t.district = ${district} and t.measure = ${name} and t.day >= ${first}::date and t.day < ${next}::date
    group by 1, 2, 3, 4, 5, 6, 7, 8, 9`
}

/** The grains that have a column, for SQL; the one that none has is no grain. */
function having(column: CellColumn): RawBuilder<unknown> {
  const has = (by: readonly CellColumn[]) => by.includes(column)
  return sql.join(Object.entries(grains).flatMap(([name, { by }]) => (has(by) ? [sql.lit(name)] : [])))
}
const ofDays = sql.join(Object.entries(grains).flatMap(([name, { of }]) => (of === 'day' ? [sql.lit(name)] : [])))

/** So many months are summed up in one transaction. */
const most = 3

/**
 * Sums up anew the tallies of some months of which days were tallied since, the latest first. Of a month that has days of another definition
 * nothing is made: they are tallied anew before. Gives how many months they were.
 */
export async function sumMonths(database: Database, district: string, measures: readonly Measure[], now: Temporal.Instant) {
  const done = await oneAtATime(database, district, measures, async (connection, { of, definition }) => {
    const { rows } = await sql<{ first: string }>`
      select first::text as first from (select date_trunc('month', day::timestamp)::date as first, definition,
          ${isSummed} as is_summed
        from metric.tallied where district = ${district} and source = ${of.name}) days
      group by days.first having bool_and(definition = ${definition}) and not bool_and(is_summed)
      order by days.first desc limit ${most}`.execute(connection)
    for (const month of rows.map((row) => monthFrom(row.first))) await sumMonth(connection, district, measures, month, now)
    return rows.length
  })
  return done ?? 0
}

async function sumMonth(
  connection: Connection,
  district: string,
  measures: readonly Measure[],
  month: Month,
  now: Temporal.Instant,
) {
  const between = sql`district = ${district} and day >= ${month.first}::date and day < ${month.next}::date`
  await sql`delete from metric.sums where ${between} and measure = any (${measures.map(({ name }) => name)})`.execute(connection)
  for (const measure of measures)
    await sql`insert into metric.sums (district, measure, grain, day, ${cell}, reach, sums, given)
      ${sumsOf(measure, district, month, now)}`.execute(connection)
  await sql`update metric.tallied set summed = revision, summed_by = ${summedNow()} where ${between} and source = any (${measures.map(({ of }) => of.name)})`.execute(
    connection,
  )
}

/** Proves that the sums that hold are what the tallies come to. Gives what is not so. */
export async function verifySums(database: Database, district: string, measures: readonly Measure[], now: Temporal.Instant) {
  const findings: { where: string; what: string }[] = []
  const [first] = measures
  if (!first) return findings
  const days = { source: first.of.name, definition: definitionOf(measures) }
  const known = await within(database, { as: 'owner', district }, (connection) => knownDays(connection, district, days))
  for (const month of new Set(known.map(({ day }) => `${day.slice(0, 7)}-01`)))
    findings.push(
      ...((await oneAtATime(database, district, measures, async (connection) => {
        const { first: from, next: to } = monthFrom(month)
        const held = await knownDays(connection, district, { ...days, from, to })
        if (!held.every(({ summed }) => summed)) return []
        const wrong: typeof findings = []
        for (const measure of measures) wrong.push(...(await differences(connection, district, measure, monthFrom(month), now)))
        return wrong
      })) ?? []),
    )
  return findings
}

/** Where the sums of a measure and a month are not what they should be. */
async function differences(connection: Connection, district: string, measure: Measure, month: Month, now: Temporal.Instant) {
  const kept = await sql<Kept>`select ${asSum} from metric.sums where district = ${district} and measure = ${measure.name}
    and day >= ${month.first}::date and day < ${month.next}::date`.execute(connection)
  const rightly = await sql<Kept>`select ${asSum} from (${sumsOf(measure, district, month, now)})
    as t (district, measure, grain, day, ${cell}, reach, sums, given)`.execute(connection)
  return differing(kept.rows, rightly.rows, 'sum', 'tallies')
}

const asSum = asKept(sql`measure`, sql`grain`, sql`day`, cell, sql`reach`)
