import { keyedHash } from './cipher.ts'
import type { Keyring } from './keyring.ts'

/** What a telephone is found by, never by decrypting: a keyed hash of its digits, of this district's alone. */
export const telephoneHash = (ring: Keyring, district: string, phone: string): string =>
  keyedHash(ring, 'telephone', `${district}/${phone.replace(/\D/g, '')}`)

/** The digits of a telephone that takes messages, however it was written down; nothing for one that does not. */
export const mobileOf = (phone: string): string | undefined => /^(?:86)?(1\d{10})$/.exec(phone.replace(/\D/g, ''))?.[1]
