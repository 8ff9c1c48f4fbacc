import { useState } from 'react'
import { Link } from 'wouter'
import { Frame } from '../Frame.tsx'
import { freshId } from '../fresh.ts'
import { useSay, w } from '../language.ts'
import { useLoaded } from '../loaded.ts'
import { Empty, When } from '../parts.tsx'
import type { Queued } from './database.ts'
import { dequeue, enqueue } from './queue.ts'
import { sendQueued } from './sender.ts'
import { useQueued } from './useQueued.ts'

/** What waits on this device to be sent, and what was refused and is for the person to decide. */
export default function UnsentPage() {
  const say = useSay()
  const { mine, others } = useQueued()
  return (
    <Frame title={w('还没送出', 'Not sent yet')}>
      <div className="stack">
        <h1>{say(w('还没送出', 'Not sent yet'))}</h1>
        {mine.length === 0 && others === 0 && (
          <Empty words={w('都送出了，没有留在本机的。', 'Everything was sent: nothing is left on this device.')} />
        )}
        {mine.some(({ problem }) => !problem) && (
          <button type="button" className="button main wide" onClick={() => sendQueued()}>
            {say(w('现在就送', 'Send now'))}
          </button>
        )}
        <ul className="stack close">
          {mine.map((entry) => (
            <li key={entry.key}>
              <Waiting entry={entry} />
            </li>
          ))}
        </ul>
        {others > 0 && (
          <p className="note warm">
            {say(
              w(
                `另有 ${others} 条是别的账号或岗位留下的，要本人登录后才会送出。`,
                `${others} more belong to another account or post: they go when that person signs in here.`,
              ),
            )}
          </p>
        )}
      </div>
    </Frame>
  )
}

function Waiting({ entry }: { entry: Queued }) {
  const say = useSay()
  const [sure, setSure] = useState(false)
  const { title, about, saidAt, problem, item, basedOn, input } = entry
  const words = Object.values(input).filter((value) => typeof value === 'string')
  return (
    <article className="card stack close">
      <p className="line">
        <span className="strong">{say(title)}</span>
        <span className="soft">{about}</span>
      </p>
      {words.length > 0 && <p className="said">{words.join(' · ')}</p>}
      <p className="soft small">
        {say(w('按下的时间：', 'Pressed: '))}
        <When at={saidAt} />
      </p>
      {problem && (
        <div className="note bad stack close" role="alert">
          <p className="strong">{say(w('没有办成，原因是：', 'It was not done:'))}</p>
          <p>{say(problem.because)}</p>
          {basedOn !== undefined && <AsItIs item={item} entry={entry} />}
        </div>
      )}
      <div className="line">
        {basedOn !== undefined && (
          <Link className="button" href={`/case/${item}`}>
            {say(w('看这一件', 'Open it'))}
          </Link>
        )}
        {sure ? (
          <>
            <span>{say(w('这条内容会丢掉，确定吗？', 'What you wrote is lost. Sure?'))}</span>
            <button type="button" className="button danger" onClick={() => dequeue(entry)}>
              {say(w('丢掉', 'Discard'))}
            </button>
            <button type="button" className="button" onClick={() => setSure(false)}>
              {say(w('留着', 'Keep'))}
            </button>
          </>
        ) : (
          <button type="button" className="button plain far" onClick={() => setSure(true)}>
            {say(w('不送了', 'Do not send'))}
          </button>
        )}
      </div>
    </article>
  )
}

interface Now {
  item: { version: number; stateName?: { zh: string; en: string }; state: string; holder?: { unitName?: string } }
  may: string[]
}

/** The item as it is now, beside what was pressed; and to press it again where that is still possible. */
function AsItIs({ item, entry }: { item: string; entry: Queued }) {
  const say = useSay()
  const { value } = useLoaded<Now>(`/api/cases/${item}`)
  if (!value) return null
  const command = entry.path.split('/').at(-1) ?? ''
  const can = value.may.includes(command)
  const again = async () => {
    const { problem: _, ...rest } = entry
    await dequeue({ ...entry, input: {} })
    // A new decision of the person's, on the case as it is now: a new key.
    await enqueue({ ...rest, key: freshId(), basedOn: value.item.version })
  }
  return (
    <>
      <p>
        {say(w('它现在：', 'Now: '))}
        {[value.item.stateName && say(value.item.stateName), value.item.holder?.unitName].filter(Boolean).join(' · ')}
      </p>
      {can ? (
        <button type="button" className="button" onClick={again}>
          {say(w(`按现在的情况，仍然${entry.title.zh}`, `Do it all the same: ${entry.title.en}`))}
        </button>
      ) : (
        <p>{say(w('现在已经不能这样办了。', 'This is no longer possible.'))}</p>
      )}
    </>
  )
}
