import { useState } from 'react'
import { useLocation } from 'wouter'
import { type Problem, post } from './ask.ts'
import { useSay, type Words, w } from './language.ts'
import { useLoaded } from './loaded.ts'
import { Trouble } from './parts.tsx'
import { roleWords } from './roles.ts'
import { useSession } from './session.tsx'

interface Demo {
  demo: boolean
  personas: { account: string; name: string; role: string; unitName: string; words: Words }[]
  messages: { to: string; purpose: string; code: string }[]
}

/** In a demo only: being one of its invented people with one tap. */
export function DemoPersonas() {
  const say = useSay()
  const [, go] = useLocation()
  const { reload } = useSession()
  const { value } = useLoaded<Demo>('/api/demo')
  const [problem, setProblem] = useState<Problem>()
  if (!value?.demo || value.personas.length === 0) return null
  const become = async (account: string, role: string) => {
    const reply = await post('/api/demo/session', { account })
    if (!reply.done) return setProblem(reply.problem)
    reload()
    go(role === 'resident' ? '/my' : '/work')
  }
  return (
    <section className="note stack close">
      <h2>{say(w('演示：扮成谁看看', 'Demo: be one of them'))}</h2>
      <Trouble problem={problem} />
      <div className="stack close personas">
        {value.personas.map(({ account, name, role, unitName, words }) => (
          <button key={account} type="button" className="card persona" onClick={() => become(account, role)}>
            <span className="strong">
              {name} · {say(roleWords(role))}
            </span>
            <span className="soft small">{[unitName, say(words)].filter(Boolean).join(' · ')}</span>
          </button>
        ))}
      </div>
      {value.messages.length > 0 && (
        <details>
          <summary>{say(w('演示不发短信，刚才本应发出的', 'The demo sends no messages: what would have gone out'))}</summary>
          {value.messages.map(({ to, purpose, code }) => (
            <p key={code}>
              {to}{' '}
              {purpose === 'question' ? (
                <a href={code}>{say(w('回复承办人的问题', 'answer a question'))}</a>
              ) : (
                say(w(`查询码 ${code}`, `query code ${code}`))
              )}
            </p>
          ))}
        </details>
      )}
    </section>
  )
}
