import { useState } from 'react'
import { ask, post } from '../shared/ask.ts'
import { Frame } from '../shared/Frame.tsx'
import { Line } from '../shared/form/Line.tsx'
import { useSay, w } from '../shared/language.ts'
import { Trouble } from '../shared/parts.tsx'
import { useSending } from '../shared/sending.ts'
import { type Session, useSession } from '../shared/session.tsx'

/** What a post asks for before any work: a password of one's own, a second factor, or going to the office. */
export default function FirstThings({ first }: { first: NonNullable<Session['first']> }) {
  const { reload, put } = useSession()
  const ways = {
    password: <OwnPassword done={reload} />,
    secondFactor: <SecondFactor done={reload} />,
    office: <AtTheOffice asked={put} />,
  }
  return <Frame title={w('还差一步', 'One thing first')}>{ways[first]}</Frame>
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

function AtTheOffice({ asked }: { asked: (session: Session) => void }) {
  const say = useSay()
  const [tries, setTries] = useState(0)
  const again = useSending(
    () => ask<Session>('/api/session'),
    (session) => {
      setTries(tries + 1)
      asked(session)
    },
  )
  return (
    <div className="stack">
      <h1>{say(w('这个岗位要在办公网络里用', 'This post is for the office’s network'))}</h1>
      <p>
        {say(
          w(
            '管理员岗位只能在规定的网络里使用，您现在不在其中。请换到办公网络，或到单位的电脑上再打开。',
            'Posts of administrators are used from the networks that were named for them, and you are in none of them now. Change to the office’s network, or open this on a computer there.',
          ),
        )}
      </p>
      <p role="status">
        {tries > 0 &&
          say(
            w(
              `还不在规定的网络里（试了 ${tries} 次）`,
              `You are still in none of these networks (tried ${tries === 1 ? 'once' : `${tries} times`})`,
            ),
          )}
      </p>
      <Trouble problem={again.problem} />
      <button type="button" className="button main wide" disabled={again.busy} onClick={() => again.press({})}>
        {say(w('换好了，再试一次', 'I have changed: try again'))}
      </button>
    </div>
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
