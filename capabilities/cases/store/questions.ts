import { type RawBuilder, sql } from 'kysely'
import type { Connection } from '#kernel/database/open.ts'
import { queryCode } from '#kernel/people/codes.ts'
import { keyedHash } from '#kernel/vault/cipher.ts'
import type { Keyring } from '#kernel/vault/keyring.ts'

/** How long the link of a question opens. */
const linkDays = 14

/** The token of a question: 65 bits that only the installation can make, and makes again for a repeat, as it does query codes. */
export const questionToken = (ring: Keyring, district: string, item: string, key: string): string =>
  queryCode(ring, `question/${district}/${item}/${key}`)

const hashOf = (ring: Keyring, token: string) => keyedHash(ring, 'question link', token)

/** The writes that keep the link of a new question, hashed: the one before it opens nothing any more. */
export const keepQuestion = (
  ring: Keyring,
  { district, item, token }: { district: string; item: string; token: string },
  now: Temporal.Instant,
): RawBuilder<unknown>[] => [
  sql`update cases.questions set ends_at = ${now.toString()}::timestamptz
    where district = ${district} and item = ${item} and ends_at > ${now.toString()}::timestamptz`,
  sql`insert into cases.questions (district, hash, item, asked_at, ends_at)
    values (${district}, ${hashOf(ring, token)}, ${item}, ${now.toString()}::timestamptz,
      ${now.add({ hours: 24 * linkDays }).toString()}::timestamptz)`,
]

/** The case of a link, and until when it opens. */
export async function questionOf(
  connection: Connection,
  ring: Keyring,
  district: string,
  token: string,
): Promise<{ item: string; ends: Date } | undefined> {
  const { rows } = await sql<{ item: string; ends: Date }>`
    select item, ends_at as ends from cases.questions where district = ${district} and hash = ${hashOf(ring, token)}`.execute(
    connection,
  )
  return rows[0]
}
