import { sql } from 'kysely'
import type { Connection } from '../../database/open.ts'

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
  const ready = await readyIn(connection, district, webhook, now)
  if (ready.length === 0) return undefined
  const until = now.add({ seconds: lease }).toString()
  const moment = sql`${now.toString()}::timestamptz`
  // Materialized: a subquery in `from` may be run once a row, and then leases as many.
  const { rows } = await sql<Omit<Leased, 'until'>>`
    with next as materialized (select n.district, n.id, w.address, w.secret from record.deliveries n
      join record.webhooks w on w.district = n.district and w.id = n.webhook
      where n.district = ${district} and n.webhook = ${webhook}::uuid and n.id = any (${ready}::uuid[])
        and n.delivered_at is null and n.given_up_at is null
        and n.next_at <= ${moment} and n.leased_until <= ${moment} and not w.paused
      order by n.next_at, n.id limit 1 for update of n skip locked)
    update record.deliveries d set leased_until = ${until}::timestamptz from next
    where d.district = ${district} and d.district = next.district and d.id = next.id
    returning d.id, d.attempts, d.body, next.address, next.secret as sealed`.execute(connection)
  const [row] = rows
  return row && { ...row, until }
}

/** How many deliveries that are due are looked at together. */
const most = 200

/**
 * Which deliveries of a webhook could be sent now: the first of its item each. Two plain reads, not one with `not exists`: before
 * the database knows how many rows there are it may join that row by row, which with thousands takes minutes.
 */
async function readyIn(connection: Connection, district: string, webhook: string, now: Temporal.Instant): Promise<string[]> {
  const moment = sql`${now.toString()}::timestamptz`
  const waiting = sql`district = ${district} and webhook = ${webhook}::uuid and delivered_at is null and given_up_at is null`
  const { rows: due } = await sql<{ id: string; item: string }>`
    select id, item from record.deliveries where ${waiting} and next_at <= ${moment} and leased_until <= ${moment}
    order by next_at, id limit ${most}`.execute(connection)
  if (due.length === 0) return []
  const { rows: first } = await sql<{ id: string; item: string; due: boolean; free: boolean }>`
    select distinct on (item) id, item, next_at <= ${moment} as due, leased_until <= ${moment} as free
    from record.deliveries where ${waiting} and item = any (${[...new Set(due.map(({ item }) => item))]})
    order by item, sequence`.execute(connection)
  // Those that wait for one that is not due yet wait as long as it does, or they would be all that is ever looked at.
  const early = first.filter((one) => !one.due).map(({ id }) => id)
  if (early.length > 0)
    await sql`
      with behind as materialized (select b.district, b.id, f.next_at from record.deliveries b
        join record.deliveries f on f.district = b.district and f.webhook = b.webhook and f.item = b.item
        where b.district = ${district} and b.id = any (${due.map(({ id }) => id)}::uuid[]) and f.id = any (${early}::uuid[])
        for update of b skip locked)
      update record.deliveries d set next_at = behind.next_at from behind
      where d.district = ${district} and d.district = behind.district and d.id = behind.id`.execute(connection)
  return first.filter((one) => one.due && one.free).map(({ id }) => id)
}
