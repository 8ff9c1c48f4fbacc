import { sql } from 'kysely'
import type { Connection } from '../database/open.ts'
import type { Clock } from '../time/clock.ts'
import { dayOf } from '../time/zone.ts'

/** What was read for a day, and the first day on which it would read otherwise though nobody changed it: somebody's post ends, say. */
export interface ForDays<Value> {
  value: Value
  until: string
}

/** For what no passing of days changes. */
export const forever = '9999-12-31'

/**
 * Keeps what the rules of a district are read from (calendar, categories, units, who is at which post) in memory: reads it
 * anew when its days are over, and when `place.districts.rules_version` has been raised, which every change to it does. What a
 * limit was counted by stays with the limit, so a command that came a second too early is not wrong, only of its version.
 * `trust` is how long a process goes on without asking, in milliseconds of real time.
 */
export function cachedByRules<Value>(
  clock: Clock,
  load: (connection: Connection, district: string, day: string, version: number) => Promise<ForDays<Value>>,
  trust = 1000,
) {
  const kept = new Map<string, ForDays<Value> & { version: number; from: string; asked: number }>()
  return async (connection: Connection, district: string): Promise<Value> => {
    const day = dayOf(clock())
    const before = kept.get(district)
    const holds = before && before.from <= day && day < before.until
    if (holds && performance.now() - before.asked < trust) return before.value
    const version = await rulesVersion(connection, district)
    const asked = performance.now()
    const next = holds && before.version === version ? before : { ...(await load(connection, district, day, version)), from: day }
    kept.set(district, { ...next, version, asked })
    return next.value
  }
}

async function rulesVersion(connection: Connection, district: string): Promise<number> {
  const { rows } = await sql<{
    version: number
  }>`select rules_version as version from place.districts where district = ${district}`.execute(connection)
  if (!rows[0]) throw new Error(`there is no district ${district}`)
  return rows[0].version
}

/**
 * Waits until nobody else is changing the rules of a district, and lets nobody begin until this transaction ends: what is checked
 * after it still holds when it is written.
 */
export const lockRules = (connection: Connection, district: string) =>
  sql`select 1 from place.districts where district = ${district} for update`.execute(connection)

/**
 * Says that the rules of a district have changed, in the transaction that changes them; until it ends, whoever else does so
 * waits here. Gives whether there is such a district.
 */
export async function raiseRules(connection: Connection, district: string): Promise<boolean> {
  const { rows } = await sql`
    update place.districts set rules_version = rules_version + 1 where district = ${district} returning 1`.execute(connection)
  return rows.length > 0
}
