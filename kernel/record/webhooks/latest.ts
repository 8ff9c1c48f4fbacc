import { sql } from 'kysely'
import type { Connection } from '../../database/open.ts'
import type { Words } from '../../words.ts'
import type { Delivery } from './shown.ts'

interface Row {
  id: string
  event: string
  item: string
  sequence: number
  attempts: number
  made_at: Date
  next_at: Date
  delivered_at: Date | null
  given_up_at: Date | null
  last_error: Words | null
}

/** The latest hundred deliveries of a webhook, the newest first. */
export async function latestDeliveries(connection: Connection, district: string, webhook: string): Promise<Delivery[]> {
  const { rows } = await sql<Row>`
    select id, event, item, sequence, attempts, made_at, next_at, delivered_at, given_up_at, last_error
    from record.deliveries where district = ${district} and webhook = ${webhook}::uuid order by made_at desc, sequence desc limit 100`.execute(
    connection,
  )
  return rows.map(({ made_at, next_at, delivered_at, given_up_at, last_error, ...row }) => ({
    ...row,
    state: delivered_at ? 'delivered' : given_up_at ? 'givenUp' : row.attempts > 0 ? 'failing' : 'waiting',
    madeAt: made_at.toISOString(),
    ...(delivered_at || given_up_at ? {} : { nextAt: next_at.toISOString() }),
    ...(delivered_at && { deliveredAt: delivered_at.toISOString() }),
    ...(given_up_at && { givenUpAt: given_up_at.toISOString() }),
    ...(last_error && { lastError: last_error }),
  }))
}
