import { sql } from 'kysely'
import type { Connection } from '../../database/open.ts'
import type { GridLevel } from '../kinds.ts'
import type { Outline } from '../shown.ts'

/** A boundary as GeoJSON has it: WGS 84, five decimals (about a metre), made simpler by so many degrees. */
export interface BoundaryRow {
  code: string
  name: string
  kind: string
  geometry: Outline
}

// Maps of a district need no corner that no eye sees: 0.00005° is five metres.
const simpler = 0.00005
const shape = (column: string) => sql`ST_AsGeoJSON(ST_SimplifyPreserveTopology(${sql.ref(column)}, ${simpler}), 5)::json`

/** The grids of a level that stand on a day, of one community or street or of the whole district. At most 2,000. */
export async function gridBoundaries(
  connection: Connection,
  district: string,
  {
    level,
    community,
    street,
    day,
  }: { level: GridLevel; community?: string | undefined; street?: string | undefined; day: string },
): Promise<BoundaryRow[]> {
  const { rows } = await sql<BoundaryRow>`
    select code, name, kind, ${shape('boundary')} as geometry from place.grids
    where district = ${district} and level = ${level} and starts <= ${day}::date and (ends is null or ends > ${day}::date)
      ${community === undefined ? sql`` : sql`and community = ${community}`}
      ${street === undefined ? sql`` : sql`and street = ${street}`}
    order by code limit 2000`.execute(connection)
  return rows
}

/** The outlines of the district and its streets and communities, those that have one. */
export async function unitOutlines(connection: Connection, district: string): Promise<BoundaryRow[]> {
  const { rows } = await sql<BoundaryRow>`
    select code, name, kind, ${shape('outline')} as geometry from place.units
    where district = ${district} and kind in ('district', 'street', 'community') and outline is not null and ends is null
    order by kind, code limit 500`.execute(connection)
  return rows
}
