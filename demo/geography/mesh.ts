/**
 * A polygon that is cut again and again, without a gap or an overlap ever. Coordinates are whole numbers, 1e-7 degree (a
 * centimetre) each. Corners are shared by number: a point set on an edge by one polygon is on it for the neighbour too.
 */
export interface Mesh {
  x: number[]
  y: number[]
  byPlace: Map<string, number>
  /** The corner that was set on an edge, by the edge's two corners. */
  split: Map<string, number>
}

/** The corners of a polygon, counter-clockwise, the first not repeated. */
export type Ring = readonly number[]

export const emptyMesh = (): Mesh => ({ x: [], y: [], byPlace: new Map(), split: new Map() })

/** The number of the corner at a place. */
export function corner(mesh: Mesh, x: number, y: number): number {
  const place = `${x},${y}`
  const there = mesh.byPlace.get(place)
  if (there !== undefined) return there
  const made = mesh.x.push(x) - 1
  mesh.y.push(y)
  mesh.byPlace.set(place, made)
  return made
}

export const xOf = (mesh: Mesh, at: number): number => mesh.x[at] ?? Number.NaN
export const yOf = (mesh: Mesh, at: number): number => mesh.y[at] ?? Number.NaN

/** A ring with all corners that were set on its edges since it was made. */
export function expanded(mesh: Mesh, ring: Ring): number[] {
  const corners: number[] = []
  for (const [index, from] of ring.entries()) {
    corners.push(from)
    between(mesh, from, ring[(index + 1) % ring.length] ?? from, corners)
  }
  return corners
}

function between(mesh: Mesh, from: number, to: number, into: number[]): void {
  const middle = mesh.split.get(edge(from, to))
  if (middle === undefined) return
  between(mesh, from, middle, into)
  into.push(middle)
  between(mesh, middle, to, into)
}

const edge = (from: number, to: number) => (from < to ? `${from},${to}` : `${to},${from}`)

/** Twice the area of a ring: a whole number, so that sums can be compared exactly. */
export function doubleArea(mesh: Mesh, ring: Ring): number {
  let sum = 0
  for (const [index, from] of ring.entries()) {
    const to = ring[(index + 1) % ring.length] ?? from
    sum += xOf(mesh, from) * yOf(mesh, to) - xOf(mesh, to) * yOf(mesh, from)
  }
  return sum
}

/** Whether a place lies inside a ring. */
export function contains(mesh: Mesh, ring: Ring, x: number, y: number): boolean {
  let inside = false
  let before = ring.at(-1) ?? 0
  for (const at of ring) {
    const [x1, y1, x2, y2] = [xOf(mesh, before), yOf(mesh, before), xOf(mesh, at), yOf(mesh, at)]
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside
    before = at
  }
  return inside
}

/** How far a place is from the nearest edge of a ring. */
export function clearance(mesh: Mesh, ring: Ring, x: number, y: number): number {
  let least = Number.POSITIVE_INFINITY
  let before = ring.at(-1) ?? 0
  for (const at of ring) {
    least = Math.min(least, toSegment(x, y, xOf(mesh, before), yOf(mesh, before), xOf(mesh, at), yOf(mesh, at)))
    before = at
  }
  return least
}

/** The distance of a place from a straight line between two others. */
export function toSegment(x: number, y: number, x1: number, y1: number, x2: number, y2: number): number {
  const [dx, dy] = [x2 - x1, y2 - y1]
  const along = Math.max(0, Math.min(1, ((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy || 1)))
  return Math.hypot(x - x1 - along * dx, y - y1 - along * dy)
}

/** Whether two straight lines touch or cross. */
export function meet(mesh: Mesh, a: number, b: number, c: number, d: number): boolean {
  return turn(mesh, a, b, c) !== turn(mesh, a, b, d) && turn(mesh, c, d, a) !== turn(mesh, c, d, b)
}

const turn = (mesh: Mesh, a: number, b: number, c: number) =>
  Math.sign(
    (xOf(mesh, b) - xOf(mesh, a)) * (yOf(mesh, c) - yOf(mesh, a)) - (yOf(mesh, b) - yOf(mesh, a)) * (xOf(mesh, c) - xOf(mesh, a)),
  )

/** Sets a corner on an edge, for both polygons that share it. */
export function setOn(mesh: Mesh, from: number, to: number, middle: number): void {
  mesh.split.set(edge(from, to), middle)
}
