import assert from 'node:assert/strict'
import { before, beforeEach, describe, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Database } from '#kernel/database/open.ts'
import { within } from '#kernel/database/within.ts'
import { testDatabase } from '#testing/database.ts'
import { cardOf } from '../admin/store/card.ts'
import { makeUnit } from '../admin/store/change.ts'
import { toGcj02 } from '../coordinates.ts'
import { raiseRules } from '../rules.ts'
import { gridsOf, unitAt } from '../store/find.ts'
import { resolve } from '../store/locate.ts'
import { at, box, reading, village } from '../testing/village.ts'
import { importGrids } from './grids.ts'
import { importUnits } from './units.ts'

const day = '2026-05-01'
const options = { system: 'wgs84', skip: false, day } as const
const file = (...features: unknown[]) => ({ type: 'FeatureCollection', features })
const area = (properties: object, coordinates: unknown) => ({
  type: 'Feature',
  properties,
  geometry: { type: 'MultiPolygon', coordinates },
})
const grid = (code: string, rest: object, coordinates: unknown) =>
  area({ code, name: `${code}网格`, level: 3, community: 'c1', parent: 'g1b', ...rest }, coordinates)
const bowTie = [[[at(1, 0), at(2, 1), at(2, 0), at(1, 1), at(1, 0)]]]

