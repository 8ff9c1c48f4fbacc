import { sql } from 'kysely'
import type { Connection } from '#kernel/database/open.ts'
import type { Actor } from '#kernel/people/actor.ts'
import { unsettledStates } from '../settled.ts'
import { sqlOf } from './conditions.ts'
import { type CaseFilter, conditionsOf } from './lists.ts'

/** The part of a map that is shown: degrees of WGS 84. */
export interface Frame {
  west: number
  south: number
  east: number
  north: number
}

/** Cases that lie in one cell of a map: how many, how many of them over; of a single one which it is. */
export interface Cluster {
  longitude: number
  latitude: number
  count: number
  over: number
  id: string | null
}

/** At most so many cells: a map that is full says so by its numbers. */
const most = 1000

/** Of what is over, a map shows what was reported in the last days, so many: of all years it would be full. */
const lastDays = 30

/** Cases on a map, gathered by cells of so many degrees: what a post sees, as its lists have it. */
export async function clustersIn(
  connection: Connection,
  actor: Actor,
  filter: CaseFilter,
  { frame, cell, now }: { frame: Frame; cell: number; now: Temporal.Instant },
): Promise<Cluster[]> {
  const { district } = actor
  const conditions = [
    sql`c.district = ${district}`,
    sql`c.point is not null`,
    // Where somebody else reported what one has joined may be their own door.
    ...(actor.role === 'resident' ? [sql`c.reporter = ${actor.id} and not (c.item ? 'origin')`] : []),
    ...conditionsOf(actor, filter).map((condition) => sqlOf(district, condition)),
    sql`(c.state in (${sql.join(unsettledStates.map((state) => sql.lit(state)))})
      or c.reported_at >= ${now.subtract({ hours: 24 * lastDays }).toString()}::timestamptz)`,
    sql`ST_X(c.point) between ${frame.west} and ${frame.east}`,
    sql`ST_Y(c.point) between ${frame.south} and ${frame.north}`,
  ]
  const { rows } = await sql<Cluster>`
    select round(avg(ST_X(c.point))::numeric, 6)::double precision as longitude,
      round(avg(ST_Y(c.point))::numeric, 6)::double precision as latitude, count(*)::integer as count,
      count(*) filter (where c.due_at < ${now.toString()}::timestamptz)::integer as over,
      case when count(*) = 1 then min(c.id) end as id
    from cases.cases c where ${sql.join(conditions, sql` and `)}
    group by floor(ST_X(c.point) / ${cell}::double precision), floor(ST_Y(c.point) / ${cell}::double precision)
    order by count(*) desc, 1, 2 limit ${most}`.execute(connection)
  return rows
}
