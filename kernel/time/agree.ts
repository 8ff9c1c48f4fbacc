import { sql } from 'kysely'
import type { Database } from '../database/open.ts'
import { within } from '../database/within.ts'

const hour = 3_600_000

/**
 * Why the time is not to be trusted, if so: a server's database, which goes by a clock of its own, is more than an hour away. By a clock
 * that is years ahead all that is kept for years would be forgotten at once, and for good.
 */
export async function clocksDisagree(database: Database, now: Temporal.Instant): Promise<string | undefined> {
  const there = await within(database, { as: 'owner' }, async (connection) => {
    const { rows } = await sql<{ now: Date }>`select clock_timestamp() as now`.execute(connection)
    return rows[0]?.now.getTime() ?? Number.NaN
  })
  return Math.abs(there - now.epochMilliseconds) <= hour
    ? undefined
    : `the clock here says ${now}, that of the database ${new Date(there).toISOString()}: nothing is forgotten until they agree`
}
