import { useSay, w } from '../../shared/language.ts'

interface Turned {
  /** What the page that is shown was asked for with; the latest, without it. */
  before: string | undefined
  /** With what the page before it in time is asked for, where there is one. */
  next: string | undefined
  turn: (before: string | undefined) => void
}

/** Turns the pages of what is listed latest first. */
export function Earlier({ before, next, turn }: Turned) {
  const say = useSay()
  return (
    <div className="line">
      {before !== undefined && (
        <button type="button" className="button" onClick={() => turn(undefined)}>
          {say(w('回到最新', 'To the latest'))}
        </button>
      )}
      {next !== undefined && (
        <button type="button" className="button far" onClick={() => turn(next)}>
          {say(w('更早的', 'Earlier'))}
        </button>
      )}
    </div>
  )
}
