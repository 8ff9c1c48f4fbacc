import { useSay, w } from '../../../shared/language.ts'
import { useLoaded } from '../../../shared/loaded.ts'
import { Empty, OnDay, Skeleton, Trouble } from '../../../shared/parts.tsx'
import { UnitName } from '../../../shared/places/UnitPicker.tsx'
import type { DecidedRedrawing } from './draft.ts'

/** What was decided about boundaries of late, and how far it is carried out. */
export function Decided() {
  const say = useSay()
  const { value, problem, reload } = useLoaded<{ rows: DecidedRedrawing[] }>('/api/grids/redrawings')
  return (
    <section className="stack close">
      <h2>{say(w('调整记录', 'What was changed'))}</h2>
      <Trouble problem={problem} again={reload} />
      {!value && !problem && <Skeleton rows={3} />}
      {value?.rows.length === 0 && <Empty words={w('还没有调整过。', 'Nothing was changed yet.')} />}
      {value && value.rows.length > 0 && (
        <ul className="rows tall">
          {value.rows.map(({ id, grid, to, whole, on, words, by, moved, doneAt }) => (
            <li key={id} className="stack close">
              <span>
                <UnitName code={grid} /> {say(whole ? w('并入', 'went into') : w('划出一部分给', 'gave a part to'))}{' '}
                <UnitName code={to} />
              </span>
              <span className="soft small">
                {say(w('生效：', 'from '))}
                <OnDay day={on} /> ·{' '}
                {say(
                  doneAt
                    ? w(`${moved} 件事项随之转出`, `${moved} cases went along`)
                    : w('没办完的事项从那天起转过去', 'open cases go along from that day on'),
                )}{' '}
                · {by}
              </span>
              <span className="small">{words}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
