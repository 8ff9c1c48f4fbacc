import { sql } from 'kysely'
import type { Connection } from '../../database/open.ts'
import type { AliasRow, GridRow, Polygons, UnitRow } from '../rows.ts'

/** Makes a district known; names it again if it is. Run it as the owner. */
export async function writeDistrict(connection: Connection, district: string, name: string, demo: boolean): Promise<void> {
  await sql`insert into place.districts (district, name, demo) values (${district}, ${name}, ${demo})
    on conflict (district) do update set name = excluded.name`.execute(connection)
}

/**
 * Writes units, all in one statement. A code that is there already is written over, and keeps its first day; its last, where it is, and how many
 * live there stay where nothing is said.
 */
export async function writeUnits(connection: Connection, district: string, units: readonly UnitRow[]): Promise<void> {
  if (units.length === 0) return
  const rows = units.map(({ point, outline, serves, ...unit }) => ({
    ...unit,
    serves: serves ?? [],
    ...(point && { point: { type: 'Point', coordinates: point } }),
    ...(outline && { outline: multiPolygon(outline) }),
  }))
  await sql`
    insert into place.units (district, code, kind, form, name, parent, street, community, serves, point, outline, residents, starts, ends)
    select ${district}::text, code, kind, form, name, parent, street, community, serves,
      ST_SetSRID(ST_GeomFromGeoJSON(point), 4326), ST_SetSRID(ST_GeomFromGeoJSON(outline), 4326), residents, coalesce(starts, '2000-01-01'), ends
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as unit (code text, kind text, form text, name text, parent text,
      street text, community text, serves text[], point jsonb, outline jsonb, residents integer, starts date, ends date)
    on conflict (district, code) do update set (kind, form, name, parent, street, community, serves, point, outline, residents, ends) =
      (excluded.kind, excluded.form, excluded.name, excluded.parent, excluded.street, excluded.community, excluded.serves,
       coalesce(excluded.point, units.point), coalesce(excluded.outline, units.outline),
       coalesce(excluded.residents, units.residents), coalesce(excluded.ends, units.ends))`.execute(connection)
}

/**
 * Writes grids as they are from a day on. A grid whose boundary changes keeps its old one, valid until that day, so that
 * yesterday's cases stay where they were; what changed twice in one day keeps the last. Gives how many boundaries were replaced.
 */
export async function writeGrids(
  connection: Connection,
  district: string,
  grids: readonly GridRow[],
  day: string,
): Promise<number> {
  if (grids.length === 0) return 0
  const rows = JSON.stringify(grids.map(({ boundary, ...grid }) => ({ ...grid, boundary: multiPolygon(boundary) })))
  const written = sql`jsonb_to_recordset(${rows}::jsonb) as grid (code text, level smallint, kind text, name text, parent text,
    community text, street text, boundary jsonb)`
  const ended = await sql`
    update place.grids old set ends = ${day}::date from ${written}
    where old.district = ${district} and old.code = grid.code and old.ends is null and old.starts < ${day}::date
      and not ST_OrderingEquals(old.boundary, ST_SetSRID(ST_GeomFromGeoJSON(grid.boundary), 4326))`.execute(connection)
  await sql`
    insert into place.grids (district, code, level, kind, name, parent, community, street, boundary, starts)
    select ${district}::text, grid.code, grid.level, grid.kind, grid.name, grid.parent, grid.community, grid.street,
      ST_SetSRID(ST_GeomFromGeoJSON(grid.boundary), 4326), coalesce(old.starts, ${day}::date)
    from ${written}
    left join (select code, starts from place.grids where district = ${district} and ends is null) old on old.code = grid.code
    on conflict (district, code, starts) do update set (level, kind, name, parent, community, street, boundary) =
      (excluded.level, excluded.kind, excluded.name, excluded.parent, excluded.community, excluded.street, excluded.boundary)`.execute(
    connection,
  )
  return Number(ended.numAffectedRows ?? 0)
}

/** Writes other names of places. One that is there already leads to its new place. */
export async function writeAliases(connection: Connection, district: string, aliases: readonly AliasRow[]): Promise<void> {
  if (aliases.length === 0) return
  await sql`
    insert into place.aliases (district, alias, kind, target_kind, target)
    select ${district}::text, alias, kind, "targetKind", target
    from jsonb_to_recordset(${JSON.stringify(aliases)}::jsonb) as a (alias text, kind text, "targetKind" text, target text)
    on conflict (district, alias) do update set (kind, target_kind, target) = (excluded.kind, excluded.target_kind, excluded.target)`.execute(
    connection,
  )
}

const multiPolygon = (coordinates: Polygons) => ({ type: 'MultiPolygon', coordinates })
