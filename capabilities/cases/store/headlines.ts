import { sql } from 'kysely'
import type { HeadlinesOf } from '#kernel/record/headlines.ts'
import type { Cases } from '../capability.ts'
import { categoryWords } from '../rulebook.ts'

/** What is said of a case where it is told of elsewhere, as beside a notice: what lists say of it, and nothing that lies in the vault. */
export const headlinesIn =
  ({ rulesOf }: Cases): HeadlinesOf =>
  async (connection, district, ids) => {
    if (ids.length === 0) return new Map()
    const rules = await rulesOf(connection, district)
    // By its columns, as lists filter and sort it: a bell asks often, and whole items are long.
    const { rows } = await sql<Row>`
      select id, number, category, item->'place'->>'label' as place, due_at, yellow_at
      from cases.cases where district = ${district} and id = any (${[...ids]})`.execute(connection)
    return new Map(
      rows.map(({ id, number, category, place, due_at, yellow_at }) => [
        id,
        {
          ...{ number, matter: categoryWords(rules, category), place },
          ...(due_at && { dueAt: due_at.toISOString() }),
          ...(yellow_at && { yellowAt: yellow_at.toISOString() }),
        },
      ]),
    )
  }

interface Row {
  id: string
  number: string
  category: string
  place: string
  due_at: Date | null
  yellow_at: Date | null
}
