import { useState } from 'react'
import { post } from './ask.ts'
import { Line } from './form/Line.tsx'
import { wrongMobile } from './form/telephone.ts'
import { useSay, w } from './language.ts'
import { Trouble } from './parts.tsx'
import { useSending } from './sending.ts'

/** Signing in as a resident: a phone number, and the code that is sent to it. In a demo the code is shown here. */
export function PhoneSignIn({ done }: { done: () => void }) {
  const say = useSay()
  const [phone, setPhone] = useState('')
  const [code, setCode] = useState('')
  const [sent, setSent] = useState<{ shown?: string }>()
  // What is wrong is said beside the field once somebody tried it so.
  const [tried, setTried] = useState<{ phone: string; code: string }>()
  const wrongPhone = tried?.phone === phone ? wrongMobile(phone) : undefined
  const wrongCode = sent && tried?.code === code && !/^[0-9]{6}$/.test(code) ? sixDigits : undefined

  const asking = useSending(
    (input: object) => post<{ shown?: string }>('/api/session/phone-code', input),
    (told) => {
      setSent(told)
      setCode(told.shown ?? '')
    },
  )
  const entering = useSending((input: object) => post('/api/session/phone', input), done)
  const ask = () => asking.press({ phone: phone.trim() })
  const refused = entering.problem?.status === 401 ? entering.problem.because : undefined
  const busy = asking.busy || entering.busy
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        setTried({ phone, code })
        if (wrongMobile(phone) || (sent && !/^[0-9]{6}$/.test(code))) return
        if (sent) entering.press({ phone: phone.trim(), code })
        else ask()
      }}
    >
      <Line
        label={w('手机号', 'Phone number')}
        value={phone}
        change={setPhone}
        wrong={wrongPhone}
        type="tel"
        inputMode="tel"
        autoComplete="tel-national"
        most={11}
      />
      {sent && (
        <Line
          label={w('验证码', 'Code')}
          value={code}
          change={(typed) => {
            setCode(typed)
            entering.forget()
          }}
          wrong={wrongCode ?? refused}
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
      <Trouble problem={refused ? asking.problem : (entering.problem ?? asking.problem)} />
      <button type="submit" className="button main wide" disabled={busy || phone.trim() === ''}>
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

const sixDigits = w('验证码是 6 位数字', 'The code has six digits')
