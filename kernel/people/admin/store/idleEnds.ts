import { sql } from 'kysely'
import type { Connection } from '../../../database/open.ts'
import type { IdleEnd } from '../shown.ts'

/** After how many minutes without a touch sessions end, by role. */
export async function idleEndsOf(connection: Connection, district: string): Promise<IdleEnd[]> {
  const { rows } =
    await sql<IdleEnd>`select role, minutes from people.idle_ends where district = ${district} order by role`.execute(connection)
  return rows
}

/** Puts others in their place. */
export async function writeIdleEnds(connection: Connection, district: string, ends: readonly IdleEnd[]): Promise<void> {
  await sql`delete from people.idle_ends where district = ${district}`.execute(connection)
  if (ends.length === 0) return
  const values = ends.map(({ role, minutes }) => sql`(${district}, ${role}, ${minutes})`)
  await sql`insert into people.idle_ends (district, role, minutes) values ${sql.join(values)}`.execute(connection)
}

/** Counts the minutes of all staff from now on: a rule made today ends nobody's work of this morning. */
export const allAttended = (connection: Connection, district: string, now: Temporal.Instant) =>
  sql`update people.sessions set seen_at = ${now.toString()}::timestamptz where district = ${district} and kind = 'staff'`.execute(
    connection,
  )
