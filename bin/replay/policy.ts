import { createHash } from 'node:crypto'
import type { Calendar } from '#kernel/time/calendar.ts'
import { after } from '#kernel/time/limit.ts'

/** What the file does not say is made up by this policy, the same for the same seed. It is printed above the table. */
export const policy = {
  accept: 1.0,
  dispatch: 2.0,
  triage: 1.5,
  receive: 1.5,
  contact: 3.0,
  verify: 4.0,
  rule: 2.0,
  grant: 2.0,
  /** Asks for an extension where the reply will come after the limit. */
  asksExtension: 0.4,
  grantsExtension: 0.8,
  rates: 0.45,
  solved: 0.8,
  rateAfterDays: 3,
}

export const policyWords = `places: a building of the demo district by chance; working hours from one step to the next, exponential with these means: ${Object.entries(
  policy,
)
  .slice(0, 8)
  .map(([step, hours]) => `${step} ${hours}`)
  .join(', ')}; resolved when the file says it was replied to;
an extension is asked for ${policy.asksExtension * 100} % of those that will be late, and granted to ${policy.grantsExtension * 100} %;
${policy.rates * 100} % of the reporters rate, after ${policy.rateAfterDays} days on average; ${policy.solved * 100} % of them say "solved"`

/** A number from 0 to 1 that follows from what it is for: the same again in a replay that goes on after a kill. */
export const chance = (...what: (string | number)[]): number =>
  createHash('sha256').update(what.join('\n')).digest().readUInt32BE(0) / 2 ** 32

/** A moment so many working hours later, exponentially spread around a mean. */
export const workingHoursLater = (calendar: Calendar, from: Temporal.Instant, mean: number, luck: number): Temporal.Instant =>
  after(calendar, from, { workingHours: Math.max(0.02, -Math.log(1 - luck * 0.999) * mean) }, 1)
