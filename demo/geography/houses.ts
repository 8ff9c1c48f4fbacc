import type { Place } from './cut.ts'
import type { Land } from './divide.ts'
import { clearance, type Mesh } from './mesh.ts'
import type { Random } from './random.ts'

// In centimetres: houses keep off the border of their grid and off each other.
const offBorder = 500
const apart = 2000

/** Where the houses of a grid of level 3 stand: two to four, where people live. One at least. */
export function houses(mesh: Mesh, random: Random, land: Land): Place[] {
  const wanted = random.whole(2, 4)
  const free = land.people
    .map((place) => ({ place, room: clearance(mesh, land.ring, place.x, place.y) }))
    .toSorted((a, b) => b.room - a.room || a.place.x - b.place.x)
  const standing: Place[] = []
  for (const { place, room } of free) {
    if (standing.length === wanted || (room < offBorder && standing.length > 0)) break
    if (standing.every((other) => Math.hypot(place.x - other.x, place.y - other.y) > apart)) standing.push(place)
  }
  return standing
}
