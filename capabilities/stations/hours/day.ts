import { isoDay, weekdayOf } from '#kernel/time/zone.ts'
import type { Exception, Hours, Slot } from './contract.ts'

/** What holds on a day, by its number (`kernel/time/zone.ts`), in the order of the clock. */
export function slotsOn(hours: Hours, day: number): Slot[] {
  const slots = exceptionOn(hours, day)?.slots ?? hours.weekly.filter(({ days }) => days.includes(weekdayOf(day) + 1))
  return inOrder(slots)
}

/** The exception that holds on a day. */
export function exceptionOn({ exceptions }: Hours, day: number): Exception | undefined {
  if (exceptions.length === 0) return undefined
  const date = isoDay(day)
  return exceptions.find(({ from, until }) => from <= date && date <= until)
}

/** Stretches of one day in the order of the clock. */
export const inOrder = <One extends Slot>(slots: readonly One[]): One[] =>
  slots.toSorted((one, other) => (one.opens < other.opens ? -1 : Number(one.opens > other.opens)))
