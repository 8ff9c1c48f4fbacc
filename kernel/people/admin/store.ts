import { sql } from 'kysely'
import type { Connection } from '../../database/open.ts'
import type { Actor } from '../actor.ts'
import type { Role } from '../roles.ts'
import type { PostThere } from './may.ts'

export interface PersonRow {
  id: string
  name: string | null
  account: string | null
  ends: string | null
  secondFactor: boolean
  posts: {
    id: string
    role: string
    unit: string
    unitName: string | null
    starts: string
    ends: string | null
    standInFor: string | null
  }[]
}

/** The units and grids that lie in a unit, itself too. */
async function within(connection: Connection, district: string, unit: string): Promise<string[]> {
  const { rows: units } = await sql<{ code: string }>`
    select code from place.units where district = ${district} and (code = ${unit} or community = ${unit} or street = ${unit})
      and kind <> 'building'`.execute(connection)
  const { rows: grids } = await sql<{ code: string }>`
    select code from place.grids where district = ${district} and (community = ${unit} or street = ${unit})`.execute(connection)
  return [...new Set([unit, ...units.map(({ code }) => code), ...grids.map(({ code }) => code)])]
}

/** Which people an actor sees: administrators everybody, others whoever is at a post in their own unit. */
async function inSight(connection: Connection, { district, role, unit }: Actor) {
  if (['systemAdmin', 'securityAdmin', 'auditAdmin'].includes(role)) return sql`true`
  const codes = await within(connection, district, unit ?? '')
  return sql`id in (select account from people.posts where district = ${district} and unit = any (${codes}))`
}

interface Asked {
  search?: string | undefined
  id?: string | undefined
  after?: string | undefined
  most: number
  day: string
}

/** Staff by id, a page at a time, with the posts that they hold or will hold. `search` is a part of a name or an account. */
export async function peopleOf(
  connection: Connection,
  actor: Actor,
  { search, id, after, most, day }: Asked,
): Promise<PersonRow[]> {
  const { district } = actor
  const like = `%${(search ?? '').toLowerCase().replace(/[\\%_]/g, '\\$&')}%`
  const { rows } = await sql<Omit<PersonRow, 'posts'>>`
    select id, display_name as name, sign_in_name as account, ends::text as ends, totp_confirmed as "secondFactor"
    from people.accounts where district = ${district} and kind = 'staff' and ${await inSight(connection, actor)}
      ${search === undefined ? sql`` : sql`and (lower(display_name) like ${like} or lower(sign_in_name) like ${like})`}
      ${id === undefined ? sql`` : sql`and id = ${id}`}
      ${after === undefined ? sql`` : sql`and id > ${after}`}
    order by id limit ${most}`.execute(connection)
  const posts = await postsOfPeople(
    connection,
    district,
    rows.map((row) => row.id),
    day,
  )
  return rows.map((row) => ({
    ...row,
    posts: posts.filter(({ account }) => account === row.id).map(({ account: _, ...post }) => post),
  }))
}

/** The posts of some people that are not over, with what their units and grids are called. */
async function postsOfPeople(connection: Connection, district: string, ids: readonly string[], day: string) {
  const { rows } = await sql<PersonRow['posts'][number] & { account: string }>`
    select p.account, p.id, p.role, p.unit, p.starts::text as starts, p.ends::text as ends, p.stand_in_for as "standInFor",
      coalesce(u.name, g.name) as "unitName"
    from people.posts p
    left join place.units u on u.district = p.district and u.code = p.unit
    left join place.grids g on g.district = p.district and g.code = p.unit and g.ends is null
    where p.district = ${district} and p.account = any (${[...ids]}) and (p.ends is null or p.ends > ${day}::date)
    order by p.starts, p.id`.execute(connection)
  return rows
}

/** A post that still stands, with where it is. Locked until the transaction ends. */
export async function postThere(
  connection: Connection,
  district: string,
  id: string,
  day: string,
): Promise<(PostThere & { starts: string; ends: string | null; standInFor: string | null }) | undefined> {
  const { rows } = await sql<
    Omit<PostThere, 'street' | 'community'> & { starts: string; ends: string | null; standInFor: string | null }
  >`
    select account, role, unit, starts::text as starts, ends::text as ends, stand_in_for as "standInFor" from people.posts
    where district = ${district} and id = ${id} and (ends is null or ends > ${day}::date) for update`.execute(connection)
  const [post] = rows
  if (!post) return undefined
  const { rows: lies } = await sql<{ street: string | null; community: string | null }>`
    select street, community from place.grids where district = ${district} and code = ${post.unit} and ends is null
    union all select street, community from place.units where district = ${district} and code = ${post.unit} limit 1`.execute(
    connection,
  )
  return { ...post, street: lies[0]?.street ?? null, community: lies[0]?.community ?? null }
}

