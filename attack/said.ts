import { sql } from 'kysely'
import type { Database } from '#kernel/database/open.ts'
import { within } from '#kernel/database/within.ts'
import { tablesByDistrict } from './tables.ts'

/** What the rows of a district say of some words, table by table: as text, and as bytes that spell them. Nothing if no row says any. */
export async function saidInTables(database: Database, district: string, words: readonly (string | Buffer)[]): Promise<string[]> {
  const spelt = words.flatMap((word) => [
    ...(typeof word === 'string' ? [[word, word]] : []),
    [Buffer.from(word).toString('hex'), typeof word === 'string' ? `${word}, as bytes` : word.toString('hex')],
  ])
  const found: string[] = []
  await within(database, { as: 'owner' }, async (connection) => {
    for (const table of await tablesByDistrict(connection)) {
      const held = spelt.map(([text]) => sql`coalesce(bool_or(strpos(t::text, ${text}) > 0), false)`)
      const { rows } = await sql<{ held: boolean[] }>`
        select array[${sql.join(held)}] as held from ${sql.raw(table)} t where district = ${district}`.execute(connection)
      found.push(...spelt.flatMap(([, word], at) => (rows[0]?.held[at] ? [`${table} holds ${word}`] : [])))
    }
  })
  return found
}
