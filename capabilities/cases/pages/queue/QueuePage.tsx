import type { ReactNode } from 'react'
import { useState } from 'react'
import { Link, useSearchParams } from 'wouter'
import { Frame } from '#web/shared/Frame.tsx'
import { useSay, w } from '#web/shared/language.ts'
import { useLive } from '#web/shared/live.ts'
import { useLoaded } from '#web/shared/loaded.ts'
import { sentWords } from '#web/shared/offline/hold.ts'
import { useArrival, useQueued } from '#web/shared/offline/useQueued.ts'
import { Empty, Skeleton, Stale, Trouble } from '#web/shared/parts.tsx'
import { isOnFoot, seesCases } from '#web/shared/roles.ts'
import { useSession } from '#web/shared/session.tsx'
import { Turn } from '#web/shared/Turn.tsx'
import type { QueueCounts } from '../../contract/answers.ts'
import type { CasePage, FlowDescription } from '../view.ts'
import { Filters } from './Filters.tsx'
import { Keys } from './Keys.tsx'
import { QueueRow } from './QueueRow.tsx'
import { useShift } from './shift.ts'
import { TakeMany, type Ticked } from './TakeMany.tsx'
import { queryOf, tabs } from './tabs.ts'
import { takingOf } from './taking.ts'
import { keysOf, useKeys } from './useKeys.ts'

/** Posts that may be asked to do errands for residents. */
const helping: readonly string[] = ['gridWorker', 'gridLeader', 'communitySecretary', 'communityWorker']
const helps = (role: string | undefined) => role !== undefined && helping.includes(role)
/** Posts that oversee: nothing ever waits in a queue of theirs, so that they begin with all that they see. */
const isWithoutQueue = (role: string | undefined) => role === 'leader' || !seesCases(role)

/** My post's queue: what is next, by what is to be done. Tab, filters and page stand in the address, so that none is ever lost. */
export default function QueuePage({ posts }: { posts?: ReactNode }) {
  const say = useSay()
  const [search, setSearch] = useSearchParams()
  const { value: session } = useSession()
  const visits = session?.role === 'gridWorker' || session?.role === 'gridLeader'
  const usual = isWithoutQueue(session?.role) ? 'all' : 'take'
  const mine = tabs.filter(({ roles }) => !roles || (session?.role !== undefined && roles.includes(session.role)))
  const tab = mine.find(({ name }) => name === (search.get('tab') ?? usual)) ?? mine[0]
  const before = search.getAll('cursor')
  const query = queryOf(tab ?? { query: {} })
  for (const name of ['state', 'number', 'over', 'q']) {
    const value = tab?.name === 'all' ? search.get(name) : null
    if (value) query.set(name, value)
  }
  const cursor = before.at(-1)
  if (cursor !== undefined) query.set('cursor', cursor)
  const counts = useLoaded<QueueCounts>('/api/cases/queue/counts')
  const path = `/api/cases?${query}`
  const list = useLoaded<CasePage>(path)
  // What was done last is said until the next thing is done, or until the reader has gone on to another part or page of the queue.
  const [done, setDone] = useState({ words: '', at: '' })
  const told = done.at === `${query}` ? done.words : ''
  const reload = () => {
    counts.reload()
    list.reload()
  }
  useLive(reload)
  // What was said to wait is said to have gone.
  useArrival((_, { title }) => {
    setDone({ words: say(sentWords(title)), at: `${query}` })
    reload()
  })
  const rows = list.value?.rows ?? []
  useShift(
    list.value && list.since === undefined
      ? rows.map(({ id, version }) => `${id} ${version}`).join() + JSON.stringify(counts.value)
      : '',
    path,
    visits,
  )
  const waiting = useQueued().mine
  const { value: flow } = useLoaded<FlowDescription>('/api/flows/cases')
  const keys = useKeys(rows)
  const isQueue = tab?.query.scope === 'queue'
  const takeable = isQueue ? rows.filter((row) => takingOf(row) && !waiting.some(({ item }) => item === row.id)) : []
  // What is ticked is of this part and page of the queue.
  const [ticking, setTicking] = useState<{ at: string; ticked: Ticked }>({ at: '', ticked: undefined })
  const ticked = ticking.at === `${query}` ? ticking.ticked : undefined
  const setTicked = (next: Ticked) => setTicking({ at: `${query}`, ticked: next })
  const tick = (id: string, on: boolean) => {
    const others = [...(ticked ?? [])].filter((one) => one !== id)
    setTicked(new Set(on ? [...others, id] : others))
  }
  const ended = (words: string) => setDone({ words, at: `${query}` })
  const turn = (cursors: string[]) => {
    setSearch((current) => {
      current.delete('cursor')
      for (const one of cursors) current.append('cursor', one)
      return current
    })
    scrollTo(0, 0)
  }

  return (
    <Frame title={w('待办', 'My queue')} broad>
      <div className="stack queue">
        <div className="line">
          <h1>{say(w('待办', 'My queue'))}</h1>
          {isOnFoot(session?.role) && (
            <>
              <Link className="button" href="/report?as=patrol">
                {say(w('巡查上报', 'Seen on patrol'))}
              </Link>
              <Link className="button" href="/work/map">
                {say(w('网格地图', 'Map'))}
              </Link>
            </>
          )}
          {visits && (
            <Link className="button" href="/work/visits">
              {say(w('走访', 'Visits'))}
            </Link>
          )}
          {helps(session?.role) && (
            <Link className="button" href="/work/errands">
              {say(w('代办', 'Errands'))}
            </Link>
          )}
          <div className="far">{posts}</div>
        </div>
        <nav className="tabs" aria-label={say(w('待办分类', 'Parts of the queue'))}>
          {mine.map(({ name, words, count }) => (
            <Link key={name} href={`/work/queue?tab=${name}`} {...(name === tab?.name && { 'aria-current': 'page' as const })}>
              {say(words)}
              {count && counts.value && <span className="count">{count(counts.value.states)}</span>}
            </Link>
          ))}
        </nav>
        {tab?.name === 'all' && <Filters />}
        {tab?.rule && <p className="soft small">{say(tab.rule)}</p>}
        <p role="status" className={told ? 'note good' : 'unseen'}>
          {told}
        </p>
        <Stale since={list.since} />
        <Trouble problem={list.problem} again={reload} />
        {!list.value && !list.problem && <Skeleton rows={6} />}
        {list.value && rows.length === 0 && tab && <Empty words={tab.empty} />}
        <TakeMany key={`${query}`} rows={takeable} ticked={ticked} tick={setTicked} flow={flow} taken={ended} reload={reload} />
        <ul className="stack close">
          {rows.map((row, index) => (
            <li key={row.id}>
              <QueueRow
                row={row}
                current={keys.current === index}
                mine={isQueue}
                flow={flow}
                waiting={waiting.filter(({ item }) => item === row.id)}
                taken={ended}
                reload={reload}
                ticked={ticked && takeable.includes(row) ? { on: ticked.has(row.id), set: (on) => tick(row.id, on) } : undefined}
              />
            </li>
          ))}
        </ul>
        <Turn pages={before} next={list.value?.next} turn={turn} />
        <Keys shown={keys.help} toggle={keys.toggle} keys={keysOf({ takes: isQueue, searches: tab?.name === 'all' })} />
      </div>
    </Frame>
  )
}
