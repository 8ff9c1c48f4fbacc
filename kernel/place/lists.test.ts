import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import type { Connection, Database } from '#kernel/database/open.ts'
import { within } from '#kernel/database/within.ts'
import { testDatabase } from '#testing/database.ts'
import { gridsOf, pathOf, units } from './store/find.ts'
import { tiles } from './store/tiles.ts'
import { writeGrids } from './store/write.ts'
import { box, grids, reading, village } from './testing/village.ts'

const today = '2026-06-01'

describe('choosing a place from lists', () => {
  let database: Database
  let district: string
  before(async () => {
    database = await testDatabase()
    district = await village(database)
  })
  const read = <Result>(work: (connection: Connection) => Promise<Result>) => within(database, reading(district), work)
  const codes = ({ rows }: { rows: { code: string }[] }) => rows.map(({ code }) => code)

  const found = async (connection: Connection, filter: Omit<Parameters<typeof units>[2], 'day'>, day = today) =>
    codes(await units(connection, district, { ...filter, day }))

  test('estates are found by community or by a part of the name, then their buildings', async () => {
    await read(async (connection) => {
      assert.deepEqual(await found(connection, { kinds: ['estate'], name: '溪畔' }), ['e1', 'e2'])
      assert.deepEqual(await found(connection, { kinds: ['estate'], community: 'c2' }), ['e2'])
      assert.deepEqual(await found(connection, { kinds: ['estate'], name: '%' }), [], 'a sign is only a sign')
      assert.deepEqual(await found(connection, { kinds: ['building'], parent: 'e1' }), ['b1'])
      assert.deepEqual(await found(connection, { kinds: ['propertyCompany'], serves: 'e1' }), ['p1'])
    })
  })

  test('a long list comes in pages that leave nothing out', async () => {
    await read(async (connection) => {
      const seen: string[] = []
      for (let after: string | undefined; ; ) {
        const page = await units(connection, district, { day: today }, { limit: 2, ...(after && { after }) })
        seen.push(...codes(page))
        after = page.next
        if (!after) break
      }
      assert.deepEqual(seen, ['b1', 'b2', 'c1', 'c2', 'e1', 'e2', 'p1', 's1', 'v'])
    })
  })

  test('a building names all that it lies in, the district first', async () => {
    const path = await read((connection) => pathOf(connection, district, 'b1'))
    assert.deepEqual(
      path.map(({ name }) => name),
      ['柳溪区', '柳溪街道', '东溪社区', '溪畔花园', '溪畔花园1号楼'],
    )
    assert.equal((await read((connection) => gridsOf(connection, district, 'c1', today))).length, 6)
  })

  test('a level says where it leaves gaps in its community and where it overlaps', async () => {
    const whole = await read((connection) => tiles(connection, district, 'c1', 2, today))
    assert.deepEqual({ ...whole, gap: Math.round(whole.gap) }, { grids: 2, gap: 0, beyond: 0, overlaps: [] })
    const half = await read((connection) => tiles(connection, district, 'c1', 3, today))
    assert.ok(Math.abs(half.gap - 1_980_000) < 20_000, `no level 3 in the eastern half: ${half.gap} m²`)
    const second = grids[3]
    assert.ok(second)
    await within(database, { as: 'command', district }, (connection) =>
      writeGrids(connection, district, [{ ...second, boundary: box(0.9, 0, 2, 2) }], '2026-03-01'),
    )
    const { overlaps } = await read((connection) => tiles(connection, district, 'c1', 2, today))
    assert.deepEqual(overlaps[0]?.grids, ['g1a', 'g1b'])
    assert.ok(Math.abs((overlaps[0]?.area ?? 0) - 198_000) < 2_000)
  })
})
