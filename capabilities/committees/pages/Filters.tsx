import { useAsked } from '#web/shared/asked.ts'
import { Line } from '#web/shared/form/Line.tsx'
import { optionsOf } from '#web/shared/form/optionsOf.ts'
import { Select } from '#web/shared/form/Select.tsx'
import { type Words, w } from '#web/shared/language.ts'
import { useLoaded } from '#web/shared/loaded.ts'

const asks = ['committee', 'state', 'text'] as const

/** What the interface is asked of an address: its conditions. */
export const conditionsIn = (asked: URLSearchParams): Record<string, string> =>
  Object.fromEntries(
    asks.flatMap((name) => {
      const value = asked.get(name)?.trim()
      return value ? [[name, value]] : []
    }),
  )

/** By which committee, in which state, and with which words a list is asked. */
export function Filters({ states }: { states: Readonly<Record<string, Words>> }) {
  const { search, put } = useAsked()
  const { value } = useLoaded<{ rows: { key: string; entry: { name: string } }[] }>('/api/registers/committees?limit=500')
  const committees = value?.rows.map(({ key, entry: { name } }) => ({ value: key, words: w(name, name) })) ?? []
  return (
    <div className="filters">
      <div className="search">
        <Line
          label={w('搜索', 'Search')}
          type="search"
          most={60}
          value={search.get('text') ?? ''}
          change={(text) => put({ text })}
        />
      </div>
      <Select
        all
        label={w('委员会', 'Committee')}
        options={committees}
        value={search.get('committee') ?? ''}
        choose={(committee) => put({ committee })}
      />
      {Object.keys(states).length > 1 && (
        <Select
          all
          label={w('状态', 'State')}
          options={optionsOf(states)}
          value={search.get('state') ?? ''}
          choose={(state) => put({ state })}
        />
      )}
    </div>
  )
}
