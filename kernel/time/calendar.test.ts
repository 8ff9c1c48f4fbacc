import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { isOfficeHours, isWorkingDay } from './calendar.ts'
import { checkCalendar } from './check.ts'
import { stoppedClock } from './clock.ts'
import { spanWords } from './span.ts'
import { calendarOfYears, knownYears, specialDays, usualHours } from './years.ts'
import { dayOf, endOf, exactly, said } from './zone.ts'

const calendar = calendarOfYears('here', 2019, 2026)
const at = (local: string) => Temporal.Instant.from(`${local}+08:00`)

suite('a working calendar', () => {
  test('knows holidays, weekends and make-up workdays of real years', () => {
    const work = ['2019-09-29', '2019-10-12', '2020-06-28', '2025-01-26', '2025-09-28', '2026-01-04', '2026-02-28', '2026-03-02']
    const rest = ['2019-05-03', '2020-01-31', '2025-10-08', '2026-01-01', '2026-02-23', '2026-04-06', '2026-06-19', '2026-03-07']
    for (const day of work) assert.ok(isWorkingDay(calendar, day), day)
    for (const day of rest) assert.ok(!isWorkingDay(calendar, day), day)
  })

  test('offices are open from the minute of opening, and closed from the minute of closing', () => {
    const open = (time: string) => isOfficeHours(calendar, at(`2026-03-02T${time}`))
    assert.deepEqual(['08:29', '08:30', '11:59', '12:00', '13:30', '17:29', '17:30'].map(open), [
      false,
      true,
      true,
      false,
      true,
      true,
      false,
    ])
    assert.equal(isOfficeHours(calendar, at('2026-10-02T10:00')), false)
    assert.equal(isOfficeHours(calendar, at('2026-10-10T10:00')), true)
  })

  test('every year from 2004 to 2026 is known, and the package does not hide that 2027 is not', () => {
    assert.deepEqual(
      knownYears(2011, 2040),
      Array.from({ length: 16 }, (_, index) => 2011 + index),
    )
    assert.equal(specialDays(2027), undefined)
    assert.equal(specialDays(2003), undefined)
    assert.throws(() => calendarOfYears('here', 2026, 2027), /2027 are not known/)
  })

  test('with a day twice, hours that overlap or run backwards, or days that do not exist, is told what is wrong', () => {
    const holiday = { day: '2026-10-01', working: false, name: { zh: '国庆节', en: 'National Day' } }
    const good = { hours: usualHours, days: [holiday], knownUntil: '2026-12-31' }
    const problems = (change: Partial<typeof good>) => checkCalendar({ ...good, ...change }).map(({ because }) => because.zh)
    assert.deepEqual(problems({}), [])
    assert.deepEqual(problems({ days: [holiday, { ...holiday, working: true }] }), ['2026-10-01 出现了 2 次，只能留一条'])
    assert.match(
      problems({
        hours: [
          { from: '08:30', to: '13:40' },
          { from: '13:30', to: '17:30' },
        ],
      }).join(),
      /重叠/,
    )
    assert.match(problems({ hours: [{ from: '17:30', to: '08:30' }] }).join(), /结束不晚于开始/)
    assert.match(problems({ hours: [] }).join(), /没有办公时间/)
    assert.match(problems({ hours: [{ from: '8点', to: '25:00' }] }).join(), /不是时刻/)
    assert.match(problems({ days: [{ ...holiday, day: '2026-02-30' }] }).join(), /不是一个日期/)
    assert.match(problems({ knownUntil: 'soon' }).join(), /不是一个日期/)
    assert.deepEqual(checkCalendar(calendar), [])
  })
})

suite('days and moments', () => {
  test('are those of Shanghai, as the zone itself has them since 1992', () => {
    const moment = fc.integer({ min: Date.UTC(1992, 0, 1), max: Date.UTC(2100, 0, 1) })
    fc.assert(
      fc.property(moment, (epoch) => {
        const instant = Temporal.Instant.fromEpochMilliseconds(epoch)
        const zoned = instant.toZonedDateTimeISO('Asia/Shanghai')
        assert.equal(dayOf(instant), zoned.toPlainDate().toString())
        assert.ok(endOf(dayOf(instant)).equals(zoned.startOfDay().add({ days: 1 }).toInstant()))
      }),
    )
  })

  test('are said as people say them', () => {
    const now = at('2026-10-01T09:00')
    const zh = (moment: string) => said(at(moment), now).zh
    assert.deepEqual(
      ['2026-10-01T16:00', '2026-09-30T23:59', '2026-10-02T00:00', '2026-10-08T08:30', '2025-12-31T10:05'].map(zh),
      ['今天 16:00', '昨天 23:59', '明天 00:00', '10月8日（周四）08:30', '2025年12月31日（周三）10:05'],
    )
    assert.equal(said(at('2026-10-08T08:30'), now).en, 'Thu 8 Oct, 08:30')
    assert.equal(exactly(at('2026-10-01T16:00')).zh, '2026年10月1日（周四）16:00')
  })

  test('lengths are said in their own unit', () => {
    assert.deepEqual(
      [{ workingHours: 4 }, { workingHours: 0.5 }, { workingDays: 3 }, { minutes: 30 }, { days: 7 }].map(
        (span) => spanWords(span).zh,
      ),
      ['4 个工作小时', '30 分钟工作时间', '3 个工作日', '30 分钟', '7 天'],
    )
  })

  test('a stopped clock stands until it is moved', () => {
    const clock = stoppedClock('2026-03-02T09:00+08:00')
    clock.moveOn({ hours: 1 })
    assert.equal(clock.now().toString(), '2026-03-02T02:00:00Z')
    clock.moveTo(at('2026-03-03T09:00'))
    assert.equal(clock.now().toString(), '2026-03-03T01:00:00Z')
  })
})
