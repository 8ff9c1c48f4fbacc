import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { isoDay, numberOf } from '../time/zone.ts'
import { runsOf, type Stretch, startOf, wholeDays, without } from './days.ts'

const first = numberOf('2026-02-20')
const someDay = fc.integer({ min: first, max: first + 30 })
const someMoment = fc.integer({ min: 0, max: 31 * 24 }).map((hours) => startOf(first).add({ hours }))
const isIn = (at: Temporal.Instant, { from, to }: Stretch) =>
  (!from || Temporal.Instant.compare(at, from) >= 0) && (!to || Temporal.Instant.compare(at, to) < 0)

test('days are gathered into runs, whatever their order', () => {
  assert.deepEqual(runsOf(['2026-03-02', '2026-02-28', '2026-03-01', '2026-03-05', '2026-03-01']), [
    { from: numberOf('2026-02-28'), to: numberOf('2026-03-03') },
    { from: numberOf('2026-03-05'), to: numberOf('2026-03-06') },
  ])
})

test('every moment of a window is in just one place: on a day that is taken out, or in what is left', () => {
  fc.assert(
    fc.property(fc.array(someDay), someMoment, someMoment, someMoment, (days, from, to, at) => {
      fc.pre(Temporal.Instant.compare(from, to) < 0)
      const whole = wholeDays({ from, to })
      const runs = runsOf(days.map(isoDay).filter((day) => day >= (whole.from ?? '') && day < (whole.to ?? '9')))
      const places = [
        ...without({ from, to }, runs).filter((stretch) => isIn(at, stretch)),
        ...runs.filter((run) => isIn(at, { from: startOf(run.from), to: startOf(run.to) })),
      ]
      assert.equal(places.length, isIn(at, { from, to }) ? 1 : 0)
    }),
  )
})

test('a day is whole by the clock of the place: from midnight in Shanghai to the next', () => {
  const at = (text: string) => Temporal.Instant.from(text)
  assert.deepEqual(wholeDays({ from: at('2026-03-01T00:00:00+08:00'), to: at('2026-03-03T23:59:59+08:00') }), {
    from: '2026-03-01',
    to: '2026-03-03',
  })
  assert.deepEqual(wholeDays({ from: at('2026-03-01T00:00:00Z') }), { from: '2026-03-02' })
  assert.deepEqual(without({}, runsOf(['2026-03-01'])), [
    { to: at('2026-03-01T00:00:00+08:00') },
    { from: at('2026-03-02T00:00:00+08:00') },
  ])
})
