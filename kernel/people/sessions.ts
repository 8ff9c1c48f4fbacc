import { randomBytes } from 'node:crypto'
import { type RawBuilder, sql } from 'kysely'
import type { Connection, Database } from '../database/open.ts'
import { within } from '../database/within.ts'
import { dayOf } from '../time/zone.ts'
import { digest, suite } from '../vault/suite.ts'
import type { Account } from './accounts.ts'
import { type Came, noteSignIn } from './admin/store/signIns.ts'
import { type PostFound, selectPosts } from './posts.ts'

/** Staff sessions end after a working day, a resident's after a month, one opened by a query code after an hour. */
const hours = { staff: 12, resident: 24 * 30, code: 1 } as const

export interface Session {
  account: string
  kind: 'staff' | 'resident' | 'code'
  post: string | null
  item: string | null
  token: string
}

const hashOf = (secret: string) => digest(secret, suite, 'base64url')

/** Starts a session and gives its token: the district and 256 random bits, of which only a hash is kept. That staff came in is noted. */
export async function startSession(
  connection: Connection,
  district: string,
  { account, kind, post, item, device }: { account: string; kind: Session['kind']; post?: string; item?: string; device: string },
  now: Temporal.Instant,
): Promise<string> {
  const secret = randomBytes(32).toString('base64url')
  await sql`
    insert into people.sessions (district, token, account, kind, post, item, device, made_at, seen_at, ends_at)
    values (${district}, ${hashOf(secret)}, ${account}, ${kind}, ${post ?? null}, ${item ?? null}, ${device.slice(0, 200)},
      ${now.toString()}::timestamptz, ${now.toString()}::timestamptz, ${now.add({ hours: hours[kind] }).toString()}::timestamptz)`.execute(
    connection,
  )
  if (kind === 'staff') await noteSignIn(connection, district, now, { account, came: 'in', device })
  return `${district}.${secret}`
}

/** The two parts of a token, or nothing if it cannot be one. */
export function partsOf(token: string | undefined): { district: string; secret: string } | undefined {
  const [district, secret, ...more] = token?.split('.') ?? []
  const whole = district !== undefined && secret !== undefined && more.length === 0
  return whole && /^[\w-]{1,60}$/.test(district) && /^[\w-]{43}$/.test(secret) ? { district, secret } : undefined
}

/** A session that still runs, the account that it is of, if that has not ended, and the posts that are held: all that tells who asks, in one read. */
export interface Running extends Session {
  holder: Pick<Account, 'id' | 'kind' | 'displayName' | 'mustChange' | 'demo' | 'totpConfirmed'> | null
  posts: PostFound[] | null
  /** When somebody was last seen to be at it. */
  seen: Date
}

/** The session of a token, if it still runs. */
export async function sessionOf(
  connection: Connection,
  { district, secret }: { district: string; secret: string },
  now: Temporal.Instant,
): Promise<Running | undefined> {
  const { rows } = await sql<Running>`
    select s.account, s.kind, s.post, s.item, s.token, s.seen_at as seen,
      (select jsonb_build_object('id', a.id, 'kind', a.kind, 'displayName', a.display_name, 'mustChange', a.must_change,
        'demo', a.demo, 'totpConfirmed', a.totp_confirmed) from people.accounts a
        where a.district = ${district} and a.id = s.account and (a.ends is null or a.ends > ${dayOf(now)}::date)) as holder,
      case s.kind when 'staff' then (select jsonb_agg(p order by p.rank, p.id) from (${selectPosts(district, sql`s.account`, now)}) p) end as posts
    from people.sessions s
    where s.district = ${district} and s.token = ${hashOf(secret)} and s.ends_at > ${now.toString()}::timestamptz`.execute(
    connection,
  )
  return rows[0]
}

export interface SessionRow {
  id: string
  device: string
  here: boolean
  made_at: Date
  ends_at: Date
}

/** The sessions of an account that still run, and which of them is the one that asks, by its kept token. Their `id` names one to end, and opens none. */
export async function sessionsOf(
  connection: Connection,
  district: string,
  account: string,
  now: Temporal.Instant,
  asking?: string,
): Promise<SessionRow[]> {
  const { rows } = await sql<SessionRow>`
    select left(encode(sha256(token::bytea), 'hex'), 16) as id, device, coalesce(token = ${asking ?? null}, false) as here,
      made_at, ends_at from people.sessions
    where district = ${district} and account = ${account} and ends_at > ${now.toString()}::timestamptz
    order by made_at desc, 1 limit 100`.execute(connection)
  return rows
}

/** Whoever left their session by themself, had it ended for them, or was not there any more. */
type Left = Extract<Came, 'out' | 'ended' | 'idle'>

/** Ends sessions. Of each of the staff that still ran it is noted how it came to its end. Gives how many there were. */
async function end(
  connection: Connection,
  district: string,
  which: RawBuilder<unknown>,
  came: Left,
  now: Temporal.Instant,
): Promise<number> {
  const { rows } = await sql<{ account: string; device: string; noted: boolean }>`
    delete from people.sessions where district = ${district} and ${which}
    returning account, device, kind = 'staff' and ends_at > ${now.toString()}::timestamptz as noted`.execute(connection)
  for (const { account, device, noted } of rows) if (noted) await noteSignIn(connection, district, now, { account, came, device })
  return rows.length
}

/** Ends one session of an account by its id in the list, all but the one that asks, or all. Gives how many. */
export function endSessions(
  connection: Connection,
  district: string,
  account: string,
  which: { id: string } | { allBut: string } | 'all',
  now: Temporal.Instant,
): Promise<number> {
  const those =
    which === 'all'
      ? sql`true`
      : 'id' in which
        ? sql`left(encode(sha256(token::bytea), 'hex'), 16) = ${which.id}`
        : sql`token <> ${which.allBut}`
  return end(connection, district, sql`account = ${account} and ${those}`, 'ended', now)
}

/** Ends the session that its owner leaves. */
export const endSession = (connection: Connection, district: string, token: string, now: Temporal.Instant) =>
  end(connection, district, sql`token = ${token}`, 'out', now)

/** Ends the session at which nobody has been for long. */
export const endIdle = (connection: Connection, district: string, token: string, now: Temporal.Instant) =>
  end(connection, district, sql`token = ${token}`, 'idle', now)

/** Writes down when somebody was at a session. */
export const noteSeen = (connection: Connection, district: string, token: string, seen: Temporal.Instant) =>
  sql`update people.sessions set seen_at = ${seen.toString()}::timestamptz
    where district = ${district} and token = ${token} and seen_at < ${seen.toString()}::timestamptz`.execute(connection)

/** The same by its token, whatever district that names. */
export const endSessionBy = (
  connection: Connection,
  { district, secret }: { district: string; secret: string },
  now: Temporal.Instant,
) => endSession(connection, district, hashOf(secret), now)

/** Lets a session act as another of its account's posts. */
export const switchPost = (connection: Connection, district: string, token: string, post: string) =>
  sql`update people.sessions set post = ${post} where district = ${district} and token = ${token}`.execute(connection)

/** Signs everybody out, and has no telephone code be good any more: of a database that goes back in time, who had signed out since would be in again. */
export const endEverySession = (database: Database): Promise<void> =>
  within(database, { as: 'owner' }, async (connection) => {
    await sql`delete from people.sessions`.execute(connection)
    await sql`delete from people.phone_codes`.execute(connection)
  })
