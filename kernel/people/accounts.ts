import { sql } from 'kysely'
import type { Connection } from '../database/open.ts'
import { dayOf } from '../time/zone.ts'
import type { Actor } from './actor.ts'
import { isNameless } from './nameless.ts'

export interface Account {
  id: string
  kind: 'resident' | 'staff'
  signInName: string | null
  displayName: string | null
  password: string | null
  mustChange: boolean
  totpSecret: string | null
  totpConfirmed: boolean
  totpLastStep: number | null
  demo: boolean
}

const columns = sql`id, kind, sign_in_name as "signInName", display_name as "displayName", password, must_change as "mustChange",
  totp_secret as "totpSecret", totp_confirmed as "totpConfirmed", totp_last_step as "totpLastStep", demo`

/** The account that a name signs in to, and the district it is at home in. Names are unique in the installation. */
export async function homeOf(connection: Connection, name: string): Promise<{ home: string; account: string } | undefined> {
  const { rows } = await sql<{ home: string; account: string }>`
    select home, account from people.names where name = ${name.trim().toLowerCase()}`.execute(connection)
  return rows[0]
}

/** An account that has not ended by then. */
export async function accountOf(
  connection: Connection,
  district: string,
  id: string,
  now: Temporal.Instant,
): Promise<Account | undefined> {
  const { rows } = await sql<Account>`
    select ${columns} from people.accounts where district = ${district} and id = ${id}
      and (ends is null or ends > ${dayOf(now)}::date)`.execute(connection)
  return rows[0]
}

/**
 * Whether a resident is still here: nobody whose account has ended, and nobody signed in by a query code that is gone. Until the transaction
 * ends nobody erases them: what they send beside their erasure comes before it, and goes with it, or not at all.
 */
export async function staysHere(connection: Connection, { district, id, role }: Actor, now: Temporal.Instant): Promise<boolean> {
  if (role !== 'resident') return true
  if (isNameless(id)) return holdsCode(connection, district, id)
  const { rows } = await sql<{ over: boolean | null }>`
    select ends <= ${dayOf(now)}::date as over from people.accounts where district = ${district} and id = ${id} for share`.execute(
    connection,
  )
  return rows[0]?.over !== true
}

async function holdsCode(connection: Connection, district: string, party: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from people.query_codes where district = ${district} and party = ${party} for share`.execute(connection)
  return rows.length > 0
}

/** Lets nobody send anything more as a resident until the transaction ends. */
export const holdBack = (connection: Connection, district: string, id: string) =>
  isNameless(id)
    ? sql`select 1 from people.query_codes where district = ${district} and party = ${id} for update`.execute(connection)
    : sql`select 1 from people.accounts where district = ${district} and id = ${id} for update`.execute(connection)

export interface NewAccount {
  id: string
  kind: Account['kind']
  signInName?: string
  displayName?: string
  password?: string
  mustChange?: boolean
  demo?: boolean
}

/** Makes accounts, all in one statement each. A name that is taken in this installation is an error of the database. */
export async function writeAccounts(connection: Connection, district: string, accounts: readonly NewAccount[]): Promise<void> {
  const rows = JSON.stringify(accounts)
  await sql`
    insert into people.accounts (district, id, kind, sign_in_name, display_name, password, must_change, demo)
    select ${district}::text, id, kind, "signInName", "displayName", password, coalesce("mustChange", false), coalesce(demo, false)
    from jsonb_to_recordset(${rows}::jsonb) as a (id text, kind text, "signInName" text, "displayName" text, password text,
      "mustChange" boolean, demo boolean)`.execute(connection)
  await sql`
    insert into people.names (name, home, account)
    select lower("signInName"), ${district}::text, id from jsonb_to_recordset(${rows}::jsonb) as a (id text, "signInName" text)
    where "signInName" is not null`.execute(connection)
}

export const setPassword = (connection: Connection, district: string, id: string, password: string) =>
  sql`update people.accounts set password = ${password}, must_change = false where district = ${district} and id = ${id}`.execute(
    connection,
  )
