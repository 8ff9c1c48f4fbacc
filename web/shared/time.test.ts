import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { days, exact, happened, instantOf, isoDay, untilDue } from './time.ts'

const at = (text: string) => Date.parse(`${text}:00+08:00`)
const now = at('2026-03-02T13:00')

suite('times on a page', () => {
  test('a limit says how long is left and until when', () => {
    assert.equal(untilDue(at('2026-03-02T16:00'), now).zh, '还剩 3 小时 · 今天 16:00 前')
    assert.equal(untilDue(at('2026-03-02T16:00'), now).en, '3 hours left · by today 16:00')
  })

  test('a limit that is over says by how much, and when it was due', () => {
    assert.equal(untilDue(at('2026-03-01T10:00'), now).zh, '已超 27 小时 · 应在昨天 10:00 前')
  })

  test('a limit at midnight is the end of the day before it', () => {
    assert.equal(untilDue(at('2026-03-03T00:00'), now).zh, '还剩 11 小时 · 今天 24:00 前')
    assert.equal(untilDue(at('2026-03-03T00:00'), now).en, '11 hours left · by end of today')
    assert.equal(untilDue(at('2026-03-02T00:00'), now).zh, '已超 13 小时 · 应在昨天 24:00 前')
    assert.equal(untilDue(at('2026-03-13T00:00'), now).zh, '还剩 10 天 · 3月12日（周四）24:00 前')
    assert.equal(untilDue(at('2026-03-05T00:00'), now).en, '2 days left · by end of Wed 4 Mar')
  })

  test('a little less than two days is said in hours, since "1 day" would be too little', () => {
    assert.equal(untilDue(at('2026-03-04T12:00'), now).zh, '还剩 47 小时 · 后天 12:00 前')
    assert.equal(untilDue(at('2026-03-04T13:00'), now).zh, '还剩 2 天 · 后天 13:00 前')
  })

  test('a day far off has its weekday, and its year where that is another', () => {
    assert.equal(exact(at('2026-03-12T09:05'), now).zh, '3月12日（周四）09:05')
    assert.equal(exact(at('2025-12-31T23:59'), now).zh, '2025年12月31日（周三）23:59')
  })

  test('a window of whole days is said by its days, the last one included', () => {
    assert.equal(days(at('2026-02-01T00:00'), at('2026-03-03T00:00'), now).zh, '2月1日（周日）至今天')
    assert.equal(days(at('2026-03-01T00:00'), at('2026-03-02T00:00'), now).zh, '昨天')
    assert.equal(days(at('2026-03-02T08:00'), at('2026-03-02T10:00'), now).zh, '今天 08:00–10:00')
  })

  test('midnight is counted by Shanghai, whatever the phone is set to', () => {
    assert.equal(exact(at('2026-03-02T00:00'), now).zh, '今天 00:00')
    assert.equal(exact(at('2026-03-01T23:59'), now).zh, '昨天 23:59')
    assert.equal(isoDay(at('2026-03-02T00:30')), '2026-03-02')
    assert.equal(isoDay(at('2026-02-28T23:00'), 1), '2026-03-01')
  })

  test('what just happened is just now, and what is to come comes', () => {
    assert.equal(happened(now - 20_000, now).zh, '刚刚 · 今天 12:59')
    assert.equal(happened(now - 7_200_000, now).zh, '2 小时前 · 今天 11:00')
    assert.equal(happened(now + 7_200_000, now).zh, '2 小时后 · 今天 15:00')
  })

  test('days that have passed are counted by the calendar, as the word beside them is', () => {
    assert.equal(happened(at('2026-02-28T12:00'), now).zh, '2 天前 · 前天 12:00')
    assert.equal(happened(at('2026-02-27T23:00'), now).zh, '3 天前 · 2月27日（周五）23:00')
    assert.equal(happened(at('2026-02-28T14:00'), now).zh, '47 小时前 · 前天 14:00')
  })

  test('an hour that somebody types is an hour in Shanghai', () => {
    assert.equal(instantOf('2026-03-02T16:00'), '2026-03-02T08:00:00.000Z')
  })
})
