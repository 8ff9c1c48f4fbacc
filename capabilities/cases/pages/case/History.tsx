import { useSay, w } from '#web/shared/language.ts'
import type { Loaded } from '#web/shared/loaded.ts'
import { Skeleton, Trouble, When } from '#web/shared/parts.tsx'
import { commandWords } from '../commands.ts'
import { stateWords } from '../states.ts'
import type { SeenEvent } from '../view.ts'
import { fieldWords, valueWords } from '../words.ts'

/** Every step, the latest first: when, who, and what was said. */
export function History({ events: { value, problem, reload } }: { events: Loaded<SeenEvent[]> }) {
  const say = useSay()
  return (
    <section className="stack close">
      <h2>{say(w('办理经过', 'What happened'))}</h2>
      <Trouble problem={problem} again={reload} />
      {!value && !problem && <Skeleton rows={3} />}
      {value && (
        <ol className="history">
          {value.toReversed().map(({ sequence, command, label, at, saidAt, by, state, said }) => (
            <li key={sequence}>
              <p className="line">
                <span className="strong">{say(commandWords(command, label.zh))}</span>
                {state !== undefined && <span className="soft small">→ {say(stateWords(state))}</span>}
              </p>
              <p className="soft small">
                <When at={at} /> · {[by.unitName, by.name || by.role].filter(Boolean).join(' ')}
                {saidAt !== undefined && say(w('（离线时填写）', ' (written offline)'))}
              </p>
              {said.map(({ field, text }) => (
                <p key={field} className="said">
                  {said.length > 1 && <span className="soft">{say(fieldWords(command, field))}：</span>}
                  {say(valueWords(text))}
                </p>
              ))}
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}
