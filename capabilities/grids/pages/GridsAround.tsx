import { Suspense, useState } from 'react'
import { Link } from 'wouter'
import { useSay, w } from '#web/shared/language.ts'
import { lazyPage } from '#web/shared/lazyPage.ts'
import { useLoaded } from '#web/shared/loaded.ts'
import { Skeleton, Trouble } from '#web/shared/parts.tsx'
import { roleWords } from '#web/shared/roles.ts'
import type { GridCard } from '../contract/card.ts'
import { levelWords } from '../contract/kinds.ts'
import { valueWords } from './words.ts'
import './around.css'

const Qr = lazyPage(async () => ({ default: (await import('#web/shared/Qr.tsx')).Qr }))

/** The grids around a home: who looks after each, who helps, what for, and how to reach them. */
export function GridsAround({ code }: { code: string }) {
  const say = useSay()
  const { value, problem, reload } = useLoaded<{ grids: GridCard[] }>(`/api/grids/around/${encodeURIComponent(code)}`)
  return (
    <section className="stack close">
      <h2>{say(w('我的网格', 'My grid'))}</h2>
      <Trouble problem={problem} again={reload} />
      {!value && !problem && <Skeleton rows={4} />}
      {value?.grids.map((grid) => (
        <Card key={grid.code} grid={grid} />
      ))}
      {value && (
        <Link className="button wide" href={`/r/${encodeURIComponent(code)}`}>
          {say(w('给网格员留言、报单', 'Write to the grid worker'))}
        </Link>
      )}
    </section>
  )
}

function Card({ grid: { name, level, dedicated, workers, reinforcements, partTime, networks, group } }: { grid: GridCard }) {
  const say = useSay()
  return (
    <article className="sheet stack close">
      <h3>
        {name} <span className="soft small">{say(levelWords({ level, dedicated }))}</span>
      </h3>
      {[...Map.groupBy(workers, ({ name: of }) => of)].map(([of, posts]) => (
        <p key={of} className="worker">
          {posts[0]?.photo !== undefined && <img className="portrait" src={posts[0].photo} alt="" />}
          <span className="strong">{of}</span>{' '}
          <span className="soft">{posts.map(({ role }) => say(roleWords(role))).join(say(w('、', ', ')))}</span>
        </p>
      ))}
      {workers.length === 0 && (
        <p className="soft">
          {say(w('现在没有专人，由上一级网格负责。', 'Nobody of its own now: the grid above looks after it.'))}
        </p>
      )}
      {reinforcements.length + partTime.length > 0 && (
        <details>
          <summary>
            {say(
              w(
                `还有 ${reinforcements.length + partTime.length} 人来帮忙`,
                `${reinforcements.length + partTime.length} more help`,
              ),
            )}
          </summary>
          <ul>
            {reinforcements.map(({ called, force, skills, hours }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two may be called the same, and the list stays as it came
              <li key={index}>
                <span className="strong">{called}</span>{' '}
                <span className="soft">{[say(valueWords(force)), skills, hours].filter(Boolean).join(' · ')}</span>
              </li>
            ))}
            {partTime.map(({ called, organisation }) => (
              <li key={`${organisation} ${called}`}>
                <span className="strong">{called}</span> <span className="soft">{organisation}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
      {networks.length > 0 && (
        <details>
          <summary>{say(w('网格员做什么', 'What they do'))}</summary>
          {networks.map(({ name: of, items }) => (
            <div key={of.en}>
              <p className="strong">{say(of)}</p>
              <ul>
                {items.map((item) => (
                  <li key={item}>{item}</li>
                ))}
              </ul>
            </div>
          ))}
        </details>
      )}
      {group?.invitation !== undefined && <Invitation name={group.name} code={group.invitation} />}
      {group && group.invitation === undefined && (
        <p className="soft small">
          {say(w('想进网格群，登录后这里有二维码，或问网格员。', 'To join its chat group sign in, or ask the grid worker.'))}
        </p>
      )}
    </article>
  )
}

/** How to join the group: what draws its code is loaded for whoever wants to see it. */
function Invitation({ name, code }: { name: string; code: string }) {
  const say = useSay()
  const [open, setOpen] = useState(false)
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{say(w('加入网格群', 'Join the chat group'))}</summary>
      <p>{name}</p>
      <div className="invitation">
        {open && (
          <Suspense fallback={<Skeleton rows={3} />}>
            <Qr text={code} label={say(w('群二维码，用微信扫', 'the code of the group: scan it with WeChat'))} />
          </Suspense>
        )}
      </div>
    </details>
  )
}
