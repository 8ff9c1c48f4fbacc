import { folderStore } from '#kernel/files/store.ts'
import { everywhere } from '#kernel/people/throttle.ts'
import { districtsOf } from '#kernel/place/districts.ts'
import { forgetOld } from '#kernel/retention/round.ts'
import { clocksDisagree } from '#kernel/time/agree.ts'
import { systemClock } from '#kernel/time/clock.ts'
import { grantServing } from '../grants.ts'
import { filesFolder, openGround } from '../ground.ts'
import { rules } from '../retention.ts'

/**
 * `linli upkeep`: what servers leave to the owner of the tables where they serve by a login that owns nothing: makes the partitions
 * of next month, and forgets what such a login may only add to. Ends with 1 if anything of it failed.
 */
export async function run(): Promise<void> {
  const { database, ran } = await openGround()
  if (ran.length > 0) await grantServing(database)
  const house = { database, clock: systemClock }
  const report = (fault: unknown) => {
    console.error(fault)
    process.exitCode = 1
  }
  const why = await clocksDisagree(database, systemClock())
  if (why) report(new Error(why))
  let forgotten = 0
  for (const district of why ? [] : [...(await districtsOf(database)), everywhere])
    forgotten += await forgetOld({ house, store: folderStore(filesFolder), rules, district, report })
  console.log(`forgot ${forgotten}`)
  await database.close()
}
