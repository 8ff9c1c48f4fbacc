import { useState } from 'react'
import { ask, patch, post } from '../../../shared/ask.ts'
import { useSay, type Words, w } from '../../../shared/language.ts'
import { Trouble } from '../../../shared/parts.tsx'
import { useSending } from '../../../shared/sending.ts'
import { Deliveries } from './Deliveries.tsx'
import type { Webhook } from './webhook.ts'

/** One webhook: where it leads, and pausing it, trying it, looking at what was sent, and removing it. */
export function WebhookCard({ webhook, changed }: { webhook: Webhook; changed: () => void }) {
  const say = useSay()
  const { id, name, address, events, paused } = webhook
  const [pinged, setPinged] = useState<{ arrived: boolean; error?: Words }>()
  const [sure, setSure] = useState(false)
  const path = `/api/webhooks/${id}`
  const pausing = useSending((input: object) => patch(path, input), changed)
  const pinging = useSending(() => post<{ arrived: boolean; error?: Words }>(`${path}/ping`), setPinged)
  const removing = useSending(() => ask(path, { method: 'DELETE' }), changed)
  return (
    <article className="card">
      <h2>{name}</h2>
      <p className="line">
        <span className={paused ? 'chip look-stopped' : 'chip look-inhand'}>
          {say(paused ? w('‖ 已暂停', '‖ paused') : w('◐ 推送中', '◐ on'))}
        </span>
        <span className="soft small">
          {say(
            events === 'all'
              ? w('全部变化', 'all events')
              : w(`选中的 ${events.length} 种变化`, `${events.length} kinds of event`),
          )}
        </span>
      </p>
      <p className="webhook-address">{address}</p>
      {paused && (
        <p className="soft small">
          {say(w('暂停期间的变化留着，恢复后补发，最多留 30 天。', 'What happens meanwhile waits, for 30 days at most.'))}
        </p>
      )}
      <Trouble problem={pausing.problem ?? pinging.problem ?? removing.problem} />
      {pinged && (
        <p className={pinged.arrived ? 'note good' : 'note bad'} role="status">
          {pinged.arrived
            ? say(w('✓ 试发到了，对方已应答。', '✓ It arrived: the receiver answered.'))
            : `${say(w('没送到：', 'It did not arrive: '))}${pinged.error ? say(pinged.error) : ''}`}
        </p>
      )}
      <div className="line">
        <button type="button" className="button" disabled={pinging.busy} onClick={() => pinging.press({})}>
          {say(pinging.busy ? w('正在试发…', 'Sending…') : w('试发一次', 'Test it'))}
        </button>
        <button type="button" className="button" disabled={pausing.busy} onClick={() => pausing.press({ paused: !paused })}>
          {say(paused ? w('恢复推送', 'Take it up again') : w('暂停', 'Pause'))}
        </button>
        {sure ? (
          <>
            <button type="button" className="button danger" disabled={removing.busy} onClick={() => removing.press({})}>
              {say(w('确定删除，等着推送的也一起删', 'Remove it with all that waits'))}
            </button>
            <button type="button" className="button" onClick={() => setSure(false)}>
              {say(w('先不删', 'Not now'))}
            </button>
          </>
        ) : (
          <button type="button" className="button plain" onClick={() => setSure(true)}>
            {say(w('删除', 'Remove'))}
          </button>
        )}
      </div>
      <Deliveries webhook={id} />
    </article>
  )
}
