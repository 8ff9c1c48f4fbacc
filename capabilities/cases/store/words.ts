import { isDeepStrictEqual } from 'node:util'
import { type RawBuilder, sql } from 'kysely'
import type { Connection, Database } from '#kernel/database/open.ts'
import { within } from '#kernel/database/within.ts'
import type { Finding } from '#kernel/flow/verify.ts'
import type { Keyring } from '#kernel/vault/keyring.ts'
import type { Found } from '#kernel/vault/personal.ts'
import { openSecrets } from '#kernel/vault/store.ts'
import type { Case } from '../contract/item.ts'
import { caseFlow } from '../flow.ts'
import { seenLexemes, type Told, toldBy, toldLexemes } from '../search/lexemes.ts'

const vector = (lexemes: readonly string[]) => sql`array_to_tsvector(${lexemes}::text[])`

/** The write that keeps what a case is found by in step with it; none where the change concerns nothing of that. */
export function wordWrites(told: Told, before: Case | undefined, after: Case, found: readonly Found[]): RawBuilder<unknown>[] {
  const { district, id } = after
  const seen = seenLexemes(after)
  if (!before)
    return [
      sql`insert into cases.words (district, id, told, seen)
        values (${district}, ${id}, ${vector(toldLexemes(told, after, found))}, ${vector(seen)})`,
    ]
  if (isDeepStrictEqual(seen, seenLexemes(before))) return []
  return [seenWrite(after)]
}

/** The write that draws anew by what of its open fields a case is found, and by whom. */
export const seenWrite = (item: Case): RawBuilder<unknown> =>
  sql`update cases.words set seen = ${vector(seenLexemes(item))} where district = ${item.district} and id = ${item.id}`

/** Forgets what a person wrote: no case of theirs is found by it any more. Under the command role, in the erasure's transaction. */
export async function forgetWords(connection: Connection, district: string, party: string): Promise<void> {
  await sql`update cases.words set told = ''::tsvector where district = ${district}
    and id in (select c.id from cases.cases c where c.district = ${district} and c.reporter = ${party})`.execute(connection)
}

/**
 * Makes cases findable that were written before there was a search: some at a time, from their rows and the vault. Gives how
 * many they were; nothing is left to do at 0. Several processes may do so at once.
 */
export function fillWords(database: Database, ring: Keyring, district: string, most = 200): Promise<number> {
  const told = toldBy(ring)
  return within(database, { as: 'owner', district }, async (connection) => {
    const { rows } = await sql<{ item: unknown }>`
      select c.item from cases.cases c join cases.words w on w.district = c.district and w.id = c.id
      where w.district = ${district} and w.told is null limit ${most} for update of c, w`.execute(connection)
    const items = rows.map(({ item }) => caseFlow.parse(item))
    const references = items.flatMap((item) => [item.words, item.where ?? ''].filter((text) => text.startsWith('vault:')))
    const opened = await openSecrets(connection, ring, district, references)
    for (const item of items) {
      const found = [item.words, item.where ?? ''].map((reference) => ({ field: 'words', value: opened.get(reference) ?? '' }))
      await sql`update cases.words set told = ${vector(toldLexemes(told, item, found))}, seen = ${vector(seenLexemes(item))}
        where district = ${district} and id = ${item.id}`.execute(connection)
    }
    return items.length
  })
}

const batch = 500

/** Proves that what cases are found by, and who finds them, follows from the cases. Of what lies in the vault it proves nothing. */
export async function verifyWords(database: Database, district: string): Promise<Finding[]> {
  const findings: Finding[] = []
  for (let after = ''; ; ) {
    const { rows } = await within(database, { as: 'owner', district }, (connection) =>
      sql<{ id: string; item: unknown; seen: string[] | null }>`
        select c.id, c.item, tsvector_to_array(w.seen) as seen
        from cases.cases c left join cases.words w on w.district = c.district and w.id = c.id
        where c.district = ${district} and c.id > ${after} and (w.id is null or w.told is not null)
        order by c.id limit ${batch}`.execute(connection),
    )
    for (const { id, item, seen } of rows) {
      const drawn = new Set(seenLexemes(caseFlow.parse(item)))
      if (seen && seen.length === drawn.size && seen.every((lexeme) => drawn.has(lexeme))) continue
      findings.push({ where: `${caseFlow.name} ${id}`, what: 'what it is found by, or who finds it, does not follow from it' })
    }
    const last = rows.at(-1)
    if (!last) return findings
    after = last.id
  }
}
