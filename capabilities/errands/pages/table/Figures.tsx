import { Link } from 'wouter'
import type { ToldFigure } from '#kernel/metric/shown.ts'
import { useSay, w } from '#web/shared/language.ts'
import { useLoaded } from '#web/shared/loaded.ts'
import { ScrolledTable } from '#web/shared/register/ScrolledTable.tsx'
import { valueWords } from '../words.ts'

/** How many were done and what that saved, kind by kind, with the way to the rows; for posts that count them. */
export function Figures() {
  const say = useSay()
  const { value } = useLoaded<ToldFigure[]>('/api/errands/figures')
  const [done, hours] = value ?? []
  if (!done || !hours) return null
  const saved = new Map(hours.groups.map(({ group, value: number }) => [group, number]))
  return (
    <details className="card">
      <summary>
        {say(done.label)} {done.value} {say(done.unit)} · {say(hours.label)} {hours.value} {say(hours.unit)}
      </summary>
      <div className="stack close">
        <p className="soft small">{say(hours.definition.formula)}</p>
        <ScrolledTable
          label={w('按类别', 'By kind')}
          heads={[w('类别', 'Kind'), { ...done.label, number: true }, { ...hours.label, number: true }, w('明细', 'Rows')]}
        >
          {done.groups.map(({ group, value: number, rows }) => (
            <tr key={group}>
              <th scope="row">{say(valueWords(group))}</th>
              <td className="number">{number}</td>
              <td className="number">{saved.get(group)}</td>
              <td>{rows !== undefined && <Link href={rows.replace('/api/', '/console/')}>{say(w('看', 'See'))}</Link>}</td>
            </tr>
          ))}
        </ScrolledTable>
      </div>
    </details>
  )
}
