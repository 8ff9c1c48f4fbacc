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
    /** The office hours of the last year that is known, and of all after it. */
    hours: Type.Array(OfficeHours),
    /** Those of earlier years, where they were others. */
    hoursOf: Type.Optional(Type.Record(Type.String({ pattern: '^\\d{4}$' }), Type.Array(OfficeHours))),
    days: Type.Array(SpecialDay),
    knownUntil: Type.String({ format: 'date' }),
  },
  only,
)
export type Calendar = Static<typeof Calendar> & {
  /** The calendar as it was in earlier versions, the oldest first: what limits were counted by that began then. */
  earlier?: readonly Static<typeof Calendar>[]
}

/** The calendar as it was in a version. Of one that is not kept it gives the one now. */
export const asOf = (calendar: Calendar, version: number): Calendar =>
  version >= calendar.version ? calendar : (calendar.earlier?.findLast((one) => one.version <= version) ?? calendar)

/** A calendar made ready for counting: day numbers and milliseconds. */
export interface Reckoning {
  special: ReadonlyMap<number, SpecialDay>
  /** Opening and closing times of a day of the year, milliseconds into it, in order. */
  hoursOn: (day: number) => Opening
  /** The office time of one standard day, in milliseconds, in the year of a day. */
  standardDay: (day: number) => number
  knownUntil: number
}

const made = new WeakMap<Calendar, Reckoning>()

/** Prepares a calendar once, as long as the same value is handed in. Throws if it has no office hours at all. */
export function reckoningOf(calendar: Calendar): Reckoning {
  const before = made.get(calendar)
  if (before) return before
  const usual = openingsOf(calendar.hours)
  const others = Object.entries(calendar.hoursOf ?? {}).map(([year, hours]) => ({
    from: numberOf(`${year}-01-01`),
    to: numberOf(`${Number(year) + 1}-01-01`),
    opening: openingsOf(hours),
  }))
  const openingOn = (day: number) => others.find(({ from, to }) => from <= day && day < to)?.opening ?? usual
  for (const { standard } of [usual, ...others.map(({ opening }) => opening)])
    if (!(standard > 0))
      throw new Error(
        `the calendar of ${calendar.district} has no office hours, so no working time would ever pass: set its hours`,
      )
  const reckoning = {
    special: new Map(calendar.days.map((special) => [numberOf(special.day), special])),
    hoursOn: others.length === 0 ? () => usual.hours : (day: number) => openingOn(day).hours,
    standardDay: others.length === 0 ? () => usual.standard : (day: number) => openingOn(day).standard,
    knownUntil: numberOf(calendar.knownUntil),
  }
  made.set(calendar, reckoning)
  return reckoning
}

type Opening = readonly (readonly [opens: number, closes: number])[]

function openingsOf(given: readonly OfficeHours[]): { hours: Opening; standard: number } {
  const hours = given.map(({ from, to }) => [millisecondsOf(from), millisecondsOf(to)] as const).sort(([a], [b]) => a - b)
  return { hours, standard: hours.reduce((sum, [opens, closes]) => sum + closes - opens, 0) }
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
  return works(reckoning, day) && reckoning.hoursOn(day).some(([opens, closes]) => opens <= time && time < closes)
}
