import { type RawBuilder, sql } from 'kysely'
import type { Connection } from '../database/open.ts'
import { keyedHash } from '../vault/cipher.ts'
import type { Keyring } from '../vault/keyring.ts'
import { keyedBytes } from '../vault/suite.ts'
import { words } from '../words.ts'
import { allow } from './throttle.ts'

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

/** Tries of query codes, right or wrong, wherever one is typed or sent. */
export const queryCodesAllowed = allow({
  ...{ name: 'query codes', what: words('用查询码打开', 'query codes'), per: 'address', most: 30, minutes: 15 },
})

/** The write that lets the codes of an item, but those of one party, open another that came of it. */
export const codesMoveOn = (district: string, from: string, to: string, but: string): RawBuilder<unknown> =>
  sql`update people.query_codes set item = ${to} where district = ${district} and item = ${from} and party <> ${but}`

/** A code as people type it: any case, with spaces or dashes, and the letters that are no digits taken for what they look like. */
const asTyped = (code: string) => code.toUpperCase().replace(/[\s-]/g, '').replace(/[IL]/g, '1').replaceAll('O', '0')

const hashOf = (ring: Keyring, code: string) => keyedHash(ring, 'query code', asTyped(code))

/** What a code opens: one item of a flow, as the party whose it is, that reported or joined it. */
interface Opened {
  district: string
  flow: string
  item: string
  party: string
}

/** The query code of whoever is nameless, under the key of the command by which they get it; with the write that keeps it, hashed. */
export function freshCode(ring: Keyring, { district, flow, item, party }: Opened, key: string) {
  const code = queryCode(ring, `${district}/${item}/${party}/${key}`)
  const write: RawBuilder<unknown> = sql`
    insert into people.query_codes (district, hash, flow, item, party)
    values (${district}, ${hashOf(ring, code)}, ${flow}, ${item}, ${party}) on conflict do nothing`
  return { code, write }
}

/** What a code opens. */
export async function openedBy(connection: Connection, ring: Keyring, district: string, code: string) {
  const { rows } = await sql<Omit<Opened, 'district'>>`
    select flow, item, party from people.query_codes where district = ${district} and hash = ${hashOf(ring, code)}`.execute(
    connection,
  )
  return rows[0]
}
