import { type RawBuilder, sql } from 'kysely'
import type { Connection } from '../database/open.ts'
import { keyedHash } from '../vault/cipher.ts'
import type { Keyring } from '../vault/keyring.ts'
import { keyedBytes } from '../vault/suite.ts'

// Crockford's alphabet: no I, L, O, U, so that a code can be read out on the telephone.
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/**
 * The query code for what a seed names: 13 signs, 65 bits that nobody can guess without the installation's key. The same seed
 * (it ends in the sender's own idempotency key) gives the same code, so that a repeated report is told its code again.
 */
export function queryCode(ring: Keyring, seed: string): string {
  const bytes = keyedBytes(ring.keyFor('query codes'), seed)
  return Array.from({ length: 13 }, (_, index) => alphabet[bytes.readUInt8(index) % 32]).join('')
}

/** A code as people type it: any case, with spaces or dashes, and the letters that are no digits taken for what they look like. */
const asTyped = (code: string) => code.toUpperCase().replace(/[\s-]/g, '').replace(/[IL]/g, '1').replaceAll('O', '0')

const hashOf = (ring: Keyring, code: string) => keyedHash(ring, 'query code', asTyped(code))

/** The write that keeps a code, hashed. */
export const keepCode = (ring: Keyring, district: string, item: string, party: string, code: string): RawBuilder<unknown> => sql`
  insert into people.query_codes (district, hash, item, party) values (${district}, ${hashOf(ring, code)}, ${item}, ${party})
  on conflict do nothing`

/** What a code opens: one item, as the party that reported or joined it. */
export async function openedBy(connection: Connection, ring: Keyring, district: string, code: string) {
  const { rows } = await sql<{ item: string; party: string }>`
    select item, party from people.query_codes where district = ${district} and hash = ${hashOf(ring, code)}`.execute(connection)
  return rows[0]
}
