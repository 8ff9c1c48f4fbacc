import { useState } from 'react'
import { command } from '#web/shared/ask.ts'
import { Back } from '#web/shared/Back.tsx'
import { Frame } from '#web/shared/Frame.tsx'
import { useSay, type Words, w } from '#web/shared/language.ts'
import { useLoaded } from '#web/shared/loaded.ts'
import { useArrival, useQueued } from '#web/shared/offline/useQueued.ts'
import { Empty, NotSentYet, Skeleton, Stale, Trouble } from '#web/shared/parts.tsx'
import { useSending } from '#web/shared/sending.ts'
import type { DueList, SeenVisit } from '../contract.ts'
import { Making } from './Making.tsx'
import { isVisit, title } from './making.ts'

/** What is due in the grid of one's post, for all its networks in one list: what a visit did is ticked, and sent once. */
export default function VisitsPage() {
  const say = useSay()
  const { value, problem, since, reload } = useLoaded<DueList>('/api/visits/due')
  const waiting = useQueued().mine.filter(isVisit)
  const [told, setTold] = useState<Words>()
  useArrival((_, entry) => {
    if (!isVisit(entry)) return
    setTold(w('走访已送出、记下了。', 'The visit was sent and written down.'))
    reload()
  })
  const made = (words: Words) => {
    setTold(words)
    reload()
    scrollTo(0, 0)
  }
  return (
    <Frame title={w('走访', 'Visits')}>
      <div className="stack">
        <Back />
        <h1>{say(w('走访清单', 'What is due'))}</h1>
        <p className="soft">
          {say(
            w(
              '各个网络的事合在一张单子上，去一趟，做了哪些勾哪些。只记哪天做了什么，不打卡、不记路线。',
              'What all networks ask stands in one list: tick what one visit did. Only the day and what was done are kept: nobody clocks in, no way is followed.',
            ),
          )}
        </p>
        <p role="status" className={told ? 'note good' : 'unseen'}>
          {told && say(told)}
        </p>
        {waiting.map(({ key, problem: refused }) => (
          <NotSentYet key={key} title={title} asks={refused !== undefined} />
        ))}
        <Stale since={since} />
        <Trouble problem={problem} again={reload} />
        {!value && !problem && <Skeleton rows={6} />}
        {value && value.due.length === 0 && (
          <Empty
            words={w(
              '这个网格还没有服务事项，请系统管理员在“多网融合”里登记。',
              'No network asks anything of this grid yet: the administrator names them under networks.',
            )}
          />
        )}
        {value && value.due.length > 0 && <Making key={value.grid} list={value} waiting={waiting} made={made} />}
        {value && <Made list={value} changed={reload} />}
      </div>
    </Frame>
  )
}

function Made({ list: { visits }, changed }: { list: DueList; changed: () => void }) {
  const say = useSay()
  const { busy, problem, press } = useSending(
    ({ id, version }: { id: string; version: number }, key) => command(`/api/visits/${id}/takeBack`, {}, key, version),
    changed,
  )
  if (visits.length === 0) return null
  return (
    <section className="stack close">
      <h2>{say(w('最近的走访', 'The latest visits'))}</h2>
      <Trouble problem={problem} />
      <ul className="rows tall">
        {visits.map(({ id, version, on, done, noted, by, state, may }) => (
          <li key={id} className="stack tight">
            <span>
              <span className="strong">{on}</span> <span className="soft small">{by}</span>
              {state === 'takenBack' && <span className="chip">{say(w('已撤回', 'taken back'))}</span>}
            </span>
            <span className="small">{done.map(({ what }) => what).join(say(w('；', '; ')))}</span>
            {noted && <Note id={id} />}
            {may.includes('takeBack') && (
              <button type="button" className="button plain" disabled={busy} onClick={() => void press({ id, version })}>
                {say(w('记错了，撤回', 'A mistake: take it back'))}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** A note stays closed until somebody asks: that they did is written down. */
function Note({ id }: { id: string }) {
  const say = useSay()
  const [open, setOpen] = useState(false)
  const { value, problem, reload } = useLoaded<{ item: SeenVisit }>(open ? `/api/visits/${id}` : undefined)
  if (!open)
    return (
      <button type="button" className="button plain" onClick={() => setOpen(true)}>
        {say(w('看记的话（会记下来）', 'Read the note (written down)'))}
      </button>
    )
  return (
    <>
      <Trouble problem={problem} again={reload} />
      {value && <span className="small">{value.item.note || say(w('已过保存期', 'Kept no longer'))}</span>}
    </>
  )
}
