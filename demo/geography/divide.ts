import { type Chord, chords, cut, type Line, outline, type Place, sideOf } from './cut.ts'
import { contains, expanded, type Mesh, type Ring, xOf, yOf } from './mesh.ts'
import type { Random } from './random.ts'

/** A piece of land, and the people (dots) who live on it. */
export interface Land {
  ring: Ring
  people: readonly Place[]
}

/** Divides land into as many pieces as there are shares, each with about its share of the people, compact where it can be. */
export function divide(mesh: Mesh, random: Random, land: Land, shares: readonly number[]): Land[] {
  if (shares.length <= 1) return [land]
  const middle = Math.floor(shares.length / 2)
  const [left, right] = [shares.slice(0, middle), shares.slice(middle)]
  const part = sum(left) / sum(shares)
  const [first, second] = halve(mesh, random, { ...land, ring: expanded(mesh, land.ring) }, part)
  return [...divide(mesh, random, first, left), ...divide(mesh, random, second, right)]
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)

function halve(mesh: Mesh, random: Random, land: Land, part: number): [Land, Land] {
  const jitter = random.next()
  // Ever more ways to cut, until one leaves two whole pieces.
  for (const ways of [6, 24, 96]) {
    const candidates = Array.from({ length: ways }, (_, way) =>
      cuts(mesh, land, ((way + jitter) / ways) * 2 * Math.PI, part, ways > 6),
    ).flat()
    for (const { chord, line, single } of candidates.sort((a, b) => a.cost - b.cost)) {
      const rings = cut(mesh, land.ring, chord)
      if (!rings) continue
      const [one, other] = rings
      const inOne = single ? besides(mesh, one, line) : (place: Place) => contains(mesh, one, place.x, place.y)
      const pieces: [Land, Land] = [
        { ring: one, people: land.people.filter(inOne) },
        { ring: other, people: land.people.filter((place) => !inOne(place)) },
      ]
      const held = pieces[0].people.length / Math.max(1, land.people.length)
      return Math.abs(held - part) <= Math.abs(1 - held - part) ? pieces : [pieces[1], pieces[0]]
    }
  }
  throw new Error(`the land with ${land.ring.length} corners could not be cut: choose another seed`)
}

interface Candidate {
  chord: Chord
  line: Line
  /** Whether the line crosses the land once only, so that its sides tell the pieces apart. */
  single: boolean
  cost: number
}

// The cuts of one direction that leave about the wanted part of the people on one side, with what they cost in people and shape.
function cuts(mesh: Mesh, land: Land, angle: number, part: number, shifted: boolean): Candidate[] {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  const along = Float64Array.from(land.people, ({ x, y }) => x * cos + y * sin).sort()
  const parts = shifted || along.length > 2000 ? [part, part * 0.9, part * 1.1, part * 0.75, Math.min(0.95, part * 1.25)] : [part]
  return parts.flatMap((share) => {
    const line = { cos, sin, offset: offsetAt(mesh, land.ring, along, share, cos, sin) }
    const found = chords(mesh, land.ring, line)
    return found.map((chord) => {
      const pieces = outline(mesh, land.ring, chord)
      const single = found.length === 1
      const shape = pieces.reduce((total, piece) => total + roundness(piece), 0)
      const held = single ? share : heldBy(pieces[0], land.people)
      const miss = Math.min(Math.abs(held - part), Math.abs(1 - held - part)) / Math.min(part, 1 - part)
      return { chord, line, single, cost: shape + 12 * miss }
    })
  })
}

// Between the two neighbours whom the share parts; across the middle where too few live to say.
function offsetAt(mesh: Mesh, ring: Ring, along: Float64Array, share: number, cos: number, sin: number): number {
  const at = Math.min(along.length - 1, Math.max(1, Math.round(along.length * share)))
  const [below, above] = [along[at - 1], along[at]]
  if (below !== undefined && above !== undefined) return (below + above) / 2
  const reach = ring.map((corner) => xOf(mesh, corner) * cos + yOf(mesh, corner) * sin)
  const [low, high] = [Math.min(...reach), Math.max(...reach)]
  return low + (high - low) * share
}

// Which side of the line a piece lies on: that of its corner farthest off.
function besides(mesh: Mesh, ring: Ring, line: Line): (place: Place) => boolean {
  const sides = ring.map((corner) => sideOf(line, xOf(mesh, corner), yOf(mesh, corner)))
  const above = Math.max(...sides) > -Math.min(...sides)
  return ({ x, y }) => sideOf(line, x, y) >= 0 === above
}

/** The part of the people inside an outline, from every so many of them. */
function heldBy(piece: readonly Place[], people: readonly Place[]): number {
  const step = Math.max(1, Math.floor(people.length / 300))
  let [asked, inside] = [0, 0]
  for (let index = 0; index < people.length; index += step) {
    const person = people[index]
    if (!person) continue
    asked += 1
    if (holds(piece, person)) inside += 1
  }
  return asked === 0 ? 0 : inside / asked
}

function holds(piece: readonly Place[], { x, y }: Place): boolean {
  let inside = false
  let before = piece.at(-1)
  for (const at of piece) {
    if (before && before.y > y !== at.y > y && x < ((at.x - before.x) * (y - before.y)) / (at.y - before.y) + before.x)
      inside = !inside
    before = at
  }
  return inside
}

// 1 for a circle, more the longer the border for its area. A degree of longitude is here four fifths of one of latitude.
function roundness(piece: readonly Place[]): number {
  let [border, area] = [0, 0]
  let before = piece.at(-1)
  for (const at of piece) {
    if (before) {
      border += Math.hypot((at.x - before.x) * 0.8, at.y - before.y)
      area += (before.x * at.y - at.x * before.y) * 0.8
    }
    before = at
  }
  return border ** 2 / (2 * Math.PI * Math.max(1, Math.abs(area)))
}
