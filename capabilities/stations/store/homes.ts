import { sql } from 'kysely'
import type { Connection } from '#kernel/database/open.ts'
import { forever } from '#kernel/place/rules.ts'
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
 * The buildings of a district that stand on a day and whose place is known, and its estates; one whose own place is not known has
 * the middle of its buildings. Only where it is known of all of them how many live there do residents count; else each building as one.
 */
export async function homesOf(
  connection: Connection,
  district: string,
  day: string,
): Promise<{ homes: Home[]; estates: Estate[]; counted: 'residents' | 'buildings'; until: string }> {
  const { rows } = await sql<Row>`
    select code, kind, name, coalesce(parent, '') as parent, coalesce(community, '') as community, residents,
      ST_X(point) as longitude, ST_Y(point) as latitude, ends::text as ends, starts::text as starts
    from place.units where district = ${district} and kind in ('building', 'estate')
      and (ends is null or ends > ${day}::date) order by code`.execute(connection)
  const standing = rows.filter(({ starts }) => starts <= day)
  const changes = rows.flatMap(({ starts, ends }) => [...(starts > day ? [starts] : []), ...(ends === null ? [] : [ends])])
  const buildings = standing.flatMap((row) => {
    const point = pointOf(row)
    return row.kind === 'building' && point ? [{ ...row, point }] : []
  })
  const counts = buildings.length > 0 && buildings.every(({ residents }) => residents !== null)
  const inEstate = Map.groupBy(buildings, ({ parent }) => parent)
  return {
    counted: counts ? 'residents' : 'buildings',
    until: changes.toSorted()[0] ?? forever,
    homes: buildings.map(({ code, parent, residents, point }) => ({
      ...{ code, estate: parent, residents: counts ? (residents ?? 0) : 1, point },
    })),
    estates: standing.flatMap((row) => {
      const point = row.kind === 'estate' ? (pointOf(row) ?? middleOf(inEstate.get(row.code) ?? [])) : undefined
      return point ? [{ code: row.code, name: row.name, community: row.community, point }] : []
    }),
  }
}

const pointOf = ({ longitude, latitude }: Row) => (longitude === null || latitude === null ? undefined : { longitude, latitude })

function middleOf(some: readonly { point: Estate['point'] }[]): Estate['point'] | undefined {
  if (some.length === 0) return undefined
  const mean = (side: 'longitude' | 'latitude') => some.reduce((sum, { point }) => sum + point[side], 0) / some.length
  return { longitude: mean('longitude'), latitude: mean('latitude') }
}

interface Row {
  code: string
  kind: string
  name: string
  parent: string
  community: string
  residents: number | null
  longitude: number | null
  latitude: number | null
  starts: string
  ends: string | null
}
