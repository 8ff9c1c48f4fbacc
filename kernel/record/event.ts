import { type RawBuilder, sql } from 'kysely'
import { newId } from '../database/ids.ts'
import { writeMany } from '../database/many.ts'
import type { Connection } from '../database/open.ts'
import { digest, type Suite } from '../vault/suite.ts'

/** What an event tells. Fields are only ever added; `shape` says which version of this it was written as. */
export interface EventBody {
  shape: 1
  district: string
  item: string
  sequence: number
  flow: string
  command: string
  /** The server's time, by which limits count, and the phone's where it was queued there. */
  at: string
  saidAt?: string
  by: { id: string; name: string; role: string; unit?: string }
  input: unknown
  /** The item whose command changed this one along with itself. */
  cause?: string
  patch: { set: Record<string, unknown>; unset: string[] }
}

/** An event as it is kept: its exact text, and its place in the item's chain. */
export interface Link {
  text: string
  previous: string
  hash: string
}

/** The hash before an item's first event. */
export const genesis = ''

/** Chains an event to the one before it: a hash over that one's hash and the event's own text. */
export function link(previous: string, body: EventBody): Link {
  const text = JSON.stringify(body)
  return { text, previous, hash: hashOf(previous, text) }
}

export const hashOf = (previous: string, text: string, by?: Suite): string => digest(`${previous}\n${text}`, by)

/** The row that an event is. */
export const eventRow = ({ district, item, sequence, flow, command, at }: EventBody, { text, previous, hash }: Link) => ({
  ...{ district, item, sequence, id: newId(), flow, command, at, body: text, previous, hash },
})

/** The writes that an event is: itself, its hash for the sealer, and what has to leave because of it. */
export function writesOf(event: EventBody, chained: Link, leaving: object) {
  const { district, item, sequence, id, flow, command, at, body, previous, hash } = eventRow(event, chained)
  return [
    sql`insert into record.events (district, item, sequence, id, flow, command, at, body, previous, hash)
      values (${district}, ${item}, ${sequence}, ${id}, ${flow}, ${command}, ${at}::timestamptz, ${body}, ${previous}, ${hash})`,
    sql`insert into record.unsealed (district, item, sequence, hash) values (${district}, ${item}, ${sequence}, ${hash})`,
    sql`insert into record.outbox (district, id, item, sequence, body)
      values (${district}, ${id}, ${item}, ${sequence}, ${JSON.stringify(leaving)}::jsonb)`,
  ] satisfies RawBuilder<unknown>[]
}

/** Writes what many events are, some hundred a statement: as `writesOf` does, with what leaves because of each. */
export async function recordMany(
  connection: Connection,
  told: readonly { event: EventBody; chained: Link; leaving: object }[],
): Promise<void> {
  const rows = told.map(({ event, chained, leaving }) => ({ row: eventRow(event, chained), leaving }))
  await writeMany(
    connection,
    'record',
    'events',
    rows.map(({ row }) => row),
  )
  const hashes = rows.map(({ row: { district, item, sequence, hash } }) => ({ district, item, sequence, hash }))
  await writeMany(connection, 'record', 'unsealed', hashes)
  const outbox = rows.map(({ row: { district, id, item, sequence }, leaving }) => ({
    ...{ district, id, item, sequence },
    body: leaving,
  }))
  await writeMany(connection, 'record', 'outbox', outbox)
}

/** Whether anything has begun under an id, of whatever kind. */
export async function isOnRecord(connection: Connection, district: string, item: string): Promise<boolean> {
  // In the order of the index that has it: where nobody has counted the rows, PostgreSQL takes that by time for as good, and looks through all of the district.
  const { rows } = await sql`
    select 1 from record.events where district = ${district} and item = ${item} order by sequence limit 1`.execute(connection)
  return rows.length > 0
}

/** The events of an item, in order, from a sequence on. */
export async function eventsOf(
  connection: Connection,
  district: string,
  item: string,
  after = 0,
  most = 500,
): Promise<EventBody[]> {
  const { rows } = await sql<{ body: string }>`
    select body from record.events where district = ${district} and item = ${item} and sequence > ${after}
    order by sequence limit ${most}`.execute(connection)
  return rows.map(({ body }): EventBody => JSON.parse(body))
}
