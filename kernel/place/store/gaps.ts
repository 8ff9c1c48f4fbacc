import { sql } from 'kysely'
import type { Connection } from '../../database/open.ts'
import type { GridLevel } from '../kinds.ts'
import { precision } from './precision.ts'

/** What no base grid of a level covers in a community, in square metres, and a point (WGS 84) in the largest piece of it. */
export interface Gap {
  community: string
  name: string
  level: GridLevel
  area: number
  longitude: number
  latitude: number
}

/** Below so many square metres a gap is how the lines were drawn: a strip a hand wide along a kilometre of border. */
export const tolerated = 100

/**
 * Where the base grids of a level leave a part of their community to nobody, on a day: its outline, or if it has none its grid
 * of level 1. Levels of which a community has no grid at all are no gap. One statement, however many communities.
 */
export async function gapsIn(
  connection: Connection,
  district: string,
  communities: readonly string[],
  day: string,
): Promise<Gap[]> {
  if (communities.length === 0) return []
  const { rows } = await sql<Gap>`
    with levels as materialized (
      select community, level, ST_Union(boundary, ${precision}) as shape from place.grids
      where district = ${district} and community = any (${[...communities]}::text[]) and kind = 'base'
        and starts <= ${day}::date and (ends is null or ends > ${day}::date)
      group by community, level),
    wholes as materialized (
      select code as community, name, coalesce(outline,
        (select ST_Multi(shape) from levels where levels.community = units.code and level = 1)) as outline
      from place.units where district = ${district} and kind = 'community' and code = any (${[...communities]}::text[])),
    gaps as materialized (
      select l.community, w.name, l.level, ST_Difference(w.outline, l.shape, ${precision}) as shape
      from levels l join wholes w on w.community = l.community where w.outline is not null),
    points as materialized (
      select community, name, level, ST_Area(shape::geography) as area,
        (select ST_PointOnSurface(piece.geom) from ST_Dump(shape) piece order by ST_Area(piece.geom) desc limit 1) as point
      from gaps where not ST_IsEmpty(shape))
    select community, name, level, round(area)::float8 as area,
      round(ST_X(point)::numeric, 6)::float8 as longitude, round(ST_Y(point)::numeric, 6)::float8 as latitude
    from points where area > ${tolerated} order by level, community`.execute(connection)
  return rows
}
