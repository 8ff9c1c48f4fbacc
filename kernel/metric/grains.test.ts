import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { isoDay, numberOf } from '../time/zone.ts'
import type { KnownDay } from './days.ts'
import { sourcesOf } from './grains.ts'
import { type CellColumn, cellColumns } from './measure.ts'

const days = (from: string, count: number, more: Partial<KnownDay> = {}): KnownDay[] =>
  Array.from({ length: count }, (_, place) => ({
    ...{ day: isoDay(numberOf(from) + place), revision: 1, holds: true, summed: true },
    ...more,
  }))
const told = (known: KnownDay[], columns: CellColumn[] = [], bounds = {}) =>
  sourcesOf(known, new Set(columns), bounds).map(
    ({ grain = 'tallies', runs }) => `${grain} ${runs.map(({ from, to }) => `${isoDay(from)}/${isoDay(to)}`).join(' ')}`,
  )

test('whole months are told from their sums, what is left of others day by day', () => {
  const spring = [...days('2026-01-20', 12), ...days('2026-02-01', 28), ...days('2026-03-02', 5)]
  assert.deepEqual(told(spring, [], { from: '2026-01-20', to: '2026-03-07' }), [
    'month 2026-02-01/2026-03-01',
    'day 2026-01-20/2026-02-01 2026-03-02/2026-03-07',
  ])
  assert.deepEqual(told(spring, ['unit'], { from: '2026-01-20', to: '2026-03-07' }), [
    'unit 2026-02-01/2026-03-01',
    'tallies 2026-01-20/2026-02-01 2026-03-02/2026-03-07',
  ])
  assert.deepEqual(told(spring, ['community'], { from: '2026-01-20', to: '2026-03-07' }), [
    'place 2026-02-01/2026-03-01',
    'placeOfDay 2026-01-20/2026-02-01 2026-03-02/2026-03-07',
  ])
})

test('a day on which nothing is settled is part of its month; one that is marked, or not summed, keeps the month from being read', () => {
  assert.deepEqual(told(days('2026-02-05', 1)), ['month 2026-02-01/2026-03-01'])
  assert.deepEqual(told([...days('2026-02-05', 1), ...days('2026-02-09', 1, { holds: false, summed: false })]), [
    'day 2026-02-05/2026-02-06',
  ])
  assert.deepEqual(told([...days('2026-02-05', 1), ...days('2026-02-09', 1, { summed: false })]), [
    'day 2026-02-05/2026-02-06',
    'tallies 2026-02-09/2026-02-10',
  ])
})

test('what no grain has is told from tallies', () => {
  assert.deepEqual(told(days('2026-02-01', 28), ['community']), ['place 2026-02-01/2026-03-01'])
  for (const columns of [
    ['unit', 'community'],
    ['category', 'street'],
  ] as const)
    assert.deepEqual(told(days('2026-02-01', 28), [...columns]), ['tallies 2026-02-01/2026-03-01'])
})

test('every day that holds is told once, whatever is asked', () => {
  const known = fc.uniqueArray(fc.integer({ min: 0, max: 120 })).chain((numbers) =>
    fc.tuple(
      ...numbers
        .toSorted((one, other) => one - other)
        .map((number) =>
          fc.constantFrom([false, false], [true, false], [true, true]).map(([holds = false, summed = false]) => ({
            ...{ day: isoDay(numberOf('2026-01-15') + number), revision: 1, holds, summed },
          })),
        ),
    ),
  )
  fc.assert(
    fc.property(known, fc.subarray([...cellColumns]), (some, columns) => {
      const runs = sourcesOf(some, new Set(columns), { from: '2026-01-15' }).flatMap((source) => source.runs)
      for (const { day, holds } of some) {
        const times = runs.filter(({ from, to }) => numberOf(day) >= from && numberOf(day) < to).length
        assert.equal(times, holds ? 1 : 0, day)
      }
    }),
  )
})
