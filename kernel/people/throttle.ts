import { sql } from 'kysely'
import type { Database } from '../database/open.ts'
import { within } from '../database/within.ts'
import { type Refusal, refusal } from '../flow/refusal.ts'

/** Where that is counted which is one in the whole installation, as names to sign in with are: it is no district's. */
export const everywhere = ''

interface Allowance {
  most: number
  minutes: number
}

/**
 * Counts one more attempt of somebody (an account, a telephone, an address), or as many as it stands for, and refuses when there were
 * too many in the running window. In a transaction of its own: an attempt that fails is counted all the same.
 */
export async function attempt(
  database: Database,
  district: string,
  subject: string,
  now: Temporal.Instant,
  { most, minutes }: Allowance,
  times = 1,
): Promise<Refusal | undefined> {
  const length = minutes * 60_000
  const start = Temporal.Instant.fromEpochMilliseconds(Math.floor(now.epochMilliseconds / length) * length)
  const count = await within(database, { as: 'command', district }, async (connection) => {
    const { rows } = await sql<{ count: number }>`
      insert into people.attempts as a (district, subject, window_start, count)
      values (${district}, ${subject}, ${start.toString()}::timestamptz, ${times})
      on conflict (district, subject, window_start) do update set count = a.count + excluded.count returning count`.execute(
      connection,
    )
    return rows[0]?.count ?? times
  })
  if (count <= most) return undefined
  const wait = Math.ceil((start.epochMilliseconds + length - now.epochMilliseconds) / 60_000)
  return refusal('tooMany', `尝试次数过多，请 ${wait} 分钟后再试`, `too many attempts: try again in ${wait} minutes`)
}

/** Forgets the attempts of somebody who has got through. */
export const forgive = (database: Database, district: string, subject: string) =>
  within(database, { as: 'command', district }, (connection) =>
    sql`delete from people.attempts where district = ${district} and subject = ${subject}`.execute(connection),
  )
