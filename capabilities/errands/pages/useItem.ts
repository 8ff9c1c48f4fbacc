import { useSearchParams } from 'wouter'
import { useLoaded } from '#web/shared/loaded.ts'
import { registerPath } from '#web/shared/register/register.ts'
import type { ErrandItem } from '../contract/item.ts'

/** Which item somebody chose, and which errand came of it: both stand in the address, so that "back" leads to the catalogue and a reload stays. */
export function useItem() {
  const [search, setSearch] = useSearchParams()
  const code = search.get('item') ?? undefined
  const { value, problem, reload } = useLoaded<{ entry: ErrandItem }>(
    code === undefined ? undefined : registerPath('errand-items', code),
  )
  const go = (to: Record<string, string>, replace = false) => {
    setSearch(to, { replace })
    scrollTo(0, 0)
  }
  return {
    ...{ code, problem, reload },
    item: code === undefined ? undefined : value?.entry,
    filed: search.get('filed') ?? undefined,
    choose: (chosen: string | undefined) => go(chosen === undefined ? {} : { item: chosen }),
    /** It is sent: its form is not what "back" leads to. */
    sent: (filed?: string) => go(code !== undefined && filed !== undefined ? { item: code, filed } : {}, true),
  }
}
