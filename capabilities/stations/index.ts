/** What others may use of stations, beside their contract. */
export type { Stations } from './capability.ts'
export { flawsOf } from './hours/flaws.ts'
export { toSchedules } from './hours/schedules.ts'
export { holdStanding, standingAt } from './store/at.ts'
