import type { Words } from '../words.ts'
import { words } from '../words.ts'
import type { Calendar, OfficeHours, SpecialDay } from './calendar.ts'
import { millisecondsOf } from './calendar.ts'

/** What is wrong with a calendar, and at which of its entries: `hours`, `hours.1`, `days.0`, `knownUntil`. */
export interface CalendarFlaw {
  field: string
  because: Words
}

/** What is wrong with a calendar, each with what to do; nothing is wrong with one whose list is empty. */
export const checkCalendar = ({ hours, days, knownUntil }: Pick<Calendar, 'hours' | 'days' | 'knownUntil'>): CalendarFlaw[] => [
  ...checkHours(hours),
  ...checkDays(days),
  ...(isDay(knownUntil) ? [] : [{ field: 'knownUntil', because: noDay(knownUntil) }]),
]

/** The same for one year that is to be written: its days lie in it. */
export const checkYear = (
  year: number,
  { hours, days }: { hours: readonly OfficeHours[]; days: readonly SpecialDay[] },
): CalendarFlaw[] => [
  ...checkCalendar({ hours: [...hours], days: [...days], knownUntil: `${year}-12-31` }),
  ...days.flatMap(({ day }, index) =>
    day.startsWith(`${year}-`)
      ? []
      : [{ field: `days.${index}`, because: words(`${day} 不在 ${year} 年`, `${day} is not in ${year}`) }],
  ),
]

function checkHours(hours: readonly OfficeHours[]): CalendarFlaw[] {
  if (hours.length === 0)
    return [
      { field: 'hours', because: words('没有办公时间，请至少填写一段', 'there are no office hours: give at least one period') },
    ]
  const placed = hours.map((period, index) => ({ ...period, field: `hours.${index}` }))
  const bad = placed.filter(({ from, to }) => !isTime(from) || !isTime(to))
  if (bad.length > 0)
    return bad.map(({ field, from, to }) => ({
      field,
      because: words(
        `办公时间 ${from}–${to} 不是时刻，请写成 08:30`,
        `office hours ${from}–${to} are no times of day: write 08:30`,
      ),
    }))
  const backwards = placed
    .filter(({ from, to }) => millisecondsOf(to) <= millisecondsOf(from))
    .map(({ field, from, to }) => ({
      field,
      because: words(`办公时间 ${from}–${to} 的结束不晚于开始`, `office hours ${from}–${to} end before they begin`),
    }))
  const inOrder = placed.toSorted((a, b) => millisecondsOf(a.from) - millisecondsOf(b.from))
  const overlaps = inOrder.flatMap((period, index) => {
    const next = inOrder[index + 1]
    return next && millisecondsOf(next.from) < millisecondsOf(period.to)
      ? [
          {
            field: next.field,
            because: words(
              `办公时间 ${period.from}–${period.to} 与 ${next.from}–${next.to} 重叠，请改其一`,
              `office hours ${period.from}–${period.to} and ${next.from}–${next.to} overlap: change one`,
            ),
          },
        ]
      : []
  })
  return [...backwards, ...overlaps]
}

function checkDays(days: readonly SpecialDay[]): CalendarFlaw[] {
  const seen = new Map<string, number[]>()
  for (const [index, { day }] of days.entries()) seen.set(day, [...(seen.get(day) ?? []), index])
  return [...seen].flatMap(([day, places]) => [
    ...(isDay(day) ? [] : [{ field: `days.${places[0]}`, because: noDay(day) }]),
    ...(places.length > 1
      ? [
          {
            field: `days.${places.at(-1)}`,
            because: words(
              `${day} 出现了 ${places.length} 次，只能留一条`,
              `${day} is listed ${places.length} times: keep one of them`,
            ),
          },
        ]
      : []),
  ])
}

const isTime = (clock: string) => /^([01]\d|2[0-3]):[0-5]\d$/.test(clock)

/** Whether this is a day of the calendar, written as 2026-10-01. */
export function isDay(day: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return false
  try {
    Temporal.PlainDate.from(day, { overflow: 'reject' })
    return true
  } catch {
    return false
  }
}

const noDay = (day: string) =>
  words(`“${day}”不是一个日期，请写成 2026-10-01`, `"${day}" is no calendar day: write it as 2026-10-01`)
