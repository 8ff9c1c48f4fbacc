import { divide, type Land } from './divide.ts'
import { east, north } from './lattice.ts'
import { corner, doubleArea, emptyMesh, type Mesh, type Ring, xOf, yOf } from './mesh.ts'
import { streets } from './names.ts'
import { settle } from './people.ts'
import { type Random, shareOut } from './random.ts'

/** How many of each there are: 35 communities (with a grid of level 1 each) in 6 streets, and 1,756 grids of all levels together. */
export const counts = { grids: 1756, communities: [6, 6, 6, 6, 6, 5], estates: 216 } as const
const people = 36_000

/** The district divided four times: streets, communities (level 1), estates (level 2), buildings that stand together (level 3). */
export interface Divided {
  mesh: Mesh
  ring: Ring
  streets: Plot<Plot<Plot<Land>>>[]
}

export interface Plot<Part> {
  land: Land
  parts: Part[]
}

/** Divides a boundary (degrees, WGS 84, closed). */
export function divided(random: Random, boundary: readonly (readonly number[])[]): Divided {
  const mesh = emptyMesh()
  const ring = boundary.slice(1).map(([longitude = 0, latitude = 0]) => corner(mesh, east(longitude), north(latitude)))
  const whole = { ring, people: settle(mesh, random, ring, people) }
  const communities = counts.communities.reduce((sum, count) => sum + count, 0)
  const estates = shareOut(random, counts.estates, communities, 4)
  const smallest = shareOut(random, counts.grids - communities - counts.estates, counts.estates, 4)
  const into = (land: Land, count: number) => divide(mesh, random, land, new Array<number>(count).fill(1))
  const pieces = divide(mesh, random, whole, counts.communities)
  const plots = pieces.map((street, number) => ({
    land: street,
    parts: into(street, counts.communities[number] ?? 1).map((community) => ({
      land: community,
      parts: into(community, estates.shift() ?? 1).map((estate) => ({
        land: estate,
        parts: into(estate, smallest.shift() ?? 1),
      })),
    })),
  }))
  return { mesh, ring, streets: inOrderOfNames(mesh, plots) }
}

/** The plots in the order of the streets' names, each where its name belongs: the order with the shortest ways. */
function inOrderOfNames<Part>(mesh: Mesh, plots: Plot<Part>[]): Plot<Part>[] {
  const centres = plots.map(({ land }) => centreOf(mesh, land.ring))
  let best = { way: Number.POSITIVE_INFINITY, order: plots }
  for (const order of orders(plots.map((_, index) => index))) {
    const way = order.reduce((sum, plot, name) => {
      const [centre, street] = [centres[plot], streets[name]]
      return sum + (centre && street ? Math.hypot(centre.x - east(street.longitude), centre.y - north(street.latitude)) : 0)
    }, 0)
    if (way < best.way) best = { way, order: order.flatMap((plot) => plots[plot] ?? []) }
  }
  return best.order
}

function orders(items: readonly number[]): number[][] {
  if (items.length === 0) return [[]]
  return items.flatMap((item) => orders(items.filter((other) => other !== item)).map((rest) => [item, ...rest]))
}

/** The centre of gravity of a ring. */
function centreOf(mesh: Mesh, ring: Ring): { x: number; y: number } {
  let [x, y] = [0, 0]
  for (const [index, a] of ring.entries()) {
    const b = ring[(index + 1) % ring.length] ?? a
    const weight = xOf(mesh, a) * yOf(mesh, b) - xOf(mesh, b) * yOf(mesh, a)
    x += (xOf(mesh, a) + xOf(mesh, b)) * weight
    y += (yOf(mesh, a) + yOf(mesh, b)) * weight
  }
  const six = 3 * doubleArea(mesh, ring)
  return { x: x / six, y: y / six }
}
