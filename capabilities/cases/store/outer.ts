import { type RawBuilder, sql } from 'kysely'
import type { Connection } from '#kernel/database/open.ts'
import type { Case } from '../contract/item.ts'
import { outerNumber } from '../decisions/outside.ts'
import { caseFlow } from '../flow.ts'

/** The case that a report of this number of another platform became here: each is filed once, however it was typed. */
export async function filedAs(connection: Connection, district: string, input: unknown): Promise<Case | undefined> {
  if (typeof input !== 'object' || input === null || !('outerId' in input) || typeof input.outerId !== 'string') return undefined
  const typed = [...new Set([input.outerId, outerNumber(input.outerId)])]
  const { rows } = await sql<{ item: unknown }>`
    select c.item from cases.outer_numbers o join cases.cases c on c.district = o.district and c.id = o.item
    where o.district = ${district} and o.number = any (${typed}::text[]) limit 1`.execute(connection)
  return rows[0] && caseFlow.parse(rows[0].item)
}

/** The write that takes a number of another platform for a new case. Of two at once the second finds it filed, and is told so. */
export const outerWrites = (before: Case | undefined, { district, id, outerId }: Case): RawBuilder<unknown>[] =>
  before === undefined && outerId !== undefined
    ? [sql`insert into cases.outer_numbers (district, number, item) values (${district}, ${outerId}, ${id})`]
    : []
