import { type Static, Type } from 'typebox'
import { Words } from '../words.ts'
import { type Calendar, reckoningOf, works } from './calendar.ts'
import { dueAt } from './limit.ts'
import { type Span, spanWords } from './span.ts'
import { dayOf, isoDay, momentAt, numberOf } from './zone.ts'

/** What another calendar changes in a year, and for limits: said before it is kept. */
export const Comparison = Type.Object({
  workingDays: Type.Object({ before: Type.Integer(), after: Type.Integer() }),
  days: Type.Array(Type.Object({ day: Type.String(), working: Type.Boolean() }), {
    description: 'days on which people will work, or no longer will',
  }),
  limits: Type.Array(Type.Object({ limit: Words, from: Type.String(), before: Type.String(), after: Type.String() }), {
    description: 'when limits that begin at a moment would be due; those that run already keep theirs',
  }),
})
export type Comparison = Static<typeof Comparison>

const examples: readonly Span[] = [{ workingHours: 4 }, { workingDays: 1 }, { workingDays: 5 }]

/**
 * Compares two calendars in one year, from a moment on. The examples of limits begin an hour into the afternoon of the last working day
 * before the first day that changes, or now, whatever is later: there a change is seen first.
 */
export function compare(before: Calendar, after: Calendar, year: number, now: Temporal.Instant): Comparison {
  const [was, is] = [reckoningOf(before), reckoningOf(after)]
  const [first, next] = [numberOf(`${year}-01-01`), numberOf(`${year + 1}-01-01`)]
  const all = Array.from({ length: next - first }, (_, index) => first + index)
  const changed = all.filter((day) => works(was, day) !== works(is, day))
  const today = numberOf(dayOf(now))
  const ahead = changed.find((day) => day > today)
  let start = Math.max(ahead === undefined ? first : ahead - 1, today)
  while (start > today && !(works(was, start) && works(is, start))) start -= 1
  const opens = Math.max(was.hoursOn(start).at(-1)?.[0] ?? 0, is.hoursOn(start).at(-1)?.[0] ?? 0)
  const from = Temporal.Instant.fromEpochMilliseconds(Math.max(momentAt(start, opens + 3_600_000), now.epochMilliseconds))
  return {
    workingDays: { before: all.filter((day) => works(was, day)).length, after: all.filter((day) => works(is, day)).length },
    days: changed.map((day) => ({ day: isoDay(day), working: works(is, day) })),
    limits: examples.map((span) => ({
      limit: spanWords(span),
      from: from.toString(),
      before: dueAt(before, from, span).dueAt.toString(),
      after: dueAt(after, from, span).dueAt.toString(),
    })),
  }
}
