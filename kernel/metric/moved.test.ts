import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { nothing } from '#testing/countable.ts'
import { words } from '../words.ts'
import { defineMetric, type Metric } from './define.ts'
import type { Figure } from './figure.ts'
import { movedMost, movedWords, movement, type Pair } from './moved.ts'

const metric = (name: string, kind: Metric['kind']): Metric =>
  defineMetric({
    ...{ name, kind, label: words('守约率', 'kept'), unit: words('件', 'cases') },
    definition: { formula: words('守约', 'kept'), window: words('本月', 'this month'), denominator: words('约定', 'promised') },
    measure: { name, of: nothing, rows: () => ({ sums: {} }) },
  })
const figure = (numerator: number, denominator: number | null): Figure => ({
  ...{ numerator, denominator, beside: {}, hidden: false },
  value: denominator === null ? numerator : denominator === 0 ? null : numerator / denominator,
})
const share = (now: [number, number], before: [number, number]): Pair => ({
  ...{ metric: metric('kept', 'ratio'), now: figure(...now), before: figure(...before) },
})
const sum = (now: number, before: number): Pair => ({
  ...{ metric: metric('came', 'count'), now: figure(now, null), before: figure(before, null) },
})

suite('what moved most', () => {
  test('a share that fell by much of many comes before one that fell by all of a handful', () => {
    const many = share([50, 100], [80, 100])
    assert.equal(movedMost([share([0, 5], [5, 5]), many, sum(100, 101)]), many)
  })

  test('what chance alone moves so far is told of nobody', () => {
    assert.equal(movedMost([share([52, 100], [55, 100]), sum(110, 100), sum(12, 0)]), undefined)
    assert.equal(movedMost([]), undefined)
  })

  test('a duration is never compared, nor what was kept back', () => {
    const hours = { ...share([1, 100], [90, 100]), metric: metric('hours', 'duration') }
    const hidden = { ...share([1, 100], [90, 100]), before: { ...figure(0, 0), hidden: true } }
    assert.deepEqual([movement(hours), movement(hidden)], [0, 0])
  })

  test('the sentence says by how much, up or down, with the numbers of both windows', () => {
    assert.equal(
      movedWords(share([50, 100], [80, 100])).zh,
      '守约率 50.0%（50/100），比前一段低 30.0 个百分点（前一段 80.0%，80/100）',
    )
    assert.equal(
      movedWords(share([80, 100], [50, 100])).en,
      'kept: 80.0% (80/100), up by 30.0 points from 50.0% (50/100) in the window before',
    )
    assert.equal(movedWords(sum(120, 60)).zh, '守约率 120 件，比前一段多了 60 件（前一段 60 件）')
  })

  test('there and back is as far, whatever the numbers', () => {
    const size = fc.integer({ min: 10, max: 500 })
    fc.assert(
      fc.property(size, size, fc.nat(), fc.nat(), (one, other, first, second) => {
        const [now, before]: [[number, number], [number, number]] = [
          [first % (one + 1), one],
          [second % (other + 1), other],
        ]
        assert.ok(Math.abs(movement(share(now, before)) + movement(share(before, now))) < 1e-9)
      }),
    )
  })
})
