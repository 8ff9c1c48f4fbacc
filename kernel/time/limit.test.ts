import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { type Calendar, isOfficeHours, isWorkingDay, reckoningOf } from './calendar.ts'
import { after, dueAt, explain, lengthOf, moments, remaining } from './limit.ts'
import type { Span } from './span.ts'
import { shortened } from './steps.ts'
import { calendarOfYears } from './years.ts'
import { dayOf } from './zone.ts'

const calendar = calendarOfYears('here', 2011, 2026)
const at = (local: string) => Temporal.Instant.from(`${local}+08:00`)
const local = (instant: Temporal.Instant) =>
  instant.toZonedDateTimeISO('Asia/Shanghai').toPlainDateTime().toString({ smallestUnit: 'minute' })
const due = (from: string, span: Span) => local(dueAt(calendar, at(from), span).dueAt)

suite('a time limit in real years', () => {
  const table: [story: string, from: string, span: Span, due: string][] = [
    ['one working day ends at the same hour of the next', '2026-03-02T10:00', { workingDays: 1 }, '2026-03-03T10:00'],
    ['a limit may end as the office closes', '2026-03-02T08:30', { workingDays: 1 }, '2026-03-02T17:30'],
    ['lunch does not count', '2026-03-02T11:30', { workingHours: 1 }, '2026-03-02T14:00'],
    ['what comes at night starts in the morning', '2026-03-02T23:10', { workingHours: 2 }, '2026-03-03T10:30'],
    ['what comes on a Friday evening starts on Monday', '2026-03-06T17:30', { workingHours: 4 }, '2026-03-09T14:00'],
    ['urgent minutes pass at night', '2026-03-06T23:50', { minutes: 30 }, '2026-03-07T00:20'],
    ['days pass round the clock', '2026-09-30T17:00', { days: 7 }, '2026-10-07T17:00'],
    ['National Day 2026 rests, the Saturday after it works', '2026-09-30T17:00', { workingDays: 3 }, '2026-10-10T17:00'],
    ['a Sunday before National Day 2026 works', '2026-09-18T17:00', { workingHours: 4 }, '2026-09-20T12:00'],
    ['Spring Festival 2026 rests nine days', '2026-02-13T17:00', { workingDays: 2 }, '2026-02-24T17:00'],
    ['the Saturday before Spring Festival 2026 works', '2026-02-13T17:00', { workingDays: 1 }, '2026-02-14T17:00'],
    ['National Day and Mid-autumn 2025 rest together', '2025-09-30T09:00', { workingDays: 1 }, '2025-10-09T09:00'],
    ['the Saturday after them works', '2025-10-10T16:30', { workingHours: 2 }, '2025-10-11T09:30'],
    ['Labour Day 2019 was four days, with a Sunday worked before', '2019-04-26T17:00', { workingDays: 1 }, '2019-04-28T17:00'],
    ['and a Sunday after', '2019-04-30T17:00', { workingDays: 1 }, '2019-05-05T17:00'],
    ['Spring Festival 2020 was made longer up to 2 February', '2020-01-23T17:00', { workingDays: 1 }, '2020-02-03T17:00'],
    ['a Sunday in January 2020 worked', '2020-01-17T17:00', { workingHours: 8 }, '2020-01-19T17:30'],
  ]
  for (const [story, from, span, expected] of table) test(story, () => assert.equal(due(from, span), expected))

  test('yellow comes at three quarters of its own time, and each further half after red', () => {
    const { yellowAt, dueAt: red, beyond } = moments(calendar, at('2026-03-06T15:30'), { workingHours: 4 })
    assert.deepEqual([yellowAt, red, beyond(1.5), beyond(2)].map(local), [
      '2026-03-09T09:30',
      '2026-03-09T10:30',
      '2026-03-09T14:00',
      '2026-03-09T16:00',
    ])
  })

  test('what is left is counted in office time, and below zero once it is over', () => {
    const left = (now: string) => remaining(calendar, at(now), at('2026-03-09T10:30'), { workingHours: 4 })
    assert.deepEqual([left('2026-03-06T15:30'), left('2026-03-07T12:00'), left('2026-03-09T11:30')], [240, 120, -60])
    assert.equal(remaining(calendar, at('2026-03-07T12:00'), at('2026-03-07T11:30'), { minutes: 30 }), -30)
  })

  test('a calendar without office hours is refused, since a limit would never end', () => {
    assert.throws(() => dueAt({ ...calendar, hours: [] }, at('2026-03-02T10:00'), { workingDays: 1 }), /no office hours/)
  })
})

