import { metresBetween } from '#web/shared/map/bounds.ts'

interface Lying {
  point?: readonly [number, number]
}

/** Rows by how far they are from a point, the nearest first; those without a point of their own come last, as they stood. */
export function byDistance<Row extends Lying>(
  rows: readonly Row[],
  from: readonly [number, number] | undefined,
): { row: Row; metres: number | undefined }[] {
  return rows
    .map((row) => ({ row, metres: from && row.point ? metresBetween(from, row.point) : undefined }))
    .sort((one, other) => (one.metres ?? Infinity) - (other.metres ?? Infinity) || 0)
}
