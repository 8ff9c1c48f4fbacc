import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { byDistance } from './distance.ts'

suite('the list beneath the map of a grid', () => {
  const rows: { id: string; point?: [number, number] }[] = [
    { id: 'nowhere' },
    { id: 'far', point: [119.02, 36] },
    { id: 'near', point: [119.001, 36] },
    { id: 'nowhere either' },
  ]
  const ids = (from: [number, number] | undefined) => byDistance(rows, from).map(({ row }) => row.id)

  test('the nearest comes first, and what has no point last', () => {
    assert.deepEqual(ids([119, 36]), ['near', 'far', 'nowhere', 'nowhere either'])
    assert.deepEqual(ids([119.03, 36]), ['far', 'near', 'nowhere', 'nowhere either'])
  })

  test('as long as nothing says from where, it stays as it came', () => {
    assert.deepEqual(ids(undefined), ['nowhere', 'far', 'near', 'nowhere either'])
  })
})
