import { useState } from 'react'
import { useLocation } from 'wouter'
import { post } from '#web/shared/ask.ts'
import { Frame } from '#web/shared/Frame.tsx'
import { Line } from '#web/shared/form/Line.tsx'
import { useSay, w } from '#web/shared/language.ts'
import { pageOf } from '#web/shared/notices/notices.ts'
import { Trouble } from '#web/shared/parts.tsx'
import { codeSigns } from '#web/shared/queryCode.ts'
import { useSending } from '#web/shared/sending.ts'
import { useSession } from '#web/shared/session.tsx'

/** One report or errand by its query code, without an account. */
export default function QueryPage() {
  const say = useSay()
  const [, go] = useLocation()
  const { reload } = useSession()
  const [code, setCode] = useState('')
  const [tried, setTried] = useState<string>()
  const { busy, problem, press, forget } = useSending(
    (input: object) => post<{ flow: string; id: string }>('/api/session/query-code', input),
    ({ flow, id }) => {
      reload()
      go(pageOf({ flow, item: id }))
    },
  )
  const length = code.replace(/[\s-]/g, '').length
  const short =
    length === codeSigns
      ? undefined
      : w(
          `查询码是 ${codeSigns} 位，您输入了 ${length} 位，请对一对`,
          `A query code has ${codeSigns} signs, and this has ${length}: please compare`,
        )
  const isTyped = problem !== undefined && problem.status >= 400 && problem.status < 500 && problem.status !== 429
  return (
    <Frame title={w('用查询码查', 'By query code')}>
      <form
        className="to-thumb"
        onSubmit={(event) => {
          event.preventDefault()
          setTried(code)
          if (!short) press({ code: code.trim() })
        }}
      >
        <h1>{say(w('用查询码查', 'By query code'))}</h1>
        <Line
          label={w('查询码', 'Query code')}
          hint={w(
            '报单送出后，或代办回执上的那一串，四位一段',
            'The code you were given after sending, or on your slip, in fours',
          )}
          value={code}
          change={(typed) => {
            setCode(typed)
            forget()
          }}
          wrong={(tried === code ? short : undefined) ?? (isTyped ? problem.because : undefined)}
          autoComplete="off"
          most={30}
        />
        <p className="soft small">
          {say(w('大小写、空格和短横都可以，不必一样。', 'Capitals, spaces and dashes do not matter.'))}
        </p>
        <Trouble problem={isTyped ? undefined : problem} />
        <div className="thumb">
          <button type="submit" className="button main" disabled={busy || length === 0}>
            {say(w('查进展', 'Open'))}
          </button>
        </div>
      </form>
    </Frame>
  )
}
