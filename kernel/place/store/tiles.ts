import { sql } from 'kysely'
import type { Connection } from '../../database/open.ts'
import type { GridLevel } from '../kinds.ts'
import { precision } from './precision.ts'

/** How well the base grids of a level cover their community. Areas are in square metres; below one they are rounding. */
export interface Tiling {
  grids: number
  /** What no grid covers, what lies beyond the community, and the pairs that lie over each other. */
  gap: number
  beyond: number
  overlaps: { grids: [string, string]; area: number }[]
}

/**
 * Whether the base grids of a level tile their community on a day: its outline, or if it has none its level-1 grid.
 */
export async function tiles(
  connection: Connection,
  district: string,
  community: string,
  level: GridLevel,
  day: string,
): Promise<Tiling> {
  const { rows } = await sql<{ grids: number; gap: number | null; beyond: number | null; overlaps: Tiling['overlaps'] }>`
    with level as materialized (
      select code, boundary from place.grids where district = ${district} and community = ${community} and level = ${level}
        and kind = 'base' and starts <= ${day}::date and (ends is null or ends > ${day}::date)),
    whole as materialized (
      select coalesce(
        (select outline from place.units where district = ${district} and code = ${community}),
        (select ST_Multi(ST_Union(boundary, ${precision})) from place.grids where district = ${district} and community = ${community} and level = 1
          and kind = 'base' and starts <= ${day}::date and (ends is null or ends > ${day}::date))) as outline),
    covered as materialized (select ST_Union(boundary, ${precision}) as shape from level),
    pairs as (
      select a.code as one, b.code as other, ST_Area(ST_Intersection(a.boundary, b.boundary, ${precision})::geography) as area
      from level a join level b on a.code < b.code and a.boundary && b.boundary and ST_Relate(a.boundary, b.boundary, '2********'))
    select (select count(*)::integer from level) as grids,
      ST_Area((case when shape is null then outline else ST_Difference(outline, shape, ${precision}) end)::geography) as gap,
      coalesce(ST_Area(ST_Difference(shape, outline, ${precision})::geography), 0) as beyond,
      (select coalesce(jsonb_agg(jsonb_build_object('grids', jsonb_build_array(one, other), 'area', area) order by one, other), '[]')
        from pairs where area >= 1) as overlaps
    from whole, covered`.execute(connection)
  const [row] = rows
  if (!row) throw new Error('the tiling gave no row')
  return { grids: row.grids, gap: row.gap ?? 0, beyond: row.beyond ?? 0, overlaps: row.overlaps }
}
