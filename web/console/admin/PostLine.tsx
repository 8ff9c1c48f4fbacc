import { useState } from 'react'
import { isRole, sightWords } from '#kernel/people/roles.ts'
import { ask } from '../../shared/ask.ts'
import { useSay, w } from '../../shared/language.ts'
import { Trouble } from '../../shared/parts.tsx'
import { roleWords } from '../../shared/roles.ts'
import { useSending } from '../../shared/sending.ts'
import { MayButton } from './MayButton.tsx'
import { anywayWords, type HeldPost, heldUp } from './person.ts'
import { Term } from './Term.tsx'

/** A post that somebody holds: where, how long, what it lets them see, and ending it. */
export function PostLine({ post, changed }: { post: HeldPost; changed: () => void }) {
  const say = useSay()
  const [sure, setSure] = useState(false)
  const { id, role, unit, unitName, starts, ends, standInFor, may, mayNot } = post
  const ending = useSending(
    ({ id: one, anyway = false }: { id: string; anyway?: boolean }) =>
      ask(`/api/posts/${encodeURIComponent(one)}${anyway ? '?anyway=true' : ''}`, { method: 'DELETE' }),
    () => {
      setSure(false)
      changed()
    },
  )
  return (
    <li>
      <div className="line">
        <span>
          {unitName ?? unit} {say(roleWords(role))}
          {standInFor !== undefined && say(w('（代班）', ' (stand-in)'))}
        </span>
        <span className="soft small">
          <Term starts={starts} ends={ends} />
        </span>
        {sure ? (
          <>
            <button type="button" className="button danger" disabled={ending.busy} onClick={() => ending.press({ id })}>
              {say(w('确定免去，今天起生效', 'Yes: it ends today'))}
            </button>
            <button type="button" className="button" onClick={() => setSure(false)}>
              {say(w('先不免', 'Not now'))}
            </button>
          </>
        ) : (
          may && <MayButton words={w('免去', 'End it')} because={mayNot?.end} press={() => setSure(true)} />
        )}
      </div>
      {isRole(role) && <p className="soft small">{say(sightWords(role))}</p>}
      <Trouble problem={ending.problem} />
      {heldUp(ending.problem) && (
        <button type="button" className="button danger" disabled={ending.busy} onClick={() => ending.press({ id, anyway: true })}>
          {say(anywayWords)}
        </button>
      )}
    </li>
  )
}
