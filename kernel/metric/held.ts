import { sql } from 'kysely'
import type { Connection } from '../database/open.ts'
import type { KnownDay } from './days.ts'
import { isSummed } from './grains.ts'

/** Of which days, and by which definition. `from` and `to` as `wholeDays` gives them. */
export interface Days {
  source: string
  definition: string
  from?: string
  to?: string
}

/** The days that were tallied or are marked, in their order. Those that are marked, or tallied by another definition, do not hold. */
export async function knownDays(
  connection: Connection,
  district: string,
  { source, definition, from, to }: Days,
): Promise<KnownDay[]> {
  const of = sql`district = ${district} and source = ${source}
    ${from === undefined ? sql`` : sql`and day >= ${from}::date`} ${to === undefined ? sql`` : sql`and day < ${to}::date`}`
  const { rows } = await sql<KnownDay>`
    select day::text as day, max(revision) as revision, bool_and(holds) as holds, bool_and(holds and summed) as summed, max(made) as made
    from (select day, revision, definition = ${definition} as holds, ${isSummed} as summed, summed_by as made
        from metric.tallied where ${of}
      union all select day, 0, false, false, null from metric.marked where ${of}) known
    group by known.day order by known.day`.execute(connection)
  return rows
}

/** The days whose tallies hold. */
export const talliedDays = async (connection: Connection, district: string, days: Days): Promise<KnownDay[]> =>
  (await knownDays(connection, district, days)).filter(({ holds }) => holds)
