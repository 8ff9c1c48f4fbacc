import assert from 'node:assert/strict'
import { createHash, randomUUID } from 'node:crypto'
import { describe, test } from 'node:test'
import { sql } from 'kysely'
import { bodies } from '#capabilities/cases/catalogue/bodies.ts'
import { within } from '#kernel/database/within.ts'
import type { GridRow } from '#kernel/place/rows.ts'
import { tiles } from '#kernel/place/store/tiles.ts'
import { testDatabase } from '#testing/database.ts'
import boundary from './boundary.json' with { type: 'json' }
import { geography } from './geography.ts'
import { loadGeography } from './load.ts'

const place = geography(1)
const base = place.grids.filter(({ kind }) => kind === 'base')
const unitsOf = (kind: string) => place.units.filter((unit) => unit.kind === kind)
const fingerprint = (seed: number) =>
  createHash('sha256')
    .update(JSON.stringify(geography(seed)))
    .digest('hex')

// Whole numbers of 1e-7 degree, so that sums are exact.
const corners = ({ boundary }: Pick<GridRow, 'boundary'>) =>
  (boundary[0]?.[0] ?? []).map(([x, y]) => [Math.round(x * 1e7) - 1.18e9, Math.round(y * 1e7) - 3.6e8] as const)
const edges = (grid: Pick<GridRow, 'boundary'>) =>
  corners(grid)
    .slice(1)
    .map((to, index) => [`${corners(grid)[index]}`, `${to}`] as const)

/** The edges of the pieces that no other piece has the other way round: what is left is the outline of their union. */
function outlineOf(pieces: readonly GridRow[]): string[] {
  const all = new Set(pieces.flatMap((piece) => edges(piece)).map(([from, to]) => `${from} ${to}`))
  return [...all].filter((edge) => !all.has(edge.split(' ').toReversed().join(' '))).toSorted()
}

describe('the demo district', () => {
  test('is the same for the same seed, and another for another', () => {
    assert.equal(fingerprint(1), createHash('sha256').update(JSON.stringify(place)).digest('hex'))
    assert.notEqual(fingerprint(1), fingerprint(2))
  })

  test('has 6 streets, 35 communities, 182 estates at least, some thousand buildings, and 1,756 grids', () => {
    assert.equal(unitsOf('street').length, 6)
    assert.equal(unitsOf('street').filter(({ form }) => form === 'developmentCentre').length, 1)
    assert.equal(unitsOf('community').length, 35)
    assert.ok(unitsOf('estate').length >= 182)
    assert.ok(unitsOf('building').length > 3000)
    assert.equal(unitsOf('propertyCompany').length, 40)
    assert.equal(base.length, 1756)
    assert.equal(base.filter(({ level }) => level === 1).length, 35)
    assert.equal(place.grids.length - base.length, 9, 'dedicated ones are beyond the 1,756')
  })

  test('gives every unit and grid a code of its own, a name of its own under its parent, and a parent that is there', () => {
    const codes = [...place.units, ...place.grids].map(({ code }) => code)
    assert.equal(new Set(codes).size, codes.length)
    const lists: readonly (readonly { name: string; parent?: string }[])[] = [place.units, place.grids]
    for (const list of lists) {
      assert.equal(new Set(list.map(({ name, parent }) => `${parent} ${name}`)).size, list.length)
      for (const { parent } of list) assert.ok(parent === undefined || codes.includes(parent))
    }
    for (const { serves = [] } of place.units) assert.ok(serves.every((estate) => codes.includes(estate)))
  })

  test('has a unit of the code and name of every body that a category names, and stations under their bureaus', () => {
    const units = new Map(place.units.map((unit) => [unit.code, unit]))
    for (const [code, { unitKind, name }] of Object.entries(bodies)) {
      assert.equal(units.get(code)?.kind, unitKind, code)
      assert.equal(units.get(code)?.name, name.zh)
    }
    for (const { parent, street } of unitsOf('station')) {
      assert.equal(units.get(parent ?? '')?.kind, 'bureau')
      assert.equal(units.get(street ?? '')?.kind, 'street')
    }
  })

  test('is tiled: the grids of a level leave, corner by corner, exactly the outline of the grid above', () => {
    for (const parent of base.filter(({ level }) => level < 3)) {
      const children = base.filter((grid) => grid.parent === parent.code)
      assert.ok(children.length > 1)
      assert.deepEqual(outlineOf(children), outlineOf([parent]), parent.name)
    }
    const [whole] = unitsOf('district')
    const [some] = base
    assert.ok(some && whole?.outline)
    const district = { ...some, boundary: whole.outline }
    assert.deepEqual(outlineOf(base.filter(({ level }) => level === 1)), outlineOf([district]))
    const known = new Set(corners(district).map(String))
    const boundaryRing = [[boundary.coordinates.map(([longitude = 0, latitude = 0]) => [longitude, latitude] as const)]]
    assert.ok(
      corners({ boundary: boundaryRing }).every((corner) => known.has(`${corner}`)),
      'and that is the real boundary',
    )
  })

  test('loads in a moment; shapes are valid, every building stands in a level-3 grid of its community', async () => {
    const database = await testDatabase()
    const district = `demo-${randomUUID().slice(0, 8)}`
    await within(database, { as: 'owner', district }, async (connection) => {
      await loadGeography(connection, { ...place, district: { code: district, name: '演示区' } }, '2024-01-01')
      const { rows } = await sql<{ invalid: number; astray: number }>`
        select (select count(*)::integer from place.grids where district = ${district} and not ST_IsValid(boundary)) as invalid,
          (select count(*)::integer from place.units u where district = ${district} and kind in ('building', 'estate') and not exists (
            select from place.grids g where g.district = u.district and g.level = 3 and g.community = u.community
              and ST_Contains(g.boundary, u.point))) as astray`.execute(connection)
      assert.deepEqual(rows, [{ invalid: 0, astray: 0 }])
      const { gap, beyond, overlaps } = await tiles(connection, district, '370703003004', 3, '2026-01-01')
      assert.ok(gap < 1 && beyond < 1 && overlaps.length === 0)
    })
  })
})
