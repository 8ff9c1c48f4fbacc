/** By what the table is asked: all of it stands in the address, as the interface is asked. */
const names = ['q', 'state', 'kind', 'community', 'street', 'helper', 'open', 'done', 'late'] as const

/** What of an address the interface is asked: the conditions that are in it, and the order. */
export const conditionsOf = (search: URLSearchParams): URLSearchParams =>
  new URLSearchParams([
    ...names.flatMap((name) => {
      const value = search.get(name)?.trim()
      return value ? [[name, value]] : []
    }),
    ['sort', search.get('sort') === 'due' ? 'due' : 'newest'],
  ])

/** Whether an address narrows the table. */
export const isNarrowed = (search: URLSearchParams): boolean => names.some((name) => search.get(name)?.trim())

/** Which part of all errands is shown: what is under way, late, done, or all. */
export const partOf = (search: URLSearchParams): string => parts.find((part) => search.get(part) === 'true') ?? ''

/** The change that leads to another part, or to all. */
export const toPart = (chosen: string): Record<string, string> =>
  Object.fromEntries(parts.map((part) => [part, part === chosen ? 'true' : '']))

const parts = ['late', 'done', 'open'] as const
