import { useSearchParams } from 'wouter'
import { useSettled } from './settled.ts'

/**
 * What a list is asked for, and which page of it: all of it stands in the address, so that a reload, or coming back, shows the same.
 * `page` is what the interface calls the place that a page begins at.
 */
export function useAsked(page: 'after' | 'cursor' | 'from' = 'after') {
  const [search, setSearch] = useSearchParams()
  const filter = new URLSearchParams([...search].filter(([name]) => name !== page))
  const change = (parts: readonly (readonly [string, readonly string[]])[], replace: boolean) =>
    setSearch(
      (current) => {
        const next = new URLSearchParams(current)
        for (const [name, values] of parts) {
          next.delete(name)
          for (const value of values) if (value !== '') next.append(name, value)
        }
        return next
      },
      { replace },
    )
  return {
    search,
    /** The conditions, once somebody stops typing. */
    asked: new URLSearchParams(useSettled(filter.toString())),
    pages: search.getAll(page),
    /** Asks otherwise, from the first page on; what is empty is asked no longer. */
    put: (parts: Readonly<Record<string, string>>) =>
      change([...Object.entries(parts).map(([name, value]) => [name, [value]] as const), [page, []]], true),
    turn: (to: readonly string[]) => {
      change([[page, to]], false)
      scrollTo(0, 0)
    },
  }
}
