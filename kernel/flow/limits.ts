import type { Static } from 'typebox'
import { Type } from 'typebox'
import type { Calendar } from '../time/calendar.ts'
import { moments } from '../time/limit.ts'
import { Span } from '../time/span.ts'
import { Words } from '../words.ts'
import type { Timer } from './define.ts'

const Instant = Type.String({ format: 'date-time' })

/**
 * A time limit that runs on an item. It is never changed: an extension, a pause, a reopening or a corrected category ends it
 * and sets the next, with its cause. `told` counts the calls made so far: yellow, red, then each further half.
 */
export const Limit = Type.Object(
  {
    id: Type.String(),
    step: Type.String(),
    round: Type.Integer({ minimum: 1 }),
    startsAt: Instant,
    span: Span,
    dueAt: Instant,
    yellowAt: Instant,
    /** The versions of the rule and of the calendar that it was counted by. */
    rule: Type.String(),
    calendar: Type.Integer(),
    cause: Words,
    told: Type.Integer({ minimum: 0 }),
    nextCallAt: Type.Union([Instant, Type.Null()]),
  },
  { additionalProperties: false },
)
export type Limit = Static<typeof Limit>

interface Start {
  id: string
  step: string
  round: number
  span: Span
  rule: string
  cause: Words
}

/** Starts a limit now, by the working calendar. */
export function startLimit(calendar: Calendar, now: Temporal.Instant, { id, step, round, span, rule, cause }: Start): Limit {
  const { yellowAt, dueAt } = moments(calendar, now, span)
  return {
    ...{ id, step, round, span, rule, cause, calendar: calendar.version, told: 0 },
    startsAt: now.toString(),
    yellowAt: yellowAt.toString(),
    dueAt: dueAt.toString(),
    nextCallAt: yellowAt.toString(),
  }
}

/** How many further halves of a limit are told upwards after red, until the top of the district has heard. */
const halves = 4

/** The limit after one more call was made about it. */
export function called(calendar: Calendar, limit: Limit): Limit {
  const told = limit.told + 1
  // Red is called at the moment that was promised, whatever became of the calendar since.
  const dueAt = Temporal.Instant.from(limit.dueAt)
  const next = told === 1 ? dueAt : told - 1 <= halves ? moments(calendar, dueAt, limit.span).beyond((told - 1) / 2) : null
  return { ...limit, told, nextCallAt: next === null ? null : next.toString() }
}

/** The timers that call when limits run out: `warn` at 75 %, `alert` at 100 % and at each further half. */
export const limitTimers = (limits: readonly Limit[]): Timer[] =>
  limits.flatMap(({ id, told, nextCallAt }) =>
    nextCallAt === null
      ? []
      : [
          {
            key: `${id} ${told}`,
            at: Temporal.Instant.from(nextCallAt),
            command: told === 0 ? 'warn' : 'alert',
            input: { limit: id },
          },
        ],
  )

/** The limit that runs out first: what queues are sorted by. */
export const nextDue = (limits: readonly Limit[]): Limit | undefined =>
  limits.reduce<Limit | undefined>(
    (first, limit) => (first === undefined || limit.dueAt < first.dueAt ? limit : first),
    undefined,
  )