describe('a file of grids or units', () => {
  let database: Database
  let district: string
  before(async () => {
    database = await testDatabase()
  })
  beforeEach(async () => {
    district = await village(database)
  })
  const bring = (collection: unknown, skip = false) =>
    within(database, { as: 'command', district }, (connection) =>
      importGrids(connection, district, collection, { ...options, skip }),
    )
  const bringUnits = (collection: unknown, skip = false) =>
    within(database, { as: 'command', district }, (connection) =>
      importUnits(connection, district, collection, { ...options, skip }),
    )
  const unitOf = (code: string) => within(database, reading(district), (connection) => cardOf(connection, district, code))
  const level3 = async () =>
    (await within(database, reading(district), (connection) => gridsOf(connection, district, 'c1', day)))
      .filter(({ level }) => level === 3)
      .map(({ code }) => code)

  test('two new grids that fit are taken', async () => {
    const report = await bring(file(grid('n1', {}, box(1, 0, 2, 1)), grid('n2', {}, box(1, 1, 2, 2))))
    assert.deepEqual(report, { imported: 2, replaced: 0, refused: [], gaps: [] })
    assert.deepEqual(await level3(), ['g1a1', 'g1a2', 'n1', 'n2'])
  })

  test('official codes, door plates and addresses come with their place, and lead to it; a name of another place is refused', async () => {
    const plate = [{ alias: '东风街18号-3', kind: 'doorPlate' }]
    const named = await bring(
      file(grid('n1', { aliases: [{ alias: '3707030010101', kind: 'grid' }, ...plate] }, box(1, 0, 2, 1))),
    )
    assert.deepEqual([named.imported, named.refused], [1, []])
    const resolved = (alias: string) =>
      within(database, reading(district), (connection) => resolve(connection, district, alias, day))
    assert.equal((await resolved('3707030010101'))?.code, 'n1')
    assert.equal((await resolved('东风街18号-3'))?.code, 'n1')
    const again = await bring(file(grid('n1', { aliases: plate }, box(1, 0, 2, 1))))
    assert.equal(again.imported, 1, 'its own name is no other place')
    for (const aliases of [
      plate,
      [{ alias: 'g1b', kind: 'grid' }],
      [{ alias: 'x', kind: 'nickname' }],
      'x',
      [{ alias: ' ', kind: 'qr' }],
    ])
      assert.equal((await bring(file(grid('n2', { aliases }, box(1, 1, 2, 2))))).refused[0]?.code, 'n2', JSON.stringify(aliases))
    const twice = await bring(
      file(
        grid('n3', { aliases: [{ alias: 'same', kind: 'qr' }] }, box(1, 1, 2, 2)),
        grid('n4', { aliases: [{ alias: 'same', kind: 'qr' }] }, box(0, 1, 1, 2)),
      ),
      true,
    )
    assert.match(twice.refused.map(({ problem }) => problem.zh).join(), /别名 same 已是 n3/)
    const building = {
      code: 'b9',
      name: '9号楼',
      kind: 'building',
      parent: 'e1',
      aliases: [{ alias: '健康街9号', kind: 'address' }],
    }
    const units = await bringUnits(file({ type: 'Feature', properties: building, geometry: null }))
    assert.deepEqual(units.refused, [])
    assert.equal((await resolved('健康街9号'))?.code, 'b9')
  })

  test('what is imported raises the version of the rules, by which running servers notice; what is refused does not', async () => {
    const version = () =>
      within(database, reading(district), async (connection) => {
        const { rows } = await sql<{ version: number }>`
          select rules_version as version from place.districts where district = ${district}`.execute(connection)
        return rows[0]?.version ?? 0
      })
    const before = await version()
    await bring(file(grid('x', {}, bowTie)))
    assert.equal(await version(), before)
    await bring(file(grid('n1', {}, box(1, 0, 2, 1))))
    assert.equal(await version(), before + 1)
  })

  const unit = (properties: object) => file({ type: 'Feature', properties, geometry: null })

  test('what others stand under or lie in keeps its kind, as by hand; what is empty may become another', async () => {
    const station = { code: 'e1', name: '溪畔花园', kind: 'station', parent: 's1' }
    assert.match((await bringUnits(unit(station))).refused[0]?.problem.zh ?? '', /它下面还有单位或网格/)
    const street = { code: 'c2', name: '西溪社区', kind: 'street', form: 'street', parent: 'v' }
    assert.match((await bringUnits(unit(street))).refused[0]?.problem.en ?? '', /other units or grids are in it/)
    const district = { code: 'b2', name: '西溪区', kind: 'district' }
    assert.match((await bringUnits(unit(district))).refused[0]?.problem.zh ?? '', /区不在这里新增或更改/)
    assert.equal((await bringUnits(unit({ ...station, code: 'b2' }))).imported, 1)
  })

  test('a second district does not come in, and nothing is placed under what ends, as by hand', async () => {
    const second = { code: 'w', name: '东溪区', kind: 'district' }
    assert.match((await bringUnits(unit(second))).refused[0]?.problem.zh ?? '', /区不在这里新增或更改/)
    assert.equal((await bringUnits(unit({ ...second, code: 'v' }))).imported, 1, 'its own outline and name do')
    const grounds = { code: 'e9', name: '溪东新村', kind: 'estate', parent: 'c1' }
    const hall = { code: 'b9', name: '1号楼', kind: 'building', parent: 'e9' }
    assert.equal((await bringUnits(unit(grounds))).imported, 1)
    await within(database, { as: 'command', district }, (connection) =>
      sql`update place.units set ends = '2026-06-01' where district = ${district} and code in ('e9', 'c1')`.execute(connection),
    )
    assert.match((await bringUnits(unit(hall))).refused[0]?.problem.zh ?? '', /没有代码为 e9 的上级单位,或已停用/)
    assert.match((await bring(file(grid('n1', {}, box(1, 0, 2, 1))))).refused[0]?.problem.zh ?? '', /社区 c1 已停用/)
  })

  test('a unit that has ended, or is set to, is refused by its code and keeps its end; what stands under it is refused with it', async () => {
    await within(database, { as: 'command', district }, (connection) =>
      sql`update place.units set ends = '2026-06-01' where district = ${district} and code = 'c2'`.execute(connection),
    )
    const files = [
      { code: 'c2', name: '西溪社区', kind: 'community', parent: 's1' },
      { code: 'e2', name: '溪畔新村', kind: 'estate', parent: 'c2' },
      { code: 'e1', name: '溪畔花园', kind: 'estate', parent: 'c1' },
    ].map((properties) => ({ type: 'Feature', properties, geometry: null }))
    const { imported, refused } = await bringUnits(file(...files), true)
    assert.equal(imported, 1)
    assert.deepEqual(
      refused.map(({ code }) => code),
      ['c2', 'e2'],
    )
    assert.match(refused[0]?.problem.zh ?? '', /单位 c2 已停用或定了停用日期/)
    assert.match(refused[0]?.problem.en ?? '', /let it go on by its page first/)
    assert.equal((await unitOf('c2'))?.ends, '2026-06-01')
  })

  test('a file that only names a unit leaves it where it is, since when it was', async () => {
    const grounds = { code: 'c1', name: '东溪新社区', kind: 'community', parent: 's1' }
    const house = { code: 'b1', name: '溪畔花园一号楼', kind: 'building', parent: 'e1' }
    await within(database, { as: 'command', district }, (connection) =>
      sql`update place.units set starts = '2025-09-01' where district = ${district} and code = 'b1'`.execute(connection),
    )
    const before = await unitOf('b1')
    for (const one of [grounds, house]) assert.equal((await bringUnits(unit(one))).imported, 1)
    const after = await unitOf('b1')
    assert.deepEqual(after, { ...before, name: '溪畔花园一号楼' })
    assert.deepEqual([after?.starts, typeof after?.longitude], ['2025-09-01', 'number'])
    assert.ok((await unitOf('c1'))?.outline)
  })

  test('a community or an estate that the file puts under another parent takes along what lies in it, as by hand', async () => {
    const lies = async (code: string) => {
      const { street, community } = (await unitOf(code)) ?? {}
      return [street, community]
    }
    assert.equal((await bringUnits(unit({ code: 'e1', name: '溪畔花园', kind: 'estate', parent: 'c2' }))).imported, 1)
    assert.deepEqual(await lies('b1'), ['s1', 'c2'])
    const files = [
      { code: 'c2', name: '西溪社区', kind: 'community', parent: 's2' },
      { code: 's2', name: '新溪街道', kind: 'street', form: 'street', parent: 'v' },
    ].map((properties) => ({ type: 'Feature', properties, geometry: null }))
    assert.equal((await bringUnits(file(...files))).imported, 2)
    for (const code of ['e1', 'e2', 'b1', 'b2']) assert.deepEqual(await lies(code), ['s2', 'c2'], code)
    const streets = (await within(database, reading(district), (connection) => gridsOf(connection, district, 'c2', day))).map(
      ({ street }) => street,
    )
    assert.deepEqual(streets, ['s2'])
  })

  test('a file waits for whoever is changing places by hand, and is held to what they did', async () => {
    const grounds = { code: 'e9', name: '溪东新村', kind: 'estate', parent: 'c1' }
    assert.equal((await bringUnits(unit(grounds))).imported, 1)
    const held = Promise.withResolvers<void>()
    const byHand = within(database, { as: 'command', district }, async (connection) => {
      await raiseRules(connection, district)
      held.resolve()
      // Time for the file to be checked, if it waited for nobody; where there is one connection it waits for that.
      await sleep(300)
      const building = {
        name: '1号楼',
        kind: 'building',
        form: null,
        parent: 'e9',
        street: 's1',
        community: 'c1',
        ends: null,
      } as const
      await makeUnit(connection, district, 'b9', { ...building, serves: [] }, day)
    })
    await held.promise
    const [report] = await Promise.all([bringUnits(unit({ ...grounds, kind: 'station', parent: 's1' })), byHand])
    assert.match(report.refused[0]?.problem.zh ?? '', /它下面还有单位或网格/)
  })

  const bad: [string, unknown, RegExp][] = [
    ['a ring that crosses itself', grid('x', {}, bowTie), /invalid geometry \(Self-intersection/],
    [
      'a line',
      { ...grid('x', {}, []), geometry: { type: 'LineString', coordinates: [at(1, 0), at(2, 1)] } },
      /LineString is no place/,
    ],
    ['a point', { ...grid('x', {}, []), geometry: { type: 'Point', coordinates: at(1, 0) } }, /must be a Polygon/],
    ['no geometry', { ...grid('x', {}, []), geometry: null }, /must be a Polygon/],
    ['a ring left open', grid('x', {}, [[[at(1, 0), at(2, 0), at(2, 1), at(1, 1)]]]), /not closed/],
    ['words for numbers', grid('x', {}, [[[['a', 'b']]]]), /not numbers/],
    ['an overlap with a grid that is there', grid('x', {}, box(0.9, 0, 2, 1)), /overlaps the grid g1a1/],
    ['an unknown parent', grid('x', { parent: 'gone' }, box(1, 0, 2, 1)), /no grid gone of the level above/],
    [
      'a parent of another community',
      grid('x', { community: 'c2' }, box(1, 0, 2, 1)),
      /g1b above it lies in the community c1, not in c2/,
    ],
    ['a dedicated parent', grid('x', { parent: 'school' }, box(1, 0, 2, 1)), /no grid school of the level above/],
    [
      'another community with grids left behind',
      grid('g1', { level: 1, community: 'c2', parent: undefined }, box(0, 0, 2, 2)),
      /g1a lies in it, so its kind/,
    ],
    [
      'another level with grids left behind',
      grid('g1a', { parent: 'g1b' }, box(0.1, 0.1, 0.9, 0.9)),
      /g1a1 lies in it, so its kind/,
    ],
    [
      'another kind with grids left behind',
      grid('g1a', { level: 2, kind: 'dedicated', parent: 'g1b' }, box(0, 0, 1, 2)),
      /g1a1 lies in it, so its kind/,
    ],
    ['a parent of the wrong level', grid('x', { parent: 'g1' }, box(1, 0, 2, 1)), /no grid g1 of the level above/],
    ['an unknown community', grid('x', { community: 'e1' }, box(1, 0, 2, 1)), /no community e1/],
    ['the code of a unit', grid('e1', {}, box(1, 0, 2, 1)), /a unit has the code e1/],
    ['a place in the next district', grid('x', {}, box(5, 0, 6, 1)), /outside of the district/],
    [
      'another continent',
      grid('x', {}, [
        [
          [
            [2.3, 48.8],
            [2.4, 48.8],
            [2.4, 48.9],
            [2.3, 48.8],
          ],
        ],
      ]),
      /not in China/,
    ],
    [
      'no place on earth',
      grid('x', {}, [
        [
          [
            [1190, 368],
            [1191, 368],
            [1191, 369],
            [1190, 368],
          ],
        ],
      ]),
      /no place on earth/,
    ],
    ['level 4', grid('x', { level: 4 }, box(1, 0, 2, 1)), /level must be/],
    ['markup for a code', grid('<b>', {}, box(1, 0, 2, 1)), /code is missing/],
    ['not a feature', 7, /not a GeoJSON Feature/],
  ]
  test('each bad feature is named with its reason, and nothing of the file is taken', async () => {
    for (const [what, feature, reason] of bad) {
      const { imported, refused } = await bring(file(grid('good', {}, box(1, 1, 2, 2)), feature))
      assert.equal(imported, 0, what)
      assert.equal(refused.length, 1, what)
      assert.equal(refused[0]?.index, 1, what)
      assert.match(refused[0]?.problem.en ?? '', reason, what)
    }
    assert.deepEqual(await level3(), ['g1a1', 'g1a2'])
    assert.match((await bring({ type: 'Topology' })).refused[0]?.problem.en ?? '', /FeatureCollection/)
  })

  test('a grid changes its community together with those that lie in it, all in one file', async () => {
    const level1 = grid('g1', { level: 1, community: 'c2', parent: undefined }, box(0, 0, 2, 2))
    const all = [
      level1,
      grid('g1a', { level: 2, community: 'c2', parent: 'g1' }, box(0, 0, 1, 2)),
      grid('g1b', { level: 2, community: 'c2', parent: 'g1' }, box(1, 0, 2, 2)),
      grid('g1a1', { community: 'c2', parent: 'g1a' }, box(0, 0, 1, 1)),
      grid('g1a2', { community: 'c2', parent: 'g1a' }, box(0, 1, 1, 2)),
      grid('school', { level: 2, kind: 'dedicated', community: 'c2', parent: 'g1a' }, box(0.1, 0.1, 0.3, 0.3)),
    ]
    const { refused } = await bring(file(...all.slice(0, -1)), true)
    assert.match(refused.find(({ code }) => code === 'g1a')?.problem.zh ?? '', /school 在它里面/)
    assert.deepEqual((await bring(file(...all))).refused, [])
    assert.deepEqual(await level3(), [], 'none is left in the first')
  })

  test('asked to skip, it leaves out the bad ones and whatever stands under them', async () => {
    const report = await bring(
      file(
        grid('g2a', { level: 2, community: 'c2', parent: 'g2' }, box(1.5, 0, 4, 1)),
        grid('g2a1', { community: 'c2', parent: 'g2a' }, box(2, 0, 3, 1)),
        grid('n1', {}, box(1, 0, 2, 1)),
        grid('n1', {}, box(1, 1, 2, 2)),
        grid('n2', {}, box(1, 0.5, 2, 2)),
      ),
      true,
    )
    assert.deepEqual(
      report.refused.map(({ index, code, problem }) => [index, code, problem.en]),
      [
        [0, 'g2a', 'overlaps the grid g1b of the same level'],
        [1, 'g2a1', 'there is no grid g2a of the level above'],
        [3, 'n1', 'code n1 is also that of feature 2'],
        [4, 'n2', 'overlaps the grid n1 of the same level'],
      ],
    )
    assert.equal(report.imported, 1)
    assert.deepEqual(await level3(), ['g1a1', 'g1a2', 'n1'])
  })

  test('two neighbours may move their common border in one file, but not one of them alone', async () => {
    const first = grid('g1a1', { parent: 'g1a' }, box(0, 0, 1, 1.5))
    const second = grid('g1a2', { parent: 'g1a' }, box(0, 1.5, 1, 2))
    assert.match((await bring(file(first))).refused[0]?.problem.zh ?? '', /与同级网格 g1a2 重叠/)
    const [moved, again] = [await bring(file(first, second)), await bring(file(first, second))]
    assert.deepEqual([moved.imported, moved.replaced, moved.refused], [2, 2, []])
    assert.deepEqual([again.imported, again.replaced], [2, 0], 'the same file again changes nothing')
  })

  test('what base grids leave to nobody is told with its level, its size and a point in it, and is no refusal', async () => {
    const half = await bring(file(grid('n1', {}, box(1, 0, 2, 1))))
    assert.deepEqual([half.imported, half.refused], [1, []])
    const [gap, ...others] = half.gaps
    assert.deepEqual([gap?.community, gap?.name, gap?.level, others.length], ['c1', '东溪社区', 3, 0])
    assert.ok(gap && Math.abs(gap.area - 990_000) < 10_000, `a hundredth of a degree each way: ${gap?.area} m²`)
    const [east, north] = [at(1, 1), at(2, 2)]
    assert.ok(gap.longitude > east[0] && gap.longitude < north[0] && gap.latitude > east[1] && gap.latitude < north[1])
    const sliver = await bring(file(grid('n2', {}, box(1, 1, 2, 1.99999))))
    assert.deepEqual(
      sliver.gaps.map(({ area }) => area),
      [],
      'a hand wide along a kilometre is how lines are drawn',
    )
    const without = await bring(file(grid('far', { level: 2, community: 'c2', parent: 'g2' }, box(2, 0, 4, 1.5))))
    assert.deepEqual(
      without.gaps.map(({ community, level }) => [community, level]),
      [['c2', 2]],
      'measured by its level-1 grid',
    )
    const wider = { code: 'c1', name: '东溪社区', kind: 'community', parent: 's1' }
    const outlined = await bringUnits(file(area(wider, box(0, 0, 2.5, 2))))
    assert.deepEqual(
      outlined.gaps.map(({ level }) => level),
      [1, 2, 3],
      'a new outline is measured against the grids that stand',
    )
  })

  test('a school may lie over base grids', async () => {
    assert.equal((await bring(file(grid('kindergarten', { kind: 'dedicated', level: 2 }, box(0.5, 0.5, 1.5, 1.5))))).imported, 1)
  })

  test('units find their parents in the file or in the table, in any order, and their street follows from them', async () => {
    const pin = (properties: object, coordinates: unknown) => ({
      type: 'Feature',
      properties,
      geometry: { type: 'Point', coordinates },
    })
    const house = pin({ code: 'h1', kind: 'building', name: '溪南苑1号楼', parent: 'e9' }, toGcj02(at(3, 1)))
    const estate = { type: 'Feature', properties: { code: 'e9', kind: 'estate', name: '溪南苑', parent: 'c2' }, geometry: null }
    const taken = await within(database, { as: 'command', district }, (connection) =>
      importUnits(connection, district, file(house, estate), { ...options, system: 'gcj02' }),
    )
    assert.deepEqual(taken, { imported: 2, replaced: 0, refused: [], gaps: [] })
    const unit = await within(database, reading(district), (connection) => unitAt(connection, district, 'h1', day))
    assert.deepEqual([unit?.street, unit?.community], ['s1', 'c2'])
    assert.ok(Math.abs((unit?.point?.longitude ?? 0) - 119.23) < 1e-7, 'brought from GCJ-02 to WGS 84')
    const bad = await bringUnits(
      file(
        pin({ code: 'h2', kind: 'building', name: '二号楼', parent: 's1' }, at(3, 1)),
        pin({ code: 'h3', kind: 'building', name: '三号楼', parent: 'e1' }, at(9, 9)),
        pin({ code: 'r', kind: 'estate', name: '自环', parent: 'r' }, at(1, 1)),
        pin({ code: 'k', kind: 'castle', name: '城堡', parent: 'c1' }, at(1, 1)),
        pin({ code: 'g1', kind: 'estate', name: '同码', parent: 'c1' }, at(1, 1)),
        pin({ code: 'h4', kind: 'building', name: '零\u0000号楼', parent: 'e1' }, at(1, 1)),
      ),
      true,
    )
    assert.equal(bad.imported, 0)
    const reasons = [
      /no unit s1/,
      /outside of the district/,
      /no unit r/,
      /kind must be/,
      /a grid has the code g1/,
      /name is missing/,
    ]
    for (const [index, reason] of reasons.entries()) assert.match(bad.refused[index]?.problem.en ?? '', reason)
  })
})
