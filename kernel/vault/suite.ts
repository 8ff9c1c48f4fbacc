import { createHash, createHmac, hkdfSync } from 'node:crypto'

/**
 * Algorithms that go together. What one of them made carries its mark, so that it is opened and proven by it, whichever an installation
 * is founded with.
 */
export interface Suite {
  name: 'international' | 'gm'
  /** Stands before what it made. What carries none is of the first suite that there was. */
  mark: '' | 'gm.'
  cipher: 'aes-256-gcm' | 'sm4-gcm'
  hash: 'sha256' | 'sm3'
  /** The cipher's own key, from the 32 bytes that every key is kept as. */
  keyOf: (key: Buffer) => Buffer
}

/** AES-256-GCM (NIST SP 800-38D) and SHA-256 (FIPS 180-4). */
const international: Suite = {
  name: 'international',
  mark: '',
  cipher: 'aes-256-gcm',
  hash: 'sha256',
  keyOf: (key) => key,
}

/** SM4 (GB/T 32907) in GCM (RFC 8998) and SM3 (GB/T 32905), as China's Cryptography Law asks of some installations (商用密码). */
const national: Suite = {
  name: 'gm',
  mark: 'gm.',
  cipher: 'sm4-gcm',
  hash: 'sm3',
  keyOf: (key) => Buffer.from(hkdfSync('sm3', key, '', 'sm4-gcm', 16)),
}

export const suites = { international, gm: national }

/** The suite in use: `LINLI_CRYPTO=gm` founds an installation with the national algorithms. */
export const suite: Suite = chosen(process.env.LINLI_CRYPTO)

function chosen(name = ''): Suite {
  if (name === '' || name === international.name) return international
  if (name === national.name) return national
  throw new Error(`LINLI_CRYPTO=${name} is unknown: leave it out, or set it to gm for SM4 and SM3`)
}

/** The suite that made something, by its mark. */
export const suiteOf = (made: string): Suite => (made.startsWith(national.mark) ? national : international)

/** A hash with its mark: by the suite in use, or by the one that made another, to be held against it. */
export const digest = (content: string | Buffer, { mark, hash }: Suite = suite, as: 'hex' | 'base64url' = 'hex'): string =>
  mark + createHash(hash).update(content).digest(as)

/** A keyed hash's bytes (HMAC), by the suite in use. */
export const keyedBytes = (key: Buffer, content: string): Buffer => createHmac(suite.hash, key).update(content).digest()
