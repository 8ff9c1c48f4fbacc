import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { successorOf } from './successors.ts'

test('what took a grid over stands for it, or what took that over since', () => {
  const receivers = new Map([
    ['east', 'middle'],
    ['middle', 'west'],
    ['round', 'about'],
    ['about', 'round'],
  ])
  const stands = (grid: string) => grid === 'west' || grid === 'north'
  const table = [
    ['east', 'west'],
    ['middle', 'west'],
    ['gone', undefined],
    ['round', undefined],
  ] as const
  for (const [grid, successor] of table) assert.equal(successorOf(grid, receivers, stands), successor, grid)
  assert.equal(
    successorOf('east', receivers, () => true),
    'middle',
  )
})

test('whatever was decided, it comes to an end, and at a grid that stands', () => {
  const grids = fc.constantFrom('a', 'b', 'c', 'd', 'e')
  fc.assert(
    fc.property(fc.array(fc.tuple(grids, grids)), fc.uniqueArray(grids), grids, (decided, standing, ended) => {
      const successor = successorOf(ended, new Map(decided), (one) => standing.some((grid) => grid === one))
      assert.ok(successor === undefined || (standing.some((grid) => grid === successor) && successor !== ended))
    }),
  )
})
