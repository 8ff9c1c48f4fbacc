import type { Calendar, OfficeHours, SpecialDay } from '#kernel/time/calendar.ts'
import type { Words } from '../../../shared/language.ts'
import { w } from '../../../shared/language.ts'

export type { Calendar, OfficeHours, SpecialDay }

/** A year as it is edited: office hours and special days, each with a key of its own on the page. */
export interface Year {
  hours: OfficeHours[]
  days: SpecialDay[]
}

/** What a calendar says of one year. */
export const yearOf = ({ hours, hoursOf, days }: Calendar, year: number): Year => ({
  hours: hoursOf?.[String(year)] ?? hours,
  days: days.filter(({ day }) => day.startsWith(`${year}-`)).toSorted((one, other) => one.day.localeCompare(other.day)),
})

/** The years to choose from: those that are known, and the next. */
export function yearsOf({ days, knownUntil }: Calendar, now: number): number[] {
  const last = Number(knownUntil.slice(0, 4))
  const known = new Set(days.map(({ day }) => Number(day.slice(0, 4))))
  const first = Math.min(last, ...known)
  return last < 2000 ? [now] : Array.from({ length: last + 2 - first }, (_, index) => first + index)
}

/** How a day is passed: on a working day, at a weekend, on a holiday, or at work on what would be a weekend (调休). */
export type DayKind = 'work' | 'weekend' | 'holiday' | 'makeUp'

/** What each is called, and the sign by which it is told in the drawing, which never depends on its colour. */
export const dayKinds: Record<DayKind, { words: Words; sign: Words }> = {
  work: { words: w('工作日', 'working day'), sign: w('', '') },
  weekend: { words: w('周末休息', 'weekend'), sign: w('休', 'off') },
  holiday: { words: w('放假', 'holiday'), sign: w('假', 'hol') },
  makeUp: { words: w('调休上班', 'make-up workday'), sign: w('班', 'work') },
}

/** 0 is Monday. */
export const weekdayOf = (day: string): number => (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7

export function kindOf(day: string, special: SpecialDay | undefined): DayKind {
  const weekend = weekdayOf(day) > 4
  if (special) return special.working ? (weekend ? 'makeUp' : 'work') : 'holiday'
  return weekend ? 'weekend' : 'work'
}

/** All days of a month, `2026-02-01` and on. */
export function daysOf(year: number, month: number): string[] {
  const length = new Date(Date.UTC(year, month, 0)).getUTCDate()
  const two = (number: number) => String(number).padStart(2, '0')
  return Array.from({ length }, (_, index) => `${year}-${two(month)}-${two(index + 1)}`)
}

/** The days from one to another, both too, in one year. */
export function stretchOf(from: string, to: string): string[] {
  const [first, last] = [Date.parse(from), Date.parse(to)]
  if (!(first <= last) || last - first > 366 * 86_400_000) return []
  return Array.from({ length: (last - first) / 86_400_000 + 1 }, (_, index) =>
    new Date(first + index * 86_400_000).toISOString().slice(0, 10),
  )
}

/** The holidays that the State Council keeps (全国年节及纪念日放假办法), by the names that a notice gives them. */
export const holidays: readonly Words[] = [
  w('元旦', "New Year's Day"),
  w('春节', 'Spring Festival'),
  w('清明节', 'Tomb-sweeping Day'),
  w('劳动节', 'Labour Day'),
  w('端午节', 'Dragon Boat Festival'),
  w('中秋节', 'Mid-autumn Festival'),
  w('国庆节', 'National Day'),
]
