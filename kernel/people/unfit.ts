import { isoDay, numberOf, placeOf } from '../time/zone.ts'
import { administrators, isRole } from './roles.ts'

/** A post that somebody is at, of their own or in somebody's place. */
export interface At {
  role: string
  standsIn: boolean
}

/** Why somebody is not on duty. */
export type Unfit = 'noPost' | 'administers' | 'ofProperty'

/** Whether whoever is at a post of a role is kept off every street's duty, where they would read what residents report. */
export const keepsOffDuty = (role: string): Unfit | undefined =>
  isRole(role) && administrators.has(role) ? 'administers' : role === 'propertyManager' ? 'ofProperty' : undefined

/**
 * Why somebody at these posts is not on duty for a street, who reads what its residents report: no administrator, who reads none, nobody
 * of a property company, about which they report, and nobody without a post of their own.
 */
export const unfitAt = (posts: readonly At[]): Unfit | undefined =>
  posts.map(({ role }) => keepsOffDuty(role)).find((why) => why !== undefined) ??
  (posts.some(({ standsIn }) => !standsIn) ? undefined : 'noPost')

/** A post with its first day, and the first on which it is over. */
export interface Term {
  role: string
  starts: string
  ends: string | null
  standInFor: string | null
}

/** The first of some days on which somebody who holds these posts is not on duty, and why. */
export function unfitOn(posts: readonly Term[], days: readonly string[]): { day: string; why: Unfit } | undefined {
  for (const day of days) {
    const held = posts.filter(({ starts, ends }) => starts <= day && (ends === null || ends > day))
    const why = unfitAt(held.map(({ role, standInFor }) => ({ role, standsIn: standInFor !== null })))
    if (why) return { day, why }
  }
  return undefined
}

/** The days, from today on, of which a turn of duty has a part. */
export function daysOf({ from, to }: { from: number; to: number }, today: string): string[] {
  const first = Math.max(placeOf(from).day, numberOf(today))
  const last = placeOf(to - 1).day
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => isoDay(first + index))
}
