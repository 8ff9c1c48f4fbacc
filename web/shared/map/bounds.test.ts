import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { around, boundsOf, isWithin, metresBetween } from './bounds.ts'

suite('boxes and distances of a small map', () => {
  test('a hundred metres around a point are a hundred metres to each side, and it lies within', () => {
    const [west, south, east, north] = around([119, 36], 100)
    assert.ok(Math.abs(metresBetween([119, 36], [east, 36]) - 100) < 0.5)
    assert.ok(Math.abs(metresBetween([119, 36], [119, north]) - 100) < 0.5)
    assert.ok(isWithin([west, south, east, north], [119, 36]))
    assert.ok(!isWithin([west, south, east, north], [119, 36.01]))
  })

  test('without boundaries there is no box', () => {
    assert.equal(boundsOf([]), undefined)
    assert.equal(boundsOf([{ type: 'FeatureCollection', features: [] }]), undefined)
  })
})
