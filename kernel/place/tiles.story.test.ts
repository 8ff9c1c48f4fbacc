import assert from 'node:assert/strict'
import { test } from 'node:test'
import { furnish } from '#bin/house.ts'
import { ruleSuggester } from '#capabilities/cases/suggesting.ts'
import { freshKeyring } from '#kernel/vault/keyring.ts'
import { everybodysPassword } from '#testing/neighbourhood.ts'
import { setStage } from '#testing/stage.ts'

const stage = await setStage()
const { database, district, clock } = stage
const source = { address: 'https://tiles.example/{z}/{x}/{y}.png', attribution: '示例地图', residents: false }

/** The same district in a house that is set so. */
const houseWith = async (tiles: typeof source | undefined) => {
  const ground = { database, clock: clock.now, ring: freshKeyring(), suggester: ruleSuggester(), trust: 0, tiles }
  const { app } = await furnish({ ...ground, files: '/nowhere', sendCode: async () => ({}) })
  const headers = { 'linli-district': district }
  const payload = { account: `wangMin.${district}`, password: everybodysPassword }
  const signed = await app.inject({ method: 'POST', url: '/api/session', payload, headers })
  const cookie = `linli=${signed.cookies.find(({ name }) => name === 'linli')?.value}`
  const told = async (more: object = {}) => (await app.inject({ url: '/api/tiles', headers: { ...headers, ...more } })).json()
  const policy = String((await app.inject({ url: '/healthz' })).headers['content-security-policy'])
  const pictures = /img-src ([^;]*)/.exec(policy)?.[1]
  return { pictures, others: policy.replace(/img-src [^;]*/, ''), nobody: await told(), worker: await told({ cookie }) }
}

test('where no tiles are set, pages show pictures of this house alone, and nobody is told of any', async () => {
  const { pictures, nobody, worker } = await houseWith(undefined)
  assert.deepEqual([pictures, nobody, worker], ["'self' data: blob:", {}, {}])
})

test('tiles let in pictures of their one host, for staff alone unless residents may too', async () => {
  const { address, attribution } = source
  const staffs = await houseWith(source)
  assert.deepEqual([staffs.pictures, staffs.nobody], ["'self' data: blob: https://tiles.example", {}])
  assert.deepEqual(staffs.worker, { tiles: { address, attribution } })
  assert.equal(staffs.others.includes('tiles.example'), false, 'pictures, and nothing else')
  const everybodys = await houseWith({ ...source, residents: true })
  assert.deepEqual(everybodys.nobody, { tiles: { address, attribution } })
})
