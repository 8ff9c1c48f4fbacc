import { sql } from 'kysely'
import type { Hangs } from '#kernel/place/admin/hanging.ts'
import { words } from '#kernel/words.ts'

/** What special tasks have at a community or street: those that are proposed or under way there. */
export const hangsOnSpecials: Hangs = async (connection, district, unit) => {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from specials.specials
    where district = ${district} and state in ('proposed', 'taken') and (street = ${unit} or community = ${unit})`.execute(
    connection,
  )
  const count = rows[0]?.count ?? 0
  return [{ what: 'specials', count, words: words(`${count} 个专项`, `${count} special tasks`) }]
}
