import type { Connection } from '#kernel/database/open.ts'
import { entryAt } from '#kernel/register/store.ts'
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

/** A station of the register by its code, whether or not it has ended. */
export const stationAt = async (connection: Connection, district: string, code: string): Promise<Station | undefined> =>
  (await entryAt(connection, stationRegister, district, code))?.entry
