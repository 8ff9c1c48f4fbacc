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

test('half a position, one outside of China, and what is not asked for are refused in both languages', async () => {
  for (const query of ['longitude=119', here(2), `${here(119)}&nearest=1`, `search=${'长'.repeat(61)}`]) {
    const { status, body } = await phone.get(`/api/places/estates?${query}`)
    assert.equal(status, 400, query)
    assert.ok(body.because.zh && body.because.en, query)
  }
})
