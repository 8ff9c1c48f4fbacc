import { useSay, w } from '#web/shared/language.ts'
import { At, Due } from '#web/shared/parts.tsx'
import { stepWords } from '../../contract/steps.ts'
import { spokenNext } from '../spoken.ts'
import { isOpen } from '../states.ts'
import type { SeenCase } from '../view.ts'

/** The limits that run, and how each was counted by the calendar. */
export function Limits({ item, staff }: { item: SeenCase; staff: boolean }) {
  const say = useSay()
  if (item.limits.length === 0 || !isOpen(item.state)) return null
  return (
    <section className="stack close">
      <h2>{say(staff ? w('时限', 'Time limits') : w('最晚什么时候', 'By when at the latest'))}</h2>
      {item.limits.map(({ id, step, startsAt, dueAt, yellowAt, cause, explained }) => (
        <details key={id} className="card">
          <summary>
            <span>
              {say((staff ? undefined : spokenNext(step)) ?? stepWords(step))}
              <br />
              <span className="small">
                <Due at={dueAt} yellow={yellowAt} />
              </span>
            </span>
          </summary>
          <p className="small">
            {say(cause)} · {say(w('从', 'from '))} <At at={startsAt} />
          </p>
          <ol className="stack tight small">
            {explained.map((line) => (
              <li key={line.zh}>{say(line)}</li>
            ))}
          </ol>
        </details>
      ))}
    </section>
  )
}
