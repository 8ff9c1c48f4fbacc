import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { command, type Problem, post } from '#web/shared/ask.ts'
import { Frame } from '#web/shared/Frame.tsx'
import { useSay, w } from '#web/shared/language.ts'
import { useLive } from '#web/shared/live.ts'
import { useLoaded } from '#web/shared/loaded.ts'
import { PhoneSignIn } from '#web/shared/PhoneSignIn.tsx'
import { Due, Empty, Skeleton, Stale, Trouble, When } from '#web/shared/parts.tsx'
import { inFours } from '#web/shared/queryCode.ts'
import { useSending } from '#web/shared/sending.ts'
import { useSession } from '#web/shared/session.tsx'
import { Turn } from '#web/shared/Turn.tsx'
import { commandWords, remindWords } from './commands.ts'
import { useCalled } from './matter.ts'
import { forgetSent, type Sent, sentFromHere } from './report/sent.ts'
import { useStandings } from './report/standing.ts'
import { Unfinished } from './report/Unfinished.tsx'
import { StateChip } from './StateChip.tsx'
import { askedShort } from './spoken.ts'
import { isOpen } from './states.ts'
import type { CasePage, CaseRow, CommandReply } from './view.ts'

/** What became of mine: the reports of whoever is signed in, and those sent from this phone. */
export default function MyReportsPage() {
  const say = useSay()
  const { value: session, problem, reload } = useSession()
  const isResident = session?.signedIn && session.kind === 'resident'
  return (
    <Frame title={w('我的报单', 'My reports')}>
      <div className="stack">
        <div className="line">
          <h1>{say(w('我的报单', 'My reports'))}</h1>
          <Link className="button far" href="/report">
            {say(w('再报一件', 'Report'))}
          </Link>
        </div>
        <Unfinished open />
        <Trouble problem={problem} again={reload} />
        {!session && !problem && <Skeleton />}
        {session && (isResident ? <Mine /> : null)}
        <FromHere />
        {session && !isResident && (
          <section className="sheet stack">
            <h2>{say(w('用手机号看我的全部报单', 'See all of mine by phone number'))}</h2>
            <PhoneSignIn done={reload} />
          </section>
        )}
        <Link className="button wide" href="/query">
          {say(w('用查询码查一件', 'Open one by its query code'))}
        </Link>
        {isResident && (
          <Link className="button wide" href="/looks">
            {say(w('谁看过我的信息、删除资料', 'Who looked at my data; erasing it'))}
          </Link>
        )}
        {isResident && (
          <Link className="button wide" href="/sessions">
            {say(w('我的登录', 'Where I am signed in'))}
          </Link>
        )}
      </div>
    </Frame>
  )
}

function Mine() {
  const [cursor, setCursor] = useState<string[]>([])
  const last = cursor.at(-1)
  const { value, problem, reload } = useLoaded<CasePage>(
    `/api/cases?scope=mine&limit=20${last === undefined ? '' : `&cursor=${encodeURIComponent(last)}`}`,
  )
  const say = useSay()
  useLive(reload)
  if (problem && !value) return <Trouble problem={problem} again={reload} />
  if (!value) return <Skeleton />
  if (value.rows.length === 0)
    return (
      <Empty
        words={w('还没有报过单。登录后报的单都会列在这里。', 'Nothing yet. What you report while signed in is listed here.')}
      >
        <Link className="button main" href="/report">
          {say(w('去报单', 'Report something'))}
        </Link>
      </Empty>
    )
  return (
    <>
      {value.rows.map((row) => (
        <Row key={row.id} row={row} />
      ))}
      <Turn pages={cursor} next={value.next} turn={setCursor} older />
    </>
  )
}

