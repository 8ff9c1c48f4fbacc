import { useState } from 'react'
import { ask } from '../ask.ts'
import { useSay, type Words, w } from '../language.ts'
import { useNow } from '../now.ts'
import { Trouble } from '../parts.tsx'
import { useSending } from '../sending.ts'
import { isoDay } from '../time.ts'
import { type Entry, registerPath } from './register.ts'

interface Retiring {
  path: string
  entry: Entry
  /** What the button says, what it means, and what is said of one that has ended. */
  words: { end: Words; means: Words; ended: (on: string) => Words }
  done: () => void
}

/** Taking an entry out of use: asked once, in words that say what it means; nothing is removed, and it can be taken up again. */
export function Retire({ path, entry, words, done }: Retiring) {
  const say = useSay()
  const now = useNow()
  const [sure, setSure] = useState(false)
  const { key, version } = entry
  const { busy, problem, press } = useSending(
    (input: { version: number; ends?: null }, id: string) =>
      input.ends === null
        ? ask(registerPath(path, key), {
            ...{ method: 'PUT', body: { entry: entry.entry, version, ends: null }, headers: { 'idempotency-key': id } },
          })
        : ask(`${registerPath(path, key)}?version=${version}`, { method: 'DELETE', headers: { 'idempotency-key': id } }),
    () => {
      setSure(false)
      done()
    },
  )
  if (entry.ends !== undefined)
    return (
      <div className="note warm stack close">
        <p>
          {say(
            entry.ends > isoDay(now)
              ? w(`到 ${entry.ends} 起停用，在那之前照常。`, `It ends on ${entry.ends}, and holds until then.`)
              : words.ended(entry.ends),
          )}
        </p>
        <Trouble problem={problem} again={done} />
        <button type="button" className="button" disabled={busy} onClick={() => press({ version, ends: null })}>
          {say(entry.ends > isoDay(now) ? w('不停用了', 'Let it go on') : w('恢复使用', 'Take it up again'))}
        </button>
      </div>
    )
  return (
    <div className="stack close">
      <Trouble problem={problem} again={done} />
      {!sure && (
        <div className="line">
          <button type="button" className="button" onClick={() => setSure(true)}>
            {say(words.end)}
          </button>
        </div>
      )}
      {sure && (
        <div className="note bad stack close">
          <p>{say(words.means)}</p>
          <div className="line">
            <button type="button" className="button danger" disabled={busy} onClick={() => press({ version })}>
              {say(w('确定停用，今天起生效', 'Yes: from today'))}
            </button>
            <button type="button" className="button" onClick={() => setSure(false)}>
              {say(w('先不停', 'Not now'))}
            </button>
          </div>
        </div>
      )}
    </div>
  )
}
