import type { Boundaries, Boundary } from '#kernel/place/shown.ts'

export type { Boundaries, Boundary }

/** West, south, east, north: degrees of WGS 84. */
export type Box = [number, number, number, number]

/** The box around boundaries: the corners of all their points. Nothing where there are none. */
export function boundsOf(collections: readonly Boundaries[]): Box | undefined {
  const box: Box = [180, 90, -180, -90]
  const take = (part: unknown): void => {
    if (!Array.isArray(part)) return
    const [longitude, latitude] = part
    if (typeof longitude !== 'number' || typeof latitude !== 'number') {
      for (const one of part) take(one)
      return
    }
    box[0] = Math.min(box[0], longitude)
    box[1] = Math.min(box[1], latitude)
    box[2] = Math.max(box[2], longitude)
    box[3] = Math.max(box[3], latitude)
  }
  for (const { features } of collections) for (const { geometry } of features) take(geometry.coordinates)
  return box[0] <= box[2] ? box : undefined
}

/** The box of so many metres around a point. */
export function around([longitude, latitude]: readonly [number, number], metres: number): Box {
  const up = metres / 111_320
  const along = up / Math.cos((latitude * Math.PI) / 180)
  return [longitude - along, latitude - up, longitude + along, latitude + up]
}

/** The box that some points lie in, with so many metres around them. */
export function aroundAll(points: readonly { longitude: number; latitude: number }[], metres: number): Box {
  const boxes = points.map(({ longitude, latitude }) => around([longitude, latitude], metres))
  const side = (which: 0 | 1 | 2 | 3) => boxes.map((box) => box[which])
  return [Math.min(...side(0)), Math.min(...side(1)), Math.max(...side(2)), Math.max(...side(3))]
}

export const isWithin = ([west, south, east, north]: Box, [longitude, latitude]: readonly [number, number]): boolean =>
  west <= longitude && longitude <= east && south <= latitude && latitude <= north

/** How far two points are from each other, in metres; exact enough within a district. */
export function metresBetween([west, south]: readonly [number, number], [east, north]: readonly [number, number]): number {
  const along = (east - west) * Math.cos((((south + north) / 2) * Math.PI) / 180)
  return Math.hypot(along, north - south) * 111_320
}
