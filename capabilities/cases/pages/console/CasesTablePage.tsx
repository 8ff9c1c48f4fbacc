import { useState } from 'react'
import { useSearchParams } from 'wouter'
import { keep, kept } from '#web/shared/kept.ts'
import { useSay, w } from '#web/shared/language.ts'
import { useLive } from '#web/shared/live.ts'
import { useLoaded } from '#web/shared/loaded.ts'
import { Empty, Skeleton, Trouble } from '#web/shared/parts.tsx'
import { Turn } from '#web/shared/Turn.tsx'
import type { CaseCount } from '../../contract/answers.ts'
import { useCategories } from '../categories.ts'
import { Keys } from '../queue/Keys.tsx'
import { keysOf, useKeys } from '../queue/useKeys.ts'
import type { CasePage } from '../view.ts'
import { Beside } from './Beside.tsx'
import { countWords } from './counted.ts'
import { ExportButton } from './ExportButton.tsx'
import { FilterChips } from './FilterChips.tsx'
import { MoreFilters } from './MoreFilters.tsx'
import { TableFilters } from './TableFilters.tsx'
import { type TableColumn, tableColumns } from './tableColumns.tsx'
import { chosenIn, conditionsOf, queryOf, usualSort } from './tableQuery.ts'
import { Views } from './Views.tsx'
import './table.css'

const size = 50
/** What the browser's history says of an entry in which a case is open that was opened from the list. */
const beside = { beside: true }
const sorts = ['due', 'newest'] as const

