import { sql } from 'kysely'
import { generateSecret, generateURI, verify } from 'otplib'
import type { Connection } from '../database/open.ts'
import { open, seal } from '../vault/cipher.ts'
import type { Keyring } from '../vault/keyring.ts'

// Time-based one-time passwords, RFC 6238: six digits, 30 seconds, SHA-1 as authenticator programs have it.

const placeOf = (district: string, account: string) => `totp/${district}/${account}`

/** Begins a second factor: a new secret, kept encrypted and not asked for until it is confirmed by a first code. */
export async function beginSecondFactor(connection: Connection, ring: Keyring, district: string, account: string, name: string) {
  const secret = generateSecret()
  const sealed = seal(ring.keyFor('totp'), placeOf(district, account), secret)
  await sql`update people.accounts set totp_secret = ${sealed}, totp_confirmed = false, totp_last_step = null
    where district = ${district} and id = ${account}`.execute(connection)
  return { secret, uri: generateURI({ issuer: 'Linli', label: name, secret }) }
}

/**
 * Whether a code is that of now or of the step beside it, and was not used before: the step is taken in the same statement, so
 * that of two who send the same code one gets through.
 */
export async function takeCode(
  connection: Connection,
  ring: Keyring,
  { district, account, code }: { district: string; account: string; code: string },
  now: Temporal.Instant,
): Promise<boolean> {
  const { rows } = await sql<{ secret: string | null }>`
    select totp_secret as secret from people.accounts where district = ${district} and id = ${account}`.execute(connection)
  const sealed = rows[0]?.secret
  if (!sealed) return false
  const secret = open(ring.keyFor('totp'), placeOf(district, account), sealed).toString()
  const result = await verify({ secret, token: code, epoch: Math.floor(now.epochMilliseconds / 1000), epochTolerance: 30 })
  if (!result.valid) return false
  const step = Math.floor(now.epochMilliseconds / 30_000) + (result.delta ?? 0)
  const taken = await sql`update people.accounts set totp_last_step = ${step}, totp_confirmed = true
    where district = ${district} and id = ${account} and (totp_last_step is null or totp_last_step < ${step}) returning 1`.execute(
    connection,
  )
  return taken.rows.length > 0
}
