import { sql } from 'kysely'
import type { Connection } from '#kernel/database/open.ts'

/** So many of the latest are looked at. */
const latest = 200
/** Fewer than these are chance. */
const few = 3

/**
 * The units that solved what of a category came up in a street of late, most first: how many of the latest 200 of a year. Nothing of
 * single cases; what is hidden or protected is no part of it.
 */
export async function solvedBefore(
  connection: Connection,
  district: string,
  { category, street }: { category: string; street: string | undefined },
  since: Temporal.Instant,
): Promise<{ unit: string; times: number }[]> {
  const { rows } = await sql<{ unit: string; times: number }>`
    select lead as unit, count(*)::integer as times from (
      select lead from cases.cases
      where district = ${district} and category = ${category} and street is not distinct from ${street ?? null}
        and lead is not null and outcome = 'solved' and not hidden and reported_at >= ${since.toString()}::timestamptz
      order by reported_at desc, id desc limit ${latest}) solved
    group by lead having count(*) >= ${few} order by times desc, lead limit 5`.execute(connection)
  return rows
}
