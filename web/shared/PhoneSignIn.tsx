import { useState } from 'react'
import { type Problem, post } from './ask.ts'
import { Line } from './form/Line.tsx'
import { useSay, w } from './language.ts'
import { Trouble } from './parts.tsx'

/** Signing in as a resident: a phone number, and the code that is sent to it. In a demo the code is shown here. */
export function PhoneSignIn({ done }: { done: () => void }) {
  const say = useSay()
  const [phone, setPhone] = useState('')
  const [code, setCode] = useState('')
  const [sent, setSent] = useState<{ shown?: string }>()
  const [problem, setProblem] = useState<Problem>()
  const isPhone = /^1[0-9]{10}$/.test(phone.trim())

  const ask = async () => {
    setProblem(undefined)
    const reply = await post<{ shown?: string }>('/api/session/phone-code', { phone: phone.trim() })
    if (!reply.done) return setProblem(reply.problem)
    setSent(reply.value)
    setCode(reply.value.shown ?? '')
  }
  const enter = async () => {
    const reply = await post('/api/session/phone', { phone: phone.trim(), code })
    if (reply.done) done()
    else setProblem(reply.problem)
  }
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        if (sent) enter()
        else ask()
      }}
    >
      <Line
        label={w('手机号', 'Phone number')}
        value={phone}
        change={setPhone}
        type="tel"
        inputMode="tel"
        autoComplete="tel-national"
        most={11}
      />
      {sent && (
        <Line
          label={w('验证码', 'Code')}
          value={code}
          change={setCode}
          inputMode="numeric"
          autoComplete="one-time-code"
          most={6}
        />
      )}
      {sent?.shown !== undefined && (
        <p className="note accent">
          {say(
            w(
              `演示环境不发短信，验证码是 ${sent.shown}，已替您填好。`,
              `The demo sends no messages: the code is ${sent.shown}, filled in for you.`,
            ),
          )}
        </p>
      )}
      <Trouble problem={problem} />
      <button type="submit" className="button main wide" disabled={!isPhone || (sent !== undefined && !/^[0-9]{6}$/.test(code))}>
        {say(sent ? w('登录', 'Sign in') : w('获取验证码', 'Send me a code'))}
      </button>
      {sent && (
        <button type="button" className="button plain" onClick={ask}>
          {say(w('没收到，再发一次', 'Nothing came: send it again'))}
        </button>
      )}
    </form>
  )
}
