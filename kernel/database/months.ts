import { sql } from 'kysely'
import { firstIdOf } from './ids.ts'
import type { Connection, Database } from './open.ts'

/** What grows without end and is asked by time: partitioned by month, by the id, which sorts by time. */
const growing = ['record.events', 'record.outbox', 'vault.looks']

/**
 * Sees to it that this month and the next have partitions of their own, so that old months can be moved or dropped whole. What
 * falls into no month (a past that was loaded) lies in the partition for the rest. One process at a time; safe to run again. A login
 * that owns nothing makes none: `linli migrate` by the owner does, from time to time.
 */
export const ensureMonths = (database: Database, now: Temporal.Instant): Promise<void> =>
  database.kysely.connection().execute(async (connection) => {
    const day = now.toZonedDateTimeISO('UTC').toPlainDate().with({ day: 1 })
    await sql`select pg_advisory_lock(hashtext('linli months'))`.execute(connection)
    try {
      for (const table of growing) for (const first of [day, day.add({ months: 1 })]) await ensureMonth(connection, table, first)
    } finally {
      await sql`select pg_advisory_unlock(hashtext('linli months'))`.execute(connection)
    }
  })

async function ensureMonth(connection: Connection, table: string, first: Temporal.PlainDate): Promise<void> {
  const name = `${table}_${first.toString().slice(0, 7).replace('-', '_')}`
  const known = await sql<{ own: boolean; there: boolean }>`
    select (select pg_has_role(relowner, 'usage') from pg_class where oid = to_regclass(${table})) as own,
      to_regclass(${name}) is not null as there`.execute(connection)
  const [state] = known.rows
  if (!state?.own || state.there) return
  // Asked only now: a cluster asks all nodes, and most of the time the month is there already.
  const { rows } = await sql<{ begun: boolean }>`
    select exists (select 1 from ${sql.table(`${table}_rest`)} where id >= ${startOf(first)}::uuid and id < ${startOf(first.add({ months: 1 }))}::uuid) as begun`.execute(
    connection,
  )
  // A month that has begun in the rest stays there: moving its rows would stop everybody for the while.
  if (rows[0]?.begun) return
  await sql`create table ${sql.table(name)} partition of ${sql.table(table)}
    for values from (${sql.lit(startOf(first))}) to (${sql.lit(startOf(first.add({ months: 1 })))})`.execute(connection)
}

const startOf = (day: Temporal.PlainDate): string => firstIdOf(day.toZonedDateTime('UTC').epochMilliseconds)
