import type { Person } from '#kernel/people/admin/shown.ts'
import type { Problem } from '../../shared/ask.ts'
import { w } from '../../shared/language.ts'

export type { People, Person, ShownChoices } from '#kernel/people/admin/shown.ts'
export type HeldPost = Person['posts'][number]

/** Today by clocks in Shanghai. */
export const today = (): string => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)

/** The last day of what is over from a day on. */
export const dayBefore = (day: string): string => new Date(Date.parse(day) - 24 * 3_600_000).toISOString().slice(0, 10)

/** The first day on which what has this last day is over. */
export const dayAfter = (day: string): string => new Date(Date.parse(day) + 24 * 3_600_000).toISOString().slice(0, 10)

/** Whether what was asked is held up by open work that nobody would have, or by turns of duty: it takes another press. */
export const heldUp = (problem: Problem | undefined): boolean => problem?.fields?.some(({ field }) => field === 'anyway') ?? false

export const anywayWords = w(
  '照样结束（没有人接手的事项，超时会提醒上级）',
  'End it all the same (of work that nobody has, who stands above is told when limits run out)',
)
