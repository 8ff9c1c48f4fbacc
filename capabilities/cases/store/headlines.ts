import { sql } from 'kysely'
import type { Actor } from '#kernel/people/actor.ts'
import type { Role } from '#kernel/people/roles.ts'
import type { HeadlinesOf } from '#kernel/record/headlines.ts'
import type { Cases } from '../capability.ts'
import { keepsOnlyItsOwn } from '../ladder.ts'
import { categoryWords } from '../rulebook.ts'

/**
 * What is said of a case where it is told of elsewhere, as beside a notice: what lists say of it, and nothing that lies in the vault. Its
 * limit not to who handed it on: that is somebody else's to keep now.
 */
export const headlinesIn =
  ({ rulesOf }: Cases): HeadlinesOf =>
  async (connection, reader, ids) => {
    if (ids.length === 0) return new Map()
    const { district } = reader
    const rules = await rulesOf(connection, district)
    // By its columns, as lists filter and sort it: a bell asks often, and whole items are long.
    const { rows } = await sql<Row>`
      select id, number, category, item->'place'->>'label' as place, due_at, yellow_at, holder_role, holder_unit, lead
      from cases.cases where district = ${district} and id = any (${[...ids]})`.execute(connection)
    return new Map(
      rows.map((row) => [
        row.id,
        {
          ...{ number: row.number, matter: categoryWords(rules, row.category), place: row.place },
          ...(concerns(reader, row) && limitOf(row)),
        },
      ]),
    )
  }

const limitOf = ({ due_at, yellow_at }: Row) => ({
  ...(due_at && { dueAt: due_at.toISOString() }),
  ...(yellow_at && { yellowAt: yellow_at.toISOString() }),
})

/** Whether its limit is the reader's: who has it or leads it, who reported it, and those above, who hear of what others miss. */
const concerns = ({ role, unit }: Actor, { holder_role, holder_unit, lead }: Row): boolean =>
  !keepsOnlyItsOwn(role) || unit === lead || (role === holder_role && unit === holder_unit)

interface Row {
  id: string
  number: string
  category: string
  place: string
  due_at: Date | null
  yellow_at: Date | null
  holder_role: Role | null
  holder_unit: string | null
  lead: string | null
}
