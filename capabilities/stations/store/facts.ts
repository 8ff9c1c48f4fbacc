import { sql } from 'kysely'
import type { Connection } from '#kernel/database/open.ts'
import type { Served } from '#kernel/register/edit.ts'
import type { Station } from '../contract/station.ts'
import { type StationFacts, stationRegister } from '../register.ts'

/** The register of stations, with what its rules need to know. */
export const servedStations: Served<typeof Station, StationFacts> = { register: stationRegister, facts: factsOn }

async function factsOn(connection: Connection, district: string, day: string): Promise<StationFacts> {
  const stands = sql`district = ${district} and starts <= ${day}::date and (ends is null or ends > ${day}::date)`
  const units = await sql<{ code: string; name: string; kind: string; street: string | null }>`
    select code, name, kind, street from place.units where ${stands} and kind <> 'building'`.execute(connection)
  const boxes = await sql<Box & { community: string }>`
    select community, min(ST_XMin(boundary)) as west, min(ST_YMin(boundary)) as south,
      max(ST_XMax(boundary)) as east, max(ST_YMax(boundary)) as north
    from place.grids where ${stands} and level = 1 group by community`.execute(connection)
  return {
    units: new Map(units.rows.map(({ code, name, kind, street }) => [code, { name, kind, ...(street !== null && { street }) }])),
    boxes: new Map(boxes.rows.map(({ community, west, south, east, north }) => [community, [west, south, east, north]])),
    day,
  }
}

interface Box {
  west: number
  south: number
  east: number
  north: number
}
