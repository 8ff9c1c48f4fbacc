import { isOpen } from '../states.ts'

/** What the table is asked for; all of it stands in the address. */
export const filterNames = [
  'q',
  'state',
  'category',
  'street',
  'community',
  'lead',
  'lacks',
  'but',
  'urgency',
  'asked',
  'had',
  'when',
  'from',
  'to',
  'counts',
] as const
export type FilterName = (typeof filterNames)[number]
export type Chosen = Partial<Record<FilterName, string>>

/** The filters that stand in an address. */
export const chosenIn = (search: URLSearchParams): Chosen =>
  Object.fromEntries(
    filterNames.flatMap((name): [FilterName, string][] => {
      const value = search.get(name)
      return value ? [[name, value]] : []
    }),
  )

/** What runs out first while cases are open; of what is over and done with, the newest. */
export const usualSort = ({ state }: Chosen): 'due' | 'newest' => (state?.split(',').some(isOpen) === false ? 'newest' : 'due')

/** What the server is asked for, in which order. */
export function queryOf(chosen: Chosen, sort: string): URLSearchParams {
  const query = conditionsOf(chosen)
  query.set('sort', sort)
  return query
}

/** The conditions for the server: a day is that day in Shanghai, and the last one is within; a moment, as a figure names it, is itself. */
export function conditionsOf({ when, from, to, ...equal }: Chosen): URLSearchParams {
  const query = new URLSearchParams(equal)
  if (when) query.set(when, 'true')
  if (from) query.set('from', beginning(from))
  if (to) query.set('to', to.includes('T') ? to : new Date(Date.parse(beginning(to)) + 24 * 3_600_000).toISOString())
  return query
}

const beginning = (day: string): string => (day.includes('T') ? day : new Date(`${day}T00:00:00+08:00`).toISOString())
