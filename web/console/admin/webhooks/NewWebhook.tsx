import { useState } from 'react'
import { post } from '../../../shared/ask.ts'
import { Line } from '../../../shared/form/Line.tsx'
import { wrongAt } from '../../../shared/form/Wrong.tsx'
import { useSay, w } from '../../../shared/language.ts'
import { Trouble } from '../../../shared/parts.tsx'
import { useSending } from '../../../shared/sending.ts'
import { EventChoice } from './EventChoice.tsx'
import type { Webhook } from './webhook.ts'

/** Making a webhook. Its secret is shown once, to be put into the receiver. */
export function NewWebhook({ done }: { done: () => void }) {
  const say = useSay()
  const [name, setName] = useState('')
  const [address, setAddress] = useState('')
  const [events, setEvents] = useState<'all' | string[]>('all')
  const [made, setMade] = useState<{ webhook: Webhook; secret: string }>()
  const { busy, problem, press } = useSending(
    (input: object) => post<{ webhook: Webhook; secret: string }>('/api/webhooks', input),
    (reply) => {
      setMade(reply)
      setName('')
      setAddress('')
      setEvents('all')
      done()
    },
  )
  const ready = name.trim() !== '' && address.trim() !== '' && (events === 'all' || events.length > 0)
  return (
    <>
      {made && (
        <div className="note good stack tight" role="status">
          <p>
            {say(
              w(
                `“${made.webhook.name}”建好了。请把密钥填进对方系统，用来核对签名；它只显示这一次。`,
                `${made.webhook.name} is made. Put this secret into the receiver, which checks signatures by it. It is shown this once.`,
              ),
            )}
          </p>
          <p className="big-code" data-testid="secret">
            {made.secret}
          </p>
          <button type="button" className="button" onClick={() => setMade(undefined)}>
            {say(w('已抄好，收起', 'I have it: close'))}
          </button>
        </div>
      )}
      <details>
        <summary>{say(w('新增一个对接', 'Add a webhook'))}</summary>
        <form
          className="stack close"
          onSubmit={(event) => {
            event.preventDefault()
            if (ready) press({ name: name.trim(), address: address.trim(), events })
          }}
        >
          <Line label={w('名称', 'Name')} value={name} change={setName} most={60} wrong={wrongAt(problem, 'name')} />
          <Line
            label={w('推送到（https 地址）', 'Address (https)')}
            hint={w('https://…', 'https://…')}
            value={address}
            change={setAddress}
            most={500}
            autoComplete="off"
            wrong={wrongAt(problem, 'address')}
          />
          <EventChoice value={events} choose={setEvents} />
          <Trouble problem={problem} />
          <button type="submit" className="button" disabled={busy || !ready}>
            {say(w('建好', 'Make it'))}
          </button>
        </form>
      </details>
    </>
  )
}
