import { sql } from 'kysely'
import type { Connection } from '#kernel/database/open.ts'

/** Which of these cases this transaction sees. */
export async function visibleCases(
  connection: Connection,
  district: string,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set()
  const { rows } = await sql<{ id: string }>`
    select id from cases.cases where district = ${district} and id = any (${[...ids]})`.execute(connection)
  return new Set(rows.map(({ id }) => id))
}
