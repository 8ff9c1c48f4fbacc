import { randomBytes } from 'node:crypto'
import { parseArgs } from 'node:util'
import { districtsOf } from '#kernel/place/districts.ts'
import { systemClock } from '#kernel/time/clock.ts'
import { dayOf } from '#kernel/time/zone.ts'
import { foundDistrict } from '../found.ts'
import { openGround } from '../ground.ts'

/** `linli district CODE NAME`: founds a real district, and says how its administrator signs in. */
export async function run(args: string[]): Promise<void> {
  const { positionals } = parseArgs({ args, allowPositionals: true })
  const [code, name] = positionals
  if (!code || !name || !/^[\w-]{1,60}$/.test(code))
    throw new Error('say the code and the name of the district: linli district 370703 寒亭区')
  const { database } = await openGround()
  if ((await districtsOf(database)).includes(code)) throw new Error(`district ${code} is there already`)
  const password = randomBytes(12).toString('base64url')
  const account = await foundDistrict(database, { code, name, day: dayOf(systemClock()), password })
  console.log(
    `district ${code} ${name} stands. Its administrator signs in once with this password, and then sets their own:\n  ${account}\n  ${password}`,
  )
  await database.close()
}
