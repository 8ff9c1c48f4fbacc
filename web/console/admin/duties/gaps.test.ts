import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { calendarOfYears } from '#kernel/time/years.ts'
import { gapsOn, stretchWords } from './gaps.ts'

const calendar = calendarOfYears('370305', 2026, 2026, [
  { from: '08:30', to: '12:00' },
  { from: '13:30', to: '17:30' },
])
const slot = (from: string, to: string) => ({ from: `2026-${from}:00+08:00`, to: `2026-${to}:00+08:00` })

suite('what a roster leaves uncovered of a day', () => {
  const table = [
    ['a working day with nobody', '2026-03-05', [], ['00:00–08:30', '12:00–13:30', '17:30–24:00']],
    ['a Saturday with nobody', '2026-03-07', [], ['00:00–24:00']],
    ['a holiday', '2026-10-01', [], ['00:00–24:00']],
    ['a Saturday on which people work instead', '2026-10-10', [], ['00:00–08:30', '12:00–13:30', '17:30–24:00']],
    ['nights alone', '2026-03-05', [slot('03-04T17:30', '03-05T08:30'), slot('03-05T17:30', '03-06T08:30')], ['12:00–13:30']],
    ['one of days', '2026-03-07', [slot('03-06T17:30', '03-09T08:30')], []],
    [
      'a turn that begins late',
      '2026-03-05',
      [slot('03-05T18:15', '03-06T08:30')],
      ['00:00–08:30', '12:00–13:30', '17:30–18:15'],
    ],
    ['a turn of another day', '2026-03-05', [slot('03-02T17:30', '03-03T08:30')], ['00:00–08:30', '12:00–13:30', '17:30–24:00']],
  ] as const
  for (const [what, day, slots, gaps] of table)
    test(what, () => assert.deepEqual(gapsOn(day, calendar, slots).map(stretchWords), gaps))

  test('no minute of a gap is covered, and each minute outside of office hours is either', () => {
    const turn = fc.tuple(fc.integer({ min: -2000, max: 3000 }), fc.integer({ min: 1, max: 1500 }))
    const midnight = Date.parse('2026-03-05T00:00:00+08:00')
    const at = (minute: number) => new Date(midnight + minute * 60_000).toISOString()
    const usual = gapsOn('2026-03-05', calendar, [])
    fc.assert(
      fc.property(fc.array(turn, { maxLength: 5 }), fc.integer({ min: 0, max: 1439 }), (turns, minute) => {
        const within = (stretches: readonly (readonly [number, number])[]) =>
          stretches.some(([from, to]) => from <= minute && minute < to)
        const covered = within(turns.map(([from, long]) => [from, from + long]))
        const gaps = gapsOn(
          '2026-03-05',
          calendar,
          turns.map(([from, long]) => ({ from: at(from), to: at(from + long) })),
        )
        assert.equal(within(gaps), within(usual) && !covered)
      }),
    )
  })
})
