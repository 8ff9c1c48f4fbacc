import { useState } from 'react'
import { post } from '../../../shared/ask.ts'
import { useSay, w } from '../../../shared/language.ts'
import { useLoaded } from '../../../shared/loaded.ts'
import { At, Empty, Skeleton, Trouble } from '../../../shared/parts.tsx'
import { ScrolledTable } from '../../../shared/register/ScrolledTable.tsx'
import { useSending } from '../../../shared/sending.ts'
import { type Delivery, outcomes } from './webhook.ts'

/** The latest hundred sendings of a webhook, with what became of each; any of them can be sent again. */
export function Deliveries({ webhook }: { webhook: string }) {
  const say = useSay()
  const [open, setOpen] = useState(false)
  const path = `/api/webhooks/${webhook}/deliveries`
  const { value, problem, reload } = useLoaded<Delivery[]>(open ? path : undefined)
  const again = useSending((id: string) => post(`${path}/${id}/again`), reload)
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{say(w('最近的推送', 'Latest deliveries'))}</summary>
      <div className="stack close">
        <Trouble problem={problem ?? again.problem} again={reload} />
        {open && !value && !problem && <Skeleton rows={3} />}
        {value?.length === 0 && <Empty words={w('还没有推送过。', 'Nothing was sent so far.')} />}
        {value && value.length > 0 && (
          <>
            <button type="button" className="button" onClick={reload}>
              {say(w('刷新', 'Look again'))}
            </button>
            <ScrolledTable
              label={w('推送表', 'The table of deliveries')}
              heads={[
                w('时间', 'When'),
                w('变化', 'Event'),
                w('结果', 'Outcome'),
                { ...w('次数', 'Tries'), number: true },
                w('再发', 'Again'),
              ]}
            >
              {value.map((one) => (
                <Row key={one.id} delivery={one} busy={again.busy} press={() => again.press(one.id)} />
              ))}
            </ScrolledTable>
          </>
        )}
      </div>
    </details>
  )
}

function Row({ delivery, busy, press }: { delivery: Delivery; busy: boolean; press: () => void }) {
  const say = useSay()
  const { event, sequence, state, attempts, madeAt, nextAt, lastError } = delivery
  const { words, look, sign } = outcomes[state]
  return (
    <tr>
      <td className="nowrap">
        <At at={madeAt} />
      </td>
      <td>
        <code>{event}</code> <span className="soft">#{sequence}</span>
      </td>
      <td>
        <span className={`chip ${look}`}>
          <span aria-hidden="true">{sign}</span> {say(words)}
        </span>
        {lastError && <p className="soft">{say(lastError)}</p>}
        {nextAt !== undefined && state === 'failing' && (
          <p className="soft">
            {say(w('下次：', 'Next: '))}
            <At at={nextAt} />
          </p>
        )}
      </td>
      <td className="number">{attempts}</td>
      <td>
        <button type="button" className="button" disabled={busy} onClick={press}>
          {say(w('再发一次', 'Send again'))}
        </button>
      </td>
    </tr>
  )
}
