import { corner, doubleArea, type Mesh, meet, type Ring, setOn, toSegment, xOf, yOf } from './mesh.ts'

/** A straight line, all places where `x cos + y sin = offset`. */
export interface Line {
  cos: number
  sin: number
  offset: number
}

export const sideOf = ({ cos, sin, offset }: Line, x: number, y: number): number => x * cos + y * sin - offset

/** A cut of a ring from one of its edges (or corners) to another, straight across its inside. */
export interface Chord {
  from: Crossing
  to: Crossing
}

interface Crossing {
  /** The place on the ring: of the edge's first corner. */
  edge: number
  x: number
  y: number
  along: number
}

/** The stretches of a line that lie inside a ring. */
export function chords(mesh: Mesh, ring: Ring, line: Line): Chord[] {
  const crossings: Crossing[] = []
  for (const [index, a] of ring.entries()) {
    const b = ring[(index + 1) % ring.length] ?? a
    const [before, after] = [sideOf(line, xOf(mesh, a), yOf(mesh, a)), sideOf(line, xOf(mesh, b), yOf(mesh, b))]
    if (before >= 0 === after >= 0) continue
    const part = before / (before - after)
    const [x, y] = [xOf(mesh, a) + part * (xOf(mesh, b) - xOf(mesh, a)), yOf(mesh, a) + part * (yOf(mesh, b) - yOf(mesh, a))]
    crossings.push({ edge: index, x, y, along: y * line.cos - x * line.sin })
  }
  crossings.sort((a, b) => a.along - b.along)
  const found: Chord[] = []
  for (let index = 0; index + 1 < crossings.length; index += 2) {
    const [from, to] = [crossings[index], crossings[index + 1]]
    if (from && to) found.push({ from, to })
  }
  return found
}

/** The two rings that a chord would make, corners not yet set: for weighing it up. Places, not corners. */
export function outline(mesh: Mesh, ring: Ring, { from, to }: Chord): [Place[], Place[]] {
  const place = (at: number): Place => ({ x: xOf(mesh, at), y: yOf(mesh, at) })
  const arc = (start: Crossing, end: Crossing) => [start, ...walk(ring, start.edge, end.edge).map(place), end]
  return [arc(from, to), arc(to, from)]
}

export interface Place {
  x: number
  y: number
}

// A metre: nearer than this to a corner, the cut goes to the corner itself. Three centimetres: nothing else may come so close.
const metre = 100
const hair = 3

/** Cuts a ring in two along a chord, or does nothing where that would leave a sliver or touch something else. */
export function cut(mesh: Mesh, ring: Ring, chord: Chord): [number[], number[]] | undefined {
  const [from, to] = [landing(mesh, ring, chord.from), landing(mesh, ring, chord.to)]
  if (from.at === to.at || !clear(mesh, ring, from, to)) return undefined
  const first = [from.at, ...walk(ring, from.after, to.before), to.at]
  const second = [to.at, ...walk(ring, to.after, from.before), from.at]
  if (doubleArea(mesh, first) <= 0 || doubleArea(mesh, second) <= 0) return undefined
  for (const { set } of [from, to]) if (set) setOn(mesh, set[0], set[1], set[2])
  return [first, second]
}

interface Landing {
  at: number
  /** Places on the ring: of the last corner before, and of the one from which the walk after it starts. */
  before: number
  after: number
  set?: [number, number, number]
}

function landing(mesh: Mesh, ring: Ring, { edge, x, y }: Crossing): Landing {
  const next = (edge + 1) % ring.length
  const [a, b] = [ring[edge] ?? 0, ring[next] ?? 0]
  const toA = Math.hypot(x - xOf(mesh, a), y - yOf(mesh, a))
  const toB = Math.hypot(x - xOf(mesh, b), y - yOf(mesh, b))
  if (Math.min(toA, toB) < metre) {
    const here = toA <= toB ? edge : next
    return { at: ring[here] ?? 0, before: (here + ring.length - 1) % ring.length, after: here }
  }
  const at = corner(mesh, Math.round(x), Math.round(y))
  return { at, before: edge, after: edge, set: [a, b, at] }
}

// The corners after one place on the ring up to and with another.
function walk(ring: Ring, after: number, upTo: number): number[] {
  const corners: number[] = []
  for (let index = after; index !== upTo; ) {
    index = (index + 1) % ring.length
    corners.push(ring[index] ?? 0)
  }
  return corners
}

// Whether the straight way between two landings keeps clear of all that it does not start or end on.
function clear(mesh: Mesh, ring: Ring, from: Landing, to: Landing): boolean {
  const touches = (landing: Landing, a: number, b: number) =>
    landing.at === a || landing.at === b || (landing.set !== undefined && landing.set[0] === a && landing.set[1] === b)
  for (const [index, a] of ring.entries()) {
    const b = ring[(index + 1) % ring.length] ?? a
    const [atStart, atEnd] = [touches(from, a, b), touches(to, a, b)]
    if (atStart && atEnd) return false
    if (!atStart && !atEnd && meet(mesh, from.at, to.at, a, b)) return false
    if (
      a !== from.at &&
      a !== to.at &&
      toSegment(xOf(mesh, a), yOf(mesh, a), xOf(mesh, from.at), yOf(mesh, from.at), xOf(mesh, to.at), yOf(mesh, to.at)) < hair
    )
      return false
  }
  return true
}
