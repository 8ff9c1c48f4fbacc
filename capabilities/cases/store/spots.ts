import { sql } from 'kysely'
import type { Connection } from '#kernel/database/open.ts'

/** Cases of one category that have one thing in common, with where the latest lies. */
export interface Gathered {
  /** The unit or grid; or the resident's account, and the community where they told of it: others are not told of the rest. */
  what: string
  category: string
  place: string
  street: string | null
  community: string | null
  cases: { id: string; number: string }[]
}

/** More of one kind are cases enough to see it by. */
const most = 200
/** A bound that no district of half a million comes near: what lay beyond it would never be proposed. */
const mostSpots = 20_000

/**
 * Where the same came up again: at least so many cases of one category since a moment, at one estate (or grid, where there is none),
 * or of one resident who said in each of them who they are: of whoever did not, nobody is told which reports are theirs. Not what was taken back or merged, nor what is protected or about the chain itself. Under the command role.
 */
export async function gather(
  connection: Connection,
  district: string,
  by: 'place' | 'reporter',
  since: Temporal.Instant,
  least: number,
): Promise<Gathered[]> {
  const what =
    by === 'place'
      ? sql`coalesce(c.estate, c.grid2, c.dedicated, c.community)`
      : sql`case when c.reporter like 'of:%' or c.staff_reported or not (c.item ? 'phone' or c.item ? 'name') then null else c.reporter || ' ' || coalesce(c.community, '-') end`
  const { rows } = await sql<Gathered>`
    select what, category, (array_agg(place order by reported_at desc, id))[1] as place,
      (array_agg(street order by reported_at desc, id))[1] as street, (array_agg(community order by reported_at desc, id))[1] as community,
      (array_agg(jsonb_build_object('id', id, 'number', number) order by reported_at desc, id))[1:${sql.lit(most)}] as cases
    from (select ${what} as what, c.category, c.item->'place'->>'label' as place, c.street, c.community, c.id, c.number, c.reported_at
      from cases.cases c where c.district = ${district} and c.reported_at >= ${since.toString()}::timestamptz
        and not c.hidden and c.state not in ('withdrawn', 'merged', 'declined')) told
    where what is not null group by what, category having count(*) >= ${least} order by what, category limit ${sql.lit(mostSpots)}`.execute(
    connection,
  )
  return rows
}
