import { Type } from 'typebox'
import { type Words, words } from '../words.ts'
import { type Point, pointOf, System } from './coordinates.ts'

const about = 'degrees, to a thousandth: about where somebody is, who wants the nearest first; it is not kept'

/** About where somebody is, as a query has it: all three parts, or none. */
export const here = {
  longitude: Type.Optional(Type.Number({ description: about })),
  latitude: Type.Optional(Type.Number({ description: about })),
  system: Type.Optional(System),
}
export interface AboutHere {
  longitude?: number
  latitude?: number
  system?: System
}

/** A hundred metres tell which estate is near. Whoever sends more is not taken at more. */
const coarse = (degrees: number) => Number(degrees.toFixed(3))

/** The point that a query names, in WGS 84; why it is none; or nothing where it names none. */
export function aboutHere({ longitude, latitude, system }: AboutHere): Point | { problem: Words } | undefined {
  if (longitude === undefined && latitude === undefined && system === undefined) return undefined
  if (longitude === undefined || latitude === undefined || system === undefined)
    return { problem: words('位置要有经度、纬度和坐标系', 'a position has a longitude, a latitude and a system') }
  const point = pointOf({ longitude, latitude, system })
  return 'problem' in point ? point : { longitude: coarse(point.longitude), latitude: coarse(point.latitude) }
}

/** How far apart two points are, in degrees of latitude: enough to say which is nearer. */
export const apart = (one: Point, other: Point): number =>
  Math.hypot(one.latitude - other.latitude, (one.longitude - other.longitude) * Math.cos((one.latitude * Math.PI) / 180))
