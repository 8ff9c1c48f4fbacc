import { sql } from 'kysely'
import type { Connection } from '#kernel/database/open.ts'
import type { SearchTerm } from '../search/terms.ts'
import type { Condition, Cursor, Sort } from './conditions.ts'

/** The ids of a page of cases found by words, under a list's conditions. Only in a transaction that reads as somebody. */
export async function findByWords(
  connection: Connection,
  district: string,
  terms: readonly SearchTerm[],
  conditions: readonly Condition[],
  { sort, after, limit }: { sort: Sort; after: Cursor | undefined; limit: number },
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from cases.found(${district}::text, ${JSON.stringify(terms)}::jsonb, ${JSON.stringify(conditions)}::jsonb, ${sort}::text,
      ${after?.key ?? null}::text, ${after?.id ?? null}::text, ${limit}::integer)`.execute(connection)
  return rows.map(({ id }) => id)
}
