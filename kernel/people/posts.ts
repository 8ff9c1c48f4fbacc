import { type RawBuilder, sql } from 'kysely'
import type { Connection } from '../database/open.ts'
import { raiseRules } from '../place/rules.ts'
import { dayOf } from '../time/zone.ts'
import { administrators, isRole, type Role } from './roles.ts'
import { unfitAt } from './unfit.ts'

/** One of the posts that an account is at on a day. */
export interface HeldPost {
  id: string
  role: Role
  unit: string
  standsIn: boolean
  /** Whether the role asks for a second factor. */
  secondFactor: boolean
  /** After how many minutes without a touch a session of it ends. */
  idleMinutes?: number
}

/** What the ranks of `PostFound` say. */
const [standsIn, onDuty] = [1, 2]

/** A row of `selectPosts`. */
export interface PostFound {
  id: string
  role: string
  unit: string
  /** 0 for a post of one's own, 1 for one that one stands in at, 2 for where one is on duty. */
  rank: number
  second: boolean
  idle: number | null
}

/** Reads the posts that an account is at at a moment: its own, those it stands in for, and where it is on duty. */
export function selectPosts(district: string, account: RawBuilder<unknown>, now: Temporal.Instant): RawBuilder<PostFound> {
  const [day, moment] = [dayOf(now), now.toString()]
  return sql`
    select id, role, unit, (stand_in_for is not null)::integer as rank,
      exists (select 1 from people.second_factor f where f.district = ${district} and f.role = posts.role) as second,
      (select minutes from people.idle_ends i where i.district = ${district} and i.role = posts.role) as idle
    from people.posts where district = ${district} and account = ${account}
      and starts <= ${day}::date and (ends is null or ends > ${day}::date)
    union all select 'duty.' || unit, 'dutyOfficer', unit, 2,
      exists (select 1 from people.second_factor f where f.district = ${district} and f.role = 'dutyOfficer'),
      (select minutes from people.idle_ends i where i.district = ${district} and i.role = 'dutyOfficer')
    from people.duties where district = ${district} and account = ${account}
      and starts_at <= ${moment}::timestamptz and ends_at > ${moment}::timestamptz
    order by rank, id limit 50`
}

/** Those of them whose role this program knows; where they are on duty only as long as nothing else that they are keeps them off it. */
export function postsIn(rows: readonly PostFound[]): HeldPost[] {
  const known = rows.flatMap((row) => (isRole(row.role) ? [{ ...row, role: row.role }] : []))
  const unfit = unfitAt(
    known.filter(({ rank }) => rank !== onDuty).map(({ role, rank }) => ({ role, standsIn: rank === standsIn })),
  )
  return known
    .filter(({ rank }) => rank !== onDuty || !unfit)
    .map(({ id, role, unit, rank, second, idle }) => ({
      ...{ id, role, unit, standsIn: rank === standsIn, secondFactor: second },
      ...(idle !== null && { idleMinutes: idle }),
    }))
}

export interface PostRow {
  id: string
  account: string
  role: Role
  unit: string
  starts: string
  ends?: string
  standInFor?: string
}

/** Puts people at posts, all in one statement, and raises the rules' version: who is where decides where cases go. */
export async function writePosts(connection: Connection, district: string, posts: readonly PostRow[]): Promise<void> {
  await sql`
    insert into people.posts (district, id, account, role, unit, starts, ends, stand_in_for)
    select ${district}::text, id, account, role, unit, starts, ends, "standInFor"
    from jsonb_to_recordset(${JSON.stringify(posts)}::jsonb)
      as p (id text, account text, role text, unit text, starts date, ends date, "standInFor" text)
    on conflict (district, id) do update set (account, role, unit, starts, ends, stand_in_for) =
      (excluded.account, excluded.role, excluded.unit, excluded.starts, excluded.ends, excluded.stand_in_for)`.execute(connection)
  await raiseRules(connection, district)
  await keepAdministratorsApart(connection, district)
}

/** Ends the posts at a unit or grid that ends on a day; those that would only begin then or later do not. */
export async function endPostsAt(connection: Connection, district: string, unit: string, day: string): Promise<void> {
  await sql`
    update people.posts set ends = greatest(starts, ${day}::date)
    where district = ${district} and unit = ${unit} and (ends is null or ends > greatest(starts, ${day}::date))`.execute(
    connection,
  )
}

/** The posts at a unit or grid that go on from a day. */
export async function postsFrom(connection: Connection, district: string, unit: string, day: string): Promise<PostRow[]> {
  const { rows } = await sql<{
    id: string
    account: string
    role: string
    starts: string
    ends: string | null
    standInFor: string | null
  }>`
    select id, account, role, starts::text as starts, ends::text as ends, stand_in_for as "standInFor" from people.posts
    where district = ${district} and unit = ${unit} and (ends is null or ends > greatest(starts, ${day}::date)) order by id limit 200`.execute(
    connection,
  )
  return rows.flatMap(({ role, starts, ends, standInFor, ...post }) =>
    isRole(role)
      ? [
          {
            ...{ ...post, role, unit, starts: starts > day ? starts : day },
            ...(ends !== null && { ends }),
            ...(standInFor !== null && { standInFor }),
          },
        ]
      : [],
  )
}

/**
 * The rights of system, security and audit administrator are three (三员): nobody holds two of them on any day, but in a demo.
 * GB/T 22239-2019, 8.1.7 and after.
 */
async function keepAdministratorsApart(connection: Connection, district: string): Promise<void> {
  const { rows } = await sql<{ account: string }>`
    select p.account from people.posts p join place.districts d on d.district = p.district
      join people.posts q on q.district = ${district} and q.account = p.account and q.role > p.role
        and daterange(q.starts, q.ends) && daterange(p.starts, p.ends)
    where p.district = ${district} and not d.demo
      and p.role = any (${[...administrators]}::text[]) and q.role = any (${[...administrators]}::text[])
    limit 1`.execute(connection)
  if (rows[0])
    throw new Error(
      `${rows[0].account} would be more than one of system, security and audit administrator: give them to different people`,
    )
}
