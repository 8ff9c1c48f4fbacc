import { type Words, w } from '../../../shared/language.ts'
import { isoDay } from '../../../shared/time.ts'

/** The ways in which looks are shown: added up, or each by itself. */
export const views = [
  { of: 'person', words: w('按人', 'By person') },
  { of: 'unit', words: w('按单位', 'By unit') },
  { of: 'day', words: w('按天', 'By day') },
  { of: 'each', words: w('逐条', 'Each look') },
] as const satisfies readonly { of: string; words: Words }[]

const narrowing = ['from', 'until', 'by', 'unit', 'field'] as const
export type Narrowing = (typeof narrowing)[number]

/** What the address asks for; without days the last thirty. */
export function askedIn(search: URLSearchParams, now: number) {
  const query = new URLSearchParams({ from: isoDay(now, -29), until: isoDay(now) })
  for (const name of narrowing) {
    const value = search.get(name)
    if (value) query.set(name, value)
  }
  return { of: views.find(({ of }) => of === search.get('of'))?.of ?? 'person', query }
}

/** The address with one answer changed; the pages begin anew. */
export function changed(search: URLSearchParams, change: Readonly<Record<string, string | undefined>>): URLSearchParams {
  const next = new URLSearchParams(search)
  for (const name of ['after', 'page', 'before']) next.delete(name)
  for (const [name, value] of Object.entries(change)) {
    if (value === undefined || value === '') next.delete(name)
    else next.set(name, value)
  }
  return next
}
