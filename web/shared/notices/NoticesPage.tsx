import { useEffect, useState } from 'react'
import { Link } from 'wouter'
import { post } from '../ask.ts'
import { Back } from '../Back.tsx'
import { Frame } from '../Frame.tsx'
import { useSay, w } from '../language.ts'
import { useLive } from '../live.ts'
import { useLoaded } from '../loaded.ts'
import { Empty, Skeleton, Trouble, When } from '../parts.tsx'
import { type Notice, pageOf } from './notices.ts'

/** What I was told, the latest first. To open the page is to have read it; what was new stays marked while it is open. */
export default function NoticesPage() {
  const say = useSay()
  const { value, problem, reload } = useLoaded<Notice[]>('/api/notices')
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set())
  useLive(reload)
  useEffect(() => {
    const unread = value?.filter(({ read }) => !read) ?? []
    if (unread.length === 0) return
    setFresh((before) => new Set([...before, ...unread.map(({ id }) => id)]))
    post('/api/notices/read')
  }, [value])
  return (
    <Frame title={w('消息', 'Notices')}>
      <div className="stack">
        <Back />
        <h1>{say(w('消息', 'Notices'))}</h1>
        <Trouble problem={problem} again={reload} />
        {!value && !problem && <Skeleton />}
        {value?.length === 0 && (
          <Empty
            words={w('还没有消息。事情有了进展，会在这里告诉您。', 'Nothing yet. When something moves, you are told here.')}
          />
        )}
        <ul className="stack close notices">
          {value?.map(({ id, item, flow, words, at, read }) => (
            <li key={id} className={!read || fresh.has(id) ? 'card new' : 'card'}>
              <Link className="open" href={pageOf({ flow, item })}>
                {say(words)}
              </Link>
              <p className="soft small">
                {(!read || fresh.has(id)) && say(w('新 · ', 'new · '))}
                <When at={at} />
              </p>
            </li>
          ))}
        </ul>
      </div>
    </Frame>
  )
}
