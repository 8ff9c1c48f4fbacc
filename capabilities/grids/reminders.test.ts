import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { reminderOn, reminderWords } from './reminders.ts'

const until = '2026-03-08'

test('a code is told of a week and a day before its last day, and not once it has expired', () => {
  const table = [
    ...[
      ['2026-02-28', undefined],
      ['2026-03-01', 7],
      ['2026-03-06', 7],
      ['2026-03-07', 1],
      ['2026-03-08', 1],
    ],
    ['2026-03-09', undefined],
  ] as const
  for (const [day, due] of table) assert.equal(reminderOn(until, day), due, day)
})

test('as days go by there are two reminders, the week’s before the day’s, and then none', () => {
  fc.assert(
    fc.property(fc.integer({ min: -40, max: 40 }), (days) => {
      const due = reminderOn(until, Temporal.PlainDate.from(until).subtract({ days }).toString())
      assert.equal(due, days < 0 || days > 7 ? undefined : days > 1 ? 7 : 1)
    }),
  )
})

test('it is said how long it still holds', () => {
  assert.match(reminderWords('梅园网格群', until, '2026-03-01').zh, /还有 7 天到期/)
  assert.match(reminderWords('梅园网格群', until, '2026-03-07').zh, /明天到期/)
  assert.match(reminderWords('梅园网格群', until, until).zh, /今天到期/)
})
