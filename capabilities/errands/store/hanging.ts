import { sql } from 'kysely'
import type { WorkAt } from '#kernel/people/admin/leaving.ts'
import type { Hangs } from '#kernel/place/admin/hanging.ts'
import { words } from '#kernel/words.ts'
import { openStates } from '../contract/kinds.ts'
import { numberOf } from '../contract/number.ts'

/** What errands have at a community or street: those that are under way there, and of those that ended what is in a helper's hands still. */
export const hangsOnErrands: Hangs = async (connection, district, unit) => {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from errands.errands
    where district = ${district} and (street = ${unit} or community = ${unit})
      and (state = any (${[...openStates]}) or item @> '{"papers":[{"state":"handedOver"}]}')`.execute(connection)
  const count = rows[0]?.count ?? 0
  return [{ what: 'errands', count, words: words(`${count} 件代办`, `${count} errands`) }]
}

/** The errands whose helper is at a post of a grid: that ends with it, and the community names another. */
export const errandsOnGrid: Hangs = async (connection, district, grid) => {
  const helped = JSON.stringify({ helper: { unit: grid } })
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from errands.errands
    where district = ${district} and ended_at is null and item @> ${helped}::jsonb`.execute(connection)
  const count = rows[0]?.count ?? 0
  return [
    {
      what: 'errands',
      count,
      words: words(
        `${count} 件代办的代办员岗位随之结束，请社区接手材料、另派人`,
        `errands: ${count}, whose helper’s post ends: their community takes the papers over, or names another`,
      ),
    },
  ]
}

/** The numbers of the open errands that wait at a post: those that its holder helps with, and of a community's secretary those that nobody was given yet. */
export const errandsAtPost: WorkAt = async (connection, district, { role, unit }) => {
  const helped = JSON.stringify({ helper: { role, unit } })
  const waits = role === 'communitySecretary' ? sql`(state = 'requested' and community = ${unit})` : sql`false`
  const { rows } = await sql<{ id: string }>`
    select id from errands.errands
    where district = ${district} and ended_at is null and (item @> ${helped}::jsonb or ${waits})
    order by id limit 5000`.execute(connection)
  return rows.map(({ id }) => numberOf(id))
}
