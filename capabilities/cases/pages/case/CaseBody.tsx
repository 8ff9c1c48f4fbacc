import { Suspense, useEffect, useRef, useState } from 'react'
import { Back } from '#web/shared/Back.tsx'
import { useSay, type Words, w } from '#web/shared/language.ts'
import { lazyPage } from '#web/shared/lazyPage.ts'
import { useLive } from '#web/shared/live.ts'
import { useLoaded } from '#web/shared/loaded.ts'
import { keepCase } from '#web/shared/offline/copies.ts'
import { sentWords } from '#web/shared/offline/hold.ts'
import { useArrival, useQueued } from '#web/shared/offline/useQueued.ts'
import { NotSentYet, Skeleton, Stale, Trouble } from '#web/shared/parts.tsx'
import { isStaff, useSession } from '#web/shared/session.tsx'
import { mainOf } from '../commands.ts'
import { type CaseView, type FlowDescription, ownRating, type SeenEvent } from '../view.ts'
import { Actions } from './Actions.tsx'
import { Details } from './Details.tsx'
import { expected } from './expected.ts'
import { Head } from './Head.tsx'
import { History } from './History.tsx'
import { Limits } from './Limits.tsx'
import { Thumb } from './Thumb.tsx'

const WaysIn = lazyPage(() => import('#web/shared/WaysIn.tsx'))

interface Shown {
  id: string
  /** Told its number, once it is known. */
  known?: (number: string) => void
  /** The command that somebody came to do: its form is open from the start. */
  begin?: string | undefined
  /** Told once its form is open, or has been refused. */
  begun?: () => void
}

/** One case, for everybody: what it is and how it stands, what happened, and what its reader may do with it. */
export function CaseBody({ id, known, begin, begun }: Shown) {
  const say = useSay()
  const { value: session, reload: askWho } = useSession()
  const view = useLoaded<CaseView>(`/api/cases/${id}`)
  const events = useLoaded<SeenEvent[]>(view.value ? `/api/cases/${id}/events` : undefined)
  const flow = useLoaded<FlowDescription>('/api/flows/cases')
  const [open, setOpen] = useState<string>()
  const [told, setTold] = useState<{ words: Words; good: boolean }>()
  const reload = () => {
    view.reload()
    events.reload()
  }
  const top = useRef<HTMLDivElement>(null)
  const stirred = (item?: string) => {
    if (item === undefined || item === id) reload()
  }
  useLive(stirred, view.value !== undefined)
  useArrival((arrived, { title }) => {
    if (arrived === id) setTold({ words: sentWords(title), good: true })
    stirred(arrived)
  })

  const notSignedIn = view.problem?.status === 401
  const wasSignedIn = session?.signedIn === true
  // The session has ended: nothing around the page speaks for it any longer.
  useEffect(() => {
    if (notSignedIn && wasSignedIn) askWho()
  }, [notSignedIn, wasSignedIn, askWho])
  const staff = isStaff(session)
  const waiting = useQueued().mine.filter((entry) => entry.item === id)
  const shown = view.value && flow.value ? expected(view.value, waiting, flow.value) : view.value
  const { item, may = [], mayNot = {} } = shown ?? {}
  useEffect(() => {
    const { holder } = view.value?.item ?? {}
    // Out of sight is out of hand.
    if (staff && view.problem?.status === 404) keepCase(id, false, {})
    if (!staff || !view.value || view.since !== undefined) return
    // What is personal stays on this device only while the case is in hand.
    keepCase(id, holder?.role === session?.role && holder?.unit === session?.unit, { view: view.value, events: events.value })
  }, [id, staff, session, view.value, view.problem, view.since, events.value])
  const number = view.value?.item.number
  useEffect(() => {
    if (number !== undefined) known?.(number)
  }, [number, known])
  const mayBegin = begin !== undefined && may.includes(begin)
  const whyNot = begin === undefined ? undefined : mayNot[begin]
  useEffect(() => {
    if (mayBegin) setOpen(begin)
    else if (whyNot) setTold({ words: whyNot, good: false })
    else return
    begun?.()
  }, [mayBegin, whyNot, begin, begun])
  const content = item !== undefined && ownRating(item)?.solved === true
  const main = mainOf(may, { contacted: item?.contactedAt !== undefined, content, sorting: item?.state === 'triage' })
  const shared = { may, mayNot, staff, flow: flow.value, open, setOpen }
  const after = (reply: CaseView | null, words: Words, good = true) => {
    setOpen(undefined)
    setTold({ words, good })
    if (reply) view.put(reply)
    else if (good) view.reload()
    else reload()
    events.reload()
    top.current?.scrollIntoView({ block: 'start' })
  }
  return (
    <>
      <div className="two" ref={top}>
        <div className="stack">
          {told && (
            <p className={told.good ? 'note good' : 'note warm'} role="status">
              {say(told.words)}
            </p>
          )}
          <Stale since={view.since} />
          {waiting.map(({ key, title, problem }) => (
            <NotSentYet key={key} title={title} asks={problem !== undefined} />
          ))}
          {notSignedIn && (
            <Suspense>
              <WaysIn done={view.reload}>
                <h1>{say(w('先说一下您是谁', 'Who are you?'))}</h1>
                <p>{say(w('这一件只给报单人和办理人员看。', 'This is shown to its reporter and to those who handle it.'))}</p>
              </WaysIn>
            </Suspense>
          )}
          {view.problem && !notSignedIn && (
            <>
              <Trouble problem={view.problem} again={reload} />
              {view.problem.status === 404 && <Back />}
              {view.problem.status === 404 && (session?.posts.length ?? 0) > 1 && (
                <p className="soft">
                  {say(
                    w(
                      '您有几个岗位：它可能在另一个岗位上，换一个岗位再看。',
                      'You have several posts: it may be at another one. Change your post and look again.',
                    ),
                  )}
                </p>
              )}
            </>
          )}
          {!item && !view.problem && <Skeleton rows={6} />}
          {item && (
            <>
              <Head item={item} staff={staff} asked={may.includes('replyToAsk')} />
              <Details item={item} id={id} />
            </>
          )}
        </div>
        {item && (
          <div className="aside stack" id="actions">
            <Actions {...shared} item={item} main={main} after={after} />
            <Limits item={item} staff={staff} />
          </div>
        )}
        {item && (
          <div className="after">
            <History id={id} events={events} staff={staff} />
          </div>
        )}
      </div>
      {item && !open && <Thumb {...{ item, main, may, flow: flow.value, after }} choose={setOpen} />}
    </>
  )
}
