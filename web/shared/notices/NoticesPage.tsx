import { useEffect, useState } from 'react'
import { post } from '../ask.ts'
import { Back } from '../Back.tsx'
import { Barred } from '../Barred.tsx'
import { Frame } from '../Frame.tsx'
import { useSay, w } from '../language.ts'
import { useLive } from '../live.ts'
import { useLoaded } from '../loaded.ts'
import { useNow } from '../now.ts'
import { Empty, Skeleton } from '../parts.tsx'
import { folded } from './folded.ts'
import { NoticeLine } from './NoticeLine.tsx'
import type { Notice } from './notices.ts'

/**
 * What I was told, a line for each thing, what is new first. To open the page is to have read it; what was new stays
 * marked while it is open.
 */
export default function NoticesPage() {
  const [say, now] = [useSay(), useNow()]
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
        <Barred problem={problem} again={reload} />
        {!value && !problem && <Skeleton />}
        {value?.length === 0 && (
          <Empty
            words={w('还没有消息。事情有了进展，会在这里告诉您。', 'Nothing yet. When something moves, you are told here.')}
          />
        )}
        <ul className="stack close notices">
          {value &&
            folded(value, ({ id, read }) => !read || fresh.has(id), now).map((line) => (
              <NoticeLine key={line.latest.id} {...line} />
            ))}
        </ul>
      </div>
    </Frame>
  )
}
