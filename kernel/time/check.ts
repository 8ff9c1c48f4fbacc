import type { Words } from '../words.ts'
import { words } from '../words.ts'
import type { Calendar, OfficeHours, SpecialDay } from './calendar.ts'
import { millisecondsOf } from './calendar.ts'

/** What is wrong with a calendar, each with what to do; nothing is wrong with one whose list is empty. */
export const checkCalendar = ({ hours, days, knownUntil }: Pick<Calendar, 'hours' | 'days' | 'knownUntil'>): Words[] => [
  ...checkHours(hours),
  ...checkDays(days),
  ...(isDay(knownUntil) ? [] : [noDay(knownUntil)]),
]

function checkHours(hours: readonly OfficeHours[]): Words[] {
  if (hours.length === 0) return [words('没有办公时间，请至少填写一段', 'there are no office hours: give at least one period')]
  const bad = hours.filter(({ from, to }) => !isTime(from) || !isTime(to))
  if (bad.length > 0)
    return bad.map(({ from, to }) =>
      words(`办公时间 ${from}–${to} 不是时刻，请写成 08:30`, `office hours ${from}–${to} are no times of day: write 08:30`),
    )
  const backwards = hours
    .filter(({ from, to }) => millisecondsOf(to) <= millisecondsOf(from))
    .map(({ from, to }) => words(`办公时间 ${from}–${to} 的结束不晚于开始`, `office hours ${from}–${to} end before they begin`))
  const inOrder = [...hours].sort((a, b) => millisecondsOf(a.from) - millisecondsOf(b.from))
  const overlaps = inOrder.flatMap((period, index) => {
    const next = inOrder[index + 1]
    return next && millisecondsOf(next.from) < millisecondsOf(period.to)
      ? [
          words(
            `办公时间 ${period.from}–${period.to} 与 ${next.from}–${next.to} 重叠，请改其一`,
            `office hours ${period.from}–${period.to} and ${next.from}–${next.to} overlap: change one`,
          ),
        ]
      : []
  })
  return [...backwards, ...overlaps]
}

function checkDays(days: readonly SpecialDay[]): Words[] {
  const seen = new Map<string, number>()
  for (const { day } of days) seen.set(day, (seen.get(day) ?? 0) + 1)
  return [...seen].flatMap(([day, times]) => [
    ...(isDay(day) ? [] : [noDay(day)]),
    ...(times > 1 ? [words(`${day} 出现了 ${times} 次，只能留一条`, `${day} is listed ${times} times: keep one of them`)] : []),
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
