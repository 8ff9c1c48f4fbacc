import { type RawBuilder, sql } from 'kysely'
import type { Connection } from '../database/open.ts'
import { dayOf, zone } from '../time/zone.ts'
import { type CellColumn, cellColumns, type Measure, moment, nowhere } from './measure.ts'

interface Sought {
  measure: Measure
  /** That a tally, as `t`, has some of what is sought. */
  has: RawBuilder<unknown>
  /** What names an item, and the column that every item has and that an index has together with its moment. */
  id: RawBuilder<unknown>
  by: CellColumn
  district: string
  /** Tallies that were kept by another are not believed (`definitionOf`). */
  definition: string
  from: Temporal.Instant
  to: Temporal.Instant
}

/**
 * The ids of the items of a stretch of time that a measure may count: what no tally tells of, since it is not settled or its day was changed,
 * and what lies in a cell that has some. It is all in one statement, so that no day changes in between. For an asker who sees every tally.
 */
export async function mayCount(connection: Connection, sought: Sought): Promise<string[]> {
  const { measure, has, id, by, district, definition, from, to } = sought
  const { of } = measure
  const of_days = sql`district = ${district} and source = ${of.name} and day >= ${dayOf(from)}::date and day <= ${dayOf(to)}::date`
  const items = sql`${of.district} = ${district} and ${of.at} >= ${moment(from)} and ${of.at} < ${moment(to)}`
  const begins = (day: RawBuilder<unknown>) => sql`((${day})::timestamp at time zone ${sql.lit(zone)})`
  const onDay = (day: RawBuilder<unknown>) => sql`${of.at} >= ${begins(day)} and ${of.at} < ${begins(sql`${day} + 1`)}`
  const inCell = cellColumns
    .filter((column) => column !== by)
    .map((column) => sql`coalesce(${of.columns[column]}, ${sql.lit(nowhere)}) = ${sql.ref(`t.${column}`)}`)
  const { rows } = await sql<{ id: string }>`
    with told as materialized (select day from metric.tallied where ${of_days} and definition = ${definition}
        except select day from metric.marked where ${of_days}),
      untold as materialized (select day::date as day from generate_series(${dayOf(from)}::timestamp, ${dayOf(to)}::timestamp, '1 day') day
        except select day from told)
    select ${id} as id from ${of.from} where ${items} and ${of.unsettled}
    union all select ${id} from untold join ${of.from} on ${onDay(sql`untold.day`)} where ${items} and ${of.settled}
    union all select ${id} from told join metric.tallies t on t.day = told.day
      join ${of.from} on ${of.columns[by]} = ${sql.ref(`t.${by}`)} and ${onDay(sql`t.day`)}
      where t.district = ${district} and t.measure = ${measure.name} and ${has} and ${items} and ${of.settled} and ${sql.join(inCell, sql` and `)}`.execute(
    connection,
  )
  return rows.map((row) => row.id)
}
