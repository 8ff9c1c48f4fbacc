import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { nothing } from '#testing/countable.ts'
import { words } from '../words.ts'
import { type Counted, defineMetric, type Frame } from './define.ts'
import { figureOf, figuresOf } from './figure.ts'

const metric = defineMetric({
  name: 'kept',
  label: words('守约率', 'kept'),
  unit: words('比例', 'share'),
  kind: 'ratio',
  aboutPeople: true,
  definition: { formula: words('守约', 'kept'), window: words('本月', 'this month'), denominator: words('约定', 'promised') },
  measure: { name: 'kept', of: nothing, rows: () => ({ sums: {} }) },
})
const frame: Frame = { actor: { district: 'd', id: 'a', name: '', role: 'leader' }, now: Temporal.Now.instant() }
const counted = (group: string, numerator: number, denominator: number): Counted => ({ group, numerator, denominator })
const shown = (groups: Counted[]) =>
  figuresOf(metric, frame, groups).map(({ group, hidden }) => `${group}${hidden ? ' hidden' : ''}`)

suite('figures', () => {
  test('a ratio with nothing below it has no value, and says so', () => {
    const figure = figureOf(metric, frame, counted('', 0, 0))
    assert.deepEqual([figure.value, figure.denominator, figure.hidden], [null, 0, false])
    assert.match(figure.note?.zh ?? '', /没有可计算的事项/)
  })

  test('a duration over nothing has no value, and a count of nothing is zero', () => {
    const duration = figureOf({ ...metric, kind: 'duration' }, frame, { group: '', value: null, numerator: 0, denominator: 0 })
    assert.equal(duration.value, null)
    assert.equal(figureOf({ ...metric, kind: 'count' }, frame, { group: '', numerator: 0 }).value, 0)
  })

  test('fewer than five answers are kept back, with nothing to tell them by', () => {
    const figure = figureOf(metric, frame, { ...counted('', 1, 4), beside: { asked: 9 } })
    assert.deepEqual(
      [figure.value, figure.numerator, figure.denominator, figure.beside, figure.hidden],
      [null, null, null, {}, true],
    )
    const plain = figureOf({ ...metric, aboutPeople: false }, frame, counted('', 1, 4))
    assert.equal(plain.value, 0.25)
  })

  test('what was excluded does not open a way to few answers', () => {
    const figure = figureOf(metric, frame, { ...counted('', 0, 0), withExcluded: { numerator: 1, denominator: 1 } })
    assert.equal(figure.hidden, true)
  })

  test('groups stand by code, never by value; where one alone is kept back, so is the next smallest', () => {
    assert.deepEqual(shown([counted('c', 9, 9), counted('a', 1, 9), counted('b', 7, 8)]), ['a', 'b', 'c'])
    assert.deepEqual(shown([counted('c', 9, 9), counted('a', 1, 2), counted('b', 7, 8)]), ['a hidden', 'b hidden', 'c'])
    assert.deepEqual(shown([counted('c', 1, 3), counted('a', 1, 2), counted('b', 7, 8)]), ['a hidden', 'b', 'c hidden'])
    // Of two that are as small always the same: else one answer would tell what the other keeps back.
    for (const rest of [
      [counted('c', 7, 8), counted('b', 7, 8)],
      [counted('b', 7, 8), counted('c', 7, 8)],
    ])
      assert.deepEqual(shown([counted('a', 1, 2), ...rest]), ['a hidden', 'b hidden', 'c'])
  })

  test('one that is named like no figure is refused at once', () => {
    assert.throws(() => defineMetric({ ...metric, name: 'Response rate' }))
  })
})
