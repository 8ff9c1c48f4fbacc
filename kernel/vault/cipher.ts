import { type CipherGCM, createCipheriv, createDecipheriv, type DecipherGCM, randomBytes } from 'node:crypto'
import type { Keyring } from './keyring.ts'
import { keyedBytes, type Suite, suite, suiteOf } from './suite.ts'

// A block cipher in GCM, 96-bit random nonce, 128-bit tag; what it belongs to is authenticated with it. Which cipher, says the suite.

/** Encrypts a text; it can only be opened again with the same key and for the same place. */
export const seal = (key: Buffer, place: string, text: string | Buffer, by: Suite = suite): string =>
  by.mark + sealBytes(key, place, text, by).toString('base64')

/** The same as bytes without a mark: whoever keeps them has to know by which suite. */
export function sealBytes(key: Buffer, place: string, content: string | Buffer, by: Suite = suite): Buffer {
  const nonce = randomBytes(12)
  const cipher = createCipheriv(by.cipher, by.keyOf(key), nonce)
  if (!isGcm(cipher)) throw notGcm
  cipher.setAAD(Buffer.from(place))
  const sealed = Buffer.concat([cipher.update(content), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed])
}

/** Opens what `seal` made. Throws if it was changed, moved to another place, or sealed with another key. */
export function open(key: Buffer, place: string, sealed: string): Buffer {
  const by = suiteOf(sealed)
  return openBytes(key, place, Buffer.from(sealed.slice(by.mark.length), 'base64'), by)
}

/** Opens what `sealBytes` made by a suite. */
export function openBytes(key: Buffer, place: string, bytes: Buffer, { cipher, keyOf }: Suite): Buffer {
  const decipher = createDecipheriv(cipher, keyOf(key), bytes.subarray(0, 12))
  if (!isGcm(decipher)) throw notGcm
  decipher.setAAD(Buffer.from(place))
  decipher.setAuthTag(bytes.subarray(12, 28))
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()])
}

// The types know GCM with AES alone.
const isGcm = (cipher: object): cipher is CipherGCM & DecipherGCM => 'setAAD' in cipher
const notGcm = new Error('this Node has no GCM with the cipher of the suite')

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
  suite.mark + keyedBytes(ring.keyFor(purpose), text).toString('base64url')
