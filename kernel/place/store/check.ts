import { sql } from 'kysely'
import type { Connection } from '../../database/open.ts'
import type { Pair } from '../coordinates.ts'
import type { GridKind, GridLevel, UnitKind } from '../kinds.ts'
import type { Polygons } from '../rows.ts'
import { precision } from './precision.ts'

/** A shape of a file that is to be checked before anything is written. */
export interface Candidate {
  index: number
  type: 'Point' | 'MultiPolygon'
  coordinates: Pair | Polygons
}

export interface ShapeProblem {
  index: number
  /** Why the geometry is invalid, in PostGIS's words. */
  invalid: string | null
  /** Whether it lies outside of the district: a point at all, an area with more than a hundredth of it. */
  outside: boolean
}

/** What is wrong with shapes, all in one statement. The outline is the district's own in the table, or one of the shapes (its index). */
export async function shapeProblems(
  connection: Connection,
  district: string,
  shapes: readonly Candidate[],
  outlineIndex = -1,
): Promise<ShapeProblem[]> {
  const { rows } = await sql<{ found: ShapeProblem[] }>`
    with shapes as materialized (
      select index, ST_SetSRID(ST_GeomFromGeoJSON(jsonb_build_object('type', type, 'coordinates', coordinates)), 4326) as shape
      from jsonb_to_recordset(${JSON.stringify(shapes)}::jsonb) as s (index integer, type text, coordinates jsonb)),
    judged as materialized (select index, shape, ST_IsValid(shape) as valid from shapes),
    whole as materialized (
      select coalesce((select shape from judged where index = ${outlineIndex}::integer and valid),
        (select outline from place.units where district = ${district} and kind = 'district' order by code limit 1)) as outline),
    placed as materialized (
      select j.index, j.shape, j.valid, case when not j.valid or w.outline is null or ST_CoveredBy(j.shape, w.outline) then false
        when ST_Dimension(j.shape) = 0 or not ST_Intersects(j.shape, w.outline) then true
        else ST_Area(ST_Difference(j.shape, w.outline, ${precision})) > 0.01 * ST_Area(j.shape) end as outside
      from judged j, whole w)
    select coalesce(jsonb_agg(jsonb_build_object('index', index, 'outside', outside,
      'invalid', case when not valid then ST_IsValidReason(shape) end) order by index), '[]') as found
    from placed where not valid or outside`.execute(connection)
  return theRow(rows).found
}

// One row, also when nothing is wrong: no row is a check that broke off (see precision.ts), never a clean bill.
function theRow<Row>([row]: readonly Row[]): Row {
  if (!row) throw new Error('the check of the shapes broke off: import them in smaller files to find which one it is')
  return row
}

/** Two base grids of a level that share more than a square metre: one of the file, and another of it (its index) or of the table. */
export interface Overlap {
  index: number
  otherIndex: number | null
  otherCode: string
}

/** Which base grids lie over others of their level, in the file or as they stand in the table (also those that the file replaces). */
export async function overlaps(
  connection: Connection,
  district: string,
  grids: readonly { index: number; code: string; level: GridLevel; boundary: Polygons }[],
): Promise<Overlap[]> {
  const rows = grids.map(({ boundary, ...grid }) => ({ ...grid, boundary: { type: 'MultiPolygon', coordinates: boundary } }))
  const found = await sql<{ found: Overlap[] }>`
    with incoming as materialized (
      select index, code, level, ST_SetSRID(ST_GeomFromGeoJSON(boundary), 4326) as boundary
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as g (index integer, code text, level smallint, boundary jsonb)),
    standing as materialized (
      select code, level, boundary from place.grids where district = ${district} and kind = 'base' and ends is null),
    pairs as (
      select later.index, earlier.index as other_index, earlier.code as other_code, later.boundary as one, earlier.boundary as other
      from incoming later join incoming earlier on earlier.level = later.level and earlier.index < later.index and earlier.boundary && later.boundary
      union all
      select i.index, null, s.code, i.boundary, s.boundary
      from incoming i join standing s on s.level = i.level and s.code <> i.code and s.boundary && i.boundary)
    select coalesce(jsonb_agg(jsonb_build_object('index', index, 'otherIndex', other_index, 'otherCode', other_code)
      order by index, other_code), '[]') as found
    from pairs where ST_Relate(one, other, '2********') and ST_Area(ST_Intersection(one, other, ${precision})::geography) > 1`.execute(
    connection,
  )
  return theRow(found.rows).found
}

