import { sql } from 'kysely'
import type { Connection } from '../../../database/open.ts'
import type { UnitKind } from '../../../place/kinds.ts'
import { administrators, type Role } from '../../roles.ts'
import type { PostThere, Rulers } from '../may.ts'

/** A post that still stands or is to come, with where it is; none that was taken back before it began. Locked until the transaction ends. */
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
    where district = ${district} and id = ${id} and (ends is null or ends > greatest(starts, ${day}::date)) for update`.execute(
    connection,
  )
  const [post] = rows
  if (!post) return undefined
  const { rows: lies } = await sql<{ street: string | null; community: string | null }>`
    (select street, community from place.grids where district = ${district} and code = ${post.unit} order by starts desc limit 1)
    union all select street, community from place.units where district = ${district} and code = ${post.unit} limit 1`.execute(
    connection,
  )
  return { ...post, street: lies[0]?.street ?? null, community: lies[0]?.community ?? null }
}

/** Whether another account is at a post of this role and place on a day. */
export async function isHeldByOther(
  connection: Connection,
  district: string,
  { account, role, unit }: { account: string; role: Role; unit: string },
  day: string,
): Promise<boolean> {
  const { rows } = await sql`
    select 1 from people.posts where district = ${district} and unit = ${unit} and role = ${role} and account <> ${account}
      and starts <= ${day}::date and (ends is null or ends > ${day}::date) limit 1`.execute(connection)
  return rows.length > 0
}

/** The posts that an account is at after a day, or will be, but for those that it stands in at. */
export async function ownPosts(connection: Connection, district: string, account: string, day: string) {
  const { rows } = await sql<{ role: Role; unit: string }>`
    select role, unit from people.posts where district = ${district} and account = ${account} and stand_in_for is null
      and (ends is null or ends > greatest(starts, ${day}::date)) order by id limit 50`.execute(connection)
  return rows
}

/** Of which kind the unit or grid of this code is, and the first day on which it no longer stands, if it has gone or is set to. */
export async function placeThere(
  connection: Connection,
  district: string,
  code: string,
): Promise<{ kind: UnitKind | 'grid'; ends: string | null } | undefined> {
  const { rows: units } = await sql<{ kind: UnitKind; ends: string | null }>`
    select kind, ends::text as ends from place.units where district = ${district} and code = ${code}`.execute(connection)
  if (units[0]) return units[0]
  const { rows: grids } = await sql<{ ends: string | null }>`
    select ends::text as ends from place.grids where district = ${district} and code = ${code} order by starts desc limit 1`.execute(
    connection,
  )
  return grids[0] && { kind: 'grid', ends: grids[0].ends }
}

/** The accounts of those who hold a role on a day. */
export const holdersOf = async (connection: Connection, district: string, role: Role, day: string): Promise<string[]> => [
  ...new Set((await termsOf(connection, district, role, day)).map(({ account }) => account)),
]

/** Who holds a role on a day, and the first day without them: `null` for whoever has no end in view. */
export async function termsOf(
  connection: Connection,
  district: string,
  role: Role,
  day: string,
): Promise<{ account: string; ends: string | null }[]> {
  const { rows } = await sql<{ account: string; ends: string | null }>`
    select account, ends::text as ends from people.posts where district = ${district} and role = ${role}
      and starts <= ${day}::date and (ends is null or ends > ${day}::date) order by id`.execute(connection)
  return rows
}

/** Whether an account is at another post of this role and place on some day of a stretch already, as its own or for the same somebody. */
export async function isThereAlready(
  connection: Connection,
  district: string,
  { id, account, role, unit, starts, ends, standInFor }: MaybeNew,
): Promise<boolean> {
  const { rows } = await sql`
    select 1 from people.posts where district = ${district} and account = ${account} and role = ${role} and unit = ${unit}
      and stand_in_for is not distinct from ${standInFor} ${id === undefined ? sql`` : sql`and id <> ${id}`}
      and (${ends}::date is null or starts < ${ends}::date) and (ends is null or ends > greatest(starts, ${starts}::date)) limit 1`.execute(
    connection,
  )
  return rows.length > 0
}

/** Who holds the posts by which posts are given, on a day. */
export async function rulersOf(connection: Connection, district: string, day: string): Promise<Rulers> {
  return {
    systemAdmins: await holdersOf(connection, district, 'systemAdmin', day),
    securityAdmins: await holdersOf(connection, district, 'securityAdmin', day),
  }
}

/** The administrators' roles that an account has or will have, and whether this is a demo, where one person may hold all. */
export async function administersAs(connection: Connection, district: string, account: string, day: string) {
  const { rows } = await sql<{ role: string | null; demo: boolean }>`
    select p.role, d.demo from place.districts d left join people.posts p on p.district = d.district and p.account = ${account}
      and p.role = any (${[...administrators]}::text[]) and (p.ends is null or p.ends > greatest(p.starts, ${day}::date))
    where d.district = ${district}`.execute(connection)
  return { demo: rows[0]?.demo ?? false, roles: rows.flatMap(({ role }) => (role === null ? [] : [role])) }
}

/** Whether somebody stands in anywhere, today or later. */
export async function standsIn(connection: Connection, district: string, account: string, day: string): Promise<boolean> {
  const { rows } = await sql`select 1 from people.posts
    where district = ${district} and account = ${account} and stand_in_for is not null and (ends is null or ends > greatest(starts, ${day}::date)) limit 1`.execute(
    connection,
  )
  return rows.length > 0
}

export interface NewPost {
  id: string
  account: string
  role: Role
  unit: string
  starts: string
  ends: string | null
  standInFor: string | null
  /** The post that it was copied from, when a grid was divided. */
  copyOf?: string
}

/** A post that is to be given, or one that is there by its id and is to be held for another time. */
export type MaybeNew = Omit<NewPost, 'id'> & { id?: string }

export const givePost = (
  connection: Connection,
  district: string,
  { id, account, role, unit, starts, ends, standInFor, copyOf }: NewPost,
) =>
  sql`
  insert into people.posts (district, id, account, role, unit, starts, ends, stand_in_for, copy_of)
  values (${district}, ${id}, ${account}, ${role}, ${unit}, ${starts}::date, ${ends}::date, ${standInFor}, ${copyOf ?? null})`.execute(
    connection,
  )

/**
 * Lets a post end on a day, the first on which it is over; whoever stands in at it ends with it, if not before. A copy of it at another grid that
 * has not begun by today, and would begin no sooner, does not begin.
 */
export async function endPost(
  connection: Connection,
  district: string,
  id: string,
  { account, role, unit, ends, today }: { account: string; role: Role; unit: string; ends: string; today: string },
): Promise<void> {
  await sql`update people.posts set ends = greatest(starts, ${ends}::date) where district = ${district} and id = ${id}`.execute(
    connection,
  )
  await sql`update people.posts set ends = greatest(starts, ${ends}::date) where district = ${district}
    and stand_in_for = ${account} and role = ${role} and unit = ${unit} and (ends is null or ends > ${ends}::date)`.execute(
    connection,
  )
  await sql`update people.posts set ends = starts where district = ${district} and copy_of = ${id}
    and starts >= ${ends}::date and starts > ${today}::date`.execute(connection)
}

/** A post with whoever holds it, and with what its unit or grid is called. */
export interface PostRow {
  id: string
  account: string
  name: string | null
  role: string
  unit: string
  unitName: string | null
  starts: string
  /** The first day on which it is over. */
  ends: string | null
  standInFor: string | null
}

/** Posts as `PostRow` has them, to be narrowed by conditions on `p`. */
export const named = sql`
  select p.id, p.account, a.display_name as name, p.role, p.unit, coalesce(u.name, g.name) as "unitName",
    p.starts::text as starts, p.ends::text as ends, p.stand_in_for as "standInFor"
  from people.posts p
  left join people.accounts a on a.district = p.district and a.id = p.account
  left join place.units u on u.district = p.district and u.code = p.unit
  left join place.grids g on g.district = p.district and g.code = p.unit and g.ends is null`

/** The posts of some people that are not over, those to come too. */
export async function postsOfPeople(
  connection: Connection,
  district: string,
  accounts: readonly string[],
  day: string,
): Promise<PostRow[]> {
  const { rows } = await sql<PostRow>`${named}
    where p.district = ${district} and p.account = any (${[...accounts]}) and (p.ends is null or p.ends > greatest(p.starts, ${day}::date))
    order by p.starts, p.id`.execute(connection)
  return rows
}

/** What posts are asked for; all that is given must hold. */
export interface PostFilter {
  unit?: string | undefined
  role?: string | undefined
  account?: string | undefined
}

/** The posts that are held on a day, by id, a page at a time. */
export async function postsWhere(
  connection: Connection,
  district: string,
  filter: PostFilter,
  { day, after, most }: { day: string; after?: string | undefined; most: number },
): Promise<PostRow[]> {
  const { rows } = await sql<PostRow>`${named}
    where p.district = ${district} and p.starts <= ${day}::date and (p.ends is null or p.ends > ${day}::date)
      ${filter.unit === undefined ? sql`` : sql`and p.unit = ${filter.unit}`}
      ${filter.role === undefined ? sql`` : sql`and p.role = ${filter.role}`}
      ${filter.account === undefined ? sql`` : sql`and p.account = ${filter.account}`}
      ${after === undefined ? sql`` : sql`and p.id > ${after}`}
    order by p.id limit ${most}`.execute(connection)
  return rows
}
