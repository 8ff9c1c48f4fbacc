import { sql } from 'kysely'
import type { Connection } from '../../database/open.ts'
import { type ForDays, forever } from '../../place/rules.ts'

/** An item that names a street in which its community lies no more. */
export interface Stray {
  id: string
  version: number
  from: string
  to: string
}

/** Where items lie, in columns of these names, and the states of those that go along: written out, so that an index may be of them alone. */
export interface Lying {
  table: `${string}.${string}`
  states: readonly string[]
}

/**
 * The items that go along with communities, given by the street in which each lies now: by id, at most so many after one. What is found is
 * sorted afterwards: else the planner, expecting many, would look for the first among all there ever were.
 */
export async function astrayIn(
  connection: Connection,
  { table, states }: Lying,
  district: string,
  { streets, after = '', most }: { streets: ReadonlyMap<string, string>; after?: string | undefined; most: number },
): Promise<Stray[]> {
  const now = sql`${JSON.stringify(Object.fromEntries(streets))}::jsonb ->> community`
  const { rows } = await sql<Stray>`
    with astray as materialized (
      select id, version, street as from, ${now} as to from ${sql.table(table)}
      where district = ${district} and community = any (${[...streets.keys()]}::text[])
        and state in (${sql.join(states.map((state) => sql.lit(state)))}) and street <> (${now}) and id > ${after})
    select * from astray order by id limit ${most}`.execute(connection)
  return rows
}

/** In which street each community lies that stands on a day: that holds until somebody changes it, or one ends. */
export async function readStreets(
  connection: Connection,
  district: string,
  day: string,
): Promise<ForDays<ReadonlyMap<string, string>>> {
  const { rows } = await sql<{ code: string; parent: string; ends: string | null }>`
    select code, parent, ends::text as ends from place.units where district = ${district} and kind = 'community'
      and (ends is null or ends > ${day}::date) and parent is not null`.execute(connection)
  const [until = forever] = rows.flatMap(({ ends }) => ends ?? []).toSorted()
  return { value: new Map(rows.map(({ code, parent }) => [code, parent])), until }
}
