import type { Connection } from '#kernel/database/open.ts'
import { entryAt, holdEntry } from '#kernel/register/store.ts'
import type { Station } from '../contract/station.ts'
import { stationRegister } from '../register.ts'

/** A station that stands on a day. */
export async function standingAt(
  connection: Connection,
  district: string,
  code: string,
  day: string,
): Promise<Station | undefined> {
  const kept = await entryAt(connection, stationRegister, district, code)
  return kept && (kept.ends === null || kept.ends > day) ? kept.entry : undefined
}

/** The same, and until the transaction ends nobody else changes it, or counts on it. */
export async function holdStanding(
  connection: Connection,
  district: string,
  code: string,
  day: string,
): Promise<Station | undefined> {
  await holdEntry(connection, stationRegister, district, code)
  return standingAt(connection, district, code, day)
}
