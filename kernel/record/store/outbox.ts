import { sql } from 'kysely'
import { firstIdOf } from '../../database/ids.ts'
import type { Connection } from '../../database/open.ts'
import type { ForgetBefore } from '../../retention/rule.ts'
import { backoff } from '../backoff.ts'
import type { Waiting } from '../leaving.ts'

/**
 * Takes rows of a district's outbox that may leave now, about so many, or the one that is named, and holds them until the
 * transaction ends. Of each item only those are given before which nothing waits: what another process has in hand, or what
 * failed and is to be tried later, keeps the later ones of its item, and of no other. `full` says whether so many could be taken, before
 * those that others keep were left out.
 */
export async function takeWaiting(
  connection: Connection,
  district: string,
  now: Temporal.Instant,
  { most, id }: { most: number; id?: string },
): Promise<{ rows: Waiting[]; full: boolean }> {
  const moment = sql`${now.toString()}::timestamptz`
  const { rows } = await sql<Waiting>`
    select o.id, o.item, o.sequence, o.body from record.outbox o
    where o.district = ${district} and not o.delivered and o.next_at <= ${moment}
      ${id === undefined ? sql`` : sql`and o.id = ${id}::uuid`}
      and not exists (select 1 from record.outbox e where e.district = ${district} and e.item = o.item
        and e.sequence < o.sequence and not e.delivered and e.next_at > ${moment})
    order by o.next_at, o.id limit ${most} for update of o skip locked`.execute(connection)
  if (rows.length === 0) return { rows, full: false }
  const { rows: all } = await sql<Place>`
    select id, item, next_at <= ${moment} as due from record.outbox where district = ${district} and not delivered
      and item = any (${[...new Set(rows.map(({ item }) => item))]}) order by item, sequence`.execute(connection)
  const taken = new Map(rows.map((row) => [row.id, row]))
  if (id === undefined)
    for (const row of await takeThese(connection, district, firstBefore(all, taken, most))) taken.set(row.id, row)
  const held = new Set<string>()
  const leaving = all.flatMap(({ id, item }) => {
    const row = taken.get(id)
    if (row && !held.has(item)) return [row]
    held.add(item)
    return []
  })
  return { rows: leaving, full: rows.length >= most }
}

/** Where a row stands among those of its item. */
interface Place {
  id: string
  item: string
  due: boolean
}

/**
 * The rows that come before taken ones of their items and were not taken themselves: one that failed before sorts behind
 * everything new, and what waits for it would fill every batch and never leave.
 */
function firstBefore(inOrder: readonly Place[], taken: ReadonlyMap<string, Waiting>, most: number): string[] {
  const reached = new Set<string>()
  const before = inOrder.toReversed().filter(({ id, item, due }) => {
    if (!taken.has(id)) return due && reached.has(item)
    reached.add(item)
    return false
  })
  return before
    .toReversed()
    .slice(0, most)
    .map(({ id }) => id)
}

async function takeThese(connection: Connection, district: string, ids: readonly string[]): Promise<Waiting[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<Waiting>`
    select id, item, sequence, body from record.outbox where district = ${district} and not delivered
      and id = any (${ids}::uuid[]) for update skip locked`.execute(connection)
  return rows
}

/** Marks rows as having left. */
export const markDelivered = (connection: Connection, district: string, ids: readonly string[]) =>
  sql`update record.outbox set delivered = true where district = ${district} and id = any (${ids}::uuid[])`.execute(connection)

/** Puts a row off that could not leave: longer each time, an hour at most. Gives how often it was tried. */
export async function putOff(connection: Connection, district: string, id: string, now: Temporal.Instant): Promise<number> {
  const { rows } = await sql<{ attempts: number }>`
    update record.outbox set attempts = attempts + 1 where district = ${district} and id = ${id}::uuid and not delivered
    returning attempts`.execute(connection)
  const attempts = rows[0]?.attempts ?? 1
  await sql`update record.outbox set next_at = ${now.add({ seconds: backoff(attempts) }).toString()}::timestamptz
    where district = ${district} and id = ${id}::uuid and not delivered`.execute(connection)
  return attempts
}

/** Forgets what left before a moment. The id tells when a row was made, and its index serves. */
export const forgetOutbox: ForgetBefore = async (connection, district, before) => {
  const { rows } = await sql`
    delete from record.outbox where district = ${district} and id in (
      select id from record.outbox where district = ${district} and delivered
      and id < ${firstIdOf(before.epochMilliseconds)}::uuid limit 5000)
    returning 1`.execute(connection)
  return { count: rows.length }
}
