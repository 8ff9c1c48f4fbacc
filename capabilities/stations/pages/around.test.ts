import assert from 'node:assert/strict'
import { test } from 'node:test'
import { around } from './around.ts'

const station = (code: string, name = code) => ({ code, name, address: '和平路1号' })
const [plum, pine, road, bank] = [station('plum', '梅园小区近邻驿站'), station('pine'), station('road'), station('bank')]
const codes = (...given: Parameters<typeof around>) => around(...given).map(({ code }) => code)

test('the own station is named first although it is closed, then what is open, then the next', () => {
  assert.deepEqual(codes([road, plum, pine, bank], [bank], '梅园小区'), ['plum', 'bank', 'road'])
  assert.deepEqual(codes([road, pine, bank], [pine, bank], '梅园小区'), ['road', 'pine', 'bank'])
  assert.deepEqual(codes([road], [], '梅园小区'), ['road'])
  assert.deepEqual(codes([], [], '梅园小区'), [])
})
