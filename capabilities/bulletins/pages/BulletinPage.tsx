import { Frame } from '#web/shared/Frame.tsx'
import { w } from '#web/shared/language.ts'
import { useLoaded } from '#web/shared/loaded.ts'
import { Skeleton, Stale, Trouble } from '#web/shared/parts.tsx'
import type { SeenBulletin } from '../contract/item.ts'
import { Reading } from './Reading.tsx'
import { Share } from './Share.tsx'
import './bulletins.css'

/** One bulletin, for whoever has its link: no account is asked for. */
export default function BulletinPage({ id }: { id: string }) {
  const { value, problem, since, reload } = useLoaded<SeenBulletin>(`/api/bulletins/read/${id}`)
  return (
    <Frame title={w('小区通知', 'Bulletin')}>
      <div className="stack">
        <Stale since={since} />
        <Trouble problem={problem} again={reload} />
        {!value && !problem && <Skeleton />}
        {value && (
          <>
            <article className="sheet">
              <Reading bulletin={value} level="h1" />
            </article>
            <Share bulletin={value} />
          </>
        )}
      </div>
    </Frame>
  )
}
