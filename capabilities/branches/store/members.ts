import { sql } from 'kysely'
import { newId } from '#kernel/database/ids.ts'
import { writeMany } from '#kernel/database/many.ts'
import type { Connection } from '#kernel/database/open.ts'
import type { ForgetBefore, Rule } from '#kernel/retention/rule.ts'
import type { Keyring } from '#kernel/vault/keyring.ts'
import { dataKeysOf, eraseAll, openSecrets, sealedUnder, secretRow, unsealed } from '#kernel/vault/store.ts'
import { words } from '#kernel/words.ts'
import type { Brought, StandingMember } from '../bringing.ts'
import type { MemberIn } from '../memberSheet.ts'

/** What the names of a branch's members are told under in the vault: whoever sees the branch's members looks into it. */
export const itemOf = (branch: string): string => `members/${branch}`
/** Each member is a person of their own to the vault: to erase one is to destroy their key. */
const subjectOf = (id: string): string => `member ${id}`

interface Row {
  id: string
  branch: string
  community: string
  name_said: string
  system: string
  number: string
  as_of: string
}
const columns = sql`id, branch, community, name_said, system, number, as_of::text as as_of`

/**
 * Who stands in one of these branches, or with one of these numbers in their community, with their names: for holding a sheet against. Whether somebody
 * stands in another community is not told to this one: who has moved stands in both until the old one brings its next sheet.
 */
export async function standingMembers(
  connection: Connection,
  ring: Keyring,
  district: string,
  { members, community, branches }: { members: readonly MemberIn[]; community: string; branches: readonly string[] },
): Promise<StandingMember[]> {
  const numbers = [...new Set(members.map(({ number }) => number))]
  const { rows } = await sql<Row>`
    select ${columns} from branches.members
    where district = ${district} and (branch = any (${[...branches]}::text[]) or (community = ${community} and number = any (${numbers}::text[])))`.execute(
    connection,
  )
  const references = rows.map((row) => row.name_said)
  const names = await openSecrets(connection, ring, district, references)
  return rows.map(({ name_said, as_of, community: _, ...row }) => ({ ...row, asOf: as_of, name: names.get(name_said) ?? '' }))
}

/** Writes what a sheet came to. */
export async function keepMembers(
  connection: Connection,
  ring: Keyring,
  { district, community, now }: { district: string; community: string; now: Temporal.Instant },
  { added, changed, unchanged, gone }: Brought,
): Promise<void> {
  await forgetMembers(connection, district, [...gone, ...changed.map(({ instead }) => instead)], now)
  const fresh = [...added, ...changed.map(({ member }) => member)].map((member) => ({ id: newId(), secret: newId(), member }))
  const { keys, fresh: made } = await dataKeysOf(connection, ring, district, new Map(fresh.map(({ id }) => [subjectOf(id), now])))
  await writeMany(connection, 'vault', 'keys', made)
  const secrets = fresh.flatMap(({ id, secret, member: { branch, name } }) => {
    const key = keys.get(subjectOf(id))
    const found = { id: secret, field: 'name', value: name }
    return key ? [secretRow(key, { district, subject: subjectOf(id) }, itemOf(branch), found)] : []
  })
  await writeMany(connection, 'vault', 'secrets', secrets)
  const rows = fresh.map(({ id, secret, member: { branch, system, number, asOf } }) => ({
    ...{ district, id, branch, community, name_said: `vault:${secret}`, system, number, as_of: asOf, brought_at: now.toString() },
  }))
  await writeMany(connection, 'branches', 'members', rows)
  for (const [asOf, some] of Map.groupBy(unchanged, ({ member }) => member.asOf))
    await sql`update branches.members set as_of = ${asOf}::date, community = ${community}, brought_at = ${now.toString()}::timestamptz
      where district = ${district} and id = any (${some.map(({ id }) => id)}::text[])`.execute(connection)
}

/** Forgets members: their rows, their names, and the keys that opened them. */
export async function forgetMembers(connection: Connection, district: string, ids: readonly string[], now: Temporal.Instant) {
  await eraseAll(connection, district, ids.map(subjectOf), now)
  await sql`delete from branches.members where district = ${district} and id = any (${[...ids]}::text[])`.execute(connection)
}

/** The members of a branch by name, a page by id, for whoever sees them; with the references that were opened. */
export async function membersOf(
  connection: Connection,
  ring: Keyring,
  district: string,
  { branch, after, most }: { branch: string; after: string; most: number },
) {
  const { rows } = await sql<Row>`
    select ${columns} from branches.members where district = ${district} and branch = ${branch} and id > ${after}
    order by id limit ${most}`.execute(connection)
  return named(connection, ring, district, [branch], rows)
}

/** As many members as one community may have are gone through for a name. */
const inCommunity = 5000

/** The members of some branches whose name has this in it, by id, for whoever sees them; with the references that were opened. */
export async function findMembers(
  connection: Connection,
  ring: Keyring,
  district: string,
  { branches, name, most }: { branches: readonly string[]; name: string; most: number },
) {
  const { rows } = await sql<Row>`
    select ${columns} from branches.members where district = ${district} and branch = any (${[...branches]}::text[])
    order by id limit ${sql.lit(inCommunity)}`.execute(connection)
  const members = await named(connection, ring, district, branches, rows)
  return members.filter((member) => member.name.includes(name)).slice(0, most)
}

/** Members with their names. */
async function named(connection: Connection, ring: Keyring, district: string, branches: readonly string[], rows: readonly Row[]) {
  const references = rows.map((row) => row.name_said)
  const names = unsealed(ring, district, await sealedUnder(connection, district, branches.map(itemOf), references))
  return rows.map(({ id, branch, name_said, system, as_of }) => ({
    ...{ id, branch, reference: name_said, name: names.get(name_said) ?? '', system, asOf: as_of },
  }))
}

/** Whether whoever reads sees such a member of a branch. */
export async function seesMember(connection: Connection, district: string, { branch, id }: { branch: string; id: string }) {
  const { rows } = await sql`
    select 1 from branches.members where district = ${district} and branch = ${branch} and id = ${id}`.execute(connection)
  return rows.length > 0
}

/** How many members each of some branches has, and as of when; of branches without any nothing. */
export async function memberCounts(connection: Connection, district: string, branches: readonly string[]) {
  const { rows } = await sql<{ branch: string; members: number; asOf: string }>`
    select branch, count(*)::integer as members, min(as_of)::text as "asOf" from branches.members
    where district = ${district} and branch = any (${[...branches]}::text[]) group by branch`.execute(connection)
  return new Map(rows.map(({ branch, ...counted }) => [branch, counted]))
}

const atOnce = 500

const forgetOutdated: ForgetBefore = async (connection, district, before, now) => {
  const { rows } = await sql<{ id: string }>`
    select id from branches.members where district = ${district} and brought_at < ${before.toString()}::timestamptz limit ${atOnce}`.execute(
    connection,
  )
  const ids = rows.map(({ id }) => id)
  if (ids.length > 0) await forgetMembers(connection, district, ids, now)
  return { count: ids.length }
}

/** How long the members of branches are kept. */
export const memberRules: readonly Rule[] = [
  {
    what: words('党支部的党员名单（姓名加密）', 'members of branches, their names encrypted'),
    table: 'branches.members',
    days: 366,
    from: words('最近一次导入之日', 'the last sheet that named them'),
    why: words('一年没有再导入的，可能已经变动', 'what no sheet has told for a year may have changed'),
    forget: forgetOutdated,
  },
]
