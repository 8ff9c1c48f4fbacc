import days from 'chinese-days'
import type { Words } from '../words.ts'
import { words } from '../words.ts'
import type { Calendar, OfficeHours, SpecialDay } from './calendar.ts'
import { isoDay, numberOf, weekdayOf } from './zone.ts'

/** Office hours that a new district starts with. */
export const usualHours: OfficeHours[] = [
  { from: '08:30', to: '12:00' },
  { from: '13:30', to: '17:30' },
]

/**
 * The special days of a year as the State Council announced them, out of the `chinese-days` package: holidays, and weekend days
 * that are worked. Gives nothing for a year that is not announced or not in the package: that says nothing about such a
 * year and takes every weekday, 1 January too, for a working day, so its silence is noticed here.
 */
export function specialDays(year: number): SpecialDay[] | undefined {
  const [first, next] = [numberOf(`${year}-01-01`), numberOf(`${year + 1}-01-01`)]
  const special: SpecialDay[] = []
  for (let number = first; number < next; number += 1) {
    const day = isoDay(number)
    // A string, not a Date, which the package would read in the server's time zone.
    const { work, name } = days.getDayDetail(day)
    const named = nameIn(name)
    const byTheWeek = weekdayOf(number) < 5
    if (named && (work !== byTheWeek || !work)) special.push({ day, working: work, name: named })
  }
  // Every year has a holiday on National Day: one without has not been announced.
  return special.some(({ day, working }) => day === `${year}-10-01` && !working) ? special : undefined
}

/** The package names a special day `National Day,国庆节,3` and any other by its English weekday. */
function nameIn(name: string): Words | undefined {
  const [en, zh] = name.split(',')
  return en !== undefined && zh !== undefined ? words(zh, en) : undefined
}

/** The years without a gap, from the first asked for, whose special days are known, up to a last one. */
export function knownYears(first: number, last: number): number[] {
  const years: number[] = []
  for (let year = first; year <= last && specialDays(year); year += 1) years.push(year)
  return years
}

/** A calendar of some years in a row, for a district that has none of its own yet, and for tests. Throws if a year is unknown. */
export function calendarOfYears(district: string, first: number, last: number, hours = usualHours): Calendar {
  const special: SpecialDay[] = []
  for (let year = first; year <= last; year += 1) {
    const found = specialDays(year)
    if (!found) throw new Error(`the holidays of ${year} are not known yet: enter them by hand once they are announced`)
    special.push(...found)
  }
  return { district, version: 1, hours, days: special, knownUntil: `${last}-12-31` }
}
