import { sql } from 'kysely'
import type { Connection } from '#kernel/database/open.ts'
import type { DutyTurn } from '../rulebook.ts'

/** The turns of duty, at any street, of which a stretch of time has a part. By whom they are is not asked: whoever only reads may not know it. */
export async function turnsIn(
  connection: Connection,
  district: string,
  from: Temporal.Instant,
  to: Temporal.Instant,
): Promise<DutyTurn[]> {
  const { rows } = await sql<{ unit: string; starts_at: Date; ends_at: Date }>`
    select unit, starts_at, ends_at from people.duties where district = ${district}
      and starts_at < ${to.toString()}::timestamptz and ends_at > ${from.toString()}::timestamptz`.execute(connection)
  return rows.map(({ unit, starts_at, ends_at }) => ({ unit, from: starts_at.getTime(), to: ends_at.getTime() }))
}
