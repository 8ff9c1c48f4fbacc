import { sql } from 'kysely'
import type { Connection } from '../../database/open.ts'
import { keyedHash } from '../../vault/cipher.ts'
import type { Keyring } from '../../vault/keyring.ts'

/** A command as it was sent the first time under its key. */
export interface Sent {
  district: string
  /** The account; or for somebody not signed in, a secret that their phone made. */
  scope: string
  key: string
  fingerprint: string
  item: string
  command: string
}

const ofPhone = 'device '

/** The scope of a phone on which nobody is signed in. */
export const scopeOfPhone = (ring: Keyring, device: string): string => `${ofPhone}${keyedHash(ring, 'device', device)}`

/** Whether nobody was signed in on the phone: who sends from it begins or joins something, and is not known from before. */
export const isOfPhone = (scope: string): boolean => scope.startsWith(ofPhone)

/**
 * Takes the key for this command. Gives nothing if the key was free; otherwise what was sent under it before. Nothing is
 * locked or written earlier in the transaction: a second sender of the same key waits here until the first is through.
 */
export async function takeKey(
  connection: Connection,
  { district, scope, key, fingerprint, item, command }: Sent,
  now: Temporal.Instant,
) {
  const taken = await sql`
    insert into flow.keys (district, scope, key, fingerprint, item, command, version, at)
    values (${district}, ${scope}, ${key}, ${fingerprint}, ${item}, ${command}, 0, ${now.toString()}::timestamptz)
    on conflict do nothing returning key`.execute(connection)
  if (taken.rows.length > 0) return undefined
  const { rows } = await sql<{ fingerprint: string; item: string; command: string; version: number; at: Date }>`
    select fingerprint, item, command, version, at from flow.keys
    where district = ${district} and scope = ${scope} and key = ${key}`.execute(connection)
  return rows[0]
}

/** The write that notes which version the command made. */
export const settleKey = ({ district, scope, key }: Sent, version: number) => sql`
  update flow.keys set version = ${version} where district = ${district} and scope = ${scope} and key = ${key}`

/** Whether somebody, or a phone of nobody signed in, has sent a command to an item, as long as its key is kept. */
export async function hasSent(
  connection: Connection,
  { district, scope, item, command }: Pick<Sent, 'district' | 'scope' | 'item' | 'command'>,
): Promise<boolean> {
  const { rows } = await sql`
    select 1 from flow.keys where district = ${district} and scope = ${scope} and item = ${item} and command = ${command} limit 1`.execute(
    connection,
  )
  return rows.length > 0
}

/** Whether a command was carried out under this key. */
export async function wasCarriedOut(connection: Connection, district: string, scope: string, key: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from flow.keys where district = ${district} and scope = ${scope} and key = ${key} and version > 0`.execute(
    connection,
  )
  return rows.length > 0
}
