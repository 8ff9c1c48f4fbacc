import { useSearchParams } from 'wouter'
import { Line } from '#web/shared/form/Line.tsx'
import { optionsOf } from '#web/shared/form/optionsOf.ts'
import { Select } from '#web/shared/form/Select.tsx'
import { type Words, w } from '#web/shared/language.ts'
import { useLoaded } from '#web/shared/loaded.ts'
import { useSettled } from '#web/shared/settled.ts'

const asks = ['committee', 'state', 'text'] as const

/** What a list is asked for, as its address has it once somebody stops typing; and turning its pages. */
export function useAsked() {
  const [search, setSearch] = useSearchParams()
  const settled = new URLSearchParams(useSettled(search.toString()))
  const asked = Object.fromEntries(
    asks.flatMap((name) => {
      const value = settled.get(name)?.trim()
      return value ? [[name, value]] : []
    }),
  )
  const pages = search.getAll('after')
  const turn = (to: readonly string[]) => {
    setSearch((current) => {
      const next = new URLSearchParams(current)
      next.delete('after')
      for (const one of to) next.append('after', one)
      return next
    })
    scrollTo(0, 0)
  }
  return { search, asked, pages, turn }
}

/** By which committee, in which state, and with which words a list is asked. */
export function Filters({ states }: { states: Readonly<Record<string, Words>> }) {
  const [search, setSearch] = useSearchParams()
  const { value } = useLoaded<{ rows: { key: string; entry: { name: string } }[] }>('/api/registers/committees?limit=500')
  const put = (name: (typeof asks)[number]) => (chosen: string) =>
    setSearch(
      (current) => {
        const next = new URLSearchParams(current)
        next.delete('after')
        if (chosen === '') next.delete(name)
        else next.set(name, chosen)
        return next
      },
      { replace: true },
    )
  const committees = value?.rows.map(({ key, entry: { name } }) => ({ value: key, words: w(name, name) })) ?? []
  return (
    <div className="filters">
      <div className="search">
        <Line label={w('搜索', 'Search')} type="search" most={60} value={search.get('text') ?? ''} change={put('text')} />
      </div>
      <Select
        all
        label={w('委员会', 'Committee')}
        options={committees}
        value={search.get('committee') ?? ''}
        choose={put('committee')}
      />
      {Object.keys(states).length > 1 && (
        <Select
          all
          label={w('状态', 'State')}
          options={optionsOf(states)}
          value={search.get('state') ?? ''}
          choose={put('state')}
        />
      )}
    </div>
  )
}
