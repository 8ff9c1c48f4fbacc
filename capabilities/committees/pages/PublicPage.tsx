import { Link, useSearchParams } from 'wouter'
import { Frame } from '#web/shared/Frame.tsx'
import { Select } from '#web/shared/form/Select.tsx'
import { LookChip } from '#web/shared/LookChip.tsx'
import { useSay, w } from '#web/shared/language.ts'
import { useLoaded } from '#web/shared/loaded.ts'
import { useNow } from '#web/shared/now.ts'
import { Empty, OnDay, Skeleton, Stale, Trouble } from '#web/shared/parts.tsx'
import { Turn } from '#web/shared/Turn.tsx'
import { exact } from '#web/shared/time.ts'
import type { PublicCommittee, PublicResolution, PublicPage as Told } from '../contract/public.ts'
import { taskStanding, valueWords } from './words.ts'

/** Who governs a street, for everybody: its committee and the special ones, who sits there, when they meet, and what they resolved in public. */
export default function PublicPage() {
  const say = useSay()
  const [search, setSearch] = useSearchParams()
  const committee = search.get('committee') ?? ''
  const pages = search.getAll('after')
  const after = pages.at(-1)
  const query = new URLSearchParams({ ...(committee && { committee }), ...(after !== undefined && { after }) })
  const { value, problem, since, reload } = useLoaded<Told>(`/api/committees/public?${query}`)
  const shown = value?.committees.filter(({ code }) => committee === '' || code === committee)
  const ask = (chosen: string, to: readonly string[] = []) => {
    setSearch([...(chosen === '' ? [] : [['committee', chosen]]), ...to.map((one) => ['after', one])])
    scrollTo(0, 0)
  }
  return (
    <Frame title={w('谁管我们街道', 'Who governs our street')}>
      <div className="stack">
        <Link href="/near">{say(w('‹ 我身边', '‹ My neighbourhood'))}</Link>
        <h1>{say(w('谁管我们街道', 'Who governs our street'))}</h1>
        <Stale since={since} />
        <Trouble problem={problem} again={reload} />
        {!value && !problem && <Skeleton rows={6} />}
        {value?.committees.length === 0 && <Empty words={w('还没有成立治理委员会。', 'No committee has been set up yet.')} />}
        {value && value.committees.length > 1 && (
          <Select
            all
            label={w('哪个街道、发展中心', 'Which street or centre')}
            options={value.committees.map(({ code, unitName }) => ({ value: code, words: w(unitName, unitName) }))}
            value={committee}
            choose={(chosen) => ask(chosen)}
          />
        )}
        {pages.length === 0 && shown?.map((one) => <Committee key={one.code} committee={one} open={shown.length === 1} />)}
        {value && value.committees.length > 0 && (
          <section className="stack close">
            <h2>{say(w('公开的决议', 'Public resolutions'))}</h2>
            {value.resolutions.length === 0 && <p className="soft">{say(w('还没有公开的决议。', 'There is none yet.'))}</p>}
            <ul className="stack close">
              {value.resolutions.map((one) => (
                <Resolution key={one.number} resolution={one} />
              ))}
            </ul>
            <Turn
              pages={pages}
              next={value.more ? value.resolutions.at(-1)?.number : undefined}
              turn={(to) => ask(committee, to)}
              older
            />
          </section>
        )}
      </div>
    </Frame>
  )
}

function Committee({ committee, open }: { committee: PublicCommittee; open: boolean }) {
  const say = useSay()
  const { name, members, next, special } = committee
  return (
    <details className="sheet" open={open}>
      <summary>
        <h2>{name}</h2>
      </summary>
      <div className="stack close">
        <Next next={next} />
        <Members members={members} />
        {special.length > 0 && <h3>{say(w('专项委员会', 'Special committees'))}</h3>}
        {special.map((one) => (
          <details key={one.code}>
            <summary>{say(one.kind)}</summary>
            <div className="stack close">
              <p className="soft small">{one.name}</p>
              <Next next={one.next} />
              <Members members={one.members} />
            </div>
          </details>
        ))}
      </div>
    </details>
  )
}

function Next({ next }: { next: PublicCommittee['next'] | undefined }) {
  const [say, now] = [useSay(), useNow()]
  if (!next) return null
  const { zh, en } = exact(Date.parse(next.startsAt), now)
  return <p className="note accent">{say(w(`下次会议：${zh}，${next.venue}`, `Meets next: ${en}, ${next.venue}`))}</p>
}

function Members({ members }: Pick<PublicCommittee, 'members'>) {
  const say = useSay()
  if (members.length === 0) return <p className="soft">{say(w('还没有登记委员。', 'No member is on record yet.'))}</p>
  return (
    <ul className="stack tight">
      {members.map(({ name, organisation, office }) => (
        <li key={`${name} ${organisation} ${office}`} className="line">
          <span className="strong">{name}</span>
          <span>{say(valueWords(office))}</span>
          <span className="soft">{organisation}</span>
        </li>
      ))}
    </ul>
  )
}

/** What was resolved, and how far the tasks are that came of it. */
function Resolution({ resolution }: { resolution: PublicResolution }) {
  const say = useSay()
  const { committeeName, subject, text, decidedOn, tasks } = resolution
  return (
    <li className="card stack tight">
      <h3>{subject}</h3>
      <p className="soft small">
        {committeeName} · <OnDay day={decidedOn} />
      </p>
      <p className="pre">{text}</p>
      {tasks.map((task) => (
        <p key={`${task.subject} ${task.holderName} ${task.limit}`} className="line">
          <LookChip {...taskStanding(task)} />
          <span>{task.subject}</span>
          <span className="soft small">
            {task.holderName} · {say(w('期限：', 'by '))}
            <OnDay day={task.limit} />
          </span>
        </p>
      ))}
    </li>
  )
}
