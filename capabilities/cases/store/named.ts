import { sql } from 'kysely'
import type { NameItems } from '#kernel/people/naming.ts'
import type { Cases } from '../capability.ts'
import { categoryWords } from '../rulebook.ts'

/** The numbers of cases and the names of their categories, for those who read of them elsewhere. */
export const namesOfCases =
  ({ rulesOf }: Cases): NameItems =>
  async (connection, district, ids) => {
    if (ids.length === 0) return new Map()
    const rules = await rulesOf(connection, district)
    const { rows } = await sql<{ id: string; number: string; category: string }>`
      select id, number, category from cases.cases where district = ${district} and id = any (${[...ids]})`.execute(connection)
    return new Map(rows.map(({ id, number, category }) => [id, { number, name: categoryWords(rules, category) }]))
  }
