import { sql } from 'kysely'
import type { WorkAt } from '#kernel/people/admin/leaving.ts'
import type { Hangs } from '#kernel/place/admin/hanging.ts'
import { words } from '#kernel/words.ts'
import { rolesInHand } from '../inHand.ts'
import { unsettledStates } from '../settled.ts'

/** What cases have at a unit: those that nobody has settled yet, which lie in it or are held, led or assisted by it; and categories that go to it. */
export const hangsOnCases: Hangs = async (connection, district, unit) => {
  const open = sql`district = ${district} and state = any (${unsettledStates}::text[])`
  const { rows } = await sql<{ cases: number; categories: number }>`select
    (select count(*)::integer from (
      select id from cases.cases where ${open} and (street = ${unit} or community = ${unit} or estate = ${unit} or building = ${unit})
      union select id from cases.cases where ${open} and (lead = ${unit} or holder_unit = ${unit})
      union select c.id from cases.cases c join cases.seers s on s.district = c.district and s.id = c.id and s.unit = ${unit}
        where c.district = ${district} and c.state = any (${unsettledStates}::text[]) and exists (
          select 1 from jsonb_array_elements(c.item->'parts') part
          where part->'holder'->>'unit' = ${unit} and part->>'state' in ('asked', 'received'))) open) as cases,
    (select count(*)::integer from cases.categories where district = ${district} and ends is null
      and (category->'lead'->>'code' = ${unit} or category->'assisting' @> ${JSON.stringify([{ code: unit }])}::jsonb)) as categories`.execute(
    connection,
  )
  const { cases = 0, categories = 0 } = rows[0] ?? {}
  return [
    { what: 'cases', count: cases, words: words(`${cases} 件未结事项`, `${cases} open cases`) },
    {
      what: 'categories',
      count: categories,
      words: words(`${categories} 个事项类别派给它`, `${categories} categories that go to it`),
    },
  ]
}

/** The numbers of the open cases that wait at a post. */
export const workAtPost: WorkAt = async (connection, district, { role, unit }) => {
  const { rows } = await sql<{ number: string }>`
    select item->>'number' as number from cases.cases
    where district = ${district} and holder_role = any (${[...rolesInHand(role)]}::text[]) and holder_unit = ${unit} and state = any (${unsettledStates}::text[])
    order by id limit ${mostNamed}`.execute(connection)
  return rows.map(({ number }) => number)
}

/** No post has so many: none is left out. */
const mostNamed = 5000
