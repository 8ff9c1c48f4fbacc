import { isoDay, momentAt, numberOf, placeOf } from '../time/zone.ts'

/** A day of which tallies are kept: whether they hold, and whether what they were summed up to does. */
export interface KnownDay {
  day: string
  revision: number
  holds: boolean
  summed: boolean
  /** By which summing up, each of which has a name. */
  made?: string | null
}

/** Days one after the other: `from` is the first, `to` the first that is not among them; both as numbers (`numberOf`). */
export interface Run {
  from: number
  to: number
}

/** Days, gathered into as few runs as there can be. */
export const runsOf = (days: Iterable<string>): Run[] =>
  gathered([...new Set(days)].map(numberOf).map((day) => ({ from: day, to: day + 1 })))

/** Runs of which none has a day of another, gathered into as few as there can be. */
export function gathered(apart: readonly Run[]): Run[] {
  const runs: Run[] = []
  for (const { from, to } of apart.toSorted((one, other) => one.from - other.from)) {
    const last = runs.at(-1)
    if (last?.to === from) last.to = to
    else runs.push({ from, to })
  }
  return runs
}

/** A stretch of time: `from` is in it, `to` is not; without one it has no beginning, or no end. */
export interface Stretch {
  from?: Temporal.Instant
  to?: Temporal.Instant
}

/** What is left of a window when these days are taken out of it. */
export function without(window: Stretch, runs: readonly Run[]): Stretch[] {
  const rest: Stretch[] = []
  let from = window.from
  for (const run of runs) {
    const begins = startOf(run.from)
    if (!from || Temporal.Instant.compare(from, begins) < 0) rest.push({ ...(from && { from }), to: begins })
    from = startOf(run.to)
  }
  if (!window.to || !from || Temporal.Instant.compare(from, window.to) < 0)
    rest.push({ ...(from && { from }), ...(window.to && { to: window.to }) })
  return rest
}

/** The days that lie in a window from beginning to end: the first, and the first that does not. Missing where there is no bound. */
export function wholeDays({ from, to }: Stretch): { from?: string; to?: string } {
  const place = (instant: Temporal.Instant) => placeOf(instant.epochMilliseconds)
  const first = from && place(from)
  return {
    ...(first && { from: isoDay(first.time === 0 ? first.day : first.day + 1) }),
    ...(to && { to: isoDay(place(to).day) }),
  }
}

/** The moment at which a day begins. */
export const startOf = (day: number): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(momentAt(day, 0))
