import { sql } from 'kysely'
import type { Connection } from '../database/open.ts'
import type { Clock } from '../time/clock.ts'
import { dayOf } from '../time/zone.ts'

/**
 * Keeps what the rules of a district are read from (calendar, categories, units, who is at which post) in memory: reads it
 * anew on another day, and when `place.districts.rules_version` has been raised, which every change to it does. What a limit
 * was counted by stays with the limit, so a command that came a second too early is not wrong, only of its version.
 * `trust` is how long a process goes on without asking, in milliseconds of real time.
 */
export function cachedByRules<Value>(
  clock: Clock,
  load: (connection: Connection, district: string, day: string, version: number) => Promise<Value>,
  trust = 1000,
) {
  const kept = new Map<string, { value: Value; version: number; day: string; asked: number }>()
  return async (connection: Connection, district: string): Promise<Value> => {
    const day = dayOf(clock())
    const before = kept.get(district)
    if (before && before.day === day && performance.now() - before.asked < trust) return before.value
    const version = await rulesVersion(connection, district)
    const unchanged = before && before.version === version && before.day === day
    const value = unchanged ? before.value : await load(connection, district, day, version)
    kept.set(district, { value, version, day, asked: performance.now() })
    return value
  }
}

async function rulesVersion(connection: Connection, district: string): Promise<number> {
  const { rows } = await sql<{
    version: number
  }>`select rules_version as version from place.districts where district = ${district}`.execute(connection)
  if (!rows[0]) throw new Error(`there is no district ${district}`)
  return rows[0].version
}

/** Says that the rules of a district have changed. In the transaction that changes them. */
export const raiseRules = (connection: Connection, district: string) =>
  sql`update place.districts set rules_version = rules_version + 1 where district = ${district}`.execute(connection)
