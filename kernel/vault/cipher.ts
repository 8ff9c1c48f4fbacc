import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'
import type { Keyring } from './keyring.ts'

// AES-256-GCM (NIST SP 800-38D), 96-bit random nonce, 128-bit tag; what it belongs to is authenticated with it.

/** Encrypts a text; it can only be opened again with the same key and for the same place. */
export function seal(key: Buffer, place: string, text: string | Buffer): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(place))
  const sealed = Buffer.concat([cipher.update(text), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64')
}

/** Opens what `seal` made. Throws if it was changed, moved to another place, or sealed with another key. */
export function open(key: Buffer, place: string, sealed: string): Buffer {
  const bytes = Buffer.from(sealed, 'base64')
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12)).setAAD(Buffer.from(place))
  decipher.setAuthTag(bytes.subarray(12, 28))
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()])
}

/** A person's data key as the database keeps it. */
export interface WrappedKey {
  wrapped: string
  master: number
}

export function freshDataKey(ring: Keyring, place: string): { key: Buffer; kept: WrappedKey } {
  const key = randomBytes(32)
  return { key, kept: { wrapped: seal(masterOf(ring, ring.current), place, key), master: ring.current } }
}

export const unwrap = (ring: Keyring, place: string, { wrapped, master }: WrappedKey): Buffer =>
  open(masterOf(ring, master), place, wrapped)

/** The same key, wrapped with the keyring's current master key. */
export const wrappedAnew = (ring: Keyring, place: string, kept: WrappedKey): WrappedKey => ({
  wrapped: seal(masterOf(ring, ring.current), place, unwrap(ring, place, kept)),
  master: ring.current,
})

function masterOf(ring: Keyring, number: number): Buffer {
  const key = ring.masters.get(number)
  if (!key)
    throw new Error(`master key ${number} is not in the keyring: put the keyring back that this database was written with`)
  return key
}

/** A keyed hash: finds a thing again (a telephone, a request) without keeping it. */
export const keyedHash = (ring: Keyring, purpose: string, text: string): string =>
  createHmac('sha256', ring.keyFor(purpose)).update(text).digest('base64url')
