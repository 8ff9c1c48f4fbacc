import type { GridRow, UnitRow } from '#kernel/place/rows.ts'
import type { Place } from './cut.ts'
import type { Land } from './divide.ts'
import { houses } from './houses.ts'
import type { Plot } from './land.ts'
import { pairOf, polygonsOf } from './lattice.ts'
import type { Mesh } from './mesh.ts'
import type { Random } from './random.ts'

interface About {
  street: string
  community: string
  grid1: string
  number: number
  name: string
}

/** An estate with its grid of level 2, and its buildings with theirs of level 3. */
export function estateOf(
  mesh: Mesh,
  random: Random,
  { land, parts }: Plot<Land>,
  { street, community, grid1, number, name }: About,
) {
  const place = { street, community }
  const grid2 = `${community}${String(number).padStart(3, '0')}`
  const code = `${community}E${String(number).padStart(2, '0')}`
  const grids: GridRow[] = [
    { code: grid2, level: 2, kind: 'base', name: `${name}网格`, parent: grid1, ...place, boundary: polygonsOf(mesh, land.ring) },
  ]
  const buildings: UnitRow[] = []
  const standing: Place[] = []
  for (const [part, small] of parts.entries()) {
    const first = buildings.length + 1
    for (const house of houses(mesh, random, small)) {
      const building = buildings.length + 1
      standing.push(house)
      buildings.push({
        code: `${code}B${String(building).padStart(3, '0')}`,
        kind: 'building',
        name: `${building}号楼`,
        parent: code,
        ...place,
        point: pairOf(house),
        // Some 400,000 in all.
        residents: 64 + ((building * 29) % 50),
      })
    }
    const last = buildings.length
    grids.push({
      code: `${grid2}${String(part + 1).padStart(2, '0')}`,
      level: 3,
      kind: 'base',
      name: first === last ? `${name}${first}号楼网格` : `${name}${first}至${last}号楼网格`,
      parent: grid2,
      ...place,
      boundary: polygonsOf(mesh, small.ring),
    })
  }
  const estate: UnitRow = { code, kind: 'estate', name, parent: community, ...place, point: pairOf(middle(standing)) }
  return { estate, buildings, grids }
}

/** The house nearest to the middle of all: the estate's own point, since an average might lie outside of it. */
function middle(places: readonly Place[]): Place {
  const x = places.reduce((sum, place) => sum + place.x, 0) / places.length
  const y = places.reduce((sum, place) => sum + place.y, 0) / places.length
  const [nearest] = places.toSorted((a, b) => Math.hypot(a.x - x, a.y - y) - Math.hypot(b.x - x, b.y - y))
  if (!nearest) throw new Error('an estate has no house: choose another seed')
  return nearest
}
