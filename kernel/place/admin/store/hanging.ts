import { sql } from 'kysely'
import type { Clock } from '../../../time/clock.ts'
import { startOf } from '../../../time/zone.ts'
import { words } from '../../../words.ts'
import type { Hangs } from '../hanging.ts'

interface Counts {
  units: number
  grids: number
  posts: number
  duties: number
}

/** What the kernel itself has at a unit: units below it, grids in it, posts, and what of the roster of a street is not over. */
export const hangsHere =
  (clock: Clock): Hangs =>
  async (connection, district, unit, ends) => {
    const later = sql`(ends is null or ends > ${ends}::date)`
    const { rows } = await sql<Counts>`select
    (select count(*)::integer from place.units where district = ${district} and parent = ${unit} and ${later}) as units,
    (select count(*)::integer from place.grids where district = ${district} and (community = ${unit} or street = ${unit}) and ${later}) as grids,
    (select count(*)::integer from people.posts where district = ${district} and unit = ${unit} and ${later}
      and (ends is null or ends > starts)) as posts,
    (select count(*)::integer from people.duties where district = ${district} and unit = ${unit}
      and ends_at > greatest(${startOf(ends).toString()}::timestamptz, ${clock().toString()}::timestamptz)) as duties`.execute(
      connection,
    )
    const { units = 0, grids = 0, posts = 0, duties = 0 } = rows[0] ?? {}
    return [
      { what: 'units', count: units, words: words(`${units} 个下级单位`, `${units} units below it`) },
      { what: 'grids', count: grids, words: words(`${grids} 个网格`, `${grids} grids`) },
      { what: 'posts', count: posts, words: words(`${posts} 个岗位任职`, `${posts} posts`) },
      { what: 'duties', count: duties, words: words(`${duties} 班值班`, `${duties} duties`) },
    ]
  }
