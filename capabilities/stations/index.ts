/** What others may use of stations, beside their contract. */
export type { Stations } from './capability.ts'
export { toSchedules } from './hours/schedules.ts'
