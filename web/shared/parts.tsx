import type { ReactNode } from 'react'
import type { Problem } from './ask.ts'
import { useSay, type Words, w } from './language.ts'
import { useNow } from './now.ts'
import { dayName, exact, happened, instantOf, untilDue } from './time.ts'

const intoView = (note: HTMLElement | null) => note?.scrollIntoView({ block: 'nearest' })

/** Why something was not done: what happened, what was kept, and what to do, in the server's own words. Comes into view by itself. */
export function Trouble({ problem, again }: { problem: Problem | undefined; again?: () => void }) {
  const say = useSay()
  if (!problem) return null
  return (
    <div className="note bad stack close" role="alert" ref={intoView}>
      <p>{say(problem.because)}</p>
      {again && (
        <button type="button" className="button" onClick={again}>
          {say(w('再试一次', 'Try again'))}
        </button>
      )}
    </div>
  )
}

/** Grey bars, only for what takes longer than 300 ms. */
export function Skeleton({ rows = 4 }: { rows?: number }) {
  const say = useSay()
  return (
    <div className="skeleton" role="status" aria-label={say(w('正在打开', 'Opening'))}>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: bars have nothing but their number
        <span key={row} />
      ))}
    </div>
  )
}

/** Says that there is no network, and that this is what was kept from before. */
export function Stale({ since }: { since: string | undefined }) {
  const say = useSay()
  if (since === undefined) return null
  return (
    <p className="note warm">
      {say(w('现在没有网络，这是之前存下的：', 'No network: this is as it was '))}
      <When at={since} />
    </p>
  )
}

/** What waits on this device to be sent, or needs a decision there. */
export function NotSentYet({ title, asks }: { title: Words; asks: boolean }) {
  const say = useSay()
  return (
    <p className={asks ? 'note bad' : 'note'}>
      {say(
        asks
          ? w(`${title.zh}：没有办成，要您决定`, `${title.en}: needs your decision`)
          : w(`${title.zh}：还没送出`, `${title.en}: not sent yet`),
      )}
    </p>
  )
}

/** An empty page says why it is empty, and what to do. */
export function Empty({ words, children }: { words: Words; children?: ReactNode }) {
  const say = useSay()
  return (
    <div className="empty">
      <p>{say(words)}</p>
      {children}
    </div>
  )
}

/** When something happened, relative and exact. */
export function When({ at }: { at: string }) {
  const [say, now] = [useSay(), useNow()]
  return <time dateTime={at}>{say(happened(Date.parse(at), now))}</time>
}

/** A moment exactly. */
export function At({ at }: { at: string }) {
  const [say, now] = [useSay(), useNow()]
  return <time dateTime={at}>{say(exact(Date.parse(at), now))}</time>
}

/** A day, `2026-03-02`, as people say it. */
export function OnDay({ day }: { day: string }) {
  const [say, now] = [useSay(), useNow()]
  return <time dateTime={day}>{say(dayName(Date.parse(instantOf(`${day}T00:00`)), now))}</time>
}

/** Until when, relative and exact; coloured when it runs out. */
export function Due({ at, yellow }: { at: string; yellow?: string | undefined }) {
  const [say, now] = [useSay(), useNow()]
  const due = Date.parse(at)
  const look = due < now ? 'due-over' : yellow !== undefined && Date.parse(yellow) < now ? 'due-soon' : undefined
  return (
    <time dateTime={at} className={look}>
      {say(untilDue(due, now))}
    </time>
  )
}
