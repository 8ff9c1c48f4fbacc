import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { moments } from '#kernel/time/limit.ts'
import type { Span } from '#kernel/time/span.ts'
import { calendarOfYears } from '#kernel/time/years.ts'
import { inTimeFor } from './limits.ts'

const calendar = calendarOfYears('here', 2025, 2026)
const at = (local: string) => Temporal.Instant.from(`${local}+08:00`)
const monday = at('2026-03-02T09:00')

suite('a case that comes from outside with a limit of its own', () => {
  const table: [story: string, outer: string, span: Span, expected: Span][] = [
    ['a far limit leaves ours as it is', '2026-03-20T09:00', { workingDays: 5 }, { workingDays: 5 }],
    ['a near one is ours, a day earlier', '2026-03-05T09:00', { workingDays: 5 }, { minutes: 2 * 24 * 60 }],
    ['a step that is short anyway stays as it is', '2026-03-05T09:00', { workingHours: 2 }, { workingHours: 2 }],
    ['of less than two days half is kept', '2026-03-02T19:00', { workingDays: 5 }, { minutes: 5 * 60 }],
    ['what begins after it is over goes by our own', '2026-03-01T09:00', { workingDays: 5 }, { workingDays: 5 }],
  ]
  for (const [story, outer, span, expected] of table)
    test(story, () => assert.deepEqual(inTimeFor(at(outer), calendar, monday, span), expected))

  test('whenever it is due outside, ours is due before that and never later than usual', () => {
    const span = fc.oneof(
      fc.record({ workingDays: fc.integer({ min: 1, max: 30 }) }),
      fc.record({ workingHours: fc.integer({ min: 1, max: 40 }) }),
      fc.record({ minutes: fc.integer({ min: 1, max: 5000 }) }),
      fc.record({ days: fc.integer({ min: 1, max: 60 }) }),
    )
    fc.assert(
      fc.property(span, fc.integer({ min: 2, max: 100_000 }), (usual, minutes) => {
        const outer = monday.add({ minutes })
        const due = moments(calendar, monday, inTimeFor(outer, calendar, monday, usual)).dueAt
        assert.ok(Temporal.Instant.compare(due, outer) < 0)
        assert.ok(Temporal.Instant.compare(due, moments(calendar, monday, usual).dueAt) <= 0)
        assert.ok(Temporal.Instant.compare(due, monday) > 0)
      }),
    )
  })
})
