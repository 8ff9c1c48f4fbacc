import { type RawBuilder, sql } from 'kysely'
import type { WorkAt } from '#kernel/people/admin/leaving.ts'
import type { Hangs } from '#kernel/place/admin/hanging.ts'
import { words } from '#kernel/words.ts'
import { openStates } from '../contract/kinds.ts'
import { numberOf } from '../contract/number.ts'

/** What errands have at a community or street: those that are under way there, and those that ended with something in a helper's hands still. */
export const hangsOnErrands: Hangs = async (connection, district, unit) => {
  const countOf = async (which: RawBuilder<unknown>) => {
    const { rows } = await sql<{ count: number }>`
      select count(*)::integer as count from errands.errands
      where district = ${district} and (street = ${unit} or community = ${unit}) and ${which}`.execute(connection)
    return rows[0]?.count ?? 0
  }
  const open = await countOf(sql`state = any (${[...openStates]})`)
  const held = await countOf(sql`state <> all (${[...openStates]}) and item @> '{"papers":[{"state":"handedOver"}]}'`)
  return [
    { what: 'errands', count: open, words: words(`${open} 件代办`, `${open} errands`) },
    {
      what: 'errandPapers',
      count: held,
      words: words(
        `${held} 件已结束的代办，还有材料在代办员手里`,
        `${held} errands that ended, with papers in a helper’s hands still`,
      ),
    },
  ]
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
