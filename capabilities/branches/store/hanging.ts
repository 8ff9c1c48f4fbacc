import { sql } from 'kysely'
import type { Hangs } from '#kernel/place/admin/hanging.ts'
import { words } from '#kernel/words.ts'

/** What branches have at a unit: those that belong to it or cover it on its last day, and the declarations that stand there. */
export const hangsOnBranches: Hangs = async (connection, district, unit, ends) => {
  const branches = await sql<{ count: number }>`
    select count(*)::integer as count from branches.branches
    where district = ${district} and (ends is null or ends > ${ends}::date) and (community = ${unit} or branch->'estates' ? ${unit})`.execute(
    connection,
  )
  const declared = await sql<{ count: number }>`
    select count(*)::integer as count from declarations.declarations
    where district = ${district} and state = 'declared' and (estate = ${unit} or community = ${unit} or street = ${unit})`.execute(
    connection,
  )
  const [covering, standing] = [branches.rows[0]?.count ?? 0, declared.rows[0]?.count ?? 0]
  return [
    { what: 'branches', count: covering, words: words(`${covering} 个小区党支部`, `${covering} party branches`) },
    { what: 'declarations', count: standing, words: words(`${standing} 位党员亮了身份`, `${standing} members who declared`) },
  ]
}
