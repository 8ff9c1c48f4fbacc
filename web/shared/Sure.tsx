import { useSay, type Words, w } from './language.ts'

interface Asked {
  act: Words
  /** What is lost by it. */
  means: Words
  busy: boolean
  done: () => void
  /** For whoever hears the page, where several acts are called alike. */
  of?: string
}

/** An act that loses something: it opens first, says what it means, and is done by a second press. */
export function Sure({ act, means, busy, done, of }: Asked) {
  const say = useSay()
  return (
    <details className="small">
      <summary>
        {say(act)}
        {of !== undefined && <span className="unseen"> {of}</span>}
      </summary>
      <p className="soft">{say(means)}</p>
      <button type="button" className="button" disabled={busy} onClick={done}>
        {say(w(`确定${act.zh}`, `Yes: ${act.en}`))}
      </button>
    </details>
  )
}
