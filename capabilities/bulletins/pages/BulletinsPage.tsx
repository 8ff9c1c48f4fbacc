import { useState } from 'react'
import { Link, useSearchParams } from 'wouter'
import { useSay, w } from '#web/shared/language.ts'
import { useLive } from '#web/shared/live.ts'
import { useLoaded } from '#web/shared/loaded.ts'
import { Empty, Skeleton, Trouble, When } from '#web/shared/parts.tsx'
import { Turn } from '#web/shared/Turn.tsx'
import type { BulletinPage, BulletinRow } from '../contract/item.ts'
import { Reading } from './Reading.tsx'
import { Share } from './Share.tsx'
import { TakeBack } from './TakeBack.tsx'
import { Write } from './Write.tsx'
import './bulletins.css'

/** The bulletins of one's own unit and of one's own places: written, corrected, taken back, and sent on. */
export default function BulletinsPage() {
  const say = useSay()
  const [search, setSearch] = useSearchParams()
  const past = search.get('past') !== null
  const pages = search.getAll('after')
  const after = pages.at(-1)
  const query = new URLSearchParams({ running: String(!past), ...(after !== undefined && { after }) })
  const { value, problem, reload } = useLoaded<BulletinPage>(`/api/bulletins?${query}`)
  const [writing, setWriting] = useState(false)
  const [published, setPublished] = useState<string>()
  useLive(reload)
  const turn = (to: readonly string[]) => {
    setSearch([...(past ? [['past', '']] : []), ...to.map((one) => ['after', one])])
    scrollTo(0, 0)
  }
  return (
    <div className="stack">
      <h1>{say(w('小区通知', 'Bulletins'))}</h1>
      {value?.may.includes('publish') && !writing && (
        <div className="line">
          <button type="button" className="button main" onClick={() => setWriting(true)}>
            {say(w('写一个通知', 'Write a bulletin'))}
          </button>
        </div>
      )}
      {value?.mayNot.publish && <p className="soft">{say(value.mayNot.publish)}</p>}
      {writing && (
        <Write
          signedBy={value?.signedBy ?? ''}
          leave={() => setWriting(false)}
          done={(id) => {
            setWriting(false)
            setPublished(id)
            reload()
          }}
        />
      )}
      <nav className="tabs" aria-label={say(w('通知分类', 'Parts of the list'))}>
        <Link href="/console/bulletins" {...(!past && { 'aria-current': 'page' as const })}>
          {say(w('现在和将要', 'Now and to come'))}
        </Link>
        <Link href="/console/bulletins?past" {...(past && { 'aria-current': 'page' as const })}>
          {say(w('已结束、已撤回', 'Over or taken back'))}
        </Link>
      </nav>
      <Trouble problem={problem} again={reload} />
      {!value && !problem && <Skeleton rows={4} />}
      {value?.rows.length === 0 && (
        <Empty
          words={
            past
              ? w('还没有结束或撤回的通知。', 'None is over yet.')
              : w(
                  '现在没有通知。停水停电之前写一个，居民扫门上的码就能看到。',
                  'Nothing runs. Write one before something is off: who scans a door reads it.',
                )
          }
        />
      )}
      <ul className="stack close">
        {value?.rows.map((bulletin) => (
          <li key={bulletin.id}>
            <Row bulletin={bulletin} fresh={published === bulletin.id} changed={reload} />
          </li>
        ))}
      </ul>
      <Turn pages={pages} next={value?.more ? value.rows.at(-1)?.id : undefined} turn={turn} />
    </div>
  )
}

function Row({ bulletin, fresh, changed }: { bulletin: BulletinRow; fresh: boolean; changed: () => void }) {
  const say = useSay()
  const [doing, setDoing] = useState<'correct' | 'takeBack'>()
  const done = () => {
    setDoing(undefined)
    changed()
  }
  if (doing === 'correct')
    return <Write bulletin={bulletin} signedBy={bulletin.signedBy} done={done} leave={() => setDoing(undefined)} />
  return (
    <article className={fresh ? 'card current' : 'card'}>
      {fresh && (
        <p className="note good" role="status">
          {say(
            w(
              '✓ 已发布。居民在首页和扫码页能看到；也可以发到群里。',
              '✓ Published. Residents see it on their first page and when they scan a door.',
            ),
          )}
        </p>
      )}
      <Reading bulletin={bulletin} level="h2" />
      <p className="soft small">
        {say(w('发布于 ', 'Published '))}
        <When at={bulletin.publishedAt} />
      </p>
      {bulletin.state === 'published' && <Share bulletin={bulletin} />}
      {doing === 'takeBack' ? (
        <TakeBack bulletin={bulletin} done={done} leave={() => setDoing(undefined)} />
      ) : (
        <div className="line">
          {bulletin.may.includes('correct') && (
            <button type="button" className="button plain" onClick={() => setDoing('correct')}>
              {say(w('更正', 'Correct'))}
            </button>
          )}
          {bulletin.may.includes('takeBack') && (
            <button type="button" className="button plain" onClick={() => setDoing('takeBack')}>
              {say(w('撤回', 'Take back'))}
            </button>
          )}
        </div>
      )}
    </article>
  )
}
