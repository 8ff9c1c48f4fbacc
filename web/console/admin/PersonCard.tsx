import { useState } from 'react'
import { ask, post } from '../../shared/ask.ts'
import { useSay, w } from '../../shared/language.ts'
import { Trouble } from '../../shared/parts.tsx'
import { roleWords } from '../../shared/roles.ts'
import { useSending } from '../../shared/sending.ts'
import { useSession } from '../../shared/session.tsx'
import { GivePost } from './GivePost.tsx'
import { FirstPassword } from './NewPerson.tsx'
import { dayBefore, type Person } from './person.ts'

/** Somebody, with their posts in words and what an administrator may do with them. */
export function PersonCard({ person, changed }: { person: Person; changed: () => void }) {
  const say = useSay()
  const { value: session } = useSession()
  const [sure, setSure] = useState<string>()
  const [password, setPassword] = useState<string>()
  const done = () => {
    setSure(undefined)
    changed()
  }
  const ending = useSending((id: string) => ask(`/api/posts/${encodeURIComponent(id)}`, { method: 'DELETE' }), done)
  const resetting = useSending(
    () => post<{ password: string }>(`/api/people/${person.id}/password`),
    (reply) => setPassword(reply.password),
  )
  const administers = session?.role === 'systemAdmin' || session?.role === 'securityAdmin'
  return (
    <article className="card stack close">
      <p className="line">
        <span className="strong">{person.name}</span>
        <span className="soft small">{person.account}</span>
        {person.ended && <span className="chip look-stopped">{say(w('已停用', 'ended'))}</span>}
        {person.secondFactor && <span className="soft small">{say(w('已开动态口令', 'second factor on'))}</span>}
      </p>
      {person.posts.length === 0 && <p className="soft">{say(w('没有岗位', 'no post'))}</p>}
      <ul className="stack tight">
        {person.posts.map(({ id, role, unit, unitName, starts, ends, standInFor }) => (
          <li key={id} className="line">
            <span>
              {unitName ?? unit} {say(roleWords(role))}
              {standInFor !== undefined && say(w('（代班）', ' (stand-in)'))}
            </span>
            <span className="soft small">
              {starts} – {ends === undefined ? say(w('长期', 'open')) : dayBefore(ends)}
            </span>
            {administers &&
              (sure === id ? (
                <>
                  <button type="button" className="button danger" disabled={ending.busy} onClick={() => ending.press(id)}>
                    {say(w('确定免去，今天起生效', 'Yes: it ends today'))}
                  </button>
                  <button type="button" className="button" onClick={() => setSure(undefined)}>
                    {say(w('先不免', 'Not now'))}
                  </button>
                </>
              ) : (
                <button type="button" className="button plain" onClick={() => setSure(id)}>
                  {say(w('免去', 'End it'))}
                </button>
              ))}
          </li>
        ))}
      </ul>
      <Trouble problem={ending.problem ?? resetting.problem} />
      {administers && !person.ended && (
        <div className="line">
          <GivePost account={person.id} done={changed} />
          <button type="button" className="button plain" disabled={resetting.busy} onClick={() => resetting.press({})}>
            {say(w('重置密码', 'New first password'))}
          </button>
        </div>
      )}
      {password !== undefined && <FirstPassword name={person.name} password={password} />}
    </article>
  )
}