/** Whether a unit or grid of this code stands. */
export async function stands(connection: Connection, district: string, code: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from place.units where district = ${district} and code = ${code} and ends is null
    union all select 1 from place.grids where district = ${district} and code = ${code} and ends is null`.execute(connection)
  return rows.length > 0
}

/** Whether an account of the staff is there and has not ended. Locked, so that it does not end meanwhile. */
export async function isStaffThere(connection: Connection, district: string, id: string, day: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from people.accounts where district = ${district} and id = ${id} and kind = 'staff' and (ends is null or ends > ${day}::date)
    for update`.execute(connection)
  return rows.length > 0
}

/** Who holds a role on a day. */
export async function holdersOf(connection: Connection, district: string, role: Role, day: string): Promise<string[]> {
  const { rows } = await sql<{ account: string }>`
    select account from people.posts where district = ${district} and role = ${role}
      and starts <= ${day}::date and (ends is null or ends > ${day}::date) order by id`.execute(connection)
  return [...new Set(rows.map(({ account }) => account))]
}

/** Whether an account has set a password of its own: until then whoever made it knows it. */
export async function hasOwnPassword(connection: Connection, district: string, account: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from people.accounts where district = ${district} and id = ${account} and not must_change`.execute(connection)
  return rows.length > 0
}

/** The administrators' roles that an account has or will have, and whether this is a demo, where one person may hold all. */
export async function administersAs(connection: Connection, district: string, account: string, day: string) {
  const { rows } = await sql<{ role: string | null; demo: boolean }>`
    select p.role, d.demo from place.districts d left join people.posts p on p.district = d.district and p.account = ${account}
      and p.role in ('systemAdmin', 'securityAdmin', 'auditAdmin') and (p.ends is null or p.ends > ${day}::date)
    where d.district = ${district}`.execute(connection)
  return { demo: rows[0]?.demo ?? false, roles: rows.flatMap(({ role }) => (role === null ? [] : [role])) }
}

export interface NewPost {
  id: string
  account: string
  role: Role
  unit: string
  starts: string
  ends: string | null
  standInFor: string | null
}

export const givePost = (
  connection: Connection,
  district: string,
  { id, account, role, unit, starts, ends, standInFor }: NewPost,
) =>
  sql`
  insert into people.posts (district, id, account, role, unit, starts, ends, stand_in_for)
  values (${district}, ${id}, ${account}, ${role}, ${unit}, ${starts}::date, ${ends}::date, ${standInFor})`.execute(connection)

/** Ends a post, with whoever stands in at it. */
export async function endPost(
  connection: Connection,
  district: string,
  id: string,
  { account, role, unit, ends }: { account: string; role: Role; unit: string; ends: string },
): Promise<void> {
  await sql`update people.posts set ends = greatest(starts, ${ends}::date) where district = ${district}
    and (id = ${id} or (stand_in_for = ${account} and role = ${role} and unit = ${unit}))
    and (ends is null or ends > ${ends}::date)`.execute(connection)
}

/** Everything of an account that ends with it: its posts and who stands in at them, its sessions, and the account itself. */
export async function endAccount(connection: Connection, district: string, id: string, day: string): Promise<void> {
  await sql`update people.accounts set ends = ${day}::date where district = ${district} and id = ${id}`.execute(connection)
  await sql`update people.posts set ends = greatest(starts, ${day}::date) where district = ${district}
    and (account = ${id} or stand_in_for = ${id}) and (ends is null or ends > ${day}::date)`.execute(connection)
  await sql`delete from people.sessions where district = ${district} and account = ${id}`.execute(connection)
}

/** The posts at a unit, of a role, or of an account on a day, by id, a page at a time. */
export async function postsWhere(
  connection: Connection,
  district: string,
  {
    unit,
    role,
    account,
    after,
    day,
    most,
  }: {
    unit?: string | undefined
    role?: string | undefined
    account?: string | undefined
    after?: string | undefined
    day: string
    most: number
  },
) {
  const { rows } = await sql<PersonRow['posts'][number] & { account: string; name: string | null }>`
    select p.account, a.display_name as name, p.id, p.role, p.unit, p.starts::text as starts, p.ends::text as ends,
      p.stand_in_for as "standInFor", coalesce(u.name, g.name) as "unitName"
    from people.posts p
    left join people.accounts a on a.district = p.district and a.id = p.account
    left join place.units u on u.district = p.district and u.code = p.unit
    left join place.grids g on g.district = p.district and g.code = p.unit and g.ends is null
    where p.district = ${district} and p.starts <= ${day}::date and (p.ends is null or p.ends > ${day}::date)
      ${unit === undefined ? sql`` : sql`and p.unit = ${unit}`} ${role === undefined ? sql`` : sql`and p.role = ${role}`}
      ${account === undefined ? sql`` : sql`and p.account = ${account}`} ${after === undefined ? sql`` : sql`and p.id > ${after}`}
    order by p.id limit ${most}`.execute(connection)
  return rows
}

/** Takes a name to sign in with for a new account. Gives whether it was free in the whole installation. */
export async function takeName(connection: Connection, district: string, name: string, account: string): Promise<boolean> {
  const { rows } = await sql`
    insert into people.names (name, home, account) values (${name.toLowerCase()}, ${district}, ${account}) on conflict do nothing returning 1`.execute(
    connection,
  )
  return rows.length > 0
}

export const makeAccount = (
  connection: Connection,
  district: string,
  { id, signInName, displayName, password }: { id: string; signInName: string; displayName: string; password: string },
) =>
  sql`
  insert into people.accounts (district, id, kind, sign_in_name, display_name, password, must_change)
  values (${district}, ${id}, 'staff', ${signInName}, ${displayName}, ${password}, true)`.execute(connection)

/** A new initial password: it has to be changed on first use, and whoever is signed in is signed out. */
export async function resetPassword(connection: Connection, district: string, id: string, password: string): Promise<void> {
  await sql`update people.accounts set password = ${password}, must_change = true where district = ${district} and id = ${id}`.execute(
    connection,
  )
  await sql`delete from people.sessions where district = ${district} and account = ${id}`.execute(connection)
}

export const renameAccount = (connection: Connection, district: string, id: string, name: string) =>
  sql`update people.accounts set display_name = ${name} where district = ${district} and id = ${id}`.execute(connection)

export interface DutyRow {
  unit: string
  account: string
  name: string | null
  starts_at: Date
  ends_at: Date
}

/** Who is on duty at a street in a stretch of time, in order. */
export async function dutiesIn(
  connection: Connection,
  district: string,
  unit: string,
  from: string,
  to: string,
): Promise<DutyRow[]> {
  const { rows } = await sql<DutyRow>`
    select d.unit, d.account, a.display_name as name, d.starts_at, d.ends_at from people.duties d
    left join people.accounts a on a.district = d.district and a.id = d.account
    where d.district = ${district} and d.unit = ${unit} and d.starts_at < ${to}::timestamptz and d.ends_at > ${from}::timestamptz
    order by d.starts_at, d.account limit 500`.execute(connection)
  return rows
}

/** Puts a stretch of a roster in place of what stood there: what began in it goes, and the new slots come. */
export async function replaceDuties(
  connection: Connection,
  district: string,
  unit: string,
  { from, to, slots }: { from: string; to: string; slots: readonly { account: string; from: string; to: string }[] },
): Promise<void> {
  await sql`delete from people.duties where district = ${district} and unit = ${unit}
    and starts_at >= ${from}::timestamptz and starts_at < ${to}::timestamptz`.execute(connection)
  if (slots.length === 0) return
  const values = slots.map(
    (slot) => sql`(${district}, ${unit}, ${slot.from}::timestamptz, ${slot.to}::timestamptz, ${slot.account})`,
  )
  await sql`insert into people.duties (district, unit, starts_at, ends_at, account) values ${sql.join(values)} on conflict do nothing`.execute(
    connection,
  )
}

/** The roles of which a second factor is asked. */
export async function secondFactorRoles(connection: Connection, district: string): Promise<string[]> {
  const { rows } = await sql<{
    role: string
  }>`select role from people.second_factor where district = ${district} order by role`.execute(connection)
  return rows.map(({ role }) => role)
}

export async function askSecondFactor(connection: Connection, district: string, roles: readonly string[]): Promise<void> {
  await sql`delete from people.second_factor where district = ${district} and role <> all (${[...roles]})`.execute(connection)
  if (roles.length === 0) return
  await sql`insert into people.second_factor (district, role) values ${sql.join(roles.map((role) => sql`(${district}, ${role})`))}
    on conflict do nothing`.execute(connection)
}
