import type { Point } from '#kernel/place/coordinates.ts'
import { degreesWithin, walkingMinutes } from './walk.ts'

/** Something of those that are near, and how long one walks there, in minutes. */
export interface Near<Thing> {
  thing: Thing
  minutes: number
}

/**
 * Lays things out on a grid whose cells are as wide as one walks in so many minutes. What it gives finds all things within that walk of a
 * point, cell by cell, and looks only at those of nine cells.
 */
export function nearby<Thing extends { point: Point }>(
  things: readonly Thing[],
  minutes: number,
): (from: Point) => Near<Thing>[] {
  // A thousandth more, so that nothing on the very edge is lost by rounding; a minute at least, so that there are cells.
  const high = degreesWithin(Math.max(1, minutes)) * 1.001
  const furthest = things.reduce((most, { point }) => Math.max(most, Math.abs(point.latitude)), 0)
  const wide = high / Math.cos(((furthest + high) * Math.PI) / 180)
  const columnOf = ({ longitude }: Point) => Math.floor(longitude / wide)
  const rowOf = ({ latitude }: Point) => Math.floor(latitude / high)
  const columns = new Map(
    [...Map.groupBy(things, ({ point }) => columnOf(point))].map(([column, inIt]) => [
      column,
      Map.groupBy(inIt, ({ point }) => rowOf(point)),
    ]),
  )
  return (from) => {
    const near: Near<Thing>[] = []
    for (const column of around(columnOf(from)))
      for (const row of around(rowOf(from)))
        for (const thing of columns.get(column)?.get(row) ?? []) {
          const walk = walkingMinutes(from, thing.point)
          if (walk <= minutes) near.push({ thing, minutes: walk })
        }
    return near
  }
}

const around = (cell: number) => [cell - 1, cell, cell + 1]
