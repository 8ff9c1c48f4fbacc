import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Network } from '#capabilities/grids/contract/entries.ts'
import { dueIn, dueOn, isInSeason, keyOf } from './due.ts'

const item = (what: string, rhythm: Network['items'][number]['rhythm'], season?: 'flood' | 'heating') => ({
  ...{ what, by: 'gridWorker' as const, rhythm },
  ...(season && { season }),
})
const order: Network = {
  ...{ code: 'order', name: { zh: '综治', en: 'order' }, carriedBy: ['level2'] },
  items: [item('巡楼道', 'weekly'), item('看积水', 'daily', 'flood'), item('劝架', 'asNeeded')],
}
const civil: Network = {
  ...{ code: 'civil', name: { zh: '民政', en: 'civil' }, carriedBy: ['level1', 'level2'] },
  items: [item('看老人', 'monthly')],
}

test('an item is due again a rhythm after it was done last, at the end of a month too', () => {
  const table: [Parameters<typeof dueOn>[0]['rhythm'], string | undefined, string | undefined][] = [
    ['daily', '2026-03-01', '2026-03-02'],
    ['weekly', '2026-02-26', '2026-03-05'],
    ['monthly', '2026-01-31', '2026-02-28'],
    ['quarterly', '2026-01-31', '2026-04-30'],
    ['yearly', '2024-02-29', '2025-02-28'],
    ['asNeeded', '2026-03-01', undefined],
    ['weekly', undefined, '2026-03-02'],
  ]
  for (const [rhythm, last, due] of table) assert.equal(dueOn({ rhythm }, last, '2026-03-02'), due, rhythm)
})

test('what belongs to a season is due in its months', () => {
  const seasons = ['2026-01-15', '2026-03-31', '2026-04-01', '2026-06-01', '2026-09-30', '2026-11-01'].map((day) => [
    isInSeason(item('', 'daily', 'flood'), day),
    isInSeason(item('', 'daily', 'heating'), day),
    isInSeason(item('', 'daily'), day),
  ])
  assert.deepEqual(seasons, [
    [false, true, true],
    [false, true, true],
    [false, false, true],
    [true, false, true],
    [true, false, true],
    [false, true, true],
  ])
})

test('a grid has what the networks ask that it carries: one list, the longest overdue first', () => {
  const last = new Map([
    [keyOf({ network: 'order', what: '巡楼道' }), '2026-06-01'],
    [keyOf({ network: 'civil', what: '看老人' }), '2026-04-01'],
  ])
  const due = dueIn([order, civil], 'level2', last, '2026-06-20')
  assert.deepEqual(
    due.map(({ what, dueOn: day }) => [what, day]),
    [
      ['看老人', '2026-05-01'],
      ['巡楼道', '2026-06-08'],
      ['看积水', '2026-06-20'],
      ['劝架', undefined],
    ],
  )
  assert.deepEqual(
    dueIn([order, civil], 'level1', last, '2026-06-20').map(({ what }) => what),
    ['看老人'],
  )
  assert.deepEqual(dueIn([order, civil], 'dedicated', last, '2026-06-20'), [])
})

test('what has just been done is due later, whatever the rhythm', () => {
  const days = fc
    .integer({ min: 0, max: 4000 })
    .map((after) => Temporal.PlainDate.from('2020-01-01').add({ days: after }).toString())
  fc.assert(
    fc.property(days, fc.constantFrom('daily', 'weekly', 'monthly', 'quarterly', 'yearly'), (day, rhythm) => {
      const due = dueOn({ rhythm }, day, day)
      assert.ok(due !== undefined && due > day)
    }),
  )
})
