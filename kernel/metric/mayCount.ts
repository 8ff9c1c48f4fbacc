import { type RawBuilder, sql } from 'kysely'
import type { Connection } from '../database/open.ts'
import { dayOf, zone } from '../time/zone.ts'
import { nowhere } from './contract/nowhere.ts'
import type { KeptBy } from './definition.ts'
import { isSummed } from './grains.ts'
import { type CellColumn, cellColumns, type Has, type Measure, moment } from './measure.ts'
import { areItems, mayHave } from './unsettled.ts'

interface Sought {
  measure: Measure
  has: Has
  /** The column that every item has, and that an index has together with the moment. */
  by: CellColumn
  district: string
  /** What was kept by another definition is not believed. */
  kept: KeptBy
  now: Temporal.Instant
  from: Temporal.Instant
  to: Temporal.Instant
  /** How many are worth naming. */
  most: number
}

/**
 * The ids of the items of a stretch of time that a measure may count, the latest first: what is not settled and what its day's tallies do not tell of,
 * since it was changed, but for what is kept of an item and has none; and what lies in a cell that has some; nothing where they are more than is worth it, or no items. It is
 * all in one statement, so that no day changes in between. For an asker who sees every tally, in a transaction that opened the limits (`openLimits`).
 */
export async function mayCount(connection: Connection, sought: Sought): Promise<string[] | undefined> {
  const { measure, has, by, district, kept, now, from, to, most } = sought
  const { of } = measure
  if (!areItems(of)) return undefined
  const days = sql`d.district = ${district} and d.source = ${of.name} and d.day >= ${dayOf(from)}::date and d.day <= ${dayOf(to)}::date`
  const select = sql`select ${of.item.id} as id, ${of.at} as at`
  const items = sql`${of.district} = ${district} and ${of.at} >= ${moment(from)} and ${of.at} < ${moment(to)}`
  const begins = (day: RawBuilder<unknown>) => sql`((${day})::timestamp at time zone ${sql.lit(zone)})`
  const onDay = (day: RawBuilder<unknown>) => sql`${of.at} >= ${begins(day)} and ${of.at} < ${begins(sql`${day} + 1`)}`
  const inCell = cellColumns.map((column) =>
    column === by
      ? sql`${of.columns[column]} = ${sql.ref(`t.${column}`)}`
      : sql`coalesce(${of.columns[column]}, ${sql.lit(nowhere)}) = ${sql.ref(`t.${column}`)}`,
  )
  // Of a day that was summed up, its sums tell whether there is anything to look for in its cells.
  const { rows } = await sql<{ id: string }>`
    with told as materialized (select d.day, ${isSummed} as summed from metric.tallied d
        where ${days} and d.definition = ${kept.definition} and not exists (select from metric.marked m
          where m.district = ${district} and m.source = ${of.name} and m.day = d.day)),
      untold as materialized (select day::date as day from generate_series(${dayOf(from)}::timestamp, ${dayOf(to)}::timestamp, '1 day') day
        except select told.day from told),
      having_some as materialized (select told.day from told where not told.summed or exists (select from metric.sums s
        where s.district = ${district} and s.measure = ${measure.name} and s.grain = 'day' and s.day = told.day and ${has(sql`s.sums`, 0)})),
      found as (${select} from ${of.from} where ${items} and ${of.unsettled} and ${mayHave(measure, has, { district, by: kept, now })}
        union all select by_day.* from untold cross join lateral (${select} from ${of.from}
          where ${onDay(sql`untold.day`)} and ${items} and ${of.settled} offset 0) by_day
        union all ${select} from having_some h join metric.tallies t on t.day = h.day
          join ${of.from} on ${sql.join([...inCell, onDay(sql`t.day`)], sql` and `)}
          where t.district = ${district} and t.measure = ${measure.name} and ${has(sql`t.sums`, 0)} and ${items} and ${of.settled})
    select id from (select * from found limit ${most + 1}) few order by at desc, id desc`.execute(connection)
  return rows.length > most ? undefined : rows.map(({ id }) => id)
}
