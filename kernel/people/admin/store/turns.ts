import { sql } from 'kysely'
import type { Connection } from '../../../database/open.ts'

/** Somebody's turn of duty at a street. `starts` is its beginning to the microsecond, by which it is found again. */
export interface Turn {
  unit: string
  unitName: string | null
  starts: string
  starts_at: Date
  ends_at: Date
}

/** The turns of duty of an account that are not over, in order. */
export async function turnsOf(connection: Connection, district: string, account: string, now: Temporal.Instant): Promise<Turn[]> {
  const { rows } = await sql<Turn>`
    select d.unit, u.name as "unitName", d.starts_at::text as starts, d.starts_at, d.ends_at from people.duties d
    left join place.units u on u.district = d.district and u.code = d.unit
    where d.district = ${district} and d.account = ${account} and d.ends_at > ${now.toString()}::timestamptz
    order by d.starts_at, d.unit`.execute(connection)
  return rows
}

/** Takes an account off turns of duty, from a moment on: one that has begun by then ends then, the others are gone. */
export async function takeOffDuty(
  connection: Connection,
  district: string,
  account: string,
  turns: readonly Pick<Turn, 'unit' | 'starts'>[],
  from: Temporal.Instant,
): Promise<void> {
  if (turns.length === 0) return
  const moment = sql`${from.toString()}::timestamptz`
  const theirs = sql`district = ${district} and account = ${account}
    and (${sql.join(
      turns.map(({ unit, starts }) => sql`(unit = ${unit} and starts_at = ${starts}::timestamptz)`),
      sql` or `,
    )})`
  await sql`delete from people.duties where ${theirs} and starts_at >= ${moment}`.execute(connection)
  await sql`update people.duties set ends_at = ${moment} where ${theirs} and starts_at < ${moment}`.execute(connection)
}
