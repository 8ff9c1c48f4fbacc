import type { Place } from './cut.ts'
import { east, north } from './lattice.ts'
import { contains, type Mesh, type Ring } from './mesh.ts'
import type { Random } from './random.ts'

// Where people live: the town in the south, four small towns, and villages and farms over all of the rest. Spread in degrees.
const towns = [
  { share: 0.5, longitude: 119.203, latitude: 36.772, spread: 0.028 },
  { share: 0.1, longitude: 119.165, latitude: 36.8, spread: 0.02 },
  { share: 0.07, longitude: 119.21, latitude: 36.91, spread: 0.015 },
  { share: 0.06, longitude: 119.09, latitude: 36.78, spread: 0.014 },
  { share: 0.06, longitude: 119.33, latitude: 36.76, spread: 0.014 },
  { share: 0.04, longitude: 119.12, latitude: 37.12, spread: 0.018 },
]

/** So many dots inside a ring, where people live. */
export function settle(mesh: Mesh, random: Random, ring: Ring, count: number): Place[] {
  const xs = ring.map((corner) => mesh.x[corner] ?? 0)
  const ys = ring.map((corner) => mesh.y[corner] ?? 0)
  const [west, eastEnd, south, northEnd] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  const people: Place[] = []
  while (people.length < count) {
    let share = random.next()
    const town = towns.find((candidate) => {
      share -= candidate.share
      return share < 0
    })
    const x = town ? east(town.longitude + town.spread * 1.25 * random.normal()) : random.whole(west, eastEnd)
    const y = town ? north(town.latitude + town.spread * random.normal()) : random.whole(south, northEnd)
    if (contains(mesh, ring, x, y)) people.push({ x, y })
  }
  return people
}
