import { sql } from 'kysely'
import type { Connection } from '../../database/open.ts'
import type { Words } from '../../words.ts'
import { backoff } from '../backoff.ts'

/** A delivery that is ours to send until the lease ends. */
export interface Leased {
  id: string
  attempts: number
  body: object
  address: string
  /** The webhook's secret as it is kept. */
  sealed: string
  /** The lease: until when, as it was written. */
  until: string
}

/** How long one process has a delivery to itself, in seconds: longer than any sending takes. */
const lease = 60

/** After so many days of failing a delivery is given up, and the next ones of its item go on. */
const patience = { hours: 3 * 24 }

/** The webhooks for which something waits to be sent now, and how much, counted up to `most`. */
export async function webhooksDue(connection: Connection, district: string, now: Temporal.Instant, most: number) {
  const { rows } = await sql<{ id: string; count: number }>`
    select w.id, (select count(*)::integer from (select 1 from record.deliveries d where d.district = ${district}
      and d.webhook = w.id and d.delivered_at is null and d.given_up_at is null
      and d.next_at <= ${now.toString()}::timestamptz and d.leased_until <= ${now.toString()}::timestamptz
      limit ${most}) as ready) as count
    from record.webhooks w where w.district = ${district} and not w.paused`.execute(connection)
  return rows.filter(({ count }) => count > 0)
}

/**
 * Leases the delivery of a webhook that is to be sent next: of each item only the first that has neither arrived nor been given
 * up, so that they arrive in order. Another process takes another (`skip locked`).
 */
export async function leaseNext(
  connection: Connection,
  district: string,
  webhook: string,
  now: Temporal.Instant,
): Promise<Leased | undefined> {
  const until = now.add({ seconds: lease }).toString()
  const moment = sql`${now.toString()}::timestamptz`
  // Materialized: a subquery in `from` may be run once a row, and then leases as many.
  const { rows } = await sql<Omit<Leased, 'until'>>`
    with next as materialized (select n.district, n.id, w.address, w.secret from record.deliveries n
      join record.webhooks w on w.district = n.district and w.id = n.webhook
      where n.district = ${district} and n.webhook = ${webhook}::uuid and n.delivered_at is null and n.given_up_at is null
        and n.next_at <= ${moment} and n.leased_until <= ${moment} and not w.paused
        and not exists (select 1 from record.deliveries e where e.district = ${district} and e.webhook = n.webhook
          and e.item = n.item and e.sequence < n.sequence and e.delivered_at is null and e.given_up_at is null)
      order by n.next_at, n.id limit 1 for update of n skip locked)
    update record.deliveries d set leased_until = ${until}::timestamptz from next
    where d.district = ${district} and d.district = next.district and d.id = next.id
    returning d.id, d.attempts, d.body, next.address, next.secret as sealed`.execute(connection)
  const [row] = rows
  return row && { ...row, until }
}

/** Notes that a delivery arrived. */
export const settleArrived = (connection: Connection, district: string, id: string, now: Temporal.Instant) =>
  sql`update record.deliveries set delivered_at = ${now.toString()}::timestamptz, given_up_at = null, attempts = attempts + 1,
      leased_until = '-infinity', last_error = null
    where district = ${district} and id = ${id}::uuid and delivered_at is null`.execute(connection)

/** Notes that a delivery failed, and when to try again; after three days, that it is given up. Not where the lease has passed on. */
export const settleFailed = (
  connection: Connection,
  district: string,
  { id, attempts, until }: Leased,
  error: Words,
  now: Temporal.Instant,
) =>
  sql`update record.deliveries set attempts = attempts + 1, last_error = ${JSON.stringify(error)}::jsonb,
      leased_until = '-infinity', next_at = ${now.add({ seconds: backoff(attempts + 1) }).toString()}::timestamptz,
      given_up_at = case when since <= ${now.subtract(patience).toString()}::timestamptz then ${now.toString()}::timestamptz end
    where district = ${district} and id = ${id}::uuid and delivered_at is null and leased_until = ${until}::timestamptz`.execute(
    connection,
  )

/** Lets everything that waits at a webhook be tried at once, and counts its days anew: it is taken up again. */
export const takeUpAgain = (connection: Connection, district: string, webhook: string, now: Temporal.Instant) =>
  sql`update record.deliveries set since = ${now.toString()}::timestamptz, next_at = ${now.toString()}::timestamptz
    where district = ${district} and webhook = ${webhook}::uuid and delivered_at is null and given_up_at is null`.execute(
    connection,
  )

/** Lets a delivery be sent again. Gives whether it could be: not while it is being sent. */
export async function sendAgain(
  connection: Connection,
  district: string,
  { webhook, id }: { webhook: string; id: string },
  now: Temporal.Instant,
): Promise<boolean> {
  const moment = sql`${now.toString()}::timestamptz`
  const { rows } = await sql`
    update record.deliveries set since = ${moment}, next_at = ${moment}, attempts = 0, delivered_at = null, given_up_at = null
    where district = ${district} and webhook = ${webhook}::uuid and id = ${id}::uuid and leased_until <= ${moment}
    returning id`.execute(connection)
  return rows.length > 0
}

export async function isDelivery(connection: Connection, district: string, webhook: string, id: string): Promise<boolean> {
  const { rows } = await sql`select 1 from record.deliveries
    where district = ${district} and webhook = ${webhook}::uuid and id = ${id}::uuid`.execute(connection)
  return rows.length > 0
}

/** Forgets deliveries made more than 30 days ago, some thousand at a time. Gives how many. */
export async function forgetDeliveries(connection: Connection, district: string, now: Temporal.Instant): Promise<number> {
  const { rows } = await sql`
    delete from record.deliveries where district = ${district} and id in (
      select id from record.deliveries where district = ${district}
      and made_at < ${now.subtract({ hours: 30 * 24 }).toString()}::timestamptz limit 5000)
    returning id`.execute(connection)
  return rows.length
}
