import { useState } from 'react'
import { post } from './ask.ts'
import { Line } from './form/Line.tsx'
import { keep, kept } from './kept.ts'
import { useSay, w } from './language.ts'
import { Trouble } from './parts.tsx'
import { useSending } from './sending.ts'

/** Name and password; the code of a second factor where the post asks for one. */
export function SignIn({ done }: { done: () => void }) {
  const say = useSay()
  const [account, setAccount] = useState('')
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const [left] = useState(() => kept<number | undefined>('leftAlone', undefined))
  const { busy, problem, press } = useSending(
    (input: object) => post('/api/session', input),
    () => {
      keep('leftAlone', undefined)
      done()
    },
  )
  return (
    <form
      className="sheet stack"
      onSubmit={(event) => {
        event.preventDefault()
        press({ account: account.trim(), password, ...(code.trim() && { code: code.trim() }) })
      }}
    >
      {left !== undefined && (
        <p className="note warm">
          {say(
            w(
              `${left} 分钟没有操作，已自动退出，请重新登录。`,
              `Nobody was here for ${left} minutes, so you were signed out. Sign in again.`,
            ),
          )}
        </p>
      )}
      <Line label={w('账号', 'Account')} value={account} change={setAccount} autoComplete="username" most={100} />
      <Line
        label={w('密码', 'Password')}
        value={password}
        change={setPassword}
        type="password"
        autoComplete="current-password"
        most={200}
      />
      <details>
        <summary>{say(w('动态口令（开通了才填）', 'One-time code (if you have one)'))}</summary>
        <Line
          label={w('6 位动态口令', 'Six digits')}
          value={code}
          change={setCode}
          inputMode="numeric"
          autoComplete="one-time-code"
          most={6}
        />
      </details>
      <Trouble problem={problem} />
      <button type="submit" className="button main wide" disabled={busy || account.trim() === '' || password === ''}>
        {say(busy ? w('正在登录…', 'Signing in…') : w('登录', 'Sign in'))}
      </button>
    </form>
  )
}
