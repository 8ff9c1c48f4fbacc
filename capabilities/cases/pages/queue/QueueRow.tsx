import { useEffect, useRef } from 'react'
import { Link } from 'wouter'
import type { Reply } from '#web/shared/ask.ts'
import { useSay, w } from '#web/shared/language.ts'
import type { Queued } from '#web/shared/offline/database.ts'
import { Due, NotSentYet, Trouble, When } from '#web/shared/parts.tsx'
import { useSending } from '#web/shared/sending.ts'
import { commandWords } from '../commands.ts'
import { useMatter } from '../matter.ts'
import { StateChip } from '../StateChip.tsx'
import { isOpen } from '../states.ts'
import { UrgentChip } from '../UrgentChip.tsx'
import type { CaseRow, CommandReply, FlowDescription } from '../view.ts'
import { rememberOpened } from './order.ts'
import { type Held, type Taking, takeIn, takingOf } from './taking.ts'

interface Row {
  row: CaseRow
  current: boolean
  /** Whether my own post has it. */
  mine: boolean
  flow: FlowDescription | undefined
  /** What was pressed for it and waits on this device. */
  waiting: readonly Queued[]
  /** Told what was done from the row, and nothing as soon as something is pressed. */
  taken: (told: string) => void
  reload: () => void
  /** Whether it is one of several that are to be taken in at once, while they are ticked. */
  ticked?: { on: boolean; set: (on: boolean) => void } | undefined
}

/** What most cases in hand are ended by: its form opens from the list itself. */
const ending: Record<string, string> = { accepted: 'solveOnSite', handling: 'resolve' }

/** One case of the queue: what, where, until when. */
export function QueueRow({ row, current, mine, flow, waiting, taken, reload, ticked }: Row) {
  const say = useSay()
  const matter = useMatter(row)
  const card = useRef<HTMLElement>(null)
  useEffect(() => {
    if (!current) return
    card.current?.scrollIntoView({ block: 'nearest' })
    card.current?.querySelector('a')?.focus({ preventScroll: true })
  }, [current])
  const take = mine && waiting.length === 0 && !ticked ? takingOf(row) : undefined
  const end = mine && waiting.length === 0 && !ticked ? ending[row.state] : undefined
  const { busy, problem, press } = useSending(
    async (taking: Taking, key): Promise<Reply<CommandReply | Held>> => {
      const reply = await takeIn(row, taking, key, flow)
      if (!reply.done && reply.problem.status === 409) setTimeout(reload, 4000)
      return reply
    },
    (value) => {
      if ('held' in value) return taken(say(value.held))
      taken(say(w(`${row.number} 已承接，在“办理中”里`, `${row.number} is yours: see “In hand”`)))
      reload()
    },
  )
  const chip = <StateChip state={row.state} dueAt={row.dueAt} yellowAt={row.yellowAt} />
  const begin = () => {
    if (!take) return
    taken('')
    press(take)
  }
  return (
    <article ref={card} className={current ? 'card whole current' : 'card whole'}>
      <div className="stack tight">
        <div className="line">
          {ticked ? (
            <label className="line">
              <input
                type="checkbox"
                checked={ticked.on}
                onChange={({ target }) => ticked.set(target.checked)}
                aria-label={say(w(`选中 ${row.number}`, `Choose ${row.number}`))}
              />
              {chip}
            </label>
          ) : (
            chip
          )}
          <UrgentChip urgency={row.urgency} />
          {row.round > 1 && <span className="soft small">{say(w(`第 ${row.round} 轮`, `round ${row.round}`))}</span>}
        </div>
        <Link className="open" href={`/case/${row.id}`} onClick={() => rememberOpened(row.id)}>
          {matter}
        </Link>
      </div>
      <div className="stack tight small">
        <p>{row.place}</p>
        <p>
          {isOpen(row.state) && row.dueAt !== undefined ? (
            <Due at={row.dueAt} yellow={row.yellowAt} />
          ) : (
            <When at={row.reportedAt} />
          )}
        </p>
        <p className="soft">
          {row.number}
          {!mine && row.holder && ` · ${row.holder.unitName}`}
          {row.followers > 0 && say(w(` · ${row.followers} 人附议`, ` · ${row.followers} joined`))}
        </p>
      </div>
      {waiting.map(({ key, title, problem: refused }) => (
        <NotSentYet key={key} title={title} asks={refused !== undefined} />
      ))}
      {take && (
        <button type="button" className="button main" data-take disabled={busy} onClick={begin}>
          {say(busy ? w('…', '…') : take.words)}
        </button>
      )}
      {end !== undefined && (
        <Link className="button" href={`/case/${row.id}?do=${end}`} onClick={() => rememberOpened(row.id)}>
          {say(commandWords(end, flow?.commands[end]?.zh ?? end))}
        </Link>
      )}
      <Trouble problem={problem} />
    </article>
  )
}
