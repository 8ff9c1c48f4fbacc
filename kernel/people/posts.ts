import { sql } from 'kysely'
import type { Connection } from '../database/open.ts'
import { isRole, type Role } from './roles.ts'

/** One of the posts that an account is at on a day. */
export interface HeldPost {
  id: string
  role: Role
  unit: string
  standsIn: boolean
}

/** The posts that an account is at on a day, its own before those it stands in for. */
export async function postsOf(connection: Connection, district: string, account: string, day: string): Promise<HeldPost[]> {
  const { rows } = await sql<{ id: string; role: string; unit: string; stand_in_for: string | null }>`
    select id, role, unit, stand_in_for from people.posts where district = ${district} and account = ${account}
      and starts <= ${day}::date and (ends is null or ends > ${day}::date)
    order by stand_in_for is not null, id limit 50`.execute(connection)
  return rows.flatMap(({ id, role, unit, stand_in_for }) =>
    isRole(role) ? [{ id, role, unit, standsIn: stand_in_for !== null }] : [],
  )
}

/** The streets for which somebody is on duty at a moment. */
export async function onDutyAt(
  connection: Connection,
  district: string,
  account: string,
  now: Temporal.Instant,
): Promise<string[]> {
  const { rows } = await sql<{ unit: string }>`
    select unit from people.duties where district = ${district} and account = ${account}
      and starts_at <= ${now.toString()}::timestamptz and ends_at > ${now.toString()}::timestamptz`.execute(connection)
  return rows.map(({ unit }) => unit)
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
  await sql`update place.districts set rules_version = rules_version + 1 where district = ${district}`.execute(connection)
}
