import { useState } from 'react'
import { post } from '../../shared/ask.ts'
import { Line } from '../../shared/form/Line.tsx'
import { useSay, w } from '../../shared/language.ts'
import { Trouble } from '../../shared/parts.tsx'
import { useSending } from '../../shared/sending.ts'

/** Making an account. Its first password is shown once, to be handed over. */
export function NewPerson({ done }: { done: () => void }) {
  const say = useSay()
  const [name, setName] = useState('')
  const [account, setAccount] = useState('')
  const [made, setMade] = useState<{ name: string; password: string }>()
  const { busy, problem, press } = useSending(
    (input: { name: string; account: string }) => post<{ id: string; password: string }>('/api/people', input),
    ({ password }) => {
      setMade({ name, password })
      setName('')
      setAccount('')
      done()
    },
  )
  return (
    <details>
      <summary>{say(w('新建账号', 'Make an account'))}</summary>
      <form
        className="stack close"
        onSubmit={(event) => {
          event.preventDefault()
          press({ name: name.trim(), account: account.trim() })
        }}
      >
        <Line label={w('姓名', 'Name')} value={name} change={setName} most={40} />
        <Line
          label={w('账号（字母、数字）', 'Account (letters, digits)')}
          value={account}
          change={setAccount}
          most={60}
          autoComplete="off"
        />
        <Trouble problem={problem} />
        <button type="submit" className="button" disabled={busy || name.trim() === '' || account.trim() === ''}>
          {say(w('建好', 'Make it'))}
        </button>
      </form>
      {made && <FirstPassword name={made.name} password={made.password} />}
    </details>
  )
}

/** A first password: shown once, changed by its owner when they first sign in. */
export function FirstPassword({ name, password }: { name: string; password: string }) {
  const say = useSay()
  return (
    <div className="note good stack tight" role="status">
      <p>
        {say(
          w(
            `请把初始密码当面告诉${name}。它只显示这一次，本人第一次登录时必须改掉。`,
            `Hand ${name} this first password. It is shown once only, and has to be changed on first use.`,
          ),
        )}
      </p>
      <p className="big-code" data-testid="first-password">
        {password}
      </p>
    </div>
  )
}
