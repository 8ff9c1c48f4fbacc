import type { Database } from '#kernel/database/open.ts'
import { within } from '#kernel/database/within.ts'
import { writeAccounts } from '#kernel/people/accounts.ts'
import { writeIdleEnds } from '#kernel/people/admin/store/idleEnds.ts'
import { atFirst } from '#kernel/people/idle.ts'
import { hashPassword } from '#kernel/people/password.ts'
import { writePosts } from '#kernel/people/posts.ts'
import { writeDistrict, writeUnits } from '#kernel/place/store/write.ts'
import { saveYear } from '#kernel/time/store.ts'
import { knownYears, specialDays, usualHours } from '#kernel/time/years.ts'

/**
 * Founds a district with one administrator, who sets a password of their own on first use. Calendars of the known years come along,
 * and that desks are not left open; everything else is theirs to bring in, as their first page tells. Gives the name to sign in with.
 */
export async function foundDistrict(
  database: Database,
  { code, name, day, password }: { code: string; name: string; day: string; password: string },
): Promise<string> {
  const hashed = await hashPassword(password)
  const signInName = `admin.${code}`
  await within(database, { as: 'owner', district: code }, async (connection) => {
    await writeDistrict(connection, code, name, false)
    await writeUnits(connection, code, [{ code, kind: 'district', name }])
    for (const year of knownYears(Number(day.slice(0, 4)) - 1, Number(day.slice(0, 4)) + 1))
      await saveYear(connection, code, year, { hours: usualHours, days: specialDays(year) ?? [] })
    await writeAccounts(connection, code, [
      { id: 'admin', kind: 'staff', signInName, displayName: '系统管理员', password: hashed, mustChange: true },
    ])
    await writeIdleEnds(
      connection,
      code,
      atFirst.roles.map((role) => ({ role, minutes: atFirst.minutes })),
    )
    await writePosts(connection, code, [{ id: 'admin', account: 'admin', role: 'systemAdmin', unit: code, starts: day }])
  })
  return signInName
}
