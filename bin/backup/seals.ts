import type { Database } from '#kernel/database/open.ts'
import { districtsOf } from '#kernel/place/districts.ts'
import { sealDistrict } from '#kernel/record/seal.ts'
import { systemClock } from '#kernel/time/clock.ts'

/** Seals what was committed until now, so that a backup's seals cover all but what comes while it is taken. Once: under load there is always more. */
export async function sealAll(database: Database): Promise<void> {
  for (const district of await districtsOf(database)) await sealDistrict(database, district, systemClock())
}
