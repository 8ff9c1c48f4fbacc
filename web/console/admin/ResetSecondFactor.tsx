import { useState } from 'react'
import { post } from '../../shared/ask.ts'
import { Line } from '../../shared/form/Line.tsx'
import { useSay, w } from '../../shared/language.ts'
import { Trouble } from '../../shared/parts.tsx'
import { useSending } from '../../shared/sending.ts'
import type { Person } from './person.ts'

/** Taking a lost second factor away: with a reason, which the trail keeps. */
export function ResetSecondFactor({ person, done, leave }: { person: Person; done: () => void; leave: () => void }) {
  const say = useSay()
  const [reason, setReason] = useState('')
  const { busy, problem, press } = useSending(
    (input: object) => post(`/api/people/${person.id}/second-factor/reset`, input),
    done,
  )
  return (
    <form
      className="stack close note"
      onSubmit={(event) => {
        event.preventDefault()
        if (reason.trim() !== '') press({ reason: reason.trim() })
      }}
    >
      <p>
        {say(
          w(
            `先当面确认是${person.name}本人。重置后其所有登录都会退出，下次登录时重新设置；在那之前只凭密码登录。`,
            `Make sure that it is ${person.name}. They are signed out everywhere and set up a new one at the next sign-in; until then the password alone is asked for.`,
          ),
        )}
      </p>
      <Line label={w('为什么重置（记入变更记录）', 'Why (the trail keeps it)')} value={reason} change={setReason} most={200} />
      <Trouble problem={problem} />
      <div className="line">
        <button type="submit" className="button danger" disabled={busy || reason.trim() === ''}>
          {say(w('确定重置', 'Reset it'))}
        </button>
        <button type="button" className="button" onClick={leave}>
          {say(w('先不重置', 'Not now'))}
        </button>
      </div>
    </form>
  )
}
