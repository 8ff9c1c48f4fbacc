import { Link } from 'wouter'
import type { Highlights as Told } from '#kernel/metric/shown.ts'
import { useSay, w } from '../../shared/language.ts'
import { useLoaded } from '../../shared/loaded.ts'
import { Skeleton, Trouble } from '../../shared/parts.tsx'
import { type Look, Shape } from '../../shared/Shape.tsx'
import { tableOf } from './figures.ts'

/** How each is shown; what moved is news, and no state. */
const looks: Partial<Record<Told['rows'][number]['kind'], Look>> = { over: 'over', waits: 'waiting', calm: 'done' }

/** What stands out, before all figures: what is over and what waits for a decision, and what changed; each leads to its rows. */
export function Highlights({ query }: { query: string }) {
  const say = useSay()
  const { value, problem, reload } = useLoaded<Told>(`/api/metrics/highlights?${query}`)
  return (
    <section className="highlights" aria-label={say(w('要点', 'What stands out'))}>
      <Trouble problem={problem} again={reload} />
      {!value && !problem && <Skeleton rows={3} />}
      {value?.rows.map(({ kind, metric, words, rows, parts }) => {
        const look = looks[kind]
        return (
          <article key={metric ?? kind} className={look ? `highlight look-${look}` : 'highlight news'}>
            <p className="says">
              {look && <Shape look={look} />}
              {rows === undefined ? <span>{say(words)}</span> : <Link href={tableOf(rows)}>{say(words)}</Link>}
            </p>
            {parts.length > 0 && (
              <p className="line small">
                {parts.map((part) =>
                  part.rows === undefined ? (
                    <span key={part.words.zh}>{say(part.words)}</span>
                  ) : (
                    <Link key={part.words.zh} href={tableOf(part.rows)}>
                      {say(part.words)}
                    </Link>
                  ),
                )}
              </p>
            )}
          </article>
        )
      })}
    </section>
  )
}
