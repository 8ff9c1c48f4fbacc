import { useEffect } from 'react'
import { useSearchParams } from 'wouter'
import { freshId } from '#web/shared/fresh.ts'

/** Which draft is being written: it stands in the address, so that a reload, or coming back, goes on with the same. */
export function useDraftId(): string | undefined {
  const [search, setSearch] = useSearchParams()
  const id = search.get('draft') ?? undefined
  useEffect(() => {
    if (id !== undefined) return
    const named = (current: URLSearchParams) => {
      current.set('draft', freshId())
      return current
    }
    setSearch(named, { replace: true })
  }, [id, setSearch])
  return id
}
