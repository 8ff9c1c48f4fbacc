import { useState } from 'react'
import { post } from '../shared/ask.ts'
import { Frame } from '../shared/Frame.tsx'
import { Line } from '../shared/form/Line.tsx'
import { useSay, w } from '../shared/language.ts'
import { Trouble } from '../shared/parts.tsx'
import { useSending } from '../shared/sending.ts'
import { useSession } from '../shared/session.tsx'

/** What a post asks for before any work: a password of one's own, or a second factor. */
export default function FirstThings({ first }: { first: 'password' | 'secondFactor' }) {
  const { reload } = useSession()
  return (
    <Frame title={w('还差一步', 'One thing first')}>
      {first === 'password' ? <OwnPassword done={reload} /> : <SecondFactor done={reload} />}
    </Frame>
  )
}

function OwnPassword({ done }: { done: () => void }) {
  const say = useSay()
  const [old, setOld] = useState('')
  const [password, setPassword] = useState('')
  const { busy, problem, press } = useSending((input: object) => post('/api/session/password', input), done)
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        press({ old, password })
      }}
    >
      <h1>{say(w('先换成您自己的密码', 'First, a password of your own'))}</h1>
      <Line
        label={w('现在的密码', 'The present one')}
        value={old}
        change={setOld}
        type="password"
        autoComplete="current-password"
        most={200}
      />
      <Line
        label={w('新密码', 'A new one')}
        value={password}
        change={setPassword}
        type="password"
        autoComplete="new-password"
        most={200}
      />
      <Trouble problem={problem} />
      <button type="submit" className="button main wide" disabled={busy || old === '' || password === ''}>
        {say(w('换好了', 'Change it'))}
      </button>
    </form>
  )
}

function SecondFactor({ done }: { done: () => void }) {
  const say = useSay()
  const [begun, setBegun] = useState<{ secret: string; uri: string }>()
  const [code, setCode] = useState('')
  const [password, setPassword] = useState('')
  const begin = useSending(() => post<{ secret: string; uri: string }>('/api/session/second-factor', { password }), setBegun)
  const confirm = useSending((input: object) => post('/api/session/second-factor/confirm', input), done)
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        if (begun) confirm.press({ code })
        else begin.press({})
      }}
    >
      <h1>{say(w('这个岗位要用动态口令', 'This post asks for a second factor'))}</h1>
      <p>
        {say(
          begun
            ? w(
                '手机上装任意一个动态口令应用，把下面的密钥加进去，再填它显示的 6 位数字。',
                'Put the key below into any authenticator app on your phone, then type the six digits that it shows.',
              )
            : w(
                '先填您的密码，确认是您本人；接着给出密钥，加到手机上任意一个动态口令应用里。',
                'Type your password first, so that it is you; then comes a key, for any authenticator app on your phone.',
              ),
        )}
      </p>
      {!begun && (
        <Line
          label={w('您的密码', 'Your password')}
          value={password}
          change={setPassword}
          type="password"
          autoComplete="current-password"
          most={200}
        />
      )}
      {begun && (
        <>
          <p className="big-code sheet">{begun.secret}</p>
          <a className="button" href={begun.uri}>
            {say(w('在本机的口令应用里打开', 'Open it in an app on this device'))}
          </a>
          <Line
            label={w('6 位动态口令', 'Six digits')}
            value={code}
            change={setCode}
            inputMode="numeric"
            autoComplete="one-time-code"
            most={6}
          />
        </>
      )}
      <Trouble problem={begun ? confirm.problem : begin.problem} />
      <button
        type="submit"
        className="button main wide"
        disabled={begin.busy || confirm.busy || (begun ? !/^[0-9]{6}$/.test(code) : password === '')}
      >
        {say(begun ? w('确认', 'Confirm') : w('开始设置', 'Begin'))}
      </button>
    </form>
  )
}
