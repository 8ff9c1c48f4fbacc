import { within } from '#kernel/database/within.ts'
import { writeAccounts } from '#kernel/people/accounts.ts'
import { hashPassword } from '#kernel/people/password.ts'
import { writePosts } from '#kernel/people/posts.ts'
import type { Role } from '#kernel/people/roles.ts'
import { testDatabase } from '#testing/database.ts'

/** Gives people whom a district does not have by itself an account, such as `auditor.<district>`, and a post over the whole of it. */
export async function appoint(
  { district, password }: { district: string; password: string },
  people: Readonly<Record<string, readonly [name: string, role: Role]>>,
): Promise<void> {
  const hashed = await hashPassword(password)
  await within(await testDatabase(), { as: 'owner', district }, async (connection) => {
    const accounts = Object.entries(people).map(([id, [displayName]]) => ({
      ...{ id, kind: 'staff' as const, signInName: `${id}.${district}`, displayName, password: hashed },
    }))
    await writeAccounts(connection, district, accounts)
    const posts = Object.entries(people).map(([account, [, role]]) => ({
      ...{ id: `p-${account}`, account, role, unit: district, starts: '2020-01-01' },
    }))
    await writePosts(connection, district, posts)
  })
}
