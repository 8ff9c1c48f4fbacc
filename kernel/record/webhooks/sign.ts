import { createHmac, randomBytes } from 'node:crypto'
import { open, seal } from '../../vault/cipher.ts'
import type { Keyring } from '../../vault/keyring.ts'

/** A new secret between us and a receiver: 256 random bits, as text. Its receiver signs with the text itself. */
export const freshSecret = (): string => `whsec_${randomBytes(32).toString('base64url')}`

const placeOf = (district: string, webhook: string) => `webhook/${district}/${webhook}`

/** A secret as the database keeps it. */
export const sealSecret = (ring: Keyring, district: string, webhook: string, secret: string): string =>
  seal(ring.keyFor('webhook'), placeOf(district, webhook), secret)

export const openSecret = (ring: Keyring, district: string, webhook: string, sealed: string): string =>
  open(ring.keyFor('webhook'), placeOf(district, webhook), sealed).toString()

/** The header `Linli-Signature`: the moment in seconds, and HMAC-SHA256 over "moment.body" in hexadecimal. */
export function signatureOf(secret: string, at: Temporal.Instant, body: string): string {
  const seconds = Math.floor(at.epochMilliseconds / 1000)
  return `t=${seconds},v1=${createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')}`
}
