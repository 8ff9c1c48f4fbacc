import { findPlace } from '#capabilities/cases/store/place.ts'
import { standingAt } from '#capabilities/stations/store/at.ts'
import type { Connection } from '#kernel/database/open.ts'
import { isRefusal } from '#kernel/flow/refusal.ts'
import type { Geography } from '../geography/geography.ts'
import { knownStations } from '../stations/photos.ts'
import type { World } from './world.ts'

/** The station of the personas' estate, found as a report about it finds it. */
export async function findStation(
  connection: Connection,
  place: Geography,
  { day, seed }: { day: string; seed: number },
): Promise<World['station']> {
  const district = place.district.code
  const [code = ''] = knownStations(place, day, seed)
  const station = await standingAt(connection, district, code, day)
  if (!station) throw new Error('the estate of the personas has no station')
  const { name, keeper, longitude, latitude } = station
  const given = { point: { longitude, latitude, system: 'wgs84' as const } }
  const found = await findPlace(connection, district, given, day)
  if (isRefusal(found)) throw new Error(`the station lies nowhere: ${found.because.en}`)
  return { code, name, keeper, site: { given, place: found, building: name } }
}
