import { useState } from 'react'
import { command } from '#web/shared/ask.ts'
import { Choice } from '#web/shared/form/Choice.tsx'
import { Line, Lines } from '#web/shared/form/Line.tsx'
import { keep, kept } from '#web/shared/kept.ts'
import { useSay, type Words, w } from '#web/shared/language.ts'
import { Trouble } from '#web/shared/parts.tsx'
import { useSending } from '#web/shared/sending.ts'
import type { SeenBulletin } from '../contract/item.ts'
import { isKind, kinds } from '../contract/kinds.ts'
import { type Draft, draftOf, empty, inputOf, lacking, readableOf } from './draft.ts'
import { PlacesField } from './PlacesField.tsx'
import { Reading } from './Reading.tsx'

interface Writing {
  /** The bulletin that is corrected; none, for a new one. */
  bulletin?: SeenBulletin
  signedBy: string
  done: (id: string) => void
  leave: () => void
}

/** Writing a bulletin, or correcting one: first the words, then how it will read, and only then it is published. */
export function Write({ bulletin, signedBy, done, leave }: Writing) {
  const say = useSay()
  const place = `bulletin.${bulletin?.id ?? 'new'}`
  const [draft, setDraft] = useState<Draft>(() => ({
    ...(bulletin ? draftOf(bulletin) : empty),
    ...kept<Partial<Draft>>(place, {}),
  }))
  const [looking, setLooking] = useState(false)
  const change = (part: Partial<Draft>) => {
    const next = { ...draft, ...part }
    setDraft(next)
    keep(place, next)
  }
  const { busy, problem, press } = useSending(
    (written: Draft, key) =>
      bulletin
        ? command<{ id: string }>(`/api/bulletins/${bulletin.id}/correct`, inputOf(written), key, bulletin.version)
        : command<{ id: string }>('/api/bulletins', { ...inputOf(written), kind: written.kind }, key),
    ({ id }) => {
      keep(place, undefined)
      done(id)
    },
  )
  const title = bulletin ? w('更正通知', 'Correct it') : w('写一个通知', 'Write a bulletin')
  if (looking)
    return (
      <section className="sheet stack">
        <h2>{say(w('居民会这样读到', 'This is how it will read'))}</h2>
        <div className="card">
          <Reading bulletin={readableOf(draft, signedBy)} level="h3" />
        </div>
        <Trouble problem={problem} />
        <div className="line">
          <button type="button" className="button main" disabled={busy} onClick={() => press(draft)}>
            {say(
              busy ? w('正在送出…', 'Sending…') : bulletin ? w('就这样更正', 'Correct it so') : w('就这样发布', 'Publish it so'),
            )}
          </button>
          <button type="button" className="button" onClick={() => setLooking(false)}>
            {say(w('再改改', 'Change it'))}
          </button>
        </div>
      </section>
    )
  return (
    <form
      className="sheet stack"
      onSubmit={(event) => {
        event.preventDefault()
        if (lacking(draft).length === 0) setLooking(true)
      }}
    >
      <h2>{say(title)}</h2>
      {!bulletin && (
        <Choice
          legend={w('什么事', 'About what')}
          options={Object.entries(kinds).map(([value, words]) => ({ value, words }))}
          value={draft.kind}
          choose={(kind) => isKind(kind) && change({ kind })}
        />
      )}
      <PlacesField places={draft.places} change={(places) => change({ places })} />
      <div className="filters">
        <Line label={w('从什么时候', 'From')} type="datetime-local" value={draft.from} change={(from) => change({ from })} />
        <Line label={w('到什么时候', 'Until')} type="datetime-local" value={draft.until} change={(until) => change({ until })} />
      </div>
      <Lines
        label={w('说清什么事', 'What it is')}
        hint={w('比如：供水管道检修，全小区停水', 'For example: the mains are repaired')}
        value={draft.what}
        change={(what) => change({ what })}
        most={500}
      />
      <Lines
        label={w('请居民怎么办', 'What residents should do')}
        hint={w('比如：请提前储水', 'For example: keep some water')}
        value={draft.advice}
        change={(advice) => change({ advice })}
        most={500}
        optional
      />
      <Line
        label={w('有事找谁（单位和电话）', 'Whom to call (a unit and its number)')}
        value={draft.call}
        change={(call) => change({ call })}
        most={100}
        optional
      />
      <p className="soft small">
        {say(
          w(
            '通知人人可读：不要写居民的姓名、门牌和手机号。',
            'Everybody can read it: no resident’s name, door or telephone in it.',
          ),
        )}
      </p>
      <Missing draft={draft} />
      <div className="line">
        <button type="submit" className="button main" aria-disabled={lacking(draft).length > 0}>
          {say(w('看看怎么读', 'See how it reads'))}
        </button>
        <button type="button" className="button plain" onClick={leave}>
          {say(w('先不写', 'Not now'))}
        </button>
      </div>
    </form>
  )
}

const names: Record<ReturnType<typeof lacking>[number], Words> = {
  places: w('通知哪里', 'the places'),
  what: w('什么事', 'what it is'),
  from: w('开始时间', 'from when'),
  until: w('结束时间', 'until when'),
}

/** What the button waits for. */
function Missing({ draft }: { draft: Draft }) {
  const say = useSay()
  const lack = lacking(draft)
  if (lack.length === 0) return null
  return (
    <p className="soft">
      {say(w('还差：', 'Still missing: '))}
      {lack.map((field) => say(names[field])).join(say(w('、', ', ')))}
    </p>
  )
}
