import { sql } from 'kysely'
import type { Connection } from '../../../database/open.ts'
import { dayOf } from '../../../time/zone.ts'
import type { Actor } from '../../actor.ts'
import { administrators } from '../../roles.ts'
import { endSessions } from '../../sessions.ts'
import { type PostRow, postsOfPeople } from './posts.ts'
import { takeOffDuty, turnsOf } from './turns.ts'

export interface PersonRow {
  id: string
  name: string | null
  account: string | null
  ends: string | null
  secondFactor: boolean
  posts: PostRow[]
}

/** The units and grids that lie in a unit, itself too. */
async function codesWithin(connection: Connection, district: string, unit: string): Promise<string[]> {
  const { rows: units } = await sql<{ code: string }>`
    select code from place.units where district = ${district} and (code = ${unit} or community = ${unit} or street = ${unit})
      and kind <> 'building'`.execute(connection)
  const { rows: grids } = await sql<{ code: string }>`
    select code from place.grids where district = ${district} and (community = ${unit} or street = ${unit})`.execute(connection)
  return [...new Set([unit, ...units.map(({ code }) => code), ...grids.map(({ code }) => code)])]
}

/** Which people an actor sees: administrators everybody, others whoever is at a post in their own unit. */
async function inSight(connection: Connection, { district, role, unit }: Actor) {
  if (administrators.has(role)) return sql`true`
  const codes = await codesWithin(connection, district, unit ?? '')
  return sql`id in (select account from people.posts where district = ${district} and unit = any (${codes}))`
}

interface Asked {
  search?: string | undefined
  id?: string | undefined
  after?: string | undefined
  most: number
  day: string
}

/**
 * Staff by id, a page at a time, with the posts that they hold or will hold. `search` is a part of a name; for administrators also of
 * what somebody signs in with.
 */
export async function peopleOf(
  connection: Connection,
  actor: Actor,
  { search, id, after, most, day }: Asked,
): Promise<PersonRow[]> {
  const { district } = actor
  const like = `%${(search ?? '').toLowerCase().replace(/[\\%_]/g, '\\$&')}%`
  const orAccount = administrators.has(actor.role) ? sql` or lower(sign_in_name) like ${like}` : sql``
  const { rows } = await sql<Omit<PersonRow, 'posts'>>`
    select id, display_name as name, sign_in_name as account, ends::text as ends, totp_confirmed as "secondFactor"
    from people.accounts where district = ${district} and kind = 'staff' and ${await inSight(connection, actor)}
      ${search === undefined ? sql`` : sql`and (lower(display_name) like ${like}${orAccount})`}
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
    posts: posts.filter(({ account }) => account === row.id),
  }))
}

/** Whether an account of the staff is there and has not ended. Locked, so that it does not end meanwhile. */
export async function isStaffThere(connection: Connection, district: string, id: string, day: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from people.accounts where district = ${district} and id = ${id} and kind = 'staff' and (ends is null or ends > ${day}::date)
    for update`.execute(connection)
  return rows.length > 0
}

/** Whether an account has set a password of its own: until then whoever made it knows it. */
export async function hasOwnPassword(connection: Connection, district: string, account: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from people.accounts where district = ${district} and id = ${account} and not must_change`.execute(connection)
  return rows.length > 0
}

/** Everything of an account that ends with it: its posts and who stands in at them, its turns on duty, its sessions, and the account itself. */
export async function endAccount(connection: Connection, district: string, id: string, now: Temporal.Instant): Promise<void> {
  const day = dayOf(now)
  await sql`update people.accounts set ends = ${day}::date where district = ${district} and id = ${id}`.execute(connection)
  await sql`update people.posts set ends = greatest(starts, ${day}::date) where district = ${district}
    and (account = ${id} or stand_in_for = ${id}) and (ends is null or ends > ${day}::date)`.execute(connection)
  await takeOffDuty(connection, district, id, await turnsOf(connection, district, id, now), now)
  await endSessions(connection, district, id, 'all', now)
}

/** Takes a name to sign in with for a new account. Gives whether it was free in the whole installation. */
export async function takeName(connection: Connection, district: string, name: string, account: string): Promise<boolean> {
  const { rows } = await sql`
    insert into people.names (name, home, account) values (${name.toLowerCase()}, ${district}, ${account}) on conflict do nothing returning 1`.execute(
    connection,
  )
  return rows.length > 0
}

/** Which of some names to sign in with are taken in the installation: asked only, so that nobody waits for whoever asks. */
export async function takenNames(connection: Connection, names: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ name: string }>`select name from people.names where name = any (${[...names]}::text[])`.execute(
    connection,
  )
  return new Set(rows.map(({ name }) => name))
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
export async function resetPassword(
  connection: Connection,
  district: string,
  id: string,
  password: string,
  now: Temporal.Instant,
): Promise<void> {
  await sql`update people.accounts set password = ${password}, must_change = true where district = ${district} and id = ${id}`.execute(
    connection,
  )
  await endSessions(connection, district, id, 'all', now)
}

/** Takes a second factor away: a new one is set up at the next sign-in, and whoever is signed in is signed out. */
export async function forgetSecondFactor(
  connection: Connection,
  district: string,
  id: string,
  now: Temporal.Instant,
): Promise<void> {
  await sql`update people.accounts set totp_secret = null, totp_confirmed = false, totp_last_step = null
    where district = ${district} and id = ${id}`.execute(connection)
  await endSessions(connection, district, id, 'all', now)
}

export const renameAccount = (connection: Connection, district: string, id: string, name: string) =>
  sql`update people.accounts set display_name = ${name} where district = ${district} and id = ${id}`.execute(connection)
