import { Link } from 'wouter'
import type { View } from '#kernel/flow/view.ts'
import { LookChip } from '#web/shared/LookChip.tsx'
import { useSay, type Words, w } from '#web/shared/language.ts'
import { useLive } from '#web/shared/live.ts'
import { useLoaded } from '#web/shared/loaded.ts'
import { OnDay, Skeleton, Trouble, When } from '#web/shared/parts.tsx'
import type { SeenTask } from '../contract/task.ts'
import { Acts, NotYet } from './Act.tsx'
import { taskStanding } from './words.ts'

/** One task: what was resolved, who holds it until when, what was reported, and how it ended. */
export function TaskPage({ id }: { id: string }) {
  const say = useSay()
  const { value, problem, reload } = useLoaded<View<SeenTask>>(`/api/tasks/${id}`)
  useLive(reload)
  if (!value) return problem ? <Trouble problem={problem} again={reload} /> : <Skeleton rows={6} />
  const { item, may, mayNot } = value
  const { subject, committeeName, number, resolution, holderName, limit, putOffs } = item
  const names = ['finish', 'report', 'accept', 'giveBack', 'putOff'].filter((name) => may.includes(name))
  return (
    <div className="stack">
      <Link href="/console/tasks">{say(w('‹ 全部议定事项', '‹ All tasks'))}</Link>
      <h1>{subject}</h1>
      <div className="line">
        <LookChip {...taskStanding(item)} />
        <span>
          {say(w(`${holderName}承办，期限：`, `held by ${holderName}, by `))}
          <OnDay day={limit} />
        </span>
      </div>
      {putOffs.map((one) => (
        <p key={one.at} className="soft">
          {say(w('原定', 'It was due by '))}
          <OnDay day={one.from} />
          {say(w(`，延期：${one.because}`, `: ${one.because}`))}
        </p>
      ))}
      <section className="stack tight">
        <h2>{say(w(`决议 ${number}`, `Resolution ${number}`))}</h2>
        <p className="pre">{resolution}</p>
        <p className="soft">{committeeName}</p>
      </section>
      <Acts {...{ path: 'tasks', item, names, changed: reload }} />
      <NotYet {...{ path: 'tasks', mayNot, names: ['accept'] }} />
      <Photos id={id} photos={item.photos ?? []} />
      <Course item={item} />
    </div>
  )
}

/** What it looks like now that it is done. */
function Photos({ id, photos }: { id: string; photos: readonly string[] }) {
  const say = useSay()
  if (photos.length === 0) return null
  return (
    <section className="field">
      <h2>{say(w('完成后的照片', 'Photos of what was done'))}</h2>
      <ul className="photos">
        {photos.map((photo, index) => (
          <li key={photo}>
            <a href={`/api/tasks/${id}/photos/${photo}`} target="_blank" rel="noreferrer">
              <img
                loading="lazy"
                src={`/api/tasks/${id}/photos/${photo}`}
                alt={say(w(`完成后的照片第 ${index + 1} 张`, `photo ${index + 1} of what was done`))}
              />
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What was said about it, the latest first. */
function Course({ item }: { item: SeenTask }) {
  const say = useSay()
  const { progress, givenBack, did, doneBy, doneAt, acceptedBy, acceptedAt } = item
  const said: { what: Words; words?: string; by: string; at: string }[] = [
    ...progress.map((one) => ({ ...one, what: w('进展', 'reported') })),
    ...givenBack.map((one) => ({ ...one, what: w('退回', 'gave back') })),
    ...(did !== undefined && doneBy !== undefined && doneAt !== undefined
      ? [{ what: w('报完成', 'done'), words: did, by: doneBy, at: doneAt }]
      : []),
    ...(acceptedBy !== undefined && acceptedAt !== undefined
      ? [{ what: w('验收', 'accepted'), by: acceptedBy, at: acceptedAt }]
      : []),
  ].toSorted((one, other) => other.at.localeCompare(one.at))
  return (
    <section className="stack close">
      <h2>{say(w('办理经过', 'How it went'))}</h2>
      {said.length === 0 && <p className="soft">{say(w('还没有报进展。', 'Nothing was reported yet.'))}</p>}
      <ul className="stack close">
        {said.map(({ what, words, by, at }) => (
          <li key={at}>
            <p className="soft small">
              {say(what)} · {by} · <When at={at} />
            </p>
            {words !== undefined && <p className="pre">{words}</p>}
          </li>
        ))}
      </ul>
    </section>
  )
}
