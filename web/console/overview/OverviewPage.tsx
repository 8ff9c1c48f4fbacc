import { useSearchParams } from 'wouter'
import { Select } from '../../shared/form/Select.tsx'
import { useSay, w } from '../../shared/language.ts'
import { useLoaded } from '../../shared/loaded.ts'
import { useNow } from '../../shared/now.ts'
import { Skeleton, Trouble } from '../../shared/parts.tsx'
import { type Units, unitsPath } from '../../shared/places/places.ts'
import { days } from '../../shared/time.ts'
import { Breakdown, groupWords } from './Breakdown.tsx'
import { FigureCard } from './FigureCard.tsx'
import type { Told } from './figures.ts'
import { Highlights } from './Highlights.tsx'
import { periods } from './period.ts'
import './overview.css'

/** The figures of the loop for what this post sees: each with its definition and its rows, one at a time group by group. */
export default function OverviewPage() {
  const say = useSay()
  const now = useNow()
  const [search, setSearch] = useSearchParams()
  const { value: metrics, problem, reload } = useLoaded<Told[]>('/api/metrics')
  const streets = useLoaded<Units>(unitsPath({ kinds: ['street'] }))
  const period = periods.find(({ name }) => name === search.get('period')) ?? periods[0]
  const by = search.get('by') ?? 'month'
  const street = search.get('street') ?? ''
  const metric = search.get('figure') ?? 'received'
  const set = (name: string, value: string) =>
    setSearch((current) => {
      if (value === '') current.delete(name)
      else current.set(name, value)
      return current
    })
  const window = period?.of(now)
  const query = new URLSearchParams({ ...window, ...(street && { street }) }).toString()
  return (
    <div className="stack overview">
      <div className="line">
        <h1>{say(w('运行总览', 'Overview'))}</h1>
        <button type="button" className="button far" onClick={() => print()}>
          {say(w('打印或存为 PDF', 'Print or save as PDF'))}
        </button>
      </div>
      <div className="filters">
        <Select
          label={w('时间', 'Window')}
          value={period?.name ?? ''}
          options={periods.map(({ name, words }) => ({ value: name, words }))}
          choose={(value) => set('period', value)}
        />
        <Select
          all
          label={w('街道', 'Street')}
          value={street}
          options={streets.value?.rows.map(({ code, name }) => ({ value: code, words: w(name, name) })) ?? []}
          choose={(value) => set('street', value)}
        />
        <Select
          label={w('分组看', 'Broken down by')}
          value={by}
          options={Object.entries(groupWords).map(([value, words]) => ({ value, words }))}
          choose={(value) => set('by', value)}
        />
      </div>
      {window && (
        <p className="soft small">
          {say(days(Date.parse(window.from), Date.parse(window.to), now))}
          {say(w('，此刻的数。', ', as of now.'))}
        </p>
      )}
      <Highlights query={query} />
      <Trouble problem={problem} again={reload} />
      {!metrics && !problem && <Skeleton rows={8} />}
      <div className="figures">
        {metrics?.map(({ name }) => (
          <FigureCard key={name} name={name} query={query} current={name === metric} choose={() => set('figure', name)} />
        ))}
      </div>
      {metrics && <Breakdown key={`${metric} ${by}`} name={metric} query={query} by={by} />}
    </div>
  )
}
