import { Link } from 'wouter'
import type { CaseRow } from '#capabilities/cases/contract/seen.ts'
import { openStates, stateWords } from '#capabilities/cases/contract/states.ts'
import { useSay, w } from '#web/shared/language.ts'
import { useLoaded } from '#web/shared/loaded.ts'
import { Trouble, When } from '#web/shared/parts.tsx'

/** What residents said of a station and nobody has settled yet, of what its reader sees; the newest first. */
export function Feedback({ code }: { code: string }) {
  const say = useSay()
  const query = new URLSearchParams({ station: code, state: openStates.join(','), limit: '20' })
  const { value, problem, reload } = useLoaded<{ rows: CaseRow[]; next?: string }>(`/api/cases?${query}`)
  return (
    <section className="stack close">
      <h2>{say(w('居民的意见', 'What residents say'))}</h2>
      <Trouble problem={problem} again={reload} />
      {value?.rows.length === 0 && <p className="soft">{say(w('没有还没办完的意见。', 'Nothing is open.'))}</p>}
      {value && value.rows.length > 0 && (
        <ul className="rows">
          {value.rows.map(({ id, number, state, gist, reportedAt, holder }) => (
            <li key={id}>
              <Link className="row-link" href={`/case/${id}`}>
                <span className="strong">{gist.join(say(w('、', ', '))) || number}</span>
                <span className="chip">{say(stateWords(state))}</span>
                <span className="soft small">
                  {gist.length > 0 && `${number} · `}
                  {holder?.unitName} · <When at={reportedAt} />
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
      {value?.next !== undefined && <p className="soft small">{say(w('只列最近 20 件。', 'The latest twenty are listed.'))}</p>}
    </section>
  )
}
