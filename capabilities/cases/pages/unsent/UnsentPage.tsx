import { useState } from 'react'
import { Link } from 'wouter'
import { Back } from '#web/shared/Back.tsx'
import { Frame } from '#web/shared/Frame.tsx'
import { useSay, w } from '#web/shared/language.ts'
import { useNow } from '#web/shared/now.ts'
import type { Queued } from '#web/shared/offline/database.ts'
import { dequeue } from '#web/shared/offline/queue.ts'
import { sendQueued } from '#web/shared/offline/sender.ts'
import { useQueued } from '#web/shared/offline/useQueued.ts'
import { Empty, When } from '#web/shared/parts.tsx'
import { AsItIs } from './AsItIs.tsx'
import { photosIn, saidIn } from './said.ts'

/** What waits on this device to be sent, and what was refused and is for the person to decide. */
export default function UnsentPage() {
  const say = useSay()
  const { mine, others } = useQueued()
  return (
    <Frame title={w('还没送出', 'Not sent yet')}>
      <div className="stack">
        <Back />
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
  const [say, now] = [useSay(), useNow()]
  const [sure, setSure] = useState(false)
  const { title, about, saidAt, problem, item, path, basedOn, input } = entry
  const isOnCase = basedOn !== undefined && path.startsWith('/api/cases/')
  const said = saidIn(input, now)
  const photos = photosIn(input)
  return (
    <article className="card stack close">
      <p className="line">
        <span className="strong">{say(title)}</span>
        <span className="soft">{about}</span>
      </p>
      {said.length > 0 && <p className="said">{said.map(say).join(' · ')}</p>}
      {photos > 0 && <p>{say(w(`${photos} 张照片一起送`, photos === 1 ? 'with one photo' : `with ${photos} photos`))}</p>}
      <p className="soft small">
        {say(w('按下的时间：', 'Pressed: '))}
        <When at={saidAt} />
      </p>
      {problem && (
        <div className="note bad stack close" role="alert">
          <p className="strong">{say(w('没有办成，原因是：', 'It was not done:'))}</p>
          <p>{say(problem.because)}</p>
          {isOnCase && <AsItIs entry={entry} />}
        </div>
      )}
      <div className="line">
        {isOnCase && (
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
