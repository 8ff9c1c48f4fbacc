import { useSay, w } from '../../../shared/language.ts'
import { useLoaded } from '../../../shared/loaded.ts'
import { Empty, Skeleton, Trouble } from '../../../shared/parts.tsx'
import { NewWebhook } from './NewWebhook.tsx'
import { WebhookCard } from './WebhookCard.tsx'
import type { Webhook } from './webhook.ts'
import './webhooks.css'

/** Other systems that are told of what happens here: made, tried, paused, and looked after. */
export default function WebhooksPage() {
  const say = useSay()
  const { value, problem, reload } = useLoaded<Webhook[]>('/api/webhooks')
  return (
    <div className="stack">
      <h1>{say(w('对接：事件推送', 'Webhooks'))}</h1>
      <p className="soft">
        {say(
          w(
            '事项每变一步，就用 https 告诉您填的系统，带签名，同一件按顺序，至少送到一次。推送里没有个人信息，受保护的事项不推送。',
            'Each step of a case is told to the systems named here, by https: signed, in order for each case, at least once. Nothing personal is in it, and what is protected is never told.',
          ),
        )}
      </p>
      <NewWebhook done={reload} />
      <Trouble problem={problem} again={reload} />
      {!value && !problem && <Skeleton rows={3} />}
      {value?.length === 0 && (
        <Empty
          words={w(
            '还没有对接别的系统。需要时在上面新增一个，先试发，再让对方正式接。',
            'No other system is told so far. Add one above, and test it first.',
          )}
        />
      )}
      <ul className="stack close">
        {value?.map((webhook) => (
          <li key={webhook.id}>
            <WebhookCard webhook={webhook} changed={reload} />
          </li>
        ))}
      </ul>
    </div>
  )
}
