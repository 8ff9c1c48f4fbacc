import { sql } from 'kysely'
import type { Connection } from '#kernel/database/open.ts'
import type { SearchTerm } from '../search/terms.ts'
import type { Condition, Cursor, Part } from './conditions.ts'

/** The ids of a page of cases found by words, of one part of a list, under its conditions. Only in a transaction that reads as somebody. */
export async function findByWords(
  connection: Connection,
  district: string,
  terms: readonly SearchTerm[],
  conditions: readonly Condition[],
  { part, after, limit }: { part: Part; after: Cursor | undefined; limit: number },
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from cases.found(${district}::text, ${JSON.stringify(terms)}::jsonb, ${JSON.stringify(conditions)}::jsonb, ${part}::text,
      ${after?.key ?? null}::text, ${after?.id ?? null}::text, ${limit}::integer)`.execute(connection)
  return rows.map(({ id }) => id)
}
