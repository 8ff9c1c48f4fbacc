import { sql } from 'kysely'
import type { Connection, Database } from '#kernel/database/open.ts'
import { within } from '#kernel/database/within.ts'
import type { Clock } from '#kernel/time/clock.ts'

/** What waits in the whole installation: how much of it, counted up to a bound, and how long the oldest has, in seconds. */
export interface Waiting {
  timers: Backlog
  outbox: Backlog
  webhooks: Backlog
  /** Events that no seal covers yet; the age is that of the last seal, where there are any. */
  seals: Backlog
  days: Backlog
  /** How many districts did not answer: of what waits there nothing is in the rest. */
  silent: number
}
interface Backlog {
  count: number
  seconds: number
}

/** Counted up to so many a district: that it is too many is known by then. */
const most = 1000

/**
 * Reads what waits in some districts, one after the other; each statement reads so many rows at most, by an index. While a node of a
 * cluster is away, those that answer are told, and how many do not. Fails where none answers.
 */
export async function readWaiting(database: Database, clock: Clock, districts: readonly string[]): Promise<Waiting> {
  const sum: Waiting = { timers: none, outbox: none, webhooks: none, seals: none, days: none, silent: 0 }
  let last: unknown
  for (const district of districts)
    try {
      const rows = await within(database, { as: 'owner', district }, (connection) =>
        waitingIn(connection, district, clock().toString()),
      )
      for (const { what, count, seconds } of rows)
        sum[what] = { count: sum[what].count + count, seconds: Math.max(sum[what].seconds, seconds) }
    } catch (fault) {
      last = fault
      sum.silent += 1
    }
  if (districts.length > 0 && sum.silent === districts.length) throw last
  return sum
}

const none: Backlog = { count: 0, seconds: 0 }

async function waitingIn(connection: Connection, district: string, now: string) {
  const moment = sql`${now}::timestamptz`
  const since = (oldest: ReturnType<typeof sql>) =>
    sql`greatest(0, coalesce(extract(epoch from ${moment} - ${oldest}), 0))::double precision as seconds`
  // The outbox has no time but that in its ids, which are the machine's (RFC 9562, version 7).
  const inId = sql`to_timestamp((('x' || left(replace(min(id), '-', ''), 12))::bit(48)::bigint) / 1000.0)`
  const { rows } = await sql<{ what: Exclude<keyof Waiting, 'silent'> } & Backlog>`
    select 'timers' as what, count(*)::integer as count, ${since(sql`min(at)`)} from (select at from flow.timers
      where district = ${district} and at <= ${moment} and leased_until <= ${moment} order by at limit ${sql.lit(most)}) t
    union all
    select 'outbox', count(*)::integer,
      greatest(0, coalesce(extract(epoch from clock_timestamp() - ${inId}), 0))::double precision
      from (select id::text from record.outbox where district = ${district} and not delivered
        order by next_at, id limit ${sql.lit(most)}) o
    union all
    select 'webhooks', count(*)::integer, ${since(sql`min(made_at)`)} from (select made_at from record.deliveries
      where district = ${district} and delivered_at is null and given_up_at is null limit ${sql.lit(most)}) d
    union all
    select 'days', count(distinct day)::integer, 0 from (select day from metric.marked
      where district = ${district} limit ${sql.lit(most)}) m`.execute(connection)
  return [...rows, await sealed(connection, district, now)]
}

/** What waits for a seal. A quiet night makes no seals, and none is wanted: then the last one's age says nothing. */
async function sealed(connection: Connection, district: string, now: string) {
  const { rows } = await sql<Backlog>`
    select (select count(*)::integer from (select 1 from record.unsealed
        where district = ${district} limit ${sql.lit(most)}) u) as count,
      coalesce(extract(epoch from ${now}::timestamptz - (select at from record.seals
        where district = ${district} order by number desc limit 1)), 0)::double precision as seconds`.execute(connection)
  const { count, seconds } = rows[0] ?? none
  return { what: 'seals' as const, count, seconds: count > 0 ? Math.max(0, seconds) : 0 }
}
