import { useState } from 'react'
import { command } from '#web/shared/ask.ts'
import { useSay, w } from '#web/shared/language.ts'
import { Trouble } from '#web/shared/parts.tsx'
import { useSending } from '#web/shared/sending.ts'
import type { Standing } from './standing.ts'

/** Taking one's declaration back, once one is sure. */
export function Withdraw({ id, changed }: Standing) {
  const say = useSay()
  const [asking, setAsking] = useState(false)
  const { busy, problem, press } = useSending(
    (input: object, key) => command(`/api/declarations/${id}/withdraw`, input, key),
    changed,
  )
  if (!asking)
    return (
      <button type="button" className="button plain wide" onClick={() => setAsking(true)}>
        {say(w('撤回亮身份', 'Take my declaration back'))}
      </button>
    )
  return (
    <section className="sheet stack close">
      <p>
        {say(
          w(
            '撤回后，您认领的责任区一并结束，写下的话当即删除。以后可以重新亮身份。',
            'What you claimed ends with it, and what you wrote is deleted at once. You may declare anew later.',
          ),
        )}
      </p>
      <Trouble problem={problem} />
      <div className="line">
        <button type="button" className="button danger" disabled={busy} onClick={() => press({})}>
          {say(w('确定撤回', 'Take it back'))}
        </button>
        <button type="button" className="button plain" onClick={() => setAsking(false)}>
          {say(w('先不撤', 'Not now'))}
        </button>
      </div>
    </section>
  )
}
