import assert from 'node:assert/strict'
import { test } from 'node:test'
import { within } from '#kernel/database/within.ts'
import { setStage } from '#testing/stage.ts'
import { writeUnits } from './store/write.ts'

// Somebody looks for their estate in a list: which comes first, and what stands beside it.
const stage = await setStage()
const { database, district } = stage
const phone = stage.nobody()

const estate = (code: string, name: string, community: string, longitude?: number) => ({
  ...{ code, kind: 'estate' as const, name, parent: community, street: 'north', community },
  ...(longitude !== undefined && { point: [longitude, 36.005] as const }),
})
await within(database, { as: 'owner', district }, (connection) =>
  writeUnits(connection, district, [
    estate('z-1', '安居家园', 'river', 119.036),
    estate('z-2', '白云花园', 'garden', 119.001),
    estate('z-3', '安居苑', 'garden'),
  ]),
)
const names = async (query: string) => {
  const { status, body } = await phone.get(`/api/places/estates?${query}`)
  assert.equal(status, 200, JSON.stringify(body))
  return body.rows.map(({ name }: { name: string }) => name)
}
const here = (longitude: number) => `longitude=${longitude}&latitude=36.005&system=wgs84`

test('estates come by their names as Chinese lists have them, each with its community', async () => {
  const all = await names('')
  assert.deepEqual(all.slice(0, 3), ['安居家园', '安居苑', '白云花园'])
  const { body } = await phone.get('/api/places/estates')
  assert.equal(body.rows[0].communityName, '河畔社区')
  assert.equal(body.more, false)
})

test('where the phone says about where it is, the nearest come first, and last what no map knows', async () => {
  const [west, east] = [await names(here(119.001)), await names(here(119.036))]
  assert.equal(west[0], '白云花园')
  assert.equal(east[0], '安居家园')
  assert.equal(west.at(-1), '安居苑')
})

test('a part of a name finds those that have it, the closest first, also of one community, or by the code', async () => {
  assert.deepEqual(await names(`search=${encodeURIComponent('安居苑')}&${here(119.036)}`), ['安居苑'])
  assert.deepEqual(await names(`search=${encodeURIComponent('安居')}`), ['安居家园', '安居苑'])
  assert.deepEqual(await names(`search=${encodeURIComponent('安居')}&parent=garden`), ['安居苑'])
  assert.deepEqual(await names('search=z-2'), ['白云花园'])
  assert.deepEqual(await names(`search=${encodeURIComponent('没有这样的')}`), [])
})

test('whoever has a unit of their own finds what lies in it first, and all others after it', async () => {
  const [east, worker] = [await names('own=river'), await names('own=g-plum')]
  assert.equal(east[0], '安居家园', 'the community’s own')
  assert.deepEqual(worker.slice(0, 3), ['白云花园', '梅园小区', '安居苑'], 'of the grid, then of its community')
  assert.equal((await names('own=property-1'))[0], '梅园小区', 'what a property company serves')
  assert.deepEqual([...worker].sort(), [...(await names(''))].sort())
  assert.deepEqual(await names('own=no-such'), await names(''))
  assert.equal((await names(`own=river&${here(119.001)}`))[0], '白云花园', 'where one stands says more')
})

test('grids and units come with one’s own first too, on every page of them', async () => {
  const codes = async (path: string) => (await phone.get(path)).body.rows.map(({ code }: { code: string }) => code)
  assert.deepEqual((await codes('/api/grids?own=g-pine')).slice(0, 2), ['g-pine', 'g-garden'])
  assert.equal((await codes('/api/grids?own=river'))[0], 'g-river')
  const path = '/api/places?kind=street,community,bureau&own=river'
  const whole = await codes(path)
  assert.deepEqual(whole.slice(0, 3), ['river', 'garden', 'north'])
  const paged: string[] = []
  for (let after = ''; ; ) {
    const { body } = await phone.get(`${path}&limit=2${after}`)
    paged.push(...body.rows.map(({ code }: { code: string }) => code))
    if (body.next === undefined) break
    after = `&after=${body.next}`
  }
  assert.deepEqual(paged, whole)
})

test('half a position, one outside of China, and what is not asked for are refused in both languages', async () => {
  for (const query of ['longitude=119', here(2), `${here(119)}&nearest=1`, `search=${'长'.repeat(61)}`]) {
    const { status, body } = await phone.get(`/api/places/estates?${query}`)
    assert.equal(status, 400, query)
    assert.ok(body.because.zh && body.because.en, query)
  }
})
