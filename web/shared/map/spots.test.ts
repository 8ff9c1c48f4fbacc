import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { spotsOf } from './spots.ts'

suite('what lies at the same spot of a map', () => {
  const thing = (id: string, x: number, y = 0) => ({ id, point: [x, y] as const })
  const spots = (things: readonly ReturnType<typeof thing>[], scale: number) =>
    spotsOf(things, ([x, y]) => ({ x: x * scale, y: y * scale }), 44).map((spot) => spot.map(({ id }) => id).join(' '))
  const house = [thing('first', 1), thing('second', 1), thing('far', 9), thing('beside', 2)]

  test('is one spot, the one on top first; what is far enough stands alone', () => {
    assert.deepEqual(spots(house, 10), ['far', 'beside second first'])
  })

  test('comes apart as one looks closer, but for what lies at the very point', () => {
    assert.deepEqual(spots(house, 100), ['second first', 'far', 'beside'])
  })

  test('is nothing where there is nothing', () => {
    assert.deepEqual(spots([], 1), [])
  })
})