/** All cases that this post sees, as a table: filtered, searched, sorted, paged. Everything chosen stands in the address. */
export default function CasesTablePage() {
  const say = useSay()
  const [search, setSearch] = useSearchParams()
  const [columns, setColumns] = useColumns()
  const chosen = chosenIn(search)
  const asked = sorts.find((name) => name === search.get('sort'))
  const sort = asked ?? usualSort(chosen)
  const cursors = search.getAll('cursor')
  const cursor = cursors.at(-1)
  const open = search.get('open') ?? undefined
  const query = queryOf(chosen, sort)
  query.set('limit', String(size))
  if (cursor !== undefined) query.set('cursor', cursor)
  const { value, problem, reload } = useLoaded<CasePage>(`/api/cases?${query}`)
  const { value: categories = [] } = useCategories()
  // Asked for once, whatever the order and the page; a list that stands on one page is counted by its rows, as they change.
  const counted = useLoaded<CaseCount>(`/api/cases/count?${conditionsOf(chosen)}`)
  const isWhole = value !== undefined && value.next === undefined && cursor === undefined
  const count = isWhole ? { count: value.rows.length, more: false } : counted.value
  useLive(reload)
  const rows = value?.rows ?? []
  const change = (edit: (current: URLSearchParams) => void, how: { replace?: boolean; state?: unknown } = {}) =>
    setSearch((current) => {
      edit(current)
      return current
    }, how)
  const set = (name: string, text: string) =>
    change((current) => {
      current.delete('cursor')
      if (text === '') current.delete(name)
      else current.set(name, text)
      // A community lies in one street.
      if (name === 'street') current.delete('community')
    })
  // However many are opened one after the other, the list is one step back; to close it is that step, so that none opens again.
  const show = (id: string) =>
    change((current) => current.set('open', id), {
      replace: open !== undefined,
      state: open === undefined ? beside : history.state,
    })
  const close = () => {
    if (history.state?.beside === true) history.back()
    else change((current) => current.delete('open'), { replace: true })
  }
  const turn = (to: readonly string[]) => {
    change((current) => {
      current.delete('cursor')
      for (const one of to) current.append('cursor', one)
    })
    scrollTo(0, 0)
  }
  const keys = useKeys(rows, { id: open, open: show })
  const room = { say, categories }
  const some = Object.keys(chosen).length > 0
  return (
    <div className={open === undefined ? 'stack' : 'stack with-beside'}>
      <Views
        query={new URLSearchParams({ ...chosen, ...(asked && { sort: asked }) }).toString()}
        choose={(kept) => setSearch(new URLSearchParams(kept))}
      >
        <h1>{say(w('事项', 'Cases'))}</h1>
      </Views>
      <TableFilters chosen={chosen} set={set} />
      <div className="line">
        <span className="soft" role="status">
          {count && say(countWords(count))}
        </span>
        <MoreFilters chosen={chosen} set={set} />
        <FilterChips chosen={chosen} set={set} />
        {some && (
          <button type="button" className="button plain" onClick={() => setSearch({})}>
            {say(w('清空条件', 'Clear the filters'))}
          </button>
        )}
        <ExportButton query={queryOf(chosen, sort).toString()} />
        <ColumnChooser chosen={columns} choose={setColumns} />
      </div>
      <Trouble problem={problem} again={reload} />
      {!value && !problem && <Skeleton rows={8} />}
      {value && rows.length === 0 && (
        <Empty
          words={
            some
              ? w('没有符合条件的事项。放宽条件，或换个词试试。', 'Nothing fits: try fewer conditions, or another word.')
              : w('您的岗位还看不到事项。', 'Your post sees no cases so far.')
          }
        />
      )}
      {rows.length > 0 && (
        <div className="grid-scroll">
          <table className="grid">
            <thead>
              <tr>
                {columns.map((column) => (
                  <Heading key={column.name} column={column} sort={sort} choose={(by) => set('sort', by)} />
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row, index) => (
                <tr
                  key={row.id}
                  className={row.id === open || keys.current === index ? 'current' : undefined}
                  onClick={() => show(row.id)}
                >
                  {columns.map((column, place) => (
                    <td key={column.name} className={classOf(column)}>
                      {place === 0 ? (
                        <button type="button" className="button plain tight" aria-pressed={row.id === open}>
                          {column.show(row, room)}
                        </button>
                      ) : (
                        column.show(row, room)
                      )}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <Turn pages={cursors} next={value?.next} turn={turn} />
      <Keys shown={keys.help} toggle={keys.toggle} keys={keysOf({ takes: true, searches: true })} />
      {open !== undefined && <Beside id={open} close={close} />}
    </div>
  )
}

interface Sorting {
  column: TableColumn
  sort: 'newest' | 'due'
  choose: (sort: string) => void
}

/** How a cell stands, and whether it is there when there is little room. */
const classOf = ({ number, lesser }: TableColumn): string | undefined =>
  [number && 'number', lesser && `lesser-${lesser}`].filter(Boolean).join(' ') || undefined

function Heading({ column, sort, choose }: Sorting) {
  const say = useSay()
  const { words, sort: by } = column
  const isNow = by === sort
  return (
    <th scope="col" className={classOf(column)} {...(isNow && { 'aria-sort': by === 'due' ? 'ascending' : 'descending' })}>
      {by === undefined ? (
        say(words)
      ) : (
        <button type="button" className="button plain tight" onClick={() => choose(by)}>
          {say(words)} <span aria-hidden="true">{isNow ? (by === 'due' ? '↑' : '↓') : '↕'}</span>
        </button>
      )}
    </th>
  )
}

function useColumns(): [readonly TableColumn[], (names: string[]) => void] {
  const [names, setNames] = useState(() => kept<string[] | undefined>('columns', undefined))
  const shown = tableColumns.filter(({ name, usual }) => (names ? names.includes(name) : usual))
  return [
    shown,
    (next) => {
      setNames(next)
      keep('columns', next)
    },
  ]
}

function ColumnChooser({ chosen, choose }: { chosen: readonly TableColumn[]; choose: (names: string[]) => void }) {
  const say = useSay()
  const names = chosen.map(({ name }) => name)
  return (
    <details className="chooser far">
      <summary>{say(w('显示哪些列', 'Columns'))}</summary>
      <fieldset className="sheet stack tight">
        <legend className="unseen">{say(w('显示哪些列', 'Columns'))}</legend>
        {tableColumns.map(({ name, words }) => (
          <label key={name} className="line">
            <input
              type="checkbox"
              checked={names.includes(name)}
              disabled={name === 'number'}
              onChange={({ target }) => choose(target.checked ? [...names, name] : names.filter((one) => one !== name))}
            />
            {say(words)}
          </label>
        ))}
      </fieldset>
    </details>
  )
}
