import { Suspense, useMemo } from 'react'
import { Link } from 'wouter'
import { useSay, w } from '../../shared/language.ts'
import { lazyPage } from '../../shared/lazyPage.ts'
import { useLoaded } from '../../shared/loaded.ts'
import { Empty, Skeleton, Trouble } from '../../shared/parts.tsx'
import { shownScheme, usePreferences } from '../../shared/preferences.ts'
import { ScrolledTable } from '../../shared/register/ScrolledTable.tsx'
import { outOf, shownValue, type Told, tableOf } from './figures.ts'
import { hasWhole } from './period.ts'
import { useNames } from './useNames.ts'

const Chart = lazyPage(() => import('./Chart.tsx'))

/** A figure group by group: drawn, and as a table that says the same and leads to the rows. */
export function Breakdown({ name, query, by }: { name: string; query: string; by: string }) {
  const say = useSay()
  const preferences = usePreferences()
  const called = useNames(by)
  const { value: told, problem, reload } = useLoaded<Told>(`/api/metrics/${name}?${query}&by=${by}`)
  const rows = told?.groups ?? []
  const isPart = (group: string) => by === 'month' && told !== undefined && !hasWhole(group, told)
  const nameOf = (group: string) => called(group) + (isPart(group) ? say(w('（不满一月）', ' (not all of it)')) : '')
  const words = rows.map(({ group }) => nameOf(group)).join('\n')
  const parts = rows.map(({ group }) => (isPart(group) ? 'part' : 'whole')).join(' ')
  const drawn = useMemo(
    () => ({
      names: words === '' ? [] : words.split('\n'),
      values: (told?.groups ?? []).map(({ value }) => value),
      parts: parts.split(' ').map((one) => one === 'part'),
    }),
    [words, parts, told],
  )
  if (problem) return <Trouble problem={problem} again={reload} />
  if (!told) return <Skeleton rows={6} />
  if (rows.length === 0)
    return <Empty words={w('这段时间没有可计算的事项，换一段时间试试。', 'Nothing to count in this window: try another.')} />
  return (
    <section className="stack" aria-label={say(told.label)}>
      <h2>{say(told.label)}</h2>
      <Suspense fallback={<Skeleton rows={4} />}>
        <Chart
          key={`${shownScheme(preferences)} ${preferences.type}`}
          {...drawn}
          label={say(told.label)}
          kind={told.kind}
          line={by === 'month' && rows.length > 2}
        />
      </Suspense>
      <ScrolledTable
        label={w('指标表', 'The table of the figure')}
        heads={[groupWords[by] ?? w('', ''), { ...headOf(told), number: true }, w('依据', 'Out of'), w('明细', 'Cases')]}
      >
        {rows.map((row) => {
          const base = outOf({ ...row, kind: told.kind })
          return (
            <tr key={row.group}>
              <th scope="row">{nameOf(row.group)}</th>
              <td className="number">{shownValue(told.kind, row.value)}</td>
              <td>{base ? say(base) : row.note && say(row.note)}</td>
              <td>{row.rows !== undefined && <Link href={tableOf(row.rows)}>{say(w('看', 'See'))}</Link>}</td>
            </tr>
          )
        })}
      </ScrolledTable>
      <p className="soft small">
        {say(
          w(
            '按编码排列，不是排名。报单多少受人口、习惯影响，不能用来给地方或人排名。',
            'In the order of codes, which is no ranking. How much is reported depends on who lives there and who reports: it ranks neither places nor people.',
          ),
        )}
      </p>
    </section>
  )
}

/** Of a figure with a unit the unit stands in its column's head; a share has its own. */
const headOf = ({ kind, label, unit }: Told) =>
  kind === 'ratio' ? label : w(`${label.zh}，${unit.zh}`, `${label.en}, ${unit.en}`)

export const groupWords: Record<string, { zh: string; en: string }> = {
  month: w('月份', 'Month'),
  street: w('街道', 'Street'),
  community: w('社区', 'Community'),
  unit: w('主办单位', 'Lead unit'),
  category: w('类别', 'Category'),
}
