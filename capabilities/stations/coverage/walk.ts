import type { Point } from '#kernel/place/coordinates.ts'

/**
 * Old people walk about a metre a second, less with shopping: 4 km an hour is our assumption for everybody. Ways bend: 1.3 times the
 * straight line, as in towns with a grid of streets, is another. A district's own network of ways would tell it truer.
 */
const metresAMinute = 4000 / 60
const detour = 1.3
const metresADegree = 111_320

/** How long somebody walks between two points, in minutes; at most some per cent off within a district. */
export function walkingMinutes(from: Point, to: Point): number {
  const along = (to.longitude - from.longitude) * Math.cos((((from.latitude + to.latitude) / 2) * Math.PI) / 180)
  return (Math.hypot(along, to.latitude - from.latitude) * metresADegree * detour) / metresAMinute
}

/** How far somebody comes in so many minutes, in degrees of latitude. */
export const degreesWithin = (minutes: number): number => (minutes * metresAMinute) / (detour * metresADegree)
