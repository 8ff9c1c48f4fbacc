import type { Words } from '../words.ts'
import type { Calendar, Reckoning } from './calendar.ts'
import { reckoningOf, works } from './calendar.ts'
import { yellow } from './contract.ts'
import type { Span } from './span.ts'
import { isWorkingTime } from './span.ts'
import type { Passed, Step } from './steps.ts'
import { shortened, stepsOf } from './steps.ts'
import { dayLength, momentAt, placeOf } from './zone.ts'

/** The moments of a limit: yellow at three quarters, red when due, and any share beyond (1.5: half its length after red). */
export interface Moments {
  yellowAt: Temporal.Instant
  dueAt: Temporal.Instant
  beyond: (share: number) => Temporal.Instant
}

/** Shares of a limit pass on its own clock: three quarters of four working hours are three working hours. */
export function moments(calendar: Calendar, from: Temporal.Instant, span: Span): Moments {
  const at = (share: number) => after(calendar, from, span, share)
  return { yellowAt: at(yellow), dueAt: at(1), beyond: at }
}

/** The moment a share of a span after another, on the span's own clock. */
export function after(calendar: Calendar, from: Temporal.Instant, span: Span, share: number): Temporal.Instant {
  const reckoning = reckoningOf(calendar)
  const start = from.epochMilliseconds
  const length = Math.round(lengthOf(reckoning, span, start) * share)
  return Temporal.Instant.fromEpochMilliseconds(isWorkingTime(span) ? walk(reckoning, start, length) : start + length)
}

/** When a limit that starts at a moment is due, and step by step how that was counted. */
export function dueAt(calendar: Calendar, from: Temporal.Instant, span: Span): { dueAt: Temporal.Instant; steps: Step[] } {
  const reckoning = reckoningOf(calendar)
  const start = from.epochMilliseconds
  const length = Math.round(lengthOf(reckoning, span, start))
  const passed: Passed[] = []
  const working = isWorkingTime(span)
  const due = working ? walk(reckoning, start, length, passed) : start + length
  const begins = working ? walk(reckoning, start, 0) : start
  return {
    dueAt: Temporal.Instant.fromEpochMilliseconds(due),
    steps: stepsOf(reckoning, { start, begins, due, length, span, passed }),
  }
}

/** How a limit was counted, for people: few lines also for long limits. */
export const explain = (calendar: Calendar, from: Temporal.Instant, span: Span): Words[] =>
  shortened(dueAt(calendar, from, span).steps).map((step) => step.words)

/** Minutes left until a limit is due, on its own clock; below zero: minutes by which it is over. */
export function remaining(calendar: Calendar, now: Temporal.Instant, due: Temporal.Instant, span: Span): number {
  const [start, end] = [now.epochMilliseconds, due.epochMilliseconds]
  if (!isWorkingTime(span)) return (end - start) / 60_000
  const reckoning = reckoningOf(calendar)
  return (start <= end ? between(reckoning, start, end) : -between(reckoning, end, start)) / 60_000
}

/** The length of a span that starts at a moment, in milliseconds of its own clock: a working day is that of the year in which it starts. */
export function lengthOf({ standardDay }: Reckoning, span: Span, start: number): number {
  if ('workingHours' in span) return span.workingHours * 3_600_000
  if ('workingDays' in span) return span.workingDays * standardDay(placeOf(start).day)
  return 'minutes' in span ? span.minutes * 60_000 : span.days * dayLength
}

/**
 * Lets working time pass: the one place where it is counted. It ends where the last bit of it passed, at the latest when the
 * office closes, never at the next opening. Nothing at all ends where counting begins: at the start, or the next opening.
 */
function walk(reckoning: Reckoning, start: number, length: number, passed?: Passed[]): number {
  const from = placeOf(start)
  let left = length
  for (let day = from.day, time = from.time; ; day += 1, time = 0) {
    let counted = 0
    if (works(reckoning, day))
      for (const [opens, closes] of reckoning.hoursOn(day)) {
        const begins = Math.max(opens, time)
        if (begins >= closes) continue
        const part = Math.min(left, closes - begins)
        left -= part
        counted += part
        if (left === 0) {
          passed?.push({ day, counted })
          return momentAt(day, begins + part)
        }
      }
    passed?.push({ day, counted })
  }
}

function between(reckoning: Reckoning, start: number, end: number): number {
  const [from, to] = [placeOf(start), placeOf(end)]
  let sum = 0
  for (let day = from.day; day <= to.day; day += 1) {
    if (!works(reckoning, day)) continue
    const [first, last] = [day === from.day ? from.time : 0, day === to.day ? to.time : dayLength]
    for (const [opens, closes] of reckoning.hoursOn(day)) sum += Math.max(0, Math.min(closes, last) - Math.max(opens, first))
  }
  return sum
}
