import { type RawBuilder, sql } from 'kysely'
import { partiesOf } from '../columns.ts'
import type { Case } from '../contract/item.ts'

/**
 * The writes that keep the side tables in step with a case: who follows it and which units assist in it. Lists by person and by
 * assisting unit go through them, since an index on an array inside the case would not serve a sorted page.
 */
export function sideWrites(before: Case | undefined, after: Case): RawBuilder<unknown>[] {
  const { district, id } = after
  const added = (was: readonly string[], is: readonly string[]) => is.filter((one) => !was.includes(one))
  const rowsOf = (values: readonly string[]) => sql.join(values.map((value) => sql`(${district}, ${value}, ${id})`))
  const follow = added(before ? partiesOf(before) : [], partiesOf(after))
  const left = added(partiesOf(after), before ? partiesOf(before) : [])
  const see = added(before ? seersOf(before) : [], seersOf(after))
  return [
    ...(follow.length > 0
      ? [sql`insert into cases.followers (district, party, id) values ${rowsOf(follow)} on conflict do nothing`]
      : []),
    ...(left.length > 0
      ? [sql`delete from cases.followers where district = ${district} and id = ${id} and party = any (${left})`]
      : []),
    ...(see.length > 0 ? [sql`insert into cases.seers (district, unit, id) values ${rowsOf(see)} on conflict do nothing`] : []),
  ]
}

const seersOf = ({ parts, former }: Case): string[] => [...new Set([...parts.map(({ unit }) => unit), ...former])]
