import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import type { Connection, Database } from '#kernel/database/open.ts'
import { within } from '#kernel/database/within.ts'
import { testDatabase } from '#testing/database.ts'
import { locate, locateGrid, locateUnit, placeOf } from './routing.ts'
import { writeGrids } from './store/write.ts'
import { box, grids, point, reading, village } from './testing/village.ts'

const today = '2026-06-01'

describe('where a report comes from', () => {
  let database: Database
  let district: string
  before(async () => {
    database = await testDatabase()
    district = await village(database)
  })
  const read = <Result>(work: (connection: Connection) => Promise<Result>) => within(database, reading(district), work)
  const where = (right: number, up: number, day = today) =>
    read((connection) => locate(connection, district, point(right, up), day))

  test('a point goes to the deepest grid that covers it, with those above', async () => {
    const a = { how: 'inside', metres: 0, street: 's1', community: 'c1', grid1: 'g1', grid2: 'g1a', grid3: 'g1a1' }
    assert.deepEqual(await where(0.5, 0.5), a)
    assert.deepEqual(await where(1.5, 0.5), {
      how: 'inside',
      metres: 0,
      street: 's1',
      community: 'c1',
      grid1: 'g1',
      grid2: 'g1b',
    })
    assert.deepEqual(await where(3, 1), { how: 'inside', metres: 0, street: 's1', community: 'c2', grid1: 'g2' })
  })

  test('on a shared border it always goes to the same grid: the deepest, then the lowest code', async () => {
    assert.equal((await where(0.5, 1)).grid3, 'g1a1')
    assert.equal((await where(1, 1)).grid3, 'g1a1', 'a corner of three grids')
    assert.equal((await where(2, 1.5)).grid2, 'g1b', 'deeper before lower')
  })

  test('a school that lies over a grid is told beside it', async () => {
    const { grid3, dedicated } = await where(0.2, 0.2)
    assert.deepEqual({ grid3, dedicated }, { grid3: 'g1a1', dedicated: 'school' })
  })

  test('just outside, the nearest grid takes it and says how near; farther, only how far it is', async () => {
    const near = await where(-0.1, 1.5)
    assert.equal(near.how, 'near')
    assert.equal(near.grid3, 'g1a2')
    assert.ok(Math.abs((near.metres ?? 0) - 89.3) < 1, `${near.metres} m for a thousandth of a degree`)
    assert.equal((await where(-0.22, 1.5)).how, 'near', '196 m')
    const outside = await where(-0.23, 1.5)
    assert.deepEqual(Object.keys(outside), ['how', 'metres'])
    assert.ok(outside.how === 'outside' && (outside.metres ?? 0) > 200)
    assert.equal((await where(0.5, 2.17)).how, 'near', '189 m to the north')
    assert.equal((await where(0.5, 2.19)).how, 'outside')
    assert.equal((await where(-0.15, 2.15)).how, 'outside', '213 m from the corner, though less to each side')
    assert.equal((await where(-0.13, 2.13)).how, 'near', '185 m from the corner')
  })

  test('a building is where its point is, an estate no deeper than its level-2 grid, one without a point in its community', async () => {
    await read(async (connection) => {
      assert.equal((await locateUnit(connection, district, 'b1', today))?.grid3, 'g1a1')
      const estate = await locateUnit(connection, district, 'e1', today)
      assert.deepEqual([estate?.grid2, estate?.grid3], ['g1a', undefined])
      assert.deepEqual(await locateUnit(connection, district, 'b2', today), {
        how: 'inside',
        metres: 0,
        street: 's1',
        community: 'c2',
        grid1: 'g2',
      })
      assert.equal(await locateUnit(connection, district, 'nowhere', today), undefined)
    })
  })

  test('a QR code opens the unit or grid of its code, and a door plate or official code needs no second one', async () => {
    await read(async (connection) => {
      const place = async (code: string) => {
        const found = await placeOf(connection, district, code, today)
        return found && [found.type, found.type === 'unit' ? found.unit.code : found.grid.code, found.where.grid3]
      }
      assert.deepEqual(await place('b1'), ['unit', 'b1', 'g1a1'])
      assert.deepEqual(await place('溪畔路8号'), ['unit', 'b1', 'g1a1'])
      assert.deepEqual(await place('OFFICIAL-17'), ['grid', 'g1a2', 'g1a2'])
      assert.equal(await place("' or 1=1 --"), undefined)
      const school = await locateGrid(connection, district, 'school', today)
      assert.deepEqual([school?.dedicated, school?.grid2, school?.grid1], ['school', 'g1a', 'g1'])
    })
  })

  test('a grid that is drawn anew leaves the cases of older days where they were', async () => {
    const [old, other] = [grids[4], grids[5]]
    assert.ok(old && other)
    await within(database, { as: 'command', district }, async (connection) => {
      const moved = [
        { ...old, boundary: box(0, 0, 1, 1.5) },
        { ...other, boundary: box(0, 1.5, 1, 2) },
      ]
      assert.equal(await writeGrids(connection, district, moved, '2027-01-01'), 2)
      assert.equal(await writeGrids(connection, district, moved, '2027-02-01'), 0, 'written again, nothing changes')
    })
    assert.equal((await where(0.5, 1.2, '2026-12-31')).grid3, 'g1a2')
    assert.equal((await where(0.5, 1.2, '2027-01-01')).grid3, 'g1a1')
    assert.equal((await where(0.5, 1.2, '2025-12-31')).how, 'outside', 'before there were grids')
  })

  test('another district sees none of it, whatever its query says', async () => {
    const neighbour = await village(database)
    await within(database, reading(neighbour), async (connection) => {
      assert.equal(await placeOf(connection, district, 'b1', today), undefined)
    })
    const intruder = within(database, { as: 'command', district: neighbour }, (connection) =>
      writeGrids(connection, district, grids, '2028-01-01'),
    )
    await assert.rejects(intruder, /row-level security/)
  })
})
