import { Link } from 'wouter'
import type { Brief } from '#kernel/metric/shown.ts'
import { useSay, w } from '../shared/language.ts'
import { useLoaded } from '../shared/loaded.ts'
import { useNow } from '../shared/now.ts'
import { Empty, Skeleton, Trouble } from '../shared/parts.tsx'
import { exact } from '../shared/time.ts'
import './overview/overview.css'

/** The work brief: what each system of the district comes to now, round as a brief says it, exact on a tap, each with its rows. */
export default function BriefPage() {
  const say = useSay()
  const now = useNow()
  const { value, problem, reload } = useLoaded<Brief>('/api/brief')
  return (
    <div className="stack overview">
      <div className="line">
        <h1>{say(w('工作简报', 'Work brief'))}</h1>
        <button type="button" className="button far" onClick={() => print()}>
          {say(w('打印或存为 PDF', 'Print or save as PDF'))}
        </button>
      </div>
      <Trouble problem={problem} again={reload} />
      {!value && !problem && <Skeleton rows={8} />}
      {value && (
        <p className="soft small">
          {say(exact(Date.parse(value.asOf), now))}
          {say(w(' 的数', ''))}
          <span className="no-print">
            {say(w('，点开看准确数和口径', ': open each for the exact number and how it is counted'))}
          </span>
          {say(w('。', '.'))}
        </p>
      )}
      {value?.chapters.length === 0 && <Empty words={w('您的岗位没有可看的简报数字。', 'Your post counts none of the brief.')} />}
      {value?.chapters.map(({ system, label, figures }) => (
        <section key={system} className="stack close">
          <h2>{say(label)}</h2>
          <div className="figures">
            {figures.map((figure) => (
              <ToldFigure key={figure.name} figure={figure} />
            ))}
          </div>
        </section>
      ))}
    </div>
  )
}

function ToldFigure({ figure }: { figure: Brief['chapters'][number]['figures'][number] }) {
  const say = useSay()
  const { label, said, value, unit, definition, rows, note } = figure
  return (
    <article className="figure">
      <p className="head">
        <span>{say(label)}</span>
        <span className="value">{say(said)}</span>
      </p>
      {note && <p className="soft small">{say(note)}</p>}
      <details>
        <summary>{say(w('准确数和口径', 'Exact, and how it is counted'))}</summary>
        <dl className="small">
          <dt>{say(w('准确数', 'Exact'))}</dt>
          <dd>
            {value ?? '—'} {value !== null && say(unit)}
          </dd>
          <dt>{say(w('口径', 'Formula'))}</dt>
          <dd>{say(definition.formula)}</dd>
          <dt>{say(w('范围', 'Window'))}</dt>
          <dd>{say(definition.window)}</dd>
        </dl>
      </details>
      {rows !== undefined && <Link href={roomOf(rows)}>{say(w('看名单', 'See the rows'))}</Link>}
    </article>
  )
}

/** Where rows are read at a desk: the list's address at the interface, as its room has it. */
const roomOf = (rows: string): string => rows.replace(/^\/api\/(registers\/)?/, '/console/')
