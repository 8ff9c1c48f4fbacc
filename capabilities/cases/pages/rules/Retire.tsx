import { useState } from 'react'
import { ask } from '#web/shared/ask.ts'
import { useSay, w } from '#web/shared/language.ts'
import { Trouble } from '#web/shared/parts.tsx'
import { type Entry, registerPath } from '#web/shared/register/register.ts'
import { useSending } from '#web/shared/sending.ts'

/** Taking a category out of use: asked once, in words that say what it means; nothing is removed, and it can be taken up again. */
export function Retire({ path, entry, done }: { path: string; entry: Entry; done: () => void }) {
  const say = useSay()
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
          {say(w(`从 ${entry.ends} 起已停用，新的报单选不到它。`, `Out of use from ${entry.ends}: new reports cannot have it.`))}
        </p>
        <Trouble problem={problem} />
        <button type="button" className="button" disabled={busy} onClick={() => press({ version, ends: null })}>
          {say(w('恢复使用', 'Take it up again'))}
        </button>
      </div>
    )
  return (
    <div className="stack close">
      <Trouble problem={problem} />
      {!sure && (
        <div className="line">
          <button type="button" className="button" onClick={() => setSure(true)}>
            {say(w('停用这一类', 'Take it out of use'))}
          </button>
        </div>
      )}
      {sure && (
        <div className="note bad stack close">
          <p>
            {say(
              w(
                '停用后，新的报单选不到它，也不再建议它；在办的照常办完，历史都在，以后可以恢复。',
                'New reports cannot have it and it is suggested no more. What is being handled goes on; nothing is lost, and it can be taken up again.',
              ),
            )}
          </p>
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
