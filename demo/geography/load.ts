import type { Connection } from '#kernel/database/open.ts'
import { writeAliases, writeDistrict, writeGrids, writeUnits } from '#kernel/place/store/write.ts'
import type { Geography } from './geography.ts'

/** Writes a demo district, valid from a day on. Run it as the owner. */
export async function loadGeography(
  connection: Connection,
  { district, units, grids, aliases }: Geography,
  day: string,
): Promise<void> {
  await writeDistrict(connection, district.code, district.name, true)
  await writeUnits(connection, district.code, units)
  await writeGrids(connection, district.code, grids, day)
  await writeAliases(connection, district.code, aliases)
}
