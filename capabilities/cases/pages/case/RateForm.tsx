import { useState } from 'react'
import { Lines } from '#web/shared/form/Line.tsx'
import { keep, kept } from '#web/shared/kept.ts'
import { useSay, type Words, w } from '#web/shared/language.ts'
import { Trouble } from '#web/shared/parts.tsx'
import type { SeenCase } from '../view.ts'
import { levelWords } from '../words.ts'
import { type After, useCommand } from './useCommand.ts'

interface Typed {
  solved?: boolean
  level?: number
  words: string
  /** Somebody who adds words sends them by a button; else the second tap sends. */
  writing?: boolean
}

/** Rating in two taps, in either order: solved or not, and how satisfied. All choices are seen at once; words come last. */
export default function RateForm({ item, after }: { item: SeenCase; after: After }) {
  const say = useSay()
  // Kept on this device until it is sent, as what is typed into any form.
  const place = `form.${item.id}.rate`
  const [typed, setTyped] = useState<Typed>(() => ({ words: '', ...kept<Partial<Typed>>(place, {}) }))
  const { solved, level, words, writing = words.trim() !== '' } = typed
  const { busy, problem, press } = useCommand(item, 'rate', w('评价', 'Rating'), (view, told, good) => {
    if (good !== false) keep(place, undefined)
    after(view, told, good)
  })
  const change = (part: Partial<Typed>) => {
    const next = { ...typed, ...part }
    setTyped(next)
    keep(place, next)
    return next
  }
  const send = (rated: Typed) =>
    press({ solved: rated.solved, level: rated.level, ...(rated.words.trim() && { words: rated.words.trim() }) })
  const choose = (part: { solved: boolean } | { level: number }) => {
    const next = change(part)
    if (!writing && isWhole(next)) send(next)
  }
  return (
    <section className="sheet stack close" aria-label={say(w('评价', 'Rating'))}>
      <h2>{say(w('问题解决了吗？', 'Is it solved?'))}</h2>
      <div className="halves">
        {[true, false].map((answer) => (
          <button
            key={String(answer)}
            type="button"
            className={solved === answer ? 'button main' : 'button'}
            aria-pressed={solved === answer}
            disabled={busy}
            onClick={() => choose({ solved: answer })}
          >
            {say(answer ? w('解决了', 'Solved') : w('没解决', 'Not solved'))}
          </button>
        ))}
      </div>
      <p className="soft small">{say(w('“没解决”会退回重新办理。', 'If not, it goes back for another round.'))}</p>
      <h3>
        {say(writing ? w('您满意吗？', 'How satisfied?') : w('您满意吗？点完就送出', 'How satisfied? Both tapped, it is sent'))}
      </h3>
      <div className="levels">
        {levelWords
          .map((name, index) => (
            <button
              key={name.zh}
              type="button"
              className={level === index + 1 ? 'button main' : 'button'}
              aria-pressed={level === index + 1}
              disabled={busy}
              onClick={() => choose({ level: index + 1 })}
            >
              {say(name)}
            </button>
          ))
          .toReversed()}
      </div>
      {!writing && (
        <p role="status" className="strong small">
          {solved === undefined &&
            level !== undefined &&
            say(w('还差一下：上面，问题解决了吗？', 'One tap is missing above: is it solved?'))}
          {solved !== undefined && level === undefined && say(w('还差一下：您满意吗？', 'One tap is missing: how satisfied?'))}
        </p>
      )}
      {writing ? (
        <>
          <Lines
            label={w('想说的话', 'Anything to add')}
            value={words}
            change={(next) => change({ words: next })}
            optional
            most={1000}
          />
          <button type="button" className="button main" disabled={busy || !isWhole(typed)} onClick={() => send(typed)}>
            {say(isWhole(typed) ? w('送出评价', 'Send the rating') : missing(typed))}
          </button>
        </>
      ) : (
        <button type="button" className="button plain" disabled={busy} onClick={() => change({ writing: true })}>
          {say(w('还想说几句再送', 'Add some words before it is sent'))}
        </button>
      )}
      <Trouble problem={problem} />
    </section>
  )
}

/** What is still to be tapped before it can be sent. */
const missing = ({ solved, level }: Typed): Words =>
  solved === undefined && level === undefined
    ? w('先点上面两样', 'Tap both of the above first')
    : solved === undefined
      ? w('还差一样：问题解决了吗', 'One is missing: is it solved?')
      : w('还差一样：您满意吗', 'One is missing: how satisfied?')

const isWhole = ({ solved, level }: Typed): boolean => solved !== undefined && level !== undefined
