import { sql } from 'kysely'
import type { Connection } from '../../database/open.ts'
import type { Point } from '../coordinates.ts'
import { withoutNulls } from './nulls.ts'

/** An estate with the name of its community, as people tell two of one name apart. */
export interface Estate {
  code: string
  name: string
  street?: string
  community?: string
  communityName?: string
  point?: Point
}

/** More than these no district has; a list that is ordered by pronunciation or nearness is ordered here, whole. */
const most = 5000

/** The estates that stand on a day: of the district, or of one community. */
export async function estatesOn(
  connection: Connection,
  district: string,
  day: string,
  community?: string | undefined,
): Promise<Estate[]> {
  const { rows } = await sql<EstateColumns>`
    select code, name, street, community, ST_X(point) as longitude, ST_Y(point) as latitude,
      (select c.name from place.units c where c.district = ${district} and c.code = u.community) as community_name
    from place.units u where district = ${district} and kind = 'estate'
      and starts <= ${day}::date and (ends is null or ends > ${day}::date)
      ${community === undefined ? sql`` : sql`and community = ${community}`}
    order by code limit ${most}`.execute(connection)
  return rows.map(({ code, name, street, community: lies, community_name, longitude, latitude }) => ({
    ...{ code, name },
    ...withoutNulls({ street, community: lies, communityName: community_name }),
    ...(longitude !== null && latitude !== null && { point: { longitude, latitude } }),
  }))
}

/** The codes of the estates whose point lies in a grid. */
export async function estatesOfGrid(connection: Connection, district: string, grid: string, day: string): Promise<string[]> {
  const { rows } = await sql<{ code: string }>`
    select u.code from place.grids g join place.units u
      on u.district = ${district} and u.kind = 'estate' and u.community = g.community and ST_Covers(g.boundary, u.point)
    where g.district = ${district} and g.code = ${grid} and g.starts <= ${day}::date and (g.ends is null or g.ends > ${day}::date)`.execute(
    connection,
  )
  return rows.map(({ code }) => code)
}

interface EstateColumns {
  code: string
  name: string
  street: string | null
  community: string | null
  community_name: string | null
  longitude: number | null
  latitude: number | null
}
