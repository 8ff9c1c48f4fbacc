import { type RawBuilder, sql } from 'kysely'
import type { Connection } from './open.ts'

/**
 * Runs several inserts, updates and deletes as one statement, in one round trip. They see the database as it was before and
 * must not touch the same rows; foreign keys are checked at the end.
 */
export async function together(connection: Connection, writes: readonly RawBuilder<unknown>[]): Promise<void> {
  if (writes.length === 0) return
  const parts = writes.map((write, number) => sql`${sql.id(`w${number}`)} as (${write})`)
  await sql`with ${sql.join(parts)} select 1`.execute(connection)
}
