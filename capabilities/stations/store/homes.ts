import { sql } from 'kysely'
import type { Connection } from '#kernel/database/open.ts'
import type { Building } from '../coverage/coverage.ts'

/** A building with the estate that it stands in. */
export interface Home extends Building {
  estate: string
}

/** The estate's middle, for what is placed in it. */
export interface Estate {
  code: string
  name: string
  community: string
  point: { longitude: number; latitude: number }
}

/**
 * The buildings of a district that stand on a day and whose place is known, and its estates. Where nobody has said how many live in
 * any of them, each counts as one (`counted`).
 */
export async function homesOf(
  connection: Connection,
  district: string,
  day: string,
): Promise<{ homes: Home[]; estates: Estate[]; counted: 'residents' | 'buildings' }> {
  const { rows } = await sql<Row>`
    select code, kind, name, coalesce(parent, '') as parent, coalesce(community, '') as community, residents,
      ST_X(point) as longitude, ST_Y(point) as latitude
    from place.units where district = ${district} and kind in ('building', 'estate') and point is not null
      and starts <= ${day}::date and (ends is null or ends > ${day}::date) order by code`.execute(connection)
  const buildings = rows.filter(({ kind }) => kind === 'building')
  const known = buildings.some(({ residents }) => residents !== null)
  return {
    counted: known ? 'residents' : 'buildings',
    homes: buildings.map(({ code, parent, residents, longitude, latitude }) => ({
      ...{ code, estate: parent, residents: known ? (residents ?? 0) : 1, point: { longitude, latitude } },
    })),
    estates: rows
      .filter(({ kind }) => kind === 'estate')
      .map(({ code, name, community, longitude, latitude }) => ({ code, name, community, point: { longitude, latitude } })),
  }
}

interface Row {
  code: string
  kind: string
  name: string
  parent: string
  community: string
  residents: number | null
  longitude: number
  latitude: number
}
