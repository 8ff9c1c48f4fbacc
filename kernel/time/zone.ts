import { type Words, words } from '../words.ts'

/** The product's own time. Days begin and end by it, whatever the server's clock is set to. */
export const zone = 'Asia/Shanghai'

/**
 * Shanghai has had no summer time since 1991: from 1992 on it is eight hours ahead, always. So days are counted with whole
 * numbers, a hundred times faster than with zoned times; a test holds this against the zone's own table.
 */
const ahead = 8 * 3_600_000
export const dayLength = 86_400_000

/** A day as a number (days since 1970-01-01), and how far into it a moment is, in milliseconds; both by Shanghai's time. */
export function placeOf(epochMilliseconds: number): { day: number; time: number } {
  const day = Math.floor((epochMilliseconds + ahead) / dayLength)
  return { day, time: epochMilliseconds + ahead - day * dayLength }
}

/** The other way round: the moment in epoch milliseconds. */
export const momentAt = (day: number, time: number) => day * dayLength + time - ahead

/** `2026-10-01` as a number. Throws a RangeError for what is no day. */
export const numberOf = (day: string) => Date.UTC(...civil(day)) / dayLength

/** The day after a day, and the one before it: `2026-10-01` to `2026-10-02`, and back. */
export const dayAfter = (day: string): string => Temporal.PlainDate.from(day).add({ days: 1 }).toString()
export const dayBefore = (day: string): string => Temporal.PlainDate.from(day).subtract({ days: 1 }).toString()

function civil(day: string): [number, number, number] {
  const date = Temporal.PlainDate.from(day)
  return [date.year, date.month - 1, date.day]
}

export const isoDay = (number: number) => new Date(number * dayLength).toISOString().slice(0, 10)

/** 0 is Monday, 6 is Sunday. The first of January 1970 was a Thursday. */
export const weekdayOf = (number: number) => (((number + 3) % 7) + 7) % 7

/** The calendar day on which a moment falls. */
export const dayOf = (instant: Temporal.Instant) => isoDay(placeOf(instant.epochMilliseconds).day)

/** The moment when a calendar day begins. */
export const startOf = (day: string) => Temporal.Instant.fromEpochMilliseconds(momentAt(numberOf(day), 0))

/** The moment when a calendar day is over: a promise for that day can be kept until then. */
export const endOf = (day: string) => Temporal.Instant.fromEpochMilliseconds(momentAt(numberOf(day) + 1, 0))

const weekdays: readonly Words[] = [
  words('周一', 'Mon'),
  words('周二', 'Tue'),
  words('周三', 'Wed'),
  words('周四', 'Thu'),
  words('周五', 'Fri'),
  words('周六', 'Sat'),
  words('周日', 'Sun'),
]
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

export const weekdayWords = (number: number): Words => weekdays[weekdayOf(number)] ?? words('', '')

/** `10月1日`; with its year where that is not the one it is read in. */
export function dateWords(number: number, readIn?: number): Words {
  const date = new Date(number * dayLength)
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()]
  const withYear = readIn === undefined || year !== new Date(readIn * dayLength).getUTCFullYear()
  return words(`${withYear ? `${year}年` : ''}${month + 1}月${day}日`, `${day} ${months[month]}${withYear ? ` ${year}` : ''}`)
}

/** `16:00`, of milliseconds into a day. */
export function timeWords(time: number): string {
  const minutes = Math.floor(time / 60_000)
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}

const near = new Map<number, Words>([
  [-2, words('前天', 'the day before yesterday')],
  [-1, words('昨天', 'yesterday')],
  [0, words('今天', 'today')],
  [1, words('明天', 'tomorrow')],
  [2, words('后天', 'the day after tomorrow')],
])

/** How people say a moment: `今天 16:00`, `10月1日（周四）09:00`, with the year where it is another one. */
export function said(instant: Temporal.Instant, now: Temporal.Instant): Words {
  const { day, time } = placeOf(instant.epochMilliseconds)
  const today = placeOf(now.epochMilliseconds).day
  const close = near.get(day - today)
  if (close) return words(`${close.zh} ${timeWords(time)}`, `${close.en} ${timeWords(time)}`)
  const [date, weekday] = [dateWords(day, today), weekdayWords(day)]
  return words(`${date.zh}（${weekday.zh}）${timeWords(time)}`, `${weekday.en} ${date.en}, ${timeWords(time)}`)
}

/** A moment exactly, for records: `2026年10月1日（周四）09:00`. */
export function exactly(instant: Temporal.Instant): Words {
  const { day, time } = placeOf(instant.epochMilliseconds)
  const [date, weekday] = [dateWords(day), weekdayWords(day)]
  return words(`${date.zh}（${weekday.zh}）${timeWords(time)}`, `${weekday.en} ${date.en}, ${timeWords(time)}`)
}
