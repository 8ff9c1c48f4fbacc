import type { Pair } from '#kernel/place/coordinates.ts'
import type { GridRow } from '#kernel/place/rows.ts'
import type { Place } from './cut.ts'
import type { Land } from './divide.ts'
import type { Plot } from './land.ts'
import { pairOf } from './lattice.ts'
import { clearance, type Mesh } from './mesh.ts'
import { dedicated, streets } from './names.ts'
import type { Random } from './random.ts'

/** The grids that lie over the base ones: each a square inside an estate's grid, the business district inside a community's. */
export function dedicatedGrids(mesh: Mesh, random: Random, plots: readonly Plot<Plot<Plot<Land>>>[]): GridRow[] {
  return dedicated.map((name, number) => {
    // Two in each of the town's streets and one in others, each in a community of its own; the business district in the first.
    const wide = name.endsWith('商圈')
    const streetNumber = wide ? 0 : number % streets.length
    const communityNumber = wide ? 0 : 1 + Math.floor(number / streets.length)
    const street = streets[streetNumber]?.code ?? ''
    const community = `${street}${String(communityNumber + 1).padStart(3, '0')}`
    const plot = plots[streetNumber]?.parts[communityNumber]
    const estateNumber = random.whole(0, (plot?.parts.length ?? 1) - 1)
    const land = wide ? plot?.land : plot?.parts[estateNumber]?.land
    if (!land) throw new Error(`there is no land for ${name}`)
    return {
      code: `${community}9${String(number + 1).padStart(2, '0')}`,
      level: 2,
      kind: 'dedicated',
      name: `${name}专属网格`,
      parent: wide ? `${community}000` : `${community}${String(estateNumber + 1).padStart(3, '0')}`,
      community,
      street,
      boundary: [[square(mesh, land, wide ? 60_000 : 12_000)]],
    }
  })
}

/** The largest square (within a reach in centimetres) around the roomiest place where somebody lives. */
function square(mesh: Mesh, land: Land, reach: number): Pair[] {
  let best: { place: Place; room: number } | undefined
  for (const place of land.people) {
    const room = clearance(mesh, land.ring, place.x, place.y)
    if (!best || room > best.room) best = { place, room }
  }
  if (!best) throw new Error('nobody lives where a dedicated grid should be: choose another seed')
  const { x, y } = best.place
  const half = Math.floor(Math.min(reach, best.room * 0.7))
  const corners = [
    [-half, -half],
    [half, -half],
    [half, half],
    [-half, half],
    [-half, -half],
  ]
  return corners.map(([right = 0, up = 0]) => pairOf({ x: x + right, y: y + up }))
}
