import { sql } from 'kysely'
import type { Connection } from '#kernel/database/open.ts'
import type { CaseIn } from '../contract/item.ts'
import { workStep } from '../limits.ts'

/** How the limit of this round stood that ended when the case was said to be done; nothing if none did. */
export async function ranLast(connection: Connection, item: CaseIn<'verifying'>) {
  const { district, id, round } = item
  const { rows } = await sql<{ due: Date; ended: Date }>`
    select due_at as due, ended_at as ended from flow.limits
    where district = ${district} and item = ${id} and round = ${round} and step = ${workStep(item)} and ended_at is not null
    order by ended_at desc limit 1`.execute(connection)
  const [row] = rows
  return row && { dueAt: row.due.toTemporalInstant(), endedAt: row.ended.toTemporalInstant() }
}
