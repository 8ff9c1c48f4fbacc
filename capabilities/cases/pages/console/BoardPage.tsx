import { useSearchParams } from 'wouter'
import { useSay, w } from '#web/shared/language.ts'
import { useLive } from '#web/shared/live.ts'
import { useLoaded } from '#web/shared/loaded.ts'
import { Due, Skeleton, Trouble, When } from '#web/shared/parts.tsx'
import { useSession } from '#web/shared/session.tsx'
import { useMatter } from '../matter.ts'
import { StateChip } from '../StateChip.tsx'
import { isOpen } from '../states.ts'
import type { CasePage, CaseRow } from '../view.ts'
import { Beside } from './Beside.tsx'
import { type Column, columnsOf } from './boardColumns.ts'

/** The board: what has no holder, what is contested, what runs out; a case opens beside it, so that nobody loses their place. */
export default function BoardPage() {
  const say = useSay()
  const { value: session } = useSession()
  const [search, setSearch] = useSearchParams()
  const open = search.get('open') ?? undefined
  const choose = (id: string | undefined) =>
    setSearch((current) => {
      if (id === undefined) current.delete('open')
      else current.set('open', id)
      return current
    })
  return (
    <div className={open === undefined ? 'stack' : 'stack with-beside'}>
      <h1>{say(w('看板', 'Board'))}</h1>
      <div className="board">
        {columnsOf(session?.role).map((column) => (
          <Part key={column.name} column={column} open={open} choose={choose} />
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
}

function Part({ column: { words, empty, query }, open, choose }: InColumn) {
  const say = useSay()
  const { value, problem, reload } = useLoaded<CasePage>(`/api/cases?${new URLSearchParams({ ...query, limit: String(shown) })}`)
  useLive(reload)
  return (
    <section className="stack close" aria-label={say(words)}>
      <h2 className="line">
        {say(words)}
        {value && <span className="count">{value.next === undefined ? value.rows.length : `${shown}+`}</span>}
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
    </section>
  )
}

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
