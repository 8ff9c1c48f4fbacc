import assert from 'node:assert/strict'
import { beforeEach, suite, test } from 'node:test'
import { type Hand, setStage } from '#testing/stage.ts'

const east = {
  line: [
    [119.013, 35.999],
    [119.013, 36.011],
  ],
  at: [119.0175, 36.002],
}
/** In 松园, west and east of that line, and in 梅园. */
const [pine, eastern, plum] = [
  [119.0115, 36.005],
  [119.0175, 36.002],
  [119.005, 36.005],
] as const

suite('a community that goes to another street', () => {
  let stage: Awaited<ReturnType<typeof setStage>>
  let admin: Hand
  beforeEach(async () => {
    stage = await setStage()
    admin = await stage.at('admin')
    const south = { code: 'south', name: '城南街道', kind: 'street', form: 'street', parent: stage.district }
    assert.equal((await admin.post('/api/units', south)).status, 200)
  })
  const streetAt = async ([longitude, latitude]: readonly [number, number]) =>
    (await stage.nobody().get(`/api/locate?longitude=${longitude}&latitude=${latitude}&system=wgs84`)).body.street

  test('a community goes to another street while a grid of it is to be divided: the street is the new one before the day and after', async () => {
    const redrawing = { grid: 'g-pine', part: east, to: 'g-pine-east', name: '松园东网格', on: '2026-03-20', words: '分网格' }
    assert.equal((await admin.post('/api/grids/redrawings', redrawing)).status, 200)
    assert.equal((await admin.patch('/api/units/garden', { parent: 'south' })).status, 200)
    const streets = async () => [await streetAt(pine), await streetAt(eastern), await streetAt(plum)]
    assert.deepEqual(await streets(), ['south', 'south', 'south'])
    stage.clock.moveTo('2026-03-21T09:00:00+08:00')
    assert.deepEqual(await streets(), ['south', 'south', 'south'])
  })
})
