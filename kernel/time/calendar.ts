import type { Static } from 'typebox'
import { Type } from 'typebox'
import { Words } from '../words.ts'
import { numberOf, placeOf, weekdayOf } from './zone.ts'

const only = { additionalProperties: false }
const Clock = Type.String({ pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$' })

/** Hours of a working day in which an office is open, such as 08:30 to 12:00. */
export const OfficeHours = Type.Object({ from: Clock, to: Clock }, only)
export type OfficeHours = Static<typeof OfficeHours>

/** A day on which the week does not say whether people work: a statutory holiday, or a make-up workday (调休上班). */
export const SpecialDay = Type.Object({ day: Type.String({ format: 'date' }), working: Type.Boolean(), name: Words }, only)
export type SpecialDay = Static<typeof SpecialDay>

/**
 * When a district works: Monday to Friday in office hours, except on statutory holidays, and on make-up workdays too.
 * Its knowledge of special days ends with the day `knownUntil`: after it every weekday counts as a working day.
 */
export const Calendar = Type.Object(
  {
    district: Type.String(),
    version: Type.Integer({ minimum: 0 }),
    hours: Type.Array(OfficeHours),
    days: Type.Array(SpecialDay),
    knownUntil: Type.String({ format: 'date' }),
  },
  only,
)
export type Calendar = Static<typeof Calendar>

/** A calendar made ready for counting: day numbers and milliseconds. */
export interface Reckoning {
  special: ReadonlyMap<number, SpecialDay>
  /** Opening and closing times, milliseconds into a day, in order. */
  hours: readonly (readonly [opens: number, closes: number])[]
  /** The office time of one standard day, in milliseconds. */
  standardDay: number
  knownUntil: number
}

const made = new WeakMap<Calendar, Reckoning>()

/** Prepares a calendar once, as long as the same value is handed in. Throws if it has no office hours at all. */
export function reckoningOf(calendar: Calendar): Reckoning {
  const before = made.get(calendar)
  if (before) return before
  const hours = calendar.hours
    .map(({ from, to }) => [millisecondsOf(from), millisecondsOf(to)] as const)
    .sort(([a], [b]) => a - b)
  const standardDay = hours.reduce((sum, [opens, closes]) => sum + closes - opens, 0)
  if (!(standardDay > 0))
    throw new Error(`the calendar of ${calendar.district} has no office hours, so no working time would ever pass: set its hours`)
  const reckoning = {
    special: new Map(calendar.days.map((special) => [numberOf(special.day), special])),
    hours,
    standardDay,
    knownUntil: numberOf(calendar.knownUntil),
  }
  made.set(calendar, reckoning)
  return reckoning
}

/** Milliseconds into the day of `08:30`. */
export const millisecondsOf = (clock: string) => (Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))) * 60_000

export const works = ({ special }: Reckoning, day: number): boolean => special.get(day)?.working ?? weekdayOf(day) < 5

/** Whether people work on a day such as `2026-10-01`. */
export const isWorkingDay = (calendar: Calendar, day: string) => works(reckoningOf(calendar), numberOf(day))

/** Whether offices are open at a moment. The minute of closing is closed. */
export function isOfficeHours(calendar: Calendar, instant: Temporal.Instant): boolean {
  const reckoning = reckoningOf(calendar)
  const { day, time } = placeOf(instant.epochMilliseconds)
  return works(reckoning, day) && reckoning.hours.some(([opens, closes]) => opens <= time && time < closes)
}
