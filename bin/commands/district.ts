import { randomBytes } from 'node:crypto'
import { parseArgs } from 'node:util'
import { categories } from '#capabilities/cases/catalogue/categories.ts'
import { writeCategories } from '#capabilities/cases/store/rulebook.ts'
import { within } from '#kernel/database/within.ts'
import { writeAccounts } from '#kernel/people/accounts.ts'
import { hashPassword } from '#kernel/people/password.ts'
import { writePosts } from '#kernel/people/posts.ts'
import { writeDistrict, writeUnits } from '#kernel/place/store/write.ts'
import { systemClock } from '#kernel/time/clock.ts'
import { saveYear } from '#kernel/time/store.ts'
import { knownYears, specialDays, usualHours } from '#kernel/time/years.ts'
import { dayOf } from '#kernel/time/zone.ts'
import { openGround } from '../ground.ts'
import { districtsOf } from '../rounds.ts'

/**
 * `linli district CODE NAME`: starts a real district with one administrator, who sets a password of their own on first use.
 * Calendars of the known years and the categories to start with come along; units, grids and people are imported next.
 */
export async function run(args: string[]): Promise<void> {
  const { positionals } = parseArgs({ args, allowPositionals: true })
  const [code, name] = positionals
  if (!code || !name || !/^[\w-]{1,60}$/.test(code))
    throw new Error('say the code and the name of the district: linli district 370703 寒亭区')
  const { database } = await openGround()
  if ((await districtsOf(database)).includes(code)) throw new Error(`district ${code} is there already`)
  const day = dayOf(systemClock())
  const password = randomBytes(12).toString('base64url')
  const hashed = await hashPassword(password)
  await within(database, { as: 'owner', district: code }, async (connection) => {
    await writeDistrict(connection, code, name, false)
    await writeUnits(connection, code, [{ code, kind: 'district', name }])
    for (const year of knownYears(Number(day.slice(0, 4)) - 1, Number(day.slice(0, 4)) + 1))
      await saveYear(connection, code, year, { hours: usualHours, days: specialDays(year) ?? [] })
    await writeCategories(connection, code, categories)
    const account = {
      id: 'admin',
      kind: 'staff' as const,
      signInName: `admin.${code}`,
      displayName: '系统管理员',
      password: hashed,
      mustChange: true,
    }
    await writeAccounts(connection, code, [account])
    await writePosts(connection, code, [{ id: 'admin', account: 'admin', role: 'systemAdmin', unit: code, starts: day }])
  })
  console.log(
    `district ${code} ${name} stands. Its administrator signs in once with this password, and then sets their own:\n  admin.${code}\n  ${password}`,
  )
  await database.close()
}
