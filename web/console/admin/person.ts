import type { Person } from '#kernel/people/admin/shown.ts'

export type { People, Person, ShownChoices } from '#kernel/people/admin/shown.ts'
export type HeldPost = Person['posts'][number]

/** Today by clocks in Shanghai. */
export const today = (): string => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)

/** The last day of what is over from a day on. */
export const dayBefore = (day: string): string => new Date(Date.parse(day) - 24 * 3_600_000).toISOString().slice(0, 10)

/** The first day on which what has this last day is over. */
export const dayAfter = (day: string): string => new Date(Date.parse(day) + 24 * 3_600_000).toISOString().slice(0, 10)
