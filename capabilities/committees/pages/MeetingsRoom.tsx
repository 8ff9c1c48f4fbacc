import { Link } from 'wouter'
import { useAsked } from '#web/shared/asked.ts'
import { LookChip } from '#web/shared/LookChip.tsx'
import { useSay, w } from '#web/shared/language.ts'
import { useLive } from '#web/shared/live.ts'
import { useLoaded } from '#web/shared/loaded.ts'
import { useNow } from '#web/shared/now.ts'
import { Empty, Skeleton, Trouble } from '#web/shared/parts.tsx'
import { useSession } from '#web/shared/session.tsx'
import { Turn } from '#web/shared/Turn.tsx'
import { exact } from '#web/shared/time.ts'
import type { MeetingPage as Listed } from '../contract/meeting.ts'
import { conditionsIn, Filters } from './Filters.tsx'
import { MeetingPage } from './MeetingPage.tsx'
import { PlanMeeting } from './PlanMeeting.tsx'
import { meetingLooks, meetingWords } from './words.ts'

const home = '/console/meetings'
const tabs = [
  { over: false, words: w('进行中', 'Under way') },
  { over: true, words: w('已签发、已取消', 'Signed off or cancelled') },
] as const

/** The meetings of committees at a desk: their list, a new one, and one. */
export default function MeetingsRoom({ code }: { code?: string }) {
  const { value: session } = useSession()
  const street = session?.posts?.find(({ id }) => id === session.post)?.unit
  if (code === undefined) return <List plans={session?.role === 'streetDesk'} />
  if (code === 'new') return street === undefined ? <Skeleton /> : <PlanMeeting street={street} />
  return <MeetingPage key={code} id={code} />
}

function List({ plans }: { plans: boolean }) {
  const [say, now] = [useSay(), useNow()]
  const { search, asked, pages, turn } = useAsked()
  const conditions = conditionsIn(asked)
  const over = search.get('over') !== null
  const after = pages.at(-1)
  const query = new URLSearchParams({ over: String(over), ...conditions, ...(after !== undefined && { after }) })
  const { value, problem, reload } = useLoaded<Listed>(`/api/meetings?${query}`)
  useLive(reload)
  const { planned, called, held, minuted, signed, cancelled } = meetingWords
  const isAsked = Object.keys(conditions).length > 0
  return (
    <div className="stack">
      <h1>{say(w('委员会会议', 'Meetings of committees'))}</h1>
      {plans && (
        <div className="line">
          <Link className="button main" href={`${home}/new`}>
            {say(w('筹备会议', 'Plan a meeting'))}
          </Link>
        </div>
      )}
      <nav className="tabs" aria-label={say(w('会议分类', 'Parts of the list'))}>
        {tabs.map((tab) => (
          <Link
            key={tab.words.en}
            href={tab.over ? `${home}?over` : home}
            {...(tab.over === over && { 'aria-current': 'page' as const })}
          >
            {say(tab.words)}
          </Link>
        ))}
      </nav>
      <Filters states={over ? { signed, cancelled } : { planned, called, held, minuted }} />
      <Trouble problem={problem} again={reload} />
      {!value && !problem && <Skeleton rows={4} />}
      {value?.rows.length === 0 && (
        <Empty
          words={
            isAsked
              ? w('没有对上的，换个条件试试。', 'Nothing of the kind: ask otherwise.')
              : over
                ? w('还没有签发纪要的会议。', 'None is signed off yet.')
                : w('没有筹备或进行中的会议。', 'Nothing is planned or under way.')
          }
        />
      )}
      <ul className="stack close">
        {value?.rows.map(({ id, state, committeeName, startsAt, venue, subjects }) => (
          <li key={id}>
            <article className="card stack tight">
              <div className="line">
                <LookChip look={meetingLooks[state]} words={meetingWords[state]} />
                <span className="soft small">{say(exact(Date.parse(startsAt), now))}</span>
              </div>
              <h2>
                <Link href={`${home}/${id}`}>{committeeName}</Link>
              </h2>
              <p className="soft">
                {venue} · {subjects.join(say(w('；', '; ')))}
              </p>
            </article>
          </li>
        ))}
      </ul>
      <Turn pages={pages} next={value?.more ? value.rows.at(-1)?.id : undefined} turn={turn} older />
    </div>
  )
}
