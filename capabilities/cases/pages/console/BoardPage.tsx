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
import { UrgentChip } from '../UrgentChip.tsx'
import type { CasePage, CaseRow } from '../view.ts'
import { Beside } from './Beside.tsx'
import { BoardBar, beforeWords, type Counted } from './BoardBar.tsx'
import { type Column, columnsOf } from './boardColumns.ts'
import { countOf } from './counted.ts'
import { Explained } from './Explained.tsx'
import './board.css'

/** The board: what has no holder, what is contested, what runs out; a case opens beside it, so that nobody loses their place. */
export default function BoardPage() {
  const say = useSay()
  const { value: session } = useSession()
  const [search, setSearch] = useSearchParams()
  const open = search.get('open') ?? undefined
  const columns = columnsOf(session?.role)
  const board = useRef<HTMLDivElement>(null)
  const [told, setTold] = useState<Readonly<Record<string, Told>>>({})
  const tell = useCallback((name: string, one: Told) => setTold((before) => ({ ...before, [name]: one })), [])
  const choose = (id: string | undefined) =>
    setSearch((current) => {
      if (id === undefined) current.delete('open')
      else current.set('open', id)
      return current
    })
  return (
    <div className={open === undefined ? 'stack' : 'stack with-beside'}>
      <h1>{say(w('看板', 'Board'))}</h1>
      <BoardBar key={session?.role} board={board} columns={columns} counts={told} />
      <div ref={board} className="board">
        {columns.map((column, place) => (
          <Part
            key={column.name}
            {...{ column, open, choose, tell }}
            standing={idsIn(columns.slice(0, place).map(({ name }) => told[name]))}
          />
        ))}
      </div>
      {open !== undefined && <Beside id={open} close={() => choose(undefined)} />}
    </div>
  )
}

/** So many cards a column shows, and so many of its cases it knows, to leave out those of the columns before it. */
const [shown, known] = [30, 100]

/** What a column says of itself: how many cards it has, what else fits it that stands before it, and of which cases it knows. */
interface Told extends Counted {
  ids: readonly string[]
}

/** The cases of some columns; nothing as long as one of them has not said which it has. */
const idsIn = (columns: readonly (Told | undefined)[]): string | undefined =>
  columns.every((one) => one !== undefined) ? columns.flatMap(({ ids }) => ids).join(' ') : undefined

interface InColumn {
  column: Column
  open: string | undefined
  choose: (id: string) => void
  /** The ids in the columns before it, with blanks between: a case stands once, in the first that it fits. */
  standing: string | undefined
  tell: (name: string, told: Told) => void
}

function Part({ column: { name, words, empty, query, rule }, open, choose, standing, tell }: InColumn) {
  const say = useSay()
  const { value, problem, reload } = useLoaded<CasePage>(`/api/cases?${new URLSearchParams({ ...query, limit: String(known) })}`)
  // Only a column that is longer than what is known of it is counted by itself.
  const all = useLoaded<CaseCount>(value?.next === undefined ? undefined : `/api/cases/count?${new URLSearchParams(query)}`)
  useLive(() => {
    reload()
    all.reload()
  })
  const taken = standing === undefined ? undefined : new Set(standing.split(' '))
  const rows = taken && value?.rows.filter(({ id }) => !taken.has(id))
  const ids = value?.rows.map(({ id }) => id).join(' ') ?? (problem && '')
  const whole = value && (value.next === undefined ? { count: value.rows.length, more: false } : all.value)
  const count =
    rows && value && (whole ? countOf({ ...whole, count: whole.count - value.rows.length + rows.length }) : `${rows.length}+`)
  const before = rows && value ? value.rows.length - rows.length : 0
  useEffect(() => {
    if (ids !== undefined) tell(name, { count: count ?? '', before, ids: ids.split(' ') })
  }, [tell, name, count, before, ids])
  return (
    <section className="stack close" data-column={name} aria-label={say(words)}>
      <h2 className="line">
        {say(words)}
        {count !== undefined && <span className="count">{count}</span>}
        {before > 0 && rows?.length !== 0 && <span className="soft small">{say(beforeWords(before))}</span>}
        {rule && <Explained what={words} rule={rule} />}
      </h2>
      <Trouble problem={problem} again={reload} />
      {!rows && !problem && <Skeleton rows={3} />}
      {rows?.length === 0 && (
        <p className="soft small">
          {say(value?.rows.length === 0 ? empty : w('都在前面几栏里了。', 'All of them stand in the columns before.'))}
        </p>
      )}
      <ul className="stack tight">
        {rows?.slice(0, shown).map((row) => (
          <li key={row.id}>
            <Ticket row={row} current={row.id === open} choose={choose} />
          </li>
        ))}
      </ul>
      {(value?.next !== undefined || (rows && rows.length > shown)) && (
        <p className="soft small">
          {say(w(`先列 ${shown} 件，办掉一件补一件。`, `The first ${shown}: as one goes, the next comes.`))}
        </p>
      )}
    </section>
  )
}

function Ticket({ row, current, choose }: { row: CaseRow; current: boolean; choose: (id: string) => void }) {
  const say = useSay()
  const matter = useMatter(row)
  // What is resolved or closed has nobody any more, and wants nobody.
  const holder = row.holder?.unitName ?? (isOpen(row.state) ? say(w('无人承接', 'nobody has it')) : undefined)
  return (
    <button type="button" className={current ? 'ticket current' : 'ticket'} aria-pressed={current} onClick={() => choose(row.id)}>
      <span className="line">
        <StateChip state={row.state} dueAt={row.dueAt} yellowAt={row.yellowAt} />
        <UrgentChip urgency={row.urgency} />
      </span>
      <span className="strong">{matter}</span>
      <span className="small">{row.place}</span>
      <span className="soft small">
        {holder !== undefined && <>{holder} · </>}
        {isOpen(row.state) && row.dueAt !== undefined ? (
          <Due at={row.dueAt} yellow={row.yellowAt} />
        ) : (
          <When at={row.reportedAt} />
        )}
      </span>
    </button>
  )
}