function Row({ row }: { row: CaseRow }) {
  const say = useSay()
  const { name, more } = useCalled(row)
  const [reminded, setReminded] = useState(false)
  const { busy, problem, press } = useSending(
    (_: object, key) => command<CommandReply>(`/api/cases/${row.id}/remind`, {}, key),
    () => setReminded(true),
  )
  return (
    <article className="card">
      <div className="line">
        <StateChip state={row.state} dueAt={row.dueAt} yellowAt={row.yellowAt} />
        {row.joined && <span className="soft small">{say(w('您附议的', 'you joined it'))}</span>}
        <span className="soft small far">{row.number}</span>
      </div>
      <Link className="open" href={`/case/${row.id}`}>
        {name}
      </Link>
      {more !== '' && <p className="soft">{more}</p>}
      <p className="soft">{row.place}</p>
      <p className="small">
        {isOpen(row.state) && row.dueAt !== undefined ? (
          <Due at={row.dueAt} yellow={row.yellowAt} />
        ) : (
          <When at={row.reportedAt} />
        )}
      </p>
      {row.asked && (
        <>
          <p className="strong">{say(askedShort)}</p>
          <Link className="button main" href={`/case/${row.id}?do=replyToAsk`}>
            {say(commandWords('replyToAsk', '回复'))}
          </Link>
        </>
      )}
      {isOpen(row.state) && !row.asked && (
        <button type="button" className="button" disabled={busy || reminded} onClick={() => press({})}>
          {say(reminded ? w('✓ 催过了，承办人会收到提醒', '✓ Reminded: whoever has it is told') : remindWords)}
        </button>
      )}
      {row.state === 'resolved' && (
        <Link className="button main" href={`/case/${row.id}`}>
          {say(w('办好了吗？请评价', 'Is it solved? Rate it'))}
        </Link>
      )}
      <Trouble problem={problem} />
    </article>
  )
}

/** Reports sent from this phone without an account: each opens with the query code that the phone kept. */
function FromHere() {
  const say = useSay()
  const [sent, setSent] = useState(sentFromHere)
  const { value: session } = useSession()
  const mineAnyway = session?.signedIn && session.kind === 'resident'
  const shown = sent.filter(({ queryCode }) => queryCode !== undefined || mineAnyway !== true)
  const isAway = useStandings(shown, () => setSent(sentFromHere()))
  if (shown.length === 0) return null
  return (
    <section className="stack close">
      <h2>{say(w('这部手机上报过的', 'Sent from this phone'))}</h2>
      {shown.map((one) => (
        <Kept
          key={one.id}
          one={one}
          isAway={isAway}
          forget={() => {
            forgetSent(one.id)
            setSent(sentFromHere())
          }}
        />
      ))}
    </section>
  )
}

function Kept({ one, isAway, forget }: { one: Sent; isAway: boolean; forget: () => void }) {
  const say = useSay()
  const { reload } = useSession()
  const [, go] = useLocation()
  const [problem, setProblem] = useState<Problem>()
  const open = async () => {
    if (one.queryCode !== undefined) {
      const reply = await post('/api/session/query-code', { code: one.queryCode })
      if (!reply.done) return setProblem(reply.problem)
      reload()
    }
    go(`/case/${one.id}`)
  }
  const standing = one.standing === 'gone' ? undefined : one.standing
  return (
    <article className="card">
      {standing && (
        <div className="line">
          <StateChip state={standing.state} dueAt={standing.dueAt} yellowAt={standing.yellowAt} />
        </div>
      )}
      <div className="line">
        <span className="strong">{one.category ? say(one.category) : one.number}</span>
        <span className="soft small far">
          <When at={one.at} />
        </span>
      </div>
      {one.place !== undefined && <p>{one.place}</p>}
      {standing && isOpen(standing.state) && standing.dueAt !== undefined && (
        <p className="small">
          <Due at={standing.dueAt} yellow={standing.yellowAt} />
        </p>
      )}
      {standing?.asked && <p className="strong">{say(askedShort)}</p>}
      {one.standing === 'gone' && (
        <p className="soft small">
          {say(w('查询码已经失效，这件事不再保留。', 'Its code opens nothing any more: it is kept no longer.'))}
        </p>
      )}
      {isAway && <Stale since={standing?.at} />}
      {one.category && <p className="soft small">{say(w(`编号 ${one.number}`, `Number ${one.number}`))}</p>}
      {one.queryCode !== undefined && (
        <p className="soft small">{say(w(`查询码 ${inFours(one.queryCode)}`, `Query code ${inFours(one.queryCode)}`))}</p>
      )}
      <div className="line">
        <button type="button" className="button" onClick={open}>
          {say(
            standing?.asked
              ? w('看问题，去回复', 'Read it and reply')
              : standing?.state === 'resolved'
                ? w('办好了吗？请评价', 'Is it solved? Rate it')
                : w('看进展', 'See how it stands'),
          )}
        </button>
        <button type="button" className="button plain far" onClick={forget}>
          {say(w('从本机移除', 'Forget it here'))}
        </button>
      </div>
      <Trouble problem={problem} />
    </article>
  )
}
