import { Link } from 'wouter'
import { useSay, w } from '#web/shared/language.ts'
import { useLoaded } from '#web/shared/loaded.ts'
import { Skeleton, Trouble } from '#web/shared/parts.tsx'
import type { SolvedCases } from '../contract/answers.ts'

const most = 3

/** What was solved last in a community, in a few lines. */
export function SolvedNear({ community }: { community: string }) {
  const say = useSay()
  const query = new URLSearchParams({ community })
  const { value, problem, reload } = useLoaded<SolvedCases>(`/api/solved?${query}`)
  return (
    <section className="stack close">
      <h2>{say(w('身边办成的事', 'Solved nearby'))}</h2>
      <Trouble problem={problem} again={reload} />
      {!value && !problem && <Skeleton rows={2} />}
      {value?.rows.length === 0 && <p className="soft">{say(w('还没有登出来的。', 'None is told yet.'))}</p>}
      <ul className="stack close">
        {value?.rows.slice(0, most).map(({ id, category, place, month, summary }) => (
          <li key={id}>
            <span className="strong">{say(category)}</span>{' '}
            <span className="soft small">{[place, month].filter(Boolean).join(' · ')}</span>
            <p>{summary}</p>
          </li>
        ))}
      </ul>
      {value && value.rows.length > 0 && (
        <Link className="button plain" href={`/solved?${query}`}>
          {say(w('看更多', 'More of them'))}
        </Link>
      )}
    </section>
  )
}
