/** Tells the present moment. It is handed in wherever time matters, so that tests and replays run in a time of their own. */
export type Clock = () => Temporal.Instant

/** The machine's own time, in whole milliseconds, as the database keeps them. */
export const systemClock: Clock = () => Temporal.Now.instant().round('millisecond')

/** A clock that stands still at a moment (ISO 8601, such as `2026-03-02T09:00:00+08:00`) until it is moved. */
export function stoppedClock(start: string | Temporal.Instant) {
  let moment = Temporal.Instant.from(start)
  return {
    now: (() => moment) satisfies Clock,
    moveOn: (time: Temporal.DurationLike) => {
      moment = moment.add(time)
    },
    moveTo: (to: string | Temporal.Instant) => {
      moment = Temporal.Instant.from(to)
    },
  }
}
