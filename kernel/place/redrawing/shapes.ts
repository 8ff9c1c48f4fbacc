import { sql } from 'kysely'
import type { Connection } from '../../database/open.ts'
import type { Pair } from '../coordinates.ts'
import type { GridLevel } from '../kinds.ts'
import type { Polygons } from '../rows.ts'
import { precision } from '../store/precision.ts'

/** A base grid that stands from now on, as a change of its boundary has to know it. */
export interface StandingGrid {
  code: string
  name: string
  level: GridLevel
  parent: string | null
  community: string
  street: string
  starts: string
}

/** The base grids with these codes that nothing ends, and those that lie in them. */
export async function standingGrids(connection: Connection, district: string, codes: readonly string[]) {
  const standing = sql`district = ${district} and kind = 'base' and ends is null`
  const { rows } = await sql<StandingGrid>`
    select code, name, level, parent, community, street, starts::text as starts from place.grids
    where ${standing} and code = any (${[...codes]}::text[])`.execute(connection)
  const below = await sql<{ code: string; parent: string; name: string; starts: string }>`
    select code, parent, name, starts::text as starts from place.grids where ${standing} and parent = any (${[...codes]}::text[]) order by code`.execute(
    connection,
  )
  return { grids: new Map(rows.map((row) => [row.code, row])), below: below.rows }
}

/** The first day on which a grid no longer stands, be it past or to come; nothing where it goes on, or never was. */
export async function endOf(connection: Connection, district: string, code: string): Promise<string | undefined> {
  const { rows } = await sql<{ ends: string | null }>`
    select ends::text as ends from place.grids where district = ${district} and code = ${code} order by starts desc limit 1`.execute(
    connection,
  )
  return rows[0]?.ends ?? undefined
}

/** A shape, with how large it is in square metres. */
export interface Shape {
  polygons: Polygons
  area: number
}

interface Piece extends Shape {
  here: boolean
}

/** The pieces that a line makes of a grid, and of how many parts it was before; `here` is the one with a point in it. */
export async function cutBy(
  connection: Connection,
  district: string,
  grid: string,
  { line, at }: { line: readonly Pair[]; at: Pair },
): Promise<{ before: number; pieces: Piece[] }> {
  const drawn = JSON.stringify({ type: 'LineString', coordinates: line })
  const { rows } = await sql<{ before: number; pieces: Piece[] }>`
    with whole as materialized (
      select boundary from place.grids where district = ${district} and code = ${grid} and ends is null),
    cut as materialized (
      select piece.geom as shape from whole,
        ST_Dump(ST_Split(whole.boundary, ST_SetSRID(ST_GeomFromGeoJSON(${drawn}), 4326))) piece)
    select ST_NumGeometries(boundary)::integer as before, (
      select jsonb_agg(jsonb_build_object('polygons', ST_AsGeoJSON(ST_Multi(shape), 15)::jsonb->'coordinates', 'area', ST_Area(shape::geography),
        'here', ST_Contains(shape, ST_SetSRID(ST_MakePoint(${at[0]}::float8, ${at[1]}::float8), 4326)))) from cut) as pieces
    from whole`.execute(connection)
  const [row] = rows
  if (!row) throw new Error(`the cut of ${grid} broke off`)
  return row
}

/** Some grids as one shape, with another beside them if it is given; of how many parts that is. */
export async function together(
  connection: Connection,
  district: string,
  codes: readonly string[],
  more?: Polygons,
): Promise<Shape & { parts: number }> {
  const given = more === undefined ? null : JSON.stringify({ type: 'MultiPolygon', coordinates: more })
  const { rows } = await sql<Shape & { parts: number }>`
    with shapes as materialized (
      select boundary as shape from place.grids where district = ${district} and code = any (${[...codes]}::text[]) and ends is null
      union all select ST_SetSRID(ST_GeomFromGeoJSON(${given}::text), 4326) where ${given}::text is not null),
    one as materialized (select ST_Multi(ST_Union(shape, ${precision})) as shape from shapes)
    select ST_AsGeoJSON(shape, 15)::jsonb->'coordinates' as polygons, ST_Area(shape::geography) as area, ST_NumGeometries(shape)::integer as parts
    from one`.execute(connection)
  const [row] = rows
  if (!row) throw new Error('the union of grids broke off')
  return row
}

/** The dedicated grids over a grid whose middle lies in a shape: they lie over what takes it from then on. */
export async function dedicatedIn(
  connection: Connection,
  district: string,
  grid: string,
  shape: Polygons | undefined,
): Promise<string[]> {
  const within = shape
    ? sql`ST_Covers(ST_SetSRID(ST_GeomFromGeoJSON(${JSON.stringify({ type: 'MultiPolygon', coordinates: shape })}), 4326), ST_PointOnSurface(boundary))`
    : sql`true`
  const { rows } = await sql<{ code: string }>`
    select code from place.grids where district = ${district} and kind = 'dedicated' and ends is null and parent = ${grid} and ${within}
    order by code`.execute(connection)
  return rows.map(({ code }) => code)
}
