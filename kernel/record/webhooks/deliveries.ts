import { sql } from 'kysely'
import type { Connection } from '../../database/open.ts'
import type { Words } from '../../words.ts'
import { backoff } from '../backoff.ts'
import type { Leased } from './lease.ts'

/** After so many days of failing a delivery is given up, and the next ones of its item go on. */
const patience = { hours: 3 * 24 }

/** Notes that a delivery arrived. */
export const settleArrived = (connection: Connection, district: string, id: string, now: Temporal.Instant) =>
  sql`update record.deliveries set delivered_at = ${now.toString()}::timestamptz, given_up_at = null, attempts = attempts + 1,
      leased_until = '-infinity', last_error = null
    where district = ${district} and id = ${id}::uuid and delivered_at is null`.execute(connection)

/**
 * Notes that a delivery failed, and when to try again; after three days, that it is given up. Not where the lease has passed on.
 * What waits behind it is put off as long, so that nobody looks through it each second while a receiver is away.
 */
export async function settleFailed(
  connection: Connection,
  district: string,
  { id, attempts, until }: Leased,
  error: Words,
  now: Temporal.Instant,
): Promise<void> {
  const next = sql`${now.add({ seconds: backoff(attempts + 1) }).toString()}::timestamptz`
  const { rows } = await sql<{ webhook: string; item: string; sequence: number; waits: boolean }>`
    update record.deliveries set attempts = attempts + 1, last_error = ${JSON.stringify(error)}::jsonb,
      leased_until = '-infinity', next_at = ${next},
      given_up_at = case when since <= ${now.subtract(patience).toString()}::timestamptz then ${now.toString()}::timestamptz end
    where district = ${district} and id = ${id}::uuid and delivered_at is null and leased_until = ${until}::timestamptz
    returning webhook, item, sequence, given_up_at is null as waits`.execute(connection)
  const [failed] = rows
  if (!failed?.waits) return
  // What somebody else has in hand is left: waiting for it here, with the first one held, could end in a deadlock.
  await sql`
    with behind as materialized (select b.district, b.id from record.deliveries b
      where b.district = ${district} and b.webhook = ${failed.webhook}::uuid and b.item = ${failed.item}
        and b.sequence > ${failed.sequence} and b.delivered_at is null and b.given_up_at is null and b.next_at < ${next}
      for update of b skip locked)
    update record.deliveries d set next_at = ${next} from behind
    where d.district = ${district} and d.district = behind.district and d.id = behind.id`.execute(connection)
}

/** Lets everything that waits at a webhook be tried at once, and counts its days anew: it is taken up again. */
export const takeUpAgain = (connection: Connection, district: string, webhook: string, now: Temporal.Instant) =>
  sql`update record.deliveries set since = ${now.toString()}::timestamptz, next_at = ${now.toString()}::timestamptz
    where district = ${district} and webhook = ${webhook}::uuid and delivered_at is null and given_up_at is null`.execute(
    connection,
  )

/** Lets a delivery be sent again, and what waits behind it with it. Gives whether it could be: not while it is being sent. */
export async function sendAgain(
  connection: Connection,
  district: string,
  { webhook, id }: { webhook: string; id: string },
  now: Temporal.Instant,
): Promise<boolean> {
  const moment = sql`${now.toString()}::timestamptz`
  const { rows } = await sql<{ item: string }>`
    update record.deliveries set since = ${moment}, next_at = ${moment}, attempts = 0, delivered_at = null, given_up_at = null
    where district = ${district} and webhook = ${webhook}::uuid and id = ${id}::uuid and leased_until <= ${moment}
    returning item`.execute(connection)
  const [again] = rows
  if (!again) return false
  await sql`update record.deliveries set next_at = ${moment}
    where district = ${district} and webhook = ${webhook}::uuid and item = ${again.item} and delivered_at is null
      and given_up_at is null and next_at > ${moment}`.execute(connection)
  return true
}

export async function isDelivery(connection: Connection, district: string, webhook: string, id: string): Promise<boolean> {
  const { rows } = await sql`select 1 from record.deliveries
    where district = ${district} and webhook = ${webhook}::uuid and id = ${id}::uuid`.execute(connection)
  return rows.length > 0
}
