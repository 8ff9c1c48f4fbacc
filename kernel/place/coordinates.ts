import gcoord from 'gcoord'
import type { Static } from 'typebox'
import { Type } from 'typebox'
import { type Words, words } from '../words.ts'

/** How a coordinate was given: GPS and GeoJSON speak WGS 84; phones' maps, WeChat and AMap in China speak GCJ-02. */
export const System = Type.Union([Type.Literal('wgs84'), Type.Literal('gcj02')])
export type System = Static<typeof System>

/** Where something is, in degrees, and in which system. It never comes in without saying which. */
export const Position = Type.Object(
  { longitude: Type.Number(), latitude: Type.Number(), system: System },
  { additionalProperties: false, description: 'degrees; wgs84 or gcj02' },
)
export type Position = Static<typeof Position>

/** A point in degrees, always WGS 84: the only system that is stored. */
export interface Point {
  longitude: number
  latitude: number
}

/** Longitude and latitude, as GeoJSON writes them. */
export type Pair = readonly [longitude: number, latitude: number]

/** Why a pair of numbers is no place that this program can know, or nothing if it may be one. */
export function absurd([longitude, latitude]: Pair): Words | undefined {
  if (!Number.isFinite(longitude) || !Number.isFinite(latitude)) return words('坐标不是数字', 'the coordinates are not numbers')
  if (Math.abs(longitude) > 180 || Math.abs(latitude) > 90)
    return words(
      `坐标超出范围(${longitude}, ${latitude})：经度在 ±180 之间,纬度在 ±90 之间`,
      `${longitude}, ${latitude} is no place on earth: longitude lies within ±180, latitude within ±90 degrees`,
    )
  if (!inChina(longitude, latitude))
    return words(
      `坐标不在中国境内(${longitude}, ${latitude})：请检查经纬度是否写反`,
      `${longitude}, ${latitude} is not in China: check that longitude comes before latitude`,
    )
  return undefined
}

// The box in which GCJ-02 is defined.
const inChina = (longitude: number, latitude: number) =>
  longitude >= 72.004 && longitude <= 137.8347 && latitude >= 0.8293 && latitude <= 55.8271

/** The point in WGS 84, or why it is none. */
export function pointOf(position: Position): Point | { problem: Words } {
  const pair: Pair = [position.longitude, position.latitude]
  const problem = absurd(pair)
  if (problem) return { problem }
  const [longitude, latitude] = toWgs84(pair, position.system)
  return { longitude, latitude }
}

/** A pair in WGS 84. Exact to a millimetre: gcoord's own way back is up to 13 cm off, so its way there is repeated until it fits. */
export function toWgs84(pair: Pair, system: System): Pair {
  if (system === 'wgs84') return pair
  let [longitude, latitude] = pair
  for (let round = 0; round < 10; round += 1) {
    const [east, north] = toGcj02([longitude, latitude])
    longitude += pair[0] - east
    latitude += pair[1] - north
    if (Math.abs(pair[0] - east) + Math.abs(pair[1] - north) < 1e-10) break
  }
  return [longitude, latitude]
}

/** A WGS 84 pair as the maps of Chinese phones draw it. */
export const toGcj02 = ([longitude, latitude]: Pair): Pair =>
  gcoord.transform([longitude, latitude], gcoord.CRSTypes.WGS84, gcoord.CRSTypes.GCJ02)

// gcoord's own types speak of a default export that its module does not have.
declare module 'gcoord' {
  export function transform(pair: [number, number], from: CRSTypes, to: CRSTypes): [number, number]
}
