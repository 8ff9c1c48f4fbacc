import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { attended, untouchedOf } from './idle.ts'

const start = Temporal.Instant.from('2026-03-02T01:00:00Z')
const after = (seconds: number) => start.add({ seconds })

test('a session of which nobody is heard for its minutes is over, to the second', () => {
  for (const [seconds, untouched, outcome] of [
    [0, 0, undefined],
    [29, 0, undefined],
    [30, 0, after(30)],
    [1799, 0, after(1799)],
    [1799, 1700, after(99)],
    [1799, undefined, undefined],
    [1799, 1799, undefined],
    [1800, 0, 'over'],
    [1800, undefined, 'over'],
    [90_000, 0, 'over'],
  ] as const)
    assert.deepEqual(
      String(attended(start, { minutes: 30, now: after(seconds), untouched })),
      String(outcome),
      `${seconds} s, untouched for ${untouched}`,
    )
})

test('whoever says that somebody is there, as often as pages do, is not signed out; whoever left is, in time', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 5, max: 240 }),
      fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 200 }),
      (minutes, gaps) => {
        let [seen, now] = [start, start]
        for (const gap of gaps) {
          now = now.add({ seconds: Math.ceil((gap * minutes) / 4) })
          const last = attended(seen, { minutes, now, untouched: 0 })
          assert.notEqual(last, 'over')
          if (last && last !== 'over') seen = last
        }
        assert.equal(
          attended(seen, { minutes, now: now.add({ minutes }), untouched: 0 }),
          'over',
          'who comes back too late does not revive it',
        )
      },
    ),
  )
})

test('what a page says of itself is seconds, or nothing', () => {
  for (const [said, seconds] of [
    ['0', 0],
    ['1799', 1799],
    ['-1', undefined],
    ['1e3', undefined],
    ['9999999', undefined],
    ['', undefined],
    [undefined, undefined],
  ] as const)
    assert.equal(untouchedOf({ headers: { ...(said !== undefined && { 'linli-untouched': said }) } }), seconds)
})
