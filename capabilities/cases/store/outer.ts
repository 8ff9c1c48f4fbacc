import { sql } from 'kysely'
import type { Connection } from '#kernel/database/open.ts'
import type { Case } from '../contract/item.ts'
import { outerNumber } from '../decisions/outside.ts'
import { caseFlow } from '../flow.ts'

/** The case that a report of this number of another platform became here: each is filed once, however it was typed. */
export async function filedAs(connection: Connection, district: string, input: unknown): Promise<Case | undefined> {
  if (typeof input !== 'object' || input === null || !('outerId' in input) || typeof input.outerId !== 'string') return undefined
  const typed = [...new Set([input.outerId, outerNumber(input.outerId)])]
  const { rows } = await sql<{ item: unknown }>`
    select item from cases.cases where district = ${district} and outer_id = any (${typed}::text[]) limit 1`.execute(connection)
  return rows[0] && caseFlow.parse(rows[0].item)
}