/** What the table knows of some codes: units with what they stand under, and the grids that nothing ends. */
export async function known(
  connection: Connection,
  district: string,
  codes: readonly string[],
): Promise<{ units: Map<string, KnownUnit>; grids: Map<string, KnownGrid> }> {
  const wanted = sql`${[...codes]}::text[]`
  const units = await sql<KnownUnit & { code: string }>`
    select code, kind, parent, street, community, ends is not null as ended from place.units where district = ${district} and code = any (${wanted})`.execute(
    connection,
  )
  const grids = await sql<KnownGrid & { code: string }>`
    select code, level, kind, community from place.grids where district = ${district} and ends is null and code = any (${wanted})`.execute(
    connection,
  )
  return {
    units: new Map(units.rows.map(({ code, ...unit }) => [code, unit])),
    grids: new Map(grids.rows.map(({ code, ...grid }) => [code, grid])),
  }
}

export interface KnownUnit {
  kind: UnitKind
  parent: string | null
  street: string | null
  community: string | null
  /** Whether it has ended, or is set to end: nothing new is placed under it. */
  ended: boolean
}

/** Which of these grids change, begin or end on a day to come, as was decided, and on which first. */
export async function changingLater(
  connection: Connection,
  district: string,
  codes: readonly string[],
  day: string,
): Promise<Map<string, string>> {
  const { rows } = await sql<{ code: string; on: string }>`
    select code, min(case when starts > ${day}::date then starts else ends end)::text as "on" from place.grids
    where district = ${district} and code = any (${[...codes]}::text[]) and (starts > ${day}::date or ends > ${day}::date)
    group by code`.execute(connection)
  return new Map(rows.map(({ code, on }) => [code, on]))
}

export interface KnownGrid {
  level: GridLevel
  kind: GridKind
  community: string
}

/** The grids that lie in some others, on a day or after it: their codes, by the grid in which they lie. */
export async function lyingIn(
  connection: Connection,
  district: string,
  codes: readonly string[],
  day: string,
): Promise<Map<string, string[]>> {
  const { rows } = await sql<{ code: string; parent: string }>`
    select distinct code, parent from place.grids where district = ${district} and parent = any (${[...codes]}::text[])
      and (ends is null or ends > ${day}::date) order by code`.execute(connection)
  return new Map([...Map.groupBy(rows, ({ parent }) => parent)].map(([parent, below]) => [parent, below.map(({ code }) => code)]))
}

/** Which of these units others stand under or grids lie in, on a day. */
export async function holdingOthers(
  connection: Connection,
  district: string,
  codes: readonly string[],
  day: string,
): Promise<Set<string>> {
  if (codes.length === 0) return new Set()
  const wanted = sql`${[...codes]}::text[]`
  const standing = sql`district = ${district} and starts <= ${day}::date and (ends is null or ends > ${day}::date)`
  const { rows } = await sql<{ code: string }>`
    select parent as code from place.units where parent = any (${wanted}) and ${standing}
    union select community from place.grids where community = any (${wanted}) and ${standing}
    union select street from place.grids where street = any (${wanted}) and ${standing}`.execute(connection)
  return new Set(rows.map(({ code }) => code))
}

/** Which of these names are taken by a place already: as its code, or as another name of it. */
export async function takenNames(
  connection: Connection,
  district: string,
  names: readonly string[],
): Promise<{ name: string; target: string }[]> {
  if (names.length === 0) return []
  const wanted = sql`${[...names]}::text[]`
  const { rows } = await sql<{ name: string; target: string }>`
    select alias as name, target from place.aliases where district = ${district} and alias = any (${wanted})
    union select code, code from place.units where district = ${district} and code = any (${wanted})
    union select code, code from place.grids where district = ${district} and ends is null and code = any (${wanted})`.execute(
    connection,
  )
  return rows
}
