import { sql } from 'kysely'
import type { Connection } from '#kernel/database/open.ts'
import { caseFlow } from '../flow.ts'

/** A case that names a street in which its community lies no more. */
export interface Stray {
  id: string
  version: number
  from: string
  to: string
}

/** As the index has them, and written out, so that the planner knows it. */
const states = sql.join(caseFlow.commands.restreet.from.map((state) => sql.lit(state)))

/**
 * The cases that go along with communities, given by the street in which each lies now: by id, at most so many after one. What is found is
 * sorted afterwards: else the planner, expecting many, would look for the first among all there ever were.
 */
export async function astrayIn(
  connection: Connection,
  district: string,
  streets: ReadonlyMap<string, string>,
  { after = '', most }: { after?: string | undefined; most: number },
): Promise<Stray[]> {
  const now = sql`${JSON.stringify(Object.fromEntries(streets))}::jsonb ->> community`
  const { rows } = await sql<Stray>`
    with astray as materialized (
      select id, version, street as from, ${now} as to from cases.cases
      where district = ${district} and community = any (${[...streets.keys()]}::text[]) and state in (${states})
        and street <> (${now}) and id > ${after})
    select * from astray order by id limit ${most}`.execute(connection)
  return rows
}
