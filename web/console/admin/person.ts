import type { Words } from '../../shared/language.ts'

/** What one may do, and why not the rest, as the interface tells administrators. */
export interface Choices {
  may?: string[]
  mayNot?: Record<string, Words>
}

/** A page of people, with whether one may make accounts, and which roles one may give. */
export interface People {
  rows: Person[]
  next?: string
  make?: true | Words
  give?: Choices
}

/** Somebody of the staff, as the interface tells. */
export interface Person extends Choices {
  id: string
  name: string
  account: string
  ended: boolean
  secondFactor: boolean
  posts: HeldPost[]
}

export interface HeldPost extends Choices {
  id: string
  role: string
  unit: string
  unitName?: string
  starts: string
  ends?: string
  standInFor?: string
}

/** Today by clocks in Shanghai. */
export const today = (): string => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)

/** The last day of what is over from a day on. */
export const dayBefore = (day: string): string => new Date(Date.parse(day) - 24 * 3_600_000).toISOString().slice(0, 10)

/** The first day on which what has this last day is over. */
export const dayAfter = (day: string): string => new Date(Date.parse(day) + 24 * 3_600_000).toISOString().slice(0, 10)
