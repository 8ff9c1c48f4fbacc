import assert from 'node:assert/strict'
import { beforeEach, suite, test } from 'node:test'
import { everybodysPassword } from '#testing/neighbourhood.ts'
import { setStage } from '#testing/stage.ts'

/** Lines from north to south through 松园, one west of the other; points in what they cut off. */
const [eastLine, westLine] = [119.013, 119.012].map((longitude) => [
  [longitude, 35.999],
  [longitude, 36.011],
])
const [east, middle] = [
  [119.0175, 36.002],
  [119.0125, 36.005],
]
const eastern = {
  ...{ grid: 'g-pine', part: { line: eastLine, at: east }, to: 'g-pine-east', name: '松园东网格' },
  ...{ on: '2026-03-20', words: '东区新楼交付' },
}

suite('a redrawing that waits for its day', () => {
  let stage: Awaited<ReturnType<typeof setStage>>
  beforeEach(async () => {
    stage = await setStage('2026-03-02T09:00:00+08:00')
  })
  const admin = async () =>
    stage.hand(await stage.cookieOf('/api/session', { account: `admin.${stage.district}`, password: everybodysPassword }))
  const redraw = async (body: object) => (await admin()).post('/api/grids/redrawings', body)
  const gridAt = async ([longitude, latitude]: number[]) =>
    (await stage.nobody().get(`/api/locate?longitude=${longitude}&latitude=${latitude}&system=wgs84`)).body.grid2

  test('a second change of a grid holds no sooner than the first: the earlier day is refused, the same one and a later one are not', async () => {
    assert.equal((await redraw(eastern)).status, 200)
    const mid = { grid: 'g-pine', part: { line: westLine, at: middle }, to: 'g-pine-mid', name: '松园中网格', words: '再分' }
    const early = await redraw({ ...mid, on: '2026-03-10' })
    assert.deepEqual([early.status, early.body.fields[0].field], [400, 'on'])
    assert.match(early.body.fields[0].because.zh, /松园网格.*2026-03-20/)
    assert.match(early.body.fields[0].because.en, /2026-03-20 or later/)
    assert.equal((await redraw({ ...mid, on: '2026-03-20' })).status, 200)
    stage.clock.moveTo('2026-03-11T09:00:00+08:00')
    assert.deepEqual([await gridAt(middle ?? []), await gridAt(east ?? [])], ['g-pine', 'g-pine'])
    stage.clock.moveTo('2026-03-20T09:00:00+08:00')
    assert.deepEqual([await gridAt(middle ?? []), await gridAt(east ?? [])], ['g-pine-mid', 'g-pine-east'])
  })

  test('nothing goes to a grid before it begins', async () => {
    assert.equal((await redraw(eastern)).status, 200)
    const early = await redraw({ ...eastern, part: { line: westLine, at: middle }, name: undefined, on: '2026-03-10' })
    assert.deepEqual([early.status, early.body.fields[0].field], [400, 'on'])
    assert.equal((await redraw({ grid: 'g-plum', to: 'g-pine', on: '2026-03-10', words: '并入' })).status, 400)
  })

  test('a grid does not go while one that lies in it waits for a change of its own', async () => {
    const north = {
      line: [
        [118.999, 36.005],
        [119.011, 36.005],
      ],
      at: [119.005, 36.008],
    }
    const house = { grid: 'g-plum-1', part: north, to: 'g-plum-2', name: '梅园二号楼栋网格', on: '2026-03-20', words: '分网格' }
    assert.equal((await redraw(house)).status, 200)
    const gone = { grid: 'g-plum', to: 'g-pine', words: '并入' }
    const early = await redraw({ ...gone, on: '2026-03-10' })
    assert.deepEqual([early.status, early.body.fields?.[0].field], [400, 'on'])
    assert.equal((await redraw({ ...gone, on: '2026-03-20' })).status, 200)
  })

  test('a new grid does not get the code of one that stands until later', async () => {
    assert.equal((await redraw({ grid: 'g-pine', to: 'g-plum', on: '2026-03-20', words: '并入' })).status, 200)
    const plot = {
      line: [
        [119.03, 35.999],
        [119.03, 36.011],
      ],
      at: [119.035, 36.005],
    }
    const level2 = { code: 'g-bank', name: '河岸网格', level: 2, community: 'river', parent: 'g-river' }
    const geometry = {
      type: 'Polygon',
      coordinates: [
        [
          [119.02, 36],
          [119.04, 36],
          [119.04, 36.01],
          [119.02, 36.01],
          [119.02, 36],
        ],
      ],
    }
    const file = { type: 'FeatureCollection', features: [{ type: 'Feature', properties: level2, geometry }] }
    assert.equal((await (await admin()).post('/api/import/grids?system=wgs84', file)).status, 200)
    const cut = { grid: 'g-bank', part: plot, to: 'g-pine', name: '河东网格', words: '分网格' }
    const refused = await redraw({ ...cut, on: '2026-03-10' })
    assert.deepEqual([refused.status, refused.body.fields?.[0].field], [400, 'to'])
  })

  test('a file of grids leaves alone what is to be redrawn: those are refused by name, the others come in', async () => {
    assert.equal((await redraw(eastern)).status, 200)
    const square = (west: number, east: number) => ({
      type: 'Polygon',
      coordinates: [
        [
          [west, 36],
          [east, 36],
          [east, 36.01],
          [west, 36.01],
          [west, 36],
        ],
      ],
    })
    const level2 = { level: 2, community: 'garden', parent: 'g-garden' }
    const features = [
      { type: 'Feature', properties: { code: 'g-pine', name: '松园新网格', ...level2 }, geometry: square(119.01, 119.0125) },
      { type: 'Feature', properties: { code: 'g-plum', name: '梅园新网格', ...level2 }, geometry: square(119, 119.01) },
    ]
    const bring = async (skip: boolean) =>
      (await admin()).post(`/api/import/grids?system=wgs84&skip=${skip}`, { type: 'FeatureCollection', features })
    const refused = await bring(false)
    assert.equal(refused.status, 400)
    assert.equal(refused.body.fields[0].field, 'g-pine')
    assert.match(refused.body.fields[0].because.zh, /g-pine 定于 2026-03-20 有变动/)
    const { status, body } = await bring(true)
    assert.deepEqual([status, body.imported, body.refused.map(({ code }: { code: string }) => code)], [200, 1, ['g-pine']])
    assert.equal((await stage.nobody().get('/api/places/g-plum')).body.name, '梅园新网格')
    stage.clock.moveTo('2026-03-21T09:00:00+08:00')
    assert.deepEqual([await gridAt([119.0127, 36.005]), await gridAt(east ?? [])], ['g-pine', 'g-pine-east'])
  })

  test('a grid that is to go is not brought back by a file', async () => {
    assert.equal((await redraw({ grid: 'g-pine', to: 'g-plum', on: '2026-03-20', words: '并入' })).status, 200)
    const properties = { code: 'g-pine', name: '松园网格', level: 2, community: 'garden', parent: 'g-garden' }
    const geometry = {
      type: 'Polygon',
      coordinates: [
        [
          [119.01, 36],
          [119.02, 36],
          [119.02, 36.01],
          [119.01, 36.01],
          [119.01, 36],
        ],
      ],
    }
    const file = { type: 'FeatureCollection', features: [{ type: 'Feature', properties, geometry }] }
    const { status, body } = await (await admin()).post('/api/import/grids?system=wgs84', file)
    assert.equal(status, 400)
    assert.match(body.fields[0].because.en, /the grid g-pine changes on 2026-03-20/)
  })
})
