import { Link } from 'wouter'
import { useSay, w } from '../../shared/language.ts'
import { useLoaded } from '../../shared/loaded.ts'
import { Skeleton, Trouble } from '../../shared/parts.tsx'
import { outOf, rowsWords, shownValue, type Told, tableOf } from './figures.ts'

/** One figure: its value, out of what, how it comes about, and the way to its rows. */
export function FigureCard({
  name,
  query,
  current,
  choose,
}: {
  name: string
  query: string
  current: boolean
  choose: () => void
}) {
  const say = useSay()
  const { value: told, problem, reload } = useLoaded<Told>(`/api/metrics/${name}?${query}`)
  if (problem) return <Trouble problem={problem} again={reload} />
  if (!told) return <Skeleton rows={3} />
  const base = outOf(told)
  const besides = Object.entries(told.beside)
  return (
    <article className={current ? 'figure current' : 'figure'}>
      <button type="button" className="head" aria-pressed={current} onClick={choose}>
        <span>{say(told.label)}</span>
        <span>
          <span className="value">{shownValue(told.kind, told.value)}</span>
          {told.kind !== 'ratio' && <span className="soft small"> {say(told.unit)}</span>}
        </span>
      </button>
      {base && <p className="small">{say(base)}</p>}
      {told.note && <p className="soft small">{say(told.note)}</p>}
      <details>
        <summary>{say(w('怎么算的', 'How it is counted'))}</summary>
        <dl className="small">
          <dt>{say(w('口径', 'Formula'))}</dt>
          <dd>{say(told.definition.formula)}</dd>
          <dt>{say(w('范围', 'Window'))}</dt>
          <dd>{say(told.definition.window)}</dd>
          <dt>{say(w('分母', 'Denominator'))}</dt>
          <dd>{say(told.definition.denominator)}</dd>
          {besides.map(([key, count]) => (
            <div key={key}>
              <dt>{told.besides[key] ? say(told.besides[key]) : key}</dt>
              <dd>{told.besideRows?.[key] && count > 0 ? <Link href={tableOf(told.besideRows[key])}>{count}</Link> : count}</dd>
            </div>
          ))}
        </dl>
      </details>
      {told.rows !== undefined && <Link href={tableOf(told.rows)}>{say(rowsWords(told.kind, told.rows))}</Link>}
      {/* Of a ratio what falls short; all else stands above with what it is. */}
      {Object.entries(told.besideRows ?? {})
        .filter(([key]) => told.beside[key] && (told.kind !== 'ratio' || key === 'short'))
        .map(([key, rows]) => (
          <Link key={key} className="small" href={tableOf(rows)}>
            {say(told.besides[key] ?? w(key, key))} {told.beside[key]}
          </Link>
        ))}
    </article>
  )
}
