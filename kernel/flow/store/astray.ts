import { sql } from 'kysely'
import type { Connection } from '../../database/open.ts'
import { type ForDays, forever } from '../../place/rules.ts'
import { unitAt } from '../../place/store/find.ts'
import { dayOf } from '../../time/zone.ts'
import type { AnyItem } from '../command.ts'
import type { Question } from '../house.ts'
import type { StreetFacts } from '../restreet.ts'

/** An item that names a street in which its community lies no more. */
export interface Stray {
  id: string
  version: number
  from: string
  to: string
}

/** Where the items of a flow lie, and the states of those that go along: written out, so that an index may be of them alone. */
export interface Lying {
  table: `${string}.${string}`
  states: readonly string[]
}

/** The same, as a flow says it whose items go along by a command `restreet`. */
export function lyingBy({
  name,
  path,
  commands,
}: {
  name: string
  path: string
  commands: Readonly<Record<string, { from: readonly string[] }>>
}): Lying {
  const { restreet } = commands
  if (!restreet) throw new Error(`a ${name} has no command restreet`)
  return { table: `${path}.${path}`, states: restreet.from }
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

/** What the decision on a `restreet` needs to know; nothing where another command is sent. It is read in the transaction of the command. */
export async function streetFacts(
  connection: Connection,
  { item, now, sent }: Pick<Question<AnyItem & { community?: string }>, 'item' | 'now' | 'sent'>,
): Promise<StreetFacts> {
  if (sent?.name !== 'restreet' || !('community' in item) || item.community === undefined) return {}
  const community = await unitAt(connection, item.district, item.community, dayOf(now))
  return community?.parent === undefined ? {} : { streetNow: community.parent }
}
