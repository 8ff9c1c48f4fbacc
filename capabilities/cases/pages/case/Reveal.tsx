import { useState } from 'react'
import { Link } from 'wouter'
import { type Problem, post } from '#web/shared/ask.ts'
import { Line } from '#web/shared/form/Line.tsx'
import { useSay, w } from '#web/shared/language.ts'
import { Trouble } from '#web/shared/parts.tsx'
import type { Contact } from '../../contract/answers.ts'
import type { SeenCase } from '../view.ts'

/** How to reach the reporter: half hidden, until a reason is given, which the reporter can read. */
export default function Reveal({ item, id }: { item: SeenCase; id: string }) {
  const say = useSay()
  const [whole, setWhole] = useState<Contact>()
  const [reason, setReason] = useState('')
  const [problem, setProblem] = useState<Problem>()
  const own = item.standing === 'reporter'
  const { name, phone, home } = whole ?? item
  const look = async () => {
    const reply = await post<Contact>(`/api/cases/${id}/reveal`, { reason: reason.trim() })
    if (reply.done) setWhole(reply.value)
    else setProblem(reply.problem)
  }
  return (
    <section className="sheet stack close">
      <h2>{say(own ? w('您留的联系方式', 'How to reach you') : w('报单人', 'The reporter'))}</h2>
      <p>{[name, phone, home].filter((part) => part !== undefined).join(' · ')}</p>
      {whole?.phone !== undefined && (
        <a className="button main" href={`tel:${whole.phone}`}>
          {say(w('打电话', 'Call'))}
        </a>
      )}
      {own && <Link href="/looks">{say(w('谁看过我的信息', 'Who looked at my data'))}</Link>}
      {!own && !whole && (
        <details>
          <summary>{say(w('查看完整联系方式', 'See it whole'))}</summary>
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
        </details>
      )}
    </section>
  )
}
