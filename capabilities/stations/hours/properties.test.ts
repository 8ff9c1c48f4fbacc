import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { Compile } from 'typebox/compile'
import { Hours, type Slot } from './contract.ts'
import { flawsOf } from './flaws.ts'
import { type Schedule, toSchedules } from './schedules.ts'
import { stateAt } from './state.ts'

// Hours are held against the plainest thing that they can mean: a row of the 1440 minutes of a day.

const shape = Compile(Hours)
const first = Temporal.PlainDate.from('2026-09-25')
const clock = (minute: number) => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
const minuteOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
const slot = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 24 }))
  .map(([opens, closes]) => ({ opens: clock(opens * 60), closes: clock(closes * 60) }))
const weeklySlot = fc.tuple(slot, fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 }))
const exception = fc
  .tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: -1, max: 8 }), fc.array(slot, { maxLength: 2 }))
  .map(([from, length, slots]) => ({
    from: first.add({ days: from }).toString(),
    until: first.add({ days: from + length }).toString(),
    slots,
    because: '庙会',
  }))

/** Whatever somebody may type, flaws and all. */
const typed: fc.Arbitrary<Hours> = fc.record({
  weekly: fc.array(
    weeklySlot.map(([at, days]) => ({ days, ...at })),
    { maxLength: 4 },
  ),
  exceptions: fc.array(exception, { maxLength: 3 }),
})
const flawless = typed.filter((hours) => flawsOf(hours).length === 0)
const someDay = fc.integer({ min: 0, max: 40 }).map((days) => first.add({ days }))

/** How often each minute of a day lies in these stretches. */
function countsOf(slots: readonly Slot[]): number[] {
  const counts = new Array<number>(1440).fill(0)
  for (const { opens, closes } of slots)
    for (let minute = minuteOf(opens); minute < minuteOf(closes); minute += 1) counts[minute] = (counts[minute] ?? 0) + 1
  return counts
}
const slotsOf = (hours: Hours, day: Temporal.PlainDate): readonly Slot[] =>
  hours.exceptions.find(({ from, until }) => from <= day.toString() && day.toString() <= until)?.slots ??
  hours.weekly.filter(({ days }) => days.includes(day.dayOfWeek))

suite('opening hours, minute by minute', () => {
  test('hours have no flaw exactly where each minute is said once and each day has one rule', () => {
    fc.assert(
      fc.property(typed, (hours) => {
        assert.ok(shape.Check(hours))
        const { weekly, exceptions } = hours
        const forwards = [...weekly, ...exceptions.flatMap(({ slots }) => slots)].every(({ opens, closes }) => opens < closes)
        const week = [1, 2, 3, 4, 5, 6, 7].map((day) => weekly.filter(({ days }) => days.includes(day)))
        const once = [...week, ...exceptions.map(({ slots }) => slots)].every((slots) => Math.max(...countsOf(slots)) <= 1)
        const days = exceptions.flatMap(({ from, until }) => {
          const start = Temporal.PlainDate.from(from)
          return Array.from({ length: start.until(until).days + 1 }, (_, index) => start.add({ days: index }).toString())
        })
        const ruled = new Set(days).size === days.length && exceptions.every(({ from, until }) => from <= until)
        assert.equal(flawsOf(hours).length === 0, forwards && once && ruled)
      }),
      { numRuns: 500 },
    )
  })

  test('something is open at a moment exactly where its minute is', () => {
    fc.assert(
      fc.property(flawless, someDay, fc.integer({ min: 0, max: 1439 }), (hours, day, minute) => {
        const now = day.toZonedDateTime({ timeZone: 'Asia/Shanghai' }).toInstant().add({ minutes: minute })
        assert.equal(stateAt(hours, now).open, countsOf(slotsOf(hours, day))[minute] === 1)
      }),
      { numRuns: 500 },
    )
  })

  test('at the moment that is told it turns, and not a minute before', () => {
    fc.assert(
      fc.property(flawless, someDay, fc.integer({ min: 0, max: 1439 }), (hours, day, minute) => {
        const now = day.toZonedDateTime({ timeZone: 'Asia/Shanghai' }).toInstant().add({ minutes: minute })
        const state = stateAt(hours, now)
        const turn = state.open ? state.until : state.next
        const end = day.add({ days: 31 }).toZonedDateTime({ timeZone: 'Asia/Shanghai' }).toInstant()
        for (let at = now; Temporal.Instant.compare(at, turn ?? end) < 0; at = at.add({ hours: 1 }))
          assert.equal(stateAt(hours, at).open, state.open, at.toString())
        if (turn && Temporal.Instant.compare(turn, end) < 0) assert.equal(stateAt(hours, turn).open, !state.open)
      }),
    )
  })

  test('whoever reads the lines for others (HSDS) finds it open in the same minutes of any day', () => {
    fc.assert(
      fc.property(flawless, someDay, (hours, day) => {
        const read = linesOn(toSchedules(hours), day).map(({ opens_at, closes_at }) => ({
          opens: opens_at.slice(0, 5),
          closes: closes_at.slice(0, 5).replace('23:59', '24:00'),
        }))
        assert.deepEqual(countsOf(read), countsOf(slotsOf(hours, day)))
      }),
      { numRuns: 300 },
    )
  })
})

/** Reads lines as a program would that knows HSDS and nothing of our hours. */
const linesOn = (schedules: readonly Schedule[], day: Temporal.PlainDate) =>
  schedules.filter(
    ({ byday, valid_from, valid_to }) =>
      byday.split(',').includes(['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'][day.dayOfWeek - 1] ?? '') &&
      (valid_from === undefined || valid_from <= day.toString()) &&
      (valid_to === undefined || day.toString() <= valid_to),
  )
