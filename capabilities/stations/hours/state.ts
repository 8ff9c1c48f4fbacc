import { isoDay, momentAt, placeOf, weekdayOf } from '#kernel/time/zone.ts'
import type { Hours, Slot } from './contract.ts'

/** Whether something is open at a moment: until when; or when next, and why it is closed though it usually is open then. */
export type OpenState = { open: true; until: Temporal.Instant } | { open: false; next?: Temporal.Instant; because?: string }

/** So many days ahead it is looked when it opens next. */
const ahead = 30

/** Whether something with these hours, without flaws (`flawsOf`), is open at a moment. */
export function stateAt(hours: Hours, at: Temporal.Instant): OpenState {
  const now = at.epochMilliseconds
  const { day } = placeOf(now)
  const slotsFrom = stretchesOf(hours, day, day + ahead)
  const running = slotsFrom.find(({ from, until }) => from <= now && now < until)
  if (running) return { open: true, until: instant(running.until) }
  const next = slotsFrom.find(({ from }) => from > now)
  const because = exceptionOn(hours, isoDay(day))?.because
  return { open: false, ...(next && { next: instant(next.from) }), ...(because !== undefined && { because }) }
}

const instant = (milliseconds: number) => Temporal.Instant.fromEpochMilliseconds(milliseconds)

/** The stretches of some days in order, by their moments; those that meet, as over midnight, are one. */
function stretchesOf(hours: Hours, first: number, last: number): { from: number; until: number }[] {
  const stretches: { from: number; until: number }[] = []
  for (let day = first; day <= last; day += 1)
    for (const { opens, closes } of slotsOn(hours, day)) {
      const from = momentAt(day, millisecondsOf(opens))
      const until = momentAt(day, millisecondsOf(closes))
      const before = stretches.at(-1)
      if (before?.until === from) before.until = until
      else stretches.push({ from, until })
    }
  return stretches
}

/** What holds on a day, by its number, in the order of the clock. */
function slotsOn(hours: Hours, day: number): Slot[] {
  const slots = exceptionOn(hours, isoDay(day))?.slots ?? hours.weekly.filter(({ days }) => days.includes(weekdayOf(day) + 1))
  return slots.toSorted((one, other) => one.opens.localeCompare(other.opens))
}

const exceptionOn = ({ exceptions }: Hours, day: string) => exceptions.find(({ from, until }) => from <= day && day <= until)

const millisecondsOf = (clock: string) => Number(clock.slice(0, 2)) * 3_600_000 + Number(clock.slice(3)) * 60_000
