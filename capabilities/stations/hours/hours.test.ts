import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { weekWords } from '../contract/week.ts'
import type { Hours } from './contract.ts'
import { flawsOf } from './flaws.ts'
import { stateAt } from './state.ts'

const weekdays = [1, 2, 3, 4, 5]
const every = [1, 2, 3, 4, 5, 6, 7]
const office: Hours = {
  weekly: [
    { days: weekdays, opens: '08:30', closes: '12:00' },
    { days: weekdays, opens: '13:30', closes: '17:30' },
  ],
  exceptions: [
    { from: '2026-10-01', until: '2026-10-07', slots: [], because: '国庆放假' },
    { from: '2026-10-10', until: '2026-10-10', slots: [{ opens: '09:00', closes: '12:00' }], because: '调休' },
  ],
}
const at = (local: string) => Temporal.Instant.from(`${local}:00+08:00`)
const told = (hours: Hours, local: string) => {
  const state = stateAt(hours, at(local))
  const when = state.open ? state.until : state.next
  return `${state.open ? 'open until' : 'closed until'} ${when?.toZonedDateTimeISO('Asia/Shanghai').toPlainDateTime() ?? '?'}${state.open || !state.because ? '' : ` ${state.because}`}`
}

suite('opening hours', () => {
  // 2026-09-28 is a Monday.
  for (const [local, expected] of [
    ['2026-09-28T08:29', 'closed until 2026-09-28T08:30:00'],
    ['2026-09-28T08:30', 'open until 2026-09-28T12:00:00'],
    ['2026-09-28T12:00', 'closed until 2026-09-28T13:30:00'],
    ['2026-09-28T17:29', 'open until 2026-09-28T17:30:00'],
    ['2026-09-30T18:00', 'closed until 2026-10-08T08:30:00'],
    ['2026-10-02T10:00', 'closed until 2026-10-08T08:30:00 国庆放假'],
    ['2026-10-10T10:00', 'open until 2026-10-10T12:00:00'],
    ['2026-10-10T13:00', 'closed until 2026-10-12T08:30:00'],
    ['2026-10-05T20:00', 'closed until 2026-10-08T08:30:00'],
  ] as const)
    test(`at ${local}: ${expected}`, () => assert.equal(told(office, local), expected))

  test('what closes at midnight and opens then goes on; what never closes is open for as long as one looks', () => {
    const night: Hours = {
      weekly: [
        { days: [5], opens: '18:00', closes: '24:00' },
        { days: [6], opens: '00:00', closes: '02:00' },
      ],
      exceptions: [],
    }
    assert.equal(told(night, '2026-10-02T23:00'), 'open until 2026-10-03T02:00:00')
    assert.equal(told(night, '2026-10-03T01:00'), 'open until 2026-10-03T02:00:00')
    const always: Hours = { weekly: [{ days: every, opens: '00:00', closes: '24:00' }], exceptions: [] }
    assert.match(told(always, '2026-10-02T23:00'), /^open until 2026-11/)
    assert.equal(told({ weekly: [], exceptions: [] }, '2026-10-02T23:00'), 'closed until ?')
  })

  test('are told in one line for days that are alike', () => {
    assert.deepEqual(
      weekWords(office).map(({ zh, en }) => [zh, en]),
      [['周一至周五 08:30–12:00，13:30–17:30', 'Mon–Fri 08:30–12:00, 13:30–17:30']],
    )
    const mixed: Hours = {
      weekly: [
        { days: [1, 3], opens: '09:00', closes: '17:00' },
        { days: [6, 7], opens: '00:00', closes: '24:00' },
      ],
      exceptions: [],
    }
    assert.deepEqual(
      weekWords(mixed).map(({ zh }) => zh),
      ['周一、周三 09:00–17:00', '周六、周日 全天'],
    )
  })

  for (const [what, hours, path] of [
    ['ends before it begins', { weekly: [{ days: [1], opens: '17:00', closes: '08:00' }], exceptions: [] }, 'weekly.0.closes'],
    [
      'overlaps on a day that both have',
      {
        weekly: [
          { days: [1, 2], opens: '08:00', closes: '12:00' },
          { days: [2, 3], opens: '11:00', closes: '13:00' },
        ],
        exceptions: [],
      },
      'weekly.1.opens',
    ],
    [
      'is an exception that ends before it begins',
      { weekly: [], exceptions: [{ from: '2026-10-07', until: '2026-10-01', slots: [], because: '假' }] },
      'exceptions.0.until',
    ],
    [
      'is an exception within another',
      {
        weekly: [],
        exceptions: [
          { from: '2026-10-01', until: '2026-10-07', slots: [], because: '假' },
          { from: '2026-10-07', until: '2026-10-08', slots: [], because: '修' },
        ],
      },
      'exceptions.1.from',
    ],
    [
      'is an exception whose last day is the first of one listed before it',
      {
        weekly: [],
        exceptions: [
          { from: '2026-10-07', until: '2026-10-08', slots: [], because: '修' },
          { from: '2026-10-01', until: '2026-10-07', slots: [], because: '假' },
        ],
      },
      'exceptions.1.from',
    ],
  ] satisfies [string, Hours, string][])
    test(`what ${what} is refused where it stands`, () => {
      assert.deepEqual(
        flawsOf(hours).map((flaw) => flaw.path),
        [path],
      )
    })

  test('what meets does not overlap', () => {
    const meeting = [
      { days: [1], opens: '08:00', closes: '12:00' },
      { days: [1], opens: '12:00', closes: '18:00' },
    ]
    assert.deepEqual(flawsOf({ weekly: meeting, exceptions: [] }), [])
  })

  test('a moment is within exactly one answer: just before it opens next it is closed still, and open then', () => {
    const moments = fc.integer({ min: Date.parse('2026-09-20'), max: Date.parse('2026-10-20') })
    fc.assert(
      fc.property(moments, (milliseconds) => {
        const now = Temporal.Instant.fromEpochMilliseconds(milliseconds)
        const state = stateAt(office, now)
        const turn = state.open ? state.until : state.next
        assert.ok(turn && Temporal.Instant.compare(turn, now) > 0)
        assert.equal(stateAt(office, turn.subtract({ milliseconds: 1 })).open, state.open)
        assert.equal(stateAt(office, turn).open, !state.open)
      }),
    )
  })
})
