import { useState } from 'react'
import { useLocation } from 'wouter'
import { type Problem, post } from '#web/shared/ask.ts'
import { Frame } from '#web/shared/Frame.tsx'
import { Line } from '#web/shared/form/Line.tsx'
import { useSay, w } from '#web/shared/language.ts'
import { Trouble } from '#web/shared/parts.tsx'
import { useSession } from '#web/shared/session.tsx'

/** One report by its query code, without an account. */
export default function QueryPage() {
  const say = useSay()
  const [, go] = useLocation()
  const { reload } = useSession()
  const [code, setCode] = useState('')
  const [problem, setProblem] = useState<Problem>()
  const [busy, setBusy] = useState(false)
  const open = async () => {
    setBusy(true)
    const reply = await post<{ id: string }>('/api/session/query-code', { code: code.trim() })
    setBusy(false)
    if (!reply.done) return setProblem(reply.problem)
    reload()
    go(`/case/${reply.value.id}`)
  }
  return (
    <Frame title={w('用查询码查', 'By query code')}>
      <form
        className="to-thumb"
        onSubmit={(event) => {
          event.preventDefault()
          open()
        }}
      >
        <h1>{say(w('用查询码查', 'By query code'))}</h1>
        <Line
          label={w('查询码', 'Query code')}
          hint={w('报单送出后给您的那一串', 'The code you were given after sending')}
          value={code}
          change={setCode}
          autoComplete="off"
          most={30}
        />
        <p className="soft small">
          {say(w('大小写、空格和短横都可以，不必一样。', 'Capitals, spaces and dashes do not matter.'))}
        </p>
        <Trouble problem={problem} />
        <div className="thumb">
          <button type="submit" className="button main" disabled={busy || code.trim().length < 13}>
            {say(w('查进展', 'Open'))}
          </button>
        </div>
      </form>
    </Frame>
  )
}
