import { millisecondsOf } from '#kernel/time/calendar.ts'
import { momentAt, placeOf } from '#kernel/time/zone.ts'
import type { Hours } from './contract.ts'
import { exceptionOn, slotsOn } from './day.ts'

/** Whether something is open at a moment, and until when; or when it opens next, and why it is closed where it usually is open then. */
export type OpenState = { open: true; until: Temporal.Instant } | { open: false; next?: Temporal.Instant; because?: string }

/** So many days ahead it is looked when it opens next; what never closes is open until then. */
const ahead = 30

/** Whether something with these hours, without flaws (`flawsOf`), is open at a moment. The minute of closing is closed. */
export function stateAt(hours: Hours, at: Temporal.Instant): OpenState {
  const now = at.epochMilliseconds
  const { day } = placeOf(now)
  const stretch = stretchesOf(hours, day, day + ahead).find(({ until }) => now < until)
  if (stretch && stretch.from <= now) return { open: true, until: instant(stretch.until) }
  // At night it is closed as always, whatever the day is.
  const usually = { ...hours, exceptions: [] }
  const isUsuallyOpen = hours.exceptions.length > 0 && stateAt(usually, at).open
  const because = isUsuallyOpen ? exceptionOn(hours, day)?.because : undefined
  return { open: false, ...(stretch && { next: instant(stretch.from) }), ...(because !== undefined && { because }) }
}

const instant = (milliseconds: number) => Temporal.Instant.fromEpochMilliseconds(milliseconds)

/** The stretches of some days in order, by their moments; those that meet, as over midnight, are one. Days are read as they are asked for. */
function* stretchesOf(hours: Hours, first: number, last: number): Generator<{ from: number; until: number }> {
  let before: { from: number; until: number } | undefined
  for (let day = first; day <= last; day += 1)
    for (const { opens, closes } of slotsOn(hours, day)) {
      const from = momentAt(day, millisecondsOf(opens))
      const until = momentAt(day, millisecondsOf(closes))
      if (before?.until === from) before.until = until
      else {
        if (before) yield before
        before = { from, until }
      }
    }
  if (before) yield before
}
