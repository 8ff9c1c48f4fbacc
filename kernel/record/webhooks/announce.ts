import { sql } from 'kysely'
import { newId } from '../../database/ids.ts'
import type { Connection } from '../../database/open.ts'
import type { Leaving } from '../leaving.ts'

/** An event that is leaving the outbox. */
type Announced = Leaving & { item: string; sequence: number }

/**
 * Notes for every webhook of a district what it is to be sent of some events: one row an event and webhook. Nothing personal,
 * and nothing at all of what is hidden, or may be (written before there was that mark).
 */
export async function announce(
  connection: Connection,
  district: string,
  events: readonly Announced[],
  now: Temporal.Instant,
): Promise<void> {
  const open = events.filter(({ hidden, event }) => hidden === false && event !== undefined)
  const hidden = [...new Set(events.filter((event) => event.hidden).map(({ item }) => item))]
  if (open.length + hidden.length === 0) return
  // Held to the end, so that none of them is removed between this and what is written for it.
  const { rows: webhooks } = await sql<{ id: string; events: string[] | null }>`
    select id, events from record.webhooks where district = ${district} for key share`.execute(connection)
  // What has come to need protection is not told of any more, nor shown among what was.
  if (hidden.length > 0 && webhooks.length > 0)
    await sql`delete from record.deliveries where district = ${district}
      and webhook = any (${webhooks.map(({ id }) => id)}::uuid[]) and item = any (${hidden})`.execute(connection)
  const values = open.flatMap(({ item, sequence, event = '', at, state }) =>
    webhooks
      .filter(({ events }) => events === null || events.includes(event))
      .map(({ id: webhook }) => {
        const id = newId()
        const body = JSON.stringify({ id, district, event, item, sequence, at, ...(state !== undefined && { state }) })
        const moment = sql`${now.toString()}::timestamptz`
        return sql`(${district}, ${id}, ${webhook}, ${item}, ${sequence}, ${event}, ${body}::jsonb, ${moment}, ${moment}, ${moment})`
      }),
  )
  if (values.length > 0)
    await sql`insert into record.deliveries (district, id, webhook, item, sequence, event, body, made_at, since, next_at)
      values ${sql.join(values)} on conflict do nothing`.execute(connection)
}
