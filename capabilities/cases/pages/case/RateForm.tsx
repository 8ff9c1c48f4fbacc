import { useState } from 'react'
import { Lines } from '#web/shared/form/Line.tsx'
import { keep, kept } from '#web/shared/kept.ts'
import { useSay, w } from '#web/shared/language.ts'
import { Trouble } from '#web/shared/parts.tsx'
import type { SeenCase } from '../view.ts'
import { levelWords } from '../words.ts'
import { type After, useCommand } from './useCommand.ts'

/** Rating in two taps: solved or not, and how satisfied. */
export function RateForm({ item, after }: { item: SeenCase; after: After }) {
  const say = useSay()
  // Kept on this device until it is sent, as what is typed into any form.
  const place = `form.${item.id}.rate`
  const [typed, setTyped] = useState<{ solved?: boolean; words: string }>(() => ({ words: '', ...kept(place, {}) }))
  const { solved, words } = typed
  const change = (part: { solved: boolean } | { words: string }) => {
    const next = { ...typed, ...part }
    setTyped(next)
    keep(place, next)
  }
  const { busy, problem, press } = useCommand(item, 'rate', w('评价', 'Rating'), (view, told, good) => {
    if (good !== false) keep(place, undefined)
    after(view, told, good)
  })
  const rate = (level: number) => press({ solved, level, ...(words.trim() && { words: words.trim() }) })
  return (
    <section className="sheet stack" aria-label={say(w('评价', 'Rating'))}>
      <h2>{say(w('问题解决了吗？', 'Is it solved?'))}</h2>
      <div className="line" style={{ flexWrap: 'nowrap' }}>
        <button
          type="button"
          style={{ flex: 1 }}
          className={solved === true ? 'button main' : 'button'}
          aria-pressed={solved === true}
          onClick={() => change({ solved: true })}
        >
          {say(w('解决了', 'Solved'))}
        </button>
        <button
          type="button"
          style={{ flex: 1 }}
          className={solved === false ? 'button main' : 'button'}
          aria-pressed={solved === false}
          onClick={() => change({ solved: false })}
        >
          {say(w('没解决', 'Not solved'))}
        </button>
      </div>
      {solved !== undefined && (
        <>
          {!solved && (
            <p className="note warm">
              {say(w('评“没解决”，会退回承办单位重新办理。', 'It goes back to whoever handled it, for another round.'))}
            </p>
          )}
          <Lines
            label={w('想说的话', 'Anything to add')}
            value={words}
            change={(next) => change({ words: next })}
            optional
            most={1000}
          />
          <h3>{say(w('您满意吗？点一下就送出', 'How satisfied? One tap sends it'))}</h3>
          <div className="levels">
            {levelWords
              .map((level, index) => (
                <button key={level.zh} type="button" className="button" disabled={busy} onClick={() => rate(index + 1)}>
                  {say(level)}
                </button>
              ))
              .toReversed()}
          </div>
        </>
      )}
      <Trouble problem={problem} />
    </section>
  )
}
