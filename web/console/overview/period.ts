import { type Words, w } from '../../shared/language.ts'

/** A stretch of days that figures are asked for: the first instant, and the first after it. */
export interface Period {
  from: string
  to: string
}

const day = 24 * 3_600_000
const offset = 8 * 3_600_000
/** Midnight in Shanghai, which keeps no summer time, of a year, month (from nought) and day. */
const midnight = (year: number, month: number, date: number) => new Date(Date.UTC(year, month, date) - offset).toISOString()
/** A moment as a date whose UTC fields are those of the clock in Shanghai. */
export const inShanghai = (now: number) => new Date(now + offset)

/** The periods to choose from; each goes by days in Shanghai, and ends with the day that is over or running. */
export const periods: readonly { name: string; words: Words; of: (now: number) => Period }[] = [
  { name: '30', words: w('近 30 天', 'Last 30 days'), of: (now) => lastDays(now, 30) },
  { name: '90', words: w('近 90 天', 'Last 90 days'), of: (now) => lastDays(now, 90) },
  {
    name: 'month',
    words: w('本月', 'This month'),
    of: (now) => monthOf(inShanghai(now).getUTCFullYear(), inShanghai(now).getUTCMonth()),
  },
  {
    name: 'last',
    words: w('上月', 'Last month'),
    of: (now) => monthOf(inShanghai(now).getUTCFullYear(), inShanghai(now).getUTCMonth() - 1),
  },
  { name: '365', words: w('近 12 个月', 'Last 12 months'), of: (now) => lastDays(now, 365) },
]

const monthOf = (year: number, month: number): Period => ({ from: midnight(year, month, 1), to: midnight(year, month + 1, 1) })

/** Whether a figure that was counted at a moment, for a window or for all time, has the whole of a month (`2026-10`). */
export function hasWhole(month: string, { asOf, from, to }: { asOf: string; from?: string; to?: string }): boolean {
  const [year = 0, number = 1] = month.split('-').map(Number)
  const its = monthOf(year, number - 1)
  const end = Math.min(Date.parse(asOf), to === undefined ? Number.POSITIVE_INFINITY : Date.parse(to))
  return (from === undefined || Date.parse(from) <= Date.parse(its.from)) && Date.parse(its.to) <= end
}

function lastDays(now: number, days: number): Period {
  const today = inShanghai(now)
  const end = Date.parse(midnight(today.getUTCFullYear(), today.getUTCMonth(), today.getUTCDate() + 1))
  return { from: new Date(end - days * day).toISOString(), to: new Date(end).toISOString() }
}
