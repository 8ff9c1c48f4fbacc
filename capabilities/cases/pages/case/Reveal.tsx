import { useState } from 'react'
import { type Problem, post } from '#web/shared/ask.ts'
import { Line } from '#web/shared/form/Line.tsx'
import { useSay, w } from '#web/shared/language.ts'
import { Trouble } from '#web/shared/parts.tsx'
import type { Contact } from '../../contract/answers.ts'

/** Asks for a reason, and then for how to reach the reporter, whole. Only those who handle a case ever open it. */
export default function Reveal({ id, found }: { id: string; found: (whole: Contact) => void }) {
  const say = useSay()
  const [reason, setReason] = useState('')
  const [problem, setProblem] = useState<Problem>()
  const look = async () => {
    const reply = await post<Contact>(`/api/cases/${id}/reveal`, { reason: reason.trim() })
    if (reply.done) found(reply.value)
    else setProblem(reply.problem)
  }
  return (
    <form
      className="stack close"
      onSubmit={(event) => {
        event.preventDefault()
        look()
      }}
    >
      <Line
        label={w('为什么要看（报单人查得到）', 'Why (the reporter can read this)')}
        value={reason}
        change={setReason}
        most={300}
      />
      <Trouble problem={problem} />
      <button type="submit" className="button" disabled={reason.trim().length < 4}>
        {say(w('查看并留下记录', 'See it, on the record'))}
      </button>
    </form>
  )
}
