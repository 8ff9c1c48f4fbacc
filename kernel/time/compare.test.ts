import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { compare } from './compare.ts'
import { calendarOfYears } from './years.ts'

const calendar = calendarOfYears('here', 2026, 2026)
const now = Temporal.Instant.from('2026-03-02T09:00:00+08:00')
const name = { zh: '临时停办', en: 'closed' }

suite('another calendar', () => {
  test('that is the same changes nothing', () => {
    const { workingDays, days, limits } = compare(calendar, { ...calendar, version: 2 }, 2026, now)
    assert.equal(workingDays.before, workingDays.after)
    assert.deepEqual(days, [])
    for (const { before, after } of limits) assert.equal(before, after)
  })

  test('with a day off more names the day, and a limit that begins the day before is due a day later', () => {
    const more = { ...calendar, days: [...calendar.days, { day: '2026-06-09', working: false, name }] }
    const { workingDays, days, limits } = compare(calendar, more, 2026, now)
    assert.equal(workingDays.after, workingDays.before - 1)
    assert.deepEqual(days, [{ day: '2026-06-09', working: false }])
    assert.deepEqual(
      limits.map(({ limit, from, before, after }) => [limit.zh, from, before, after]),
      [
        ['4 个工作小时', '2026-06-08T06:30:00Z', '2026-06-09T01:30:00Z', '2026-06-10T01:30:00Z'],
        ['1 个工作日', '2026-06-08T06:30:00Z', '2026-06-09T06:30:00Z', '2026-06-10T06:30:00Z'],
        ['5 个工作日', '2026-06-08T06:30:00Z', '2026-06-15T06:30:00Z', '2026-06-16T06:30:00Z'],
      ],
    )
  })

  test('with other hours changes limits from now on, and no day that is over is taken for an example', () => {
    const short = {
      ...calendar,
      hours: [
        { from: '09:00', to: '12:00' },
        { from: '13:30', to: '17:30' },
      ],
    }
    const [half] = compare(calendar, short, 2026, now).limits
    assert.deepEqual(half, {
      limit: { zh: '4 个工作小时', en: '4 h of office time' },
      ...{ from: '2026-03-02T06:30:00Z', before: '2026-03-03T01:30:00Z', after: '2026-03-03T02:00:00Z' },
    })
    const past = { ...calendar, days: [...calendar.days, { day: '2026-01-06', working: false, name }] }
    const [today] = compare(calendar, past, 2026, now).limits
    assert.equal(today?.from, '2026-03-02T06:30:00Z')
  })
})
