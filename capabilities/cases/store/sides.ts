import { type RawBuilder, sql } from 'kysely'
import type { Database } from '#kernel/database/open.ts'
import { within } from '#kernel/database/within.ts'
import { partiesOf, placesOfCase } from '../columns.ts'
import type { Case } from '../contract/item.ts'

/**
 * The writes that keep the side tables in step with a case: who follows it, and which units assist in it or had it, of those that see it.
 * Lists by person and by assisting unit go through them, since an index on an array inside the case would not serve a sorted page.
 */
export function sideWrites(before: Case | undefined, after: Case): RawBuilder<unknown>[] {
  const { district, id, reportedAt } = after
  const added = (was: readonly string[], is: readonly string[]) => is.filter((one) => !was.includes(one))
  const follow = added(before ? partiesOf(before) : [], partiesOf(after))
  const left = added(partiesOf(after), before ? partiesOf(before) : [])
  const see = added(before ? seersOf(before) : [], seersOf(after))
  // What a program from before 026 left there, too.
  const unseen = added(seersOf(after), before ? involvedIn(before) : [])
  const followed = sql.join(follow.map((party) => sql`(${district}, ${party}, ${id})`))
  const seen = sql.join(see.map((unit) => sql`(${district}, ${unit}, ${id}, ${reportedAt}::timestamptz)`))
  return [
    ...(follow.length > 0
      ? [sql`insert into cases.followers (district, party, id) values ${followed} on conflict do nothing`]
      : []),
    ...(left.length > 0
      ? [sql`delete from cases.followers where district = ${district} and id = ${id} and party = any (${left})`]
      : []),
    ...(see.length > 0
      ? [sql`insert into cases.seers (district, unit, id, reported_at) values ${seen} on conflict do nothing`]
      : []),
    ...(unseen.length > 0
      ? [sql`delete from cases.seers where district = ${district} and id = ${id} and unit = any (${unseen})`]
      : []),
  ]
}

/** Adds the times that a program from before 023 wrote none of, one beside each unit. Gives how many. */
export const timeSeers = (database: Database, district: string): Promise<number> =>
  within(database, { as: 'owner', district }, async (connection) => {
    const { rows } = await sql`
      update cases.seers s set reported_at = c.reported_at from cases.cases c
      where s.district = ${district} and s.reported_at is null and c.district = ${district} and c.id = s.id returning 1`.execute(
      connection,
    )
    return rows.length
  })

function seersOf(item: Case): string[] {
  const places = placesOfCase(item)
  return involvedIn(item).filter((unit) => places.includes(unit))
}

/** The units that assist in a case or had it, whether they see it or not. */
const involvedIn = ({ parts, former }: Case): string[] => [...new Set([...parts.map(({ unit }) => unit), ...former])]