suite('how it was counted', () => {
  const said = (from: string, span: Span) => explain(calendar, at(from), span).map(({ zh }) => zh)

  test('names the weekend, the holiday and the make-up workday that it passed', () => {
    assert.deepEqual(said('2026-09-30T17:00', { workingDays: 3 }), [
      '9月30日（周三）17:00 起算，限时 3 个工作日',
      '9月30日（周三） 计 30 分钟',
      '10月1日（周四）至10月7日（周三） 国庆节休息 7 天',
      '10月8日（周四）、10月9日（周五） 2 个工作日，计 15 小时',
      '10月10日（周六） 调休上班（国庆节），计 7 小时',
      '10月10日（周六）17:00 到期',
    ])
  })

  test('says where counting began, when nobody was at the office', () => {
    assert.equal(
      said('2026-03-06T18:00', { workingHours: 2 })[0],
      '3月6日（周五）18:00 不在办公时间，从 3月9日（周一）08:30 起算，限时 2 个工作小时',
    )
  })

  test('warns where it passes the last known year, once, and not before', () => {
    const warns = (from: string) => said(from, { workingDays: 5 }).filter((line) => line.includes('尚未载入')).length
    assert.deepEqual([warns('2026-12-20T10:00'), warns('2026-12-29T10:00'), warns('2027-03-01T10:00')], [0, 1, 1])
    assert.equal(due('2026-12-31T10:00', { workingDays: 1 }), '2027-01-01T10:00')
  })

  test('a year-long limit is told in few lines', () => {
    const lines = said('2026-03-02T10:00', { workingDays: 250 })
    assert.ok(lines.length <= 12, lines.join('\n'))
    assert.ok(lines.some((line) => line.includes('尚未载入')))
  })
})

suite('for every limit', () => {
  const moment = fc
    .integer({ min: Date.UTC(2011, 0, 1), max: Date.UTC(2027, 5, 1) })
    .map((epoch) => Temporal.Instant.fromEpochMilliseconds(epoch))
  const minutes = fc.integer({ min: 1, max: 12_000 })
  const inHours = (count: number): Span => ({ workingHours: count / 60 })
  const span: fc.Arbitrary<Span> = fc.oneof(
    minutes.map(inHours),
    fc.integer({ min: 1, max: 60 }).map((workingDays) => ({ workingDays })),
    minutes.map((count) => ({ minutes: count })),
    fc.integer({ min: 1, max: 60 }).map((days) => ({ days })),
  )
  const ends = (from: Temporal.Instant, of: Span) => dueAt(calendar, from, of).dueAt
  const compare = Temporal.Instant.compare

  test('who starts later is not due earlier, and more time is not due earlier', () => {
    fc.assert(
      fc.property(moment, moment, span, (a, b, of) => {
        const [first, second] = compare(a, b) <= 0 ? [a, b] : [b, a]
        assert.ok(compare(ends(first, of), ends(second, of)) <= 0)
      }),
    )
    fc.assert(
      fc.property(moment, minutes, minutes, (from, a, b) => {
        assert.ok(compare(ends(from, inHours(a)), ends(from, inHours(a + b))) < 0)
      }),
    )
  })

  test('one length and then another is the two together', () => {
    fc.assert(
      fc.property(moment, minutes, minutes, (from, a, b) => {
        assert.ok(ends(ends(from, inHours(a)), inHours(b)).equals(ends(from, inHours(a + b))))
      }),
      { numRuns: 3000 },
    )
  })

  test('office time never ends outside office hours, nor on a day of rest', () => {
    fc.assert(
      fc.property(moment, minutes, (from, count) => {
        const end = ends(from, inHours(count))
        assert.ok(isOfficeHours(calendar, end.subtract({ milliseconds: 1 })))
        assert.ok(isWorkingDay(calendar, dayOf(end)))
      }),
    )
  })

  test('the steps that explain it sum to the whole limit, also when they are shortened', () => {
    fc.assert(
      fc.property(moment, span, (from, of) => {
        const { steps } = dueAt(calendar, from, of)
        const whole = lengthOf(reckoningOf(calendar), of, from.epochMilliseconds) / 60_000
        for (const list of [steps, shortened(steps)])
          assert.ok(Math.abs(list.reduce((sum, step) => sum + step.minutes, 0) - whole) < 1e-4)
      }),
    )
  })

  test('what is left at its start is the whole, and at its end nothing', () => {
    fc.assert(
      fc.property(moment, span, (from, of) => {
        const end = ends(from, of)
        assert.ok(
          Math.abs(remaining(calendar, from, end, of) - lengthOf(reckoningOf(calendar), of, from.epochMilliseconds) / 60_000) <
            1e-4,
        )
        assert.equal(remaining(calendar, end, end, of), 0)
      }),
    )
  })

  test('it agrees with walking the clock minute by minute', () => {
    const slowly = (from: Temporal.Instant, count: number) => {
      let now = from
      for (let left = count; left > 0; now = now.add({ minutes: 1 })) if (isOfficeHours(calendar, now)) left -= 1
      return now
    }
    fc.assert(
      fc.property(moment, fc.integer({ min: 1, max: 600 }), (any, count) => {
        const from = any.round({ smallestUnit: 'minute', roundingMode: 'floor' })
        assert.ok(slowly(from, count).equals(ends(from, inHours(count))))
      }),
      { numRuns: 25 },
    )
  })

  test('a make-up workday counts: without it nothing is due earlier, and sometimes later', () => {
    const without: Calendar = { ...calendar, days: calendar.days.filter(({ working }) => !working) }
    fc.assert(
      fc.property(moment, span, (from, of) => {
        assert.ok(compare(ends(from, of), after(without, from, of, 1)) <= 0)
      }),
    )
    assert.equal(local(after(without, at('2026-10-09T17:00'), { workingHours: 1 }, 1)), '2026-10-12T09:00')
    assert.equal(due('2026-10-09T17:00', { workingHours: 1 }), '2026-10-10T09:00')
  })
})
