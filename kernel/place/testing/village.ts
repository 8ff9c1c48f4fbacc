import { randomUUID } from 'node:crypto'
import type { Database } from '#kernel/database/open.ts'
import { within } from '#kernel/database/within.ts'
import type { Pair } from '../coordinates.ts'
import type { GridRow, Polygons, UnitRow } from '../rows.ts'
import { writeAliases, writeDistrict, writeGrids, writeUnits } from '../store/write.ts'

/** A rectangle in hundredths of a degree from a corner in the plain of Weifang: about 0.9 km by 1.1 km each. */
export const box = (west: number, south: number, east: number, north: number): Polygons => [
  [[at(west, south), at(east, south), at(east, north), at(west, north), at(west, south)]],
]
export const at = (right: number, up: number): Pair => [
  Number((119.2 + right / 100).toFixed(7)),
  Number((36.8 + up / 100).toFixed(7)),
]
export const point = (right: number, up: number) => {
  const [longitude, latitude] = at(right, up)
  return { longitude, latitude }
}

const inFirst = { street: 's1', community: 'c1' }
const inSecond = { street: 's1', community: 'c2' }

export const units: UnitRow[] = [
  { code: 'v', kind: 'district', name: '柳溪区', outline: box(0, 0, 4, 2) },
  { code: 's1', kind: 'street', form: 'street', name: '柳溪街道', parent: 'v', street: 's1', outline: box(0, 0, 4, 2) },
  { code: 'c1', kind: 'community', name: '东溪社区', parent: 's1', ...inFirst, outline: box(0, 0, 2, 2) },
  { code: 'c2', kind: 'community', name: '西溪社区', parent: 's1', ...inSecond },
  { code: 'e1', kind: 'estate', name: '溪畔花园', parent: 'c1', ...inFirst, point: at(0.5, 0.5) },
  { code: 'e2', kind: 'estate', name: '溪畔新村', parent: 'c2', ...inSecond },
  { code: 'b1', kind: 'building', name: '溪畔花园1号楼', parent: 'e1', ...inFirst, point: at(0.6, 0.4) },
  { code: 'b2', kind: 'building', name: '溪畔新村2号楼', parent: 'e2', ...inSecond },
  { code: 'p1', kind: 'propertyCompany', name: '溪安物业', parent: 'v', serves: ['e1'] },
]

/** Two communities; the first has two grids of level 2 (a, b), of which a has two of level 3, and a school over a corner of a. */
export const grids: GridRow[] = [
  { code: 'g1', level: 1, kind: 'base', name: '东溪社区网格', ...inFirst, boundary: box(0, 0, 2, 2) },
  { code: 'g2', level: 1, kind: 'base', name: '西溪社区网格', ...inSecond, boundary: box(2, 0, 4, 2) },
  { code: 'g1a', level: 2, kind: 'base', name: '溪畔花园网格', parent: 'g1', ...inFirst, boundary: box(0, 0, 1, 2) },
  { code: 'g1b', level: 2, kind: 'base', name: '溪东网格', parent: 'g1', ...inFirst, boundary: box(1, 0, 2, 2) },
  { code: 'g1a1', level: 3, kind: 'base', name: '溪畔花园1号楼网格', parent: 'g1a', ...inFirst, boundary: box(0, 0, 1, 1) },
  { code: 'g1a2', level: 3, kind: 'base', name: '溪畔花园2号楼网格', parent: 'g1a', ...inFirst, boundary: box(0, 1, 1, 2) },
  { code: 'school', level: 2, kind: 'dedicated', name: '溪畔小学', parent: 'g1a', ...inFirst, boundary: box(0.1, 0.1, 0.3, 0.3) },
]

/** A little invented district of a test's own, as it is from 2026 on. Gives its code. */
export async function village(database: Database): Promise<string> {
  const district = `village-${randomUUID().slice(0, 8)}`
  await within(database, { as: 'owner', district }, async (connection) => {
    await writeDistrict(connection, district, '柳溪区', true)
    await writeUnits(connection, district, units)
    await writeGrids(connection, district, grids, '2026-01-01')
    await writeAliases(connection, district, [
      { alias: '溪畔路8号', kind: 'doorPlate', targetKind: 'unit', target: 'b1' },
      { alias: 'OFFICIAL-17', kind: 'grid', targetKind: 'grid', target: 'g1a2' },
    ])
  })
  return district
}

export const reading = (district: string) =>
  ({ as: 'read', district, sight: { everything: false, places: [], party: '' } }) as const
