import { type RawBuilder, sql } from 'kysely'
import type { Connection } from '../../database/open.ts'

/** Where a district's events are announced to. `events` says which; none: all. */
export interface Webhook {
  id: string
  name: string
  address: string
  events: string[] | null
  paused: boolean
  madeAt: string
  madeBy: string
}

interface Row extends Omit<Webhook, 'madeAt' | 'madeBy'> {
  made_at: Date
  made_by: string
}

const asWebhook = ({ made_at, made_by, ...rest }: Row): Webhook => ({ ...rest, madeAt: made_at.toISOString(), madeBy: made_by })

const columns = sql`id, name, address, events, paused, made_at, made_by`

export async function webhooksOf(connection: Connection, district: string): Promise<Webhook[]> {
  const { rows } = await sql<Row>`select ${columns} from record.webhooks where district = ${district} order by id`.execute(
    connection,
  )
  return rows.map(asWebhook)
}

/** One webhook, with its secret as it is kept; nobody else changes it until the transaction ends. */
export async function webhookIn(
  connection: Connection,
  district: string,
  id: string,
): Promise<(Webhook & { sealed: string }) | undefined> {
  const { rows } = await sql<Row & { sealed: string }>`
    select ${columns}, secret as sealed from record.webhooks where district = ${district} and id = ${id}::uuid for update`.execute(
    connection,
  )
  const [row] = rows
  return row && { ...asWebhook(row), sealed: row.sealed }
}

/** Keeps a new webhook, unless the district has so many already. Gives whether it was kept. */
export async function addWebhook(
  connection: Connection,
  district: string,
  { id, name, address, events, madeAt, madeBy, sealed }: Webhook & { sealed: string },
  most: number,
): Promise<boolean> {
  const there = await webhooksOf(connection, district)
  if (there.length >= most) return false
  await sql`insert into record.webhooks (district, id, name, address, secret, events, made_at, made_by)
    values (${district}, ${id}, ${name}, ${address}, ${sealed}, ${events}::text[], ${madeAt}::timestamptz, ${madeBy})`.execute(
    connection,
  )
  return true
}

/** Changes what is given of a webhook. Gives it as it then is, if there is one. */
export async function changeWebhook(
  connection: Connection,
  district: string,
  id: string,
  change: Partial<Pick<Webhook, 'name' | 'address' | 'events' | 'paused'>>,
): Promise<Webhook | undefined> {
  const { name, address, events, paused } = change
  const sets: RawBuilder<unknown>[] = [
    ...(name === undefined ? [] : [sql`name = ${name}`]),
    ...(address === undefined ? [] : [sql`address = ${address}`]),
    ...(events === undefined ? [] : [sql`events = ${events}::text[]`]),
    ...(paused === undefined ? [] : [sql`paused = ${paused}`]),
  ]
  if (sets.length > 0)
    await sql`update record.webhooks set ${sql.join(sets)} where district = ${district} and id = ${id}::uuid`.execute(connection)
  return webhookIn(connection, district, id)
}

/** Removes a webhook with all that waits for it. Gives whether there was one. */
export async function removeWebhook(connection: Connection, district: string, id: string): Promise<boolean> {
  const { rows } = await sql`
    delete from record.webhooks where district = ${district} and id = ${id}::uuid returning id`.execute(connection)
  return rows.length > 0
}
