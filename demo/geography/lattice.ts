import type { Pair } from '#kernel/place/coordinates.ts'
import type { Polygons } from '#kernel/place/rows.ts'
import type { Place } from './cut.ts'
import { expanded, type Mesh, type Ring, xOf, yOf } from './mesh.ts'

// Whole numbers of 1e-7 degree from a corner south-west of the district: small enough for exact sums of areas.
const unit = 10_000_000
const [west, south] = [118 * unit, 36 * unit]

export const east = (longitude: number): number => Math.round(longitude * unit) - west
export const north = (latitude: number): number => Math.round(latitude * unit) - south

export const pairOf = ({ x, y }: Place): Pair => [(x + west) / unit, (y + south) / unit]

/** A ring as GeoJSON writes it, with every corner that any neighbour set on it. */
export function polygonsOf(mesh: Mesh, ring: Ring): Polygons {
  const pairs = expanded(mesh, ring).map((corner) => pairOf({ x: xOf(mesh, corner), y: yOf(mesh, corner) }))
  const [first] = pairs
  return [[first ? [...pairs, first] : []]]
}
