import type { Words } from '#kernel/words.ts'

const minute = 60_000
const day = 86_400_000
// Shanghai has been eight hours ahead without summer time since 1991; a cheap phone may stand on any zone.
const ahead = 8 * 60 * minute

const dayNumber = (moment: number) => Math.floor((moment + ahead) / day)
const near: Record<number, Words> = {
  [-2]: { zh: '前天', en: '' },
  [-1]: { zh: '昨天', en: 'yesterday' },
  0: { zh: '今天', en: 'today' },
  1: { zh: '明天', en: 'tomorrow' },
  2: { zh: '后天', en: '' },
}
const weekdays = ['周日', '周一', '周二', '周三', '周四', '周五', '周六']
const weekdaysShort = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const two = (number: number) => String(number).padStart(2, '0')

/** A moment as people say it: `今天 16:00`, `3月5日（周四）09:00`; with the year where it is another one. */
export function exact(moment: number, now: number): Words {
  const clock = clockOf(moment)
  const close = near[dayNumber(moment) - dayNumber(now)]
  const far = dated(moment, now)
  return close ? { zh: `${close.zh} ${clock}`, en: close.en ? `${close.en} ${clock}` : far.en } : far
}

const clockOf = (moment: number) => {
  const date = new Date(moment + ahead)
  return `${two(date.getUTCHours())}:${two(date.getUTCMinutes())}`
}

/** A moment by its date alone, for what is printed or sent on and read on another day: `3月5日（周四）09:00`. */
export function dated(moment: number, now: number): Words {
  const [clock, day] = [clockOf(moment), dateOf(moment, now)]
  return { zh: `${day.zh}${clock}`, en: `${day.en}, ${clock}` }
}

function dateOf(moment: number, now: number): Words {
  const date = new Date(moment + ahead)
  const [year, month, number, weekday] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate(), date.getUTCDay()]
  const otherYear = year !== new Date(now + ahead).getUTCFullYear()
  return {
    zh: `${otherYear ? `${year}年` : ''}${month + 1}月${number}日（${weekdays[weekday]}）`,
    en: `${weekdaysShort[weekday]} ${number} ${months[month]}${otherYear ? ` ${year}` : ''}`,
  }
}

/** From when until when, as `exact` or `dated` say it; a day that is the same is said once: `今天 09:00–17:00`. */
export function span(from: number, until: number, say: (moment: number) => Words): Words {
  const [begins, ends] = [say(from), say(until)]
  if (dayNumber(from) === dayNumber(until)) return { zh: `${begins.zh}–${clockOf(until)}`, en: `${begins.en}–${clockOf(until)}` }
  return { zh: `${begins.zh} 至 ${ends.zh}`, en: `${begins.en} to ${ends.en}` }
}

/**
 * A window of whole days, its last one included: `10月28日（周三）至今天`. What does not begin and end with a day is said as `span`
 * does.
 */
export function days(from: number, until: number, now: number): Words {
  if (clockOf(from) !== '00:00' || clockOf(until) !== '00:00') return span(from, until, (moment) => exact(moment, now))
  const [first, last] = [dayName(from, now), dayName(until - minute, now)]
  return first.zh === last.zh ? first : { zh: `${first.zh}至${last.zh}`, en: `${first.en} to ${last.en}` }
}

/** A day as people say it: `今天`, `3月5日（周四）`. */
export function dayName(moment: number, now: number): Words {
  const [close, far] = [near[dayNumber(moment) - dayNumber(now)], dateOf(moment, now)]
  return { zh: close?.zh || far.zh, en: close?.en || far.en }
}

/** How long a stretch of time is, in whole minutes, hours or (from two days on) days: `3 小时`, `47 小时`, `2 天`. */
export function stretch(milliseconds: number): Words {
  const minutes = Math.max(1, Math.floor(Math.abs(milliseconds) / minute))
  const [count, zh, en] =
    minutes < 60
      ? [minutes, '分钟', 'minute']
      : minutes < 2880
        ? [Math.floor(minutes / 60), '小时', 'hour']
        : [Math.floor(minutes / 1440), '天', 'day']
  return { zh: `${count} ${zh}`, en: `${count} ${en}${count === 1 ? '' : 's'}` }
}

/** Until when: the end of a day is that day's 24:00, not the next one's 00:00, which sounds a day later. */
function untilWhen(moment: number, now: number): Words {
  if (clockOf(moment) !== '00:00') return exact(moment, now)
  const { zh, en } = dayName(moment - minute, now)
  return { zh: `${zh}${zh.endsWith('）') ? '' : ' '}24:00`, en: `end of ${en}` }
}

/** A limit, relative and exact: `还剩 3 小时 · 今天 16:00 前`, `已超 2 小时 · 应在今天 14:00 前`. */
export function untilDue(due: number, now: number): Words {
  const [left, at] = [stretch(due - now), untilWhen(due, now)]
  return due >= now
    ? { zh: `还剩 ${left.zh} · ${at.zh} 前`, en: `${left.en} left · by ${at.en}` }
    : { zh: `已超 ${left.zh} · 应在${at.zh} 前`, en: `${left.en} over · was due ${at.en}` }
}

/** Something that happened, relative and exact: `2 小时前 · 今天 09:12`; from two days on by the calendar, as people count them. */
export function happened(moment: number, now: number): Words {
  if (Math.abs(now - moment) < minute) return { zh: `刚刚 · ${exact(moment, now).zh}`, en: `just now · ${exact(moment, now).en}` }
  const between = Math.abs(now - moment) < 2 * day ? now - moment : (dayNumber(now) - dayNumber(moment)) * day
  const [far, at] = [stretch(between), exact(moment, now)]
  return moment <= now
    ? { zh: `${far.zh}前 · ${at.zh}`, en: `${far.en} ago · ${at.en}` }
    : { zh: `${far.zh}后 · ${at.zh}`, en: `in ${far.en} · ${at.en}` }
}

/** The day of a moment in Shanghai, `2026-03-02`, so many days on. */
export const isoDay = (now: number, plus = 0): string => new Date(now + ahead + plus * day).toISOString().slice(0, 10)

/** An instant as an input field for date and time has it, by Shanghai's time. */
export const localOf = (instant: string): string => new Date(Date.parse(instant) + ahead).toISOString().slice(0, 16)

/** A local date and time from an input field (`2026-03-02T16:00`, Shanghai's time) as an instant. */
export const instantOf = (local: string): string => new Date(`${local}:00+08:00`).toISOString()
