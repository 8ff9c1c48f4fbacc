import { useSearchParams } from 'wouter'
import type { Figure } from '#kernel/metric/figure.ts'
import type { MonthlyReport } from '#kernel/metric/shown.ts'
import { Select } from '../shared/form/Select.tsx'
import { useSay, type Words, w } from '../shared/language.ts'
import { useLoaded } from '../shared/loaded.ts'
import { useNow } from '../shared/now.ts'
import { Empty, Skeleton, Trouble } from '../shared/parts.tsx'
import { ScrolledTable } from '../shared/register/ScrolledTable.tsx'
import { exact } from '../shared/time.ts'
import { groupWords } from './overview/Breakdown.tsx'
import { outOf, shownValue } from './overview/figures.ts'
import { inShanghai } from './overview/period.ts'
import './overview/overview.css'

const lineKinds = ['unit', 'street', 'community']

/** The last twelve months, the running one first. */
function monthsTo(now: number): string[] {
  const here = inShanghai(now)
  const first = (back: number) => new Date(Date.UTC(here.getUTCFullYear(), here.getUTCMonth() - back, 1))
  return Array.from({ length: 13 }, (_, back) => first(back).toISOString().slice(0, 7))
}
const monthWords = (month: string): Words => {
  const [year, number] = month.split('-')
  return w(`${year}年${Number(number)}月`, month)
}

/** A month's figures by unit or place, with their denominators: to read, print, or take along as a sheet. No persons, no ranking. */
export default function MonthlyPage() {
  const say = useSay()
  const now = useNow()
  const [search, setSearch] = useSearchParams()
  const months = monthsTo(now)
  const month = search.get('month') ?? months[1] ?? ''
  const by = search.get('by') ?? 'unit'
  const query = new URLSearchParams({ month, by }).toString()
  const { value, problem, reload } = useLoaded<MonthlyReport>(`/api/reports/monthly?${query}`)
  const set = (name: string, chosen: string) =>
    setSearch((current) => {
      current.set(name, chosen)
      return current
    })
  return (
    <div className="stack overview">
      <div className="line">
        <h1>{say(w(`${monthWords(month).zh}工作月报`, `Report of ${month}`))}</h1>
        <a className="button far" href={`/api/reports/monthly.xlsx?${query}`} download>
          {say(w('下载表格', 'As a sheet'))}
        </a>
        <button type="button" className="button" onClick={() => print()}>
          {say(w('打印或存为 PDF', 'Print or save as PDF'))}
        </button>
      </div>
      <div className="filters">
        <Select
          label={w('月份', 'Month')}
          value={month}
          options={months.map((value) => ({ value, words: monthWords(value) }))}
          choose={(chosen) => set('month', chosen)}
        />
        <Select
          label={w('按什么列', 'Lines by')}
          value={by}
          options={lineKinds.map((value) => ({ value, words: groupWords[value] ?? w('', '') }))}
          choose={(chosen) => set('by', chosen)}
        />
      </div>
      <Trouble problem={problem} again={reload} />
      {!value && !problem && <Skeleton rows={8} />}
      {value && (
        <p className="soft small">
          {say(
            value.over
              ? w('当月报单的事项，按此刻的办理情况统计：', 'Cases reported in the month, as they stand now: ')
              : w('本月还没有过完，下面是到此刻为止的数：', 'The month is not over; this is how it stands now: '),
          )}
          {say(exact(Date.parse(value.asOf), now))}
          {say(
            w(
              '。按编码排列，不是排名；不足五件的不计算比率。',
              '. In the order of codes, which is no ranking; no rates of fewer than five.',
            ),
          )}
        </p>
      )}
      {value?.lines.length === 0 && <Empty words={w('这个月没有报单。', 'Nothing was reported in this month.')} />}
      {value && value.lines.length > 0 && <Table report={value} head={groupWords[value.by] ?? w('', '')} />}
    </div>
  )
}

function Table({ report: { metrics, whole, lines }, head }: { report: MonthlyReport; head: Words }) {
  const say = useSay()
  const isTold = ({ figures }: MonthlyReport['lines'][number]) =>
    metrics.some(({ kind }, index) => kind !== 'count' && (figures[index]?.value ?? null) !== null)
  const few = lines.filter((line) => !isTold(line))
  const cells = (figures: readonly Figure[]) =>
    metrics.map(({ name, kind }, index) => {
      const figure = figures[index]
      const few = figure?.value === null && (figure.hidden || (figure.denominator ?? 0) > 0)
      const below = few ? w('不足 5 件', 'too few') : figure && figure.value !== null && outOf({ ...figure, kind })
      return (
        <td key={name} className="number">
          {shownValue(kind, figure?.value ?? null)}
          {below && <span className="soft small block">{say(below)}</span>}
        </td>
      )
    })
  return (
    <>
      <ScrolledTable
        label={w('月报表', 'The table of the report')}
        heads={[head, ...metrics.map(({ label }) => ({ ...label, number: true }))]}
      >
        <tr>
          <th scope="row">{say(w('合计', 'All'))}</th>
          {cells(whole)}
        </tr>
        {lines.filter(isTold).map(({ code, name, figures }) => (
          <tr key={code}>
            <th scope="row">{say(name)}</th>
            {cells(figures)}
          </tr>
        ))}
      </ScrolledTable>
      {few.length > 0 && (
        <details>
          <summary>
            {say(w(`另有 ${few.length} 个，每项都不足 5 件，不计算比率`, `${few.length} more with too few for any rate`))}
          </summary>
          <ul className="columns small">
            {few.map(({ code, name, figures }) => (
              <li key={code}>
                {say(name)} <span className="soft">{shownValue('count', figures[0]?.value ?? null)}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}
