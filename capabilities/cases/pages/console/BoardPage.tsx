import { useCallback, useEffect, useRef, useState } from 'react'
import { useSearchParams } from 'wouter'
import { useSay, w } from '#web/shared/language.ts'
import { useLive } from '#web/shared/live.ts'
import { useLoaded } from '#web/shared/loaded.ts'
import { Due, Skeleton, Trouble, When } from '#web/shared/parts.tsx'
import { useSession } from '#web/shared/session.tsx'
import type { CaseCount } from '../../contract/answers.ts'
import { useMatter } from '../matter.ts'
import { StateChip } from '../StateChip.tsx'
import { isOpen } from '../states.ts'
import type { CasePage, CaseRow } from '../view.ts'
import { Beside } from './Beside.tsx'
import { BoardBar } from './BoardBar.tsx'
import { type Column, columnsOf } from './boardColumns.ts'
import { Explained } from './Explained.tsx'

/** The board: what has no holder, what is contested, what runs out; a case opens beside it, so that nobody loses their place. */
export default function BoardPage() {
  const say = useSay()
  const { value: session } = useSession()
  const [search, setSearch] = useSearchParams()
  const open = search.get('open') ?? undefined
  const columns = columnsOf(session?.role)
  const board = useRef<HTMLDivElement>(null)
  const [counts, setCounts] = useState<Readonly<Record<string, string>>>({})
  const told = useCallback((name: string, count: string) => setCounts((before) => ({ ...before, [name]: count })), [])
  const choose = (id: string | undefined) =>
    setSearch((current) => {
      if (id === undefined) current.delete('open')
      else current.set('open', id)
      return current
    })
  return (
    <div className={open === undefined ? 'stack' : 'stack with-beside'}>
      <h1>{say(w('看板', 'Board'))}</h1>
      <BoardBar key={session?.role} board={board} columns={columns} counts={counts} />
      <div ref={board} className="board">
        {columns.map((column) => (
          <Part key={column.name} column={column} open={open} choose={choose} told={told} />
        ))}
      </div>
      {open !== undefined && <Beside id={open} close={() => choose(undefined)} />}
    </div>
  )
}

const shown = 30

interface InColumn {
  column: Column
  open: string | undefined
  choose: (id: string) => void
  /** Hears how many there are. */
  told: (name: string, count: string) => void
}

function Part({ column: { name, words, empty, query, rule }, open, choose, told }: InColumn) {
  const say = useSay()
  const { value, problem, reload } = useLoaded<CasePage>(`/api/cases?${new URLSearchParams({ ...query, limit: String(shown) })}`)
  // Only a column that is longer than what is shown is counted by itself.
  const all = useLoaded<CaseCount>(value?.next === undefined ? undefined : `/api/cases/count?${new URLSearchParams(query)}`)
  useLive(() => {
    reload()
    all.reload()
  })
  const count = value && (value.next === undefined ? `${value.rows.length}` : all.value ? countOf(all.value) : `${shown}+`)
  useEffect(() => {
    if (count !== undefined) told(name, count)
  }, [told, name, count])
  return (
    <section className="stack close" data-column={name} aria-label={say(words)}>
      <h2 className="line">
        {say(words)}
        {count !== undefined && <span className="count">{count}</span>}
        {rule && <Explained what={words} rule={rule} />}
      </h2>
      <Trouble problem={problem} again={reload} />
      {!value && !problem && <Skeleton rows={3} />}
      {value?.rows.length === 0 && <p className="soft small">{say(empty)}</p>}
      <ul className="stack tight">
        {value?.rows.map((row) => (
          <li key={row.id}>
            <Ticket row={row} current={row.id === open} choose={choose} />
          </li>
        ))}
      </ul>
      {value?.next !== undefined && (
        <p className="soft small">
          {say(w(`先列 ${shown} 件，办掉一件补一件。`, `The first ${shown}: as one goes, the next comes.`))}
        </p>
      )}
    </section>
  )
}

const number = new Intl.NumberFormat('zh-CN')
const countOf = ({ count, more }: CaseCount): string => `${number.format(count)}${more ? '+' : ''}`

function Ticket({ row, current, choose }: { row: CaseRow; current: boolean; choose: (id: string) => void }) {
  const say = useSay()
  const matter = useMatter(row)
  return (
    <button type="button" className={current ? 'ticket current' : 'ticket'} aria-pressed={current} onClick={() => choose(row.id)}>
      <StateChip state={row.state} dueAt={row.dueAt} yellowAt={row.yellowAt} />
      <span className="strong">{matter}</span>
      <span className="small">{row.place}</span>
      <span className="soft small">
        {row.holder?.unitName ?? say(w('无人承接', 'nobody has it'))} ·{' '}
        {isOpen(row.state) && row.dueAt !== undefined ? (
          <Due at={row.dueAt} yellow={row.yellowAt} />
        ) : (
          <When at={row.reportedAt} />
        )}
      </span>
    </button>
  )
}
