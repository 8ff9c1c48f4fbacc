import { sql } from 'kysely'
import { Compile } from 'typebox/compile'
import type { Connection } from '#kernel/database/open.ts'
import { type ForDays, forever } from '#kernel/place/rules.ts'
import { endOf, startOf } from '#kernel/time/zone.ts'
import { Category } from '../catalogue/category.ts'
import type { Rulebook, RuleUnit } from '../rulebook.ts'
import { turnsIn } from './turns.ts'

const category = Compile(Category)
/** From so many days before it ends a unit takes nothing new: the longest that a case may take, with its extensions, and some. */
const daysBefore = sql.lit(60)

/** What the rules of a district go by on a day: its categories, the units that can handle or are named, and who is at which post. */
export async function readRulebook(
  connection: Connection,
  district: string,
  day: string,
  version: number,
): Promise<ForDays<Rulebook>> {
  const categories = await sql<{ category: unknown }>`
    select category from cases.categories where district = ${district} and (ends is null or ends > ${day}::date)
    order by position, code`.execute(connection)
  const units = await sql<RuleUnit>`
    select code, kind, name, parent, street, serves, case when ends - ${daysBefore} <= ${day}::date then ends::text end as ends from place.units where district = ${district} and kind not in ('estate', 'building')
      and (ends is null or ends > ${day}::date)
    union all
    select code, 'grid', name, community, street, '{}'::text[], null from place.grids where district = ${district}
      and starts <= ${day}::date and (ends is null or ends > ${day}::date)`.execute(connection)
  const posts = await sql<{ post: string }>`
    select distinct role || '@' || unit as post from people.posts where district = ${district}
      and starts <= ${day}::date and (ends is null or ends > ${day}::date)`.execute(connection)
  const parsed = categories.rows.map((row) => category.Parse(row.category))
  const value = {
    district,
    version,
    categories: new Map(parsed.map((one) => [one.code, one])),
    units: new Map(units.rows.map((unit) => [unit.code, unit])),
    staffed: new Set(posts.rows.map(({ post }) => post)),
    turns: await turnsIn(connection, district, startOf(day), endOf(day)),
  }
  return { value, until: await nextChange(connection, district, day) }
}

/** The next day on which somebody's post, a unit or a category begins or ends, or a turn of duty begins. */
async function nextChange(connection: Connection, district: string, day: string): Promise<string> {
  const { rows } = await sql<{ day: string | null }>`
    select min(day)::text as day from (
      select min(starts) as day from people.posts where district = ${district} and starts > ${day}::date
      union all select min(ends) from people.posts where district = ${district} and ends > ${day}::date
      union all select min(ends) from place.units where district = ${district} and ends > ${day}::date
      union all select min(ends - ${daysBefore}) from place.units where district = ${district} and ends - ${daysBefore} > ${day}::date
      union all select min(starts) from place.grids where district = ${district} and starts > ${day}::date
      union all select min(ends) from place.grids where district = ${district} and ends > ${day}::date
      union all select min(ends) from cases.categories where district = ${district} and ends > ${day}::date
      union all select min((starts_at at time zone 'Asia/Shanghai')::date) from people.duties
        where district = ${district} and starts_at >= ((${day}::date + 1)::timestamp at time zone 'Asia/Shanghai')
    ) changes`.execute(connection)
  return rows[0]?.day ?? forever
}

/** Writes the categories that a district starts with. One that is there already stays: the register changes it, nothing else. */
export async function writeCategories(connection: Connection, district: string, categories: readonly Category[]): Promise<void> {
  const rows = categories.map((one, position) => ({ code: one.code, category: one, position }))
  await sql`
    insert into cases.categories (district, code, category, position)
    select ${district}::text, code, category, position
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (code text, category jsonb, position integer)
    on conflict do nothing`.execute(connection)
}
