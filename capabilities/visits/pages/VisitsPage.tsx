import { useState } from 'react'
import { command } from '#web/shared/ask.ts'
import { Back } from '#web/shared/Back.tsx'
import { Frame } from '#web/shared/Frame.tsx'
import { Tick } from '#web/shared/form/Choice.tsx'
import { Line, Lines } from '#web/shared/form/Line.tsx'
import { useSay, w } from '#web/shared/language.ts'
import { useLoaded } from '#web/shared/loaded.ts'
import { Empty, Skeleton, Stale, Trouble } from '#web/shared/parts.tsx'
import { useSending } from '#web/shared/sending.ts'
import type { DueList, SeenVisit } from '../contract.ts'
import { DueSays } from './DueSays.tsx'

const keyOf = ({ network, what }: { network: string; what: string }) => `${network}/${what}`

/** What is due in the grid of one's post, for all its networks in one list: what a visit did is ticked, and sent once. */
export default function VisitsPage() {
  const say = useSay()
  const { value, problem, since, reload } = useLoaded<DueList>('/api/visits/due')
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
        {value && value.due.length > 0 && <Making key={value.visits.length} list={value} made={reload} />}
        {value && <Made list={value} changed={reload} />}
      </div>
    </Frame>
  )
}

function Making({ list: { name, today, due }, made }: { list: DueList; made: () => void }) {
  const say = useSay()
  const [ticked, setTicked] = useState<readonly string[]>([])
  const [on, setOn] = useState(today)
  const [note, setNote] = useState('')
  const { busy, problem, press } = useSending((input: object, key) => command('/api/visits', input, key), made)
  const done = due.filter((item) => ticked.includes(keyOf(item))).map(({ network, what }) => ({ network, what }))
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        if (done.length > 0) void press({ on, done, ...(note.trim() && { note: note.trim() }) })
      }}
    >
      <fieldset className="field stack close">
        <legend className="legend">{name}</legend>
        {due.map((item) => (
          <div key={keyOf(item)}>
            <Tick
              words={w(item.what, item.what)}
              value={ticked.includes(keyOf(item))}
              choose={(chosen) => setTicked(chosen ? [...ticked, keyOf(item)] : ticked.filter((one) => one !== keyOf(item)))}
            />
            <p className="soft small">
              {say(item.networkName)} · <DueSays due={item} today={today} />
            </p>
          </div>
        ))}
      </fieldset>
      <Line label={w('哪天去的', 'On which day')} type="date" value={on} change={setOn} max={today} />
      <Lines
        label={w('要记一句的（不写居民姓名、电话；两年后忘记）', 'A note (nobody’s name or number; forgotten after two years)')}
        value={note}
        change={setNote}
        most={300}
        optional
      />
      <Trouble problem={problem} />
      <button type="submit" className="button main wide" disabled={busy || done.length === 0}>
        {say(
          done.length === 0
            ? w('先勾上做了的', 'Tick what was done')
            : w(`记下这 ${done.length} 项`, `Write down these ${done.length}`),
        )}
      </button>
    </form>
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
