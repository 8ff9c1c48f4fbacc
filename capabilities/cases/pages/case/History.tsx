import { LongWords } from '#web/shared/LongWords.tsx'
import { useSay, type Words, w } from '#web/shared/language.ts'
import type { Loaded } from '#web/shared/loaded.ts'
import { Skeleton, Trouble, When } from '#web/shared/parts.tsx'
import { calledWords } from '#web/shared/roles.ts'
import { stateWords } from '../../contract/states.ts'
import { commandWords } from '../commands.ts'
import { spokenStep } from '../spoken.ts'
import type { SeenEvent } from '../view.ts'
import { fieldWords, valueWords } from '../words.ts'
import { Pictures } from './Pictures.tsx'

interface Shown {
  id: string
  events: Loaded<SeenEvent[]>
  staff: boolean
}

/**
 * Every step, the latest first: when, who, and what was said. For a reporter in spoken words. Calls of the clock that follow
 * each other are one line, since ten of them hide what people did.
 */
export function History({ id, events: { value, problem, reload }, staff }: Shown) {
  const say = useSay()
  return (
    <section className="stack close">
      <h2>{say(w('办理经过', 'What happened'))}</h2>
      <Trouble problem={problem} again={reload} />
      {!value && !problem && <Skeleton rows={3} />}
      {value && (
        <ol className="history">
          {gathered(value).map(({ event: { sequence, command, label, at, saidAt, by, state, said, photos }, times }) => (
            <li key={sequence}>
              <p className="line">
                <span className="strong">
                  {say((staff ? undefined : spokenStep(command)) ?? commandWords(command, label.zh))}
                  {times > 1 && say(w(`（${times} 次）`, ` (${times} times)`))}
                </span>
                {staff && state !== undefined && <span className="soft small">→ {say(stateWords(state))}</span>}
              </p>
              <p className="soft small">
                <When at={at} /> · {[by.unitName, say(calledWords(by.name || by.role))].filter(Boolean).join(' ')}
                {saidAt !== undefined && (
                  <>
                    {say(w('（离线时填写：', ' (written offline: '))}
                    <When at={saidAt} />
                    {say(w('）', ')'))}
                  </>
                )}
              </p>
              {said.map(({ field, text }) => (
                <LongWords key={field} className="said" words={say(valueWords(text))}>
                  {said.length > 1 && <span className="soft">{say(named(fieldWords(command, field)))}</span>}
                </LongWords>
              ))}
              <Pictures id={id} photos={photos} />
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}

const named = ({ zh, en }: Words): Words => w(`${zh}：`, `${en}: `)

/** The steps from the latest on; of calls of the clock in a row the latest, with how many they were. */
function gathered(events: readonly SeenEvent[]): { event: SeenEvent; times: number }[] {
  const rows: { event: SeenEvent; times: number }[] = []
  for (const event of events.toReversed()) {
    const last = rows.at(-1)
    const again = clockCalls.has(event.command) && last?.event.command === event.command && event.said.length === 0
    if (again && last) last.times++
    else rows.push({ event, times: 1 })
  }
  return rows
}
const clockCalls = new Set(['warn', 'alert'])
