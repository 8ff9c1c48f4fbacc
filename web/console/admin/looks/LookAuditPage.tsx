import { Link, useSearchParams } from 'wouter'
import { Line } from '../../../shared/form/Line.tsx'
import { Select } from '../../../shared/form/Select.tsx'
import { useSay, w } from '../../../shared/language.ts'
import { fieldWords } from '../../../shared/looks.ts'
import { EachLook } from './EachLook.tsx'
import { askedIn, changed, type Narrowing, views } from './query.ts'
import { Sums } from './Sums.tsx'

/** Who looked at what kind of personal data, when and why: for the audit administrator, who sees none of the data itself. */
export default function LookAuditPage() {
  const say = useSay()
  const [search, setSearch] = useSearchParams()
  const { of, query } = askedIn(search, Date.now())
  const put = (name: Narrowing) => (value: string | undefined) => setSearch(changed(search, { [name]: value }))
  const chosen = (['by', 'unit'] as const).filter((name) => search.get(name) !== null)
  return (
    <div className="stack">
      <div className="line">
        <h1>{say(w('谁看过个人信息', 'Looks at personal data'))}</h1>
        <a className="button far" href={`/api/looks/audit.xlsx?${query}`} download>
          {say(w('导出 Excel', 'Export to Excel'))}
        </a>
      </div>
      <p className="soft">
        {say(
          w(
            '每看一次居民的姓名、电话、原话都有记录。这里只有谁、何时、为什么、看了哪一种，没有内容，也没有是谁的。导出也会记入变更记录。',
            'Every look at a resident’s name, telephone or words is kept. Here is who, when, why and of what kind; not what was seen, nor whose it was. Exports are in the trail too.',
          ),
        )}
      </p>
      <div className="filters">
        <Line label={w('从哪天', 'From')} type="date" value={query.get('from') ?? ''} change={put('from')} />
        <Line label={w('到哪天', 'Until')} type="date" value={query.get('until') ?? ''} change={put('until')} />
        <Select
          label={w('看了什么', 'What kind')}
          options={Object.entries(fieldWords).map(([value, words]) => ({ value, words }))}
          value={query.get('field') ?? ''}
          choose={put('field')}
          all
        />
      </div>
      {chosen.map((name) => (
        <p key={name} className="line">
          <span className="strong">{search.get(`${name}Name`) ?? search.get(name)}</span>
          <button
            type="button"
            className="button"
            onClick={() => setSearch(changed(search, { [name]: undefined, [`${name}Name`]: undefined }))}
          >
            {say(name === 'by' ? w('看所有人', 'Everybody') : w('看所有单位', 'All units'))}
          </button>
        </p>
      ))}
      <nav className="tabs" aria-label={say(w('怎么看', 'How it is shown'))}>
        {views.map((view) => (
          <Link
            key={view.of}
            href={`/console/looks?${changed(search, { of: view.of })}`}
            {...(view.of === of && { 'aria-current': 'page' as const })}
          >
            {say(view.words)}
          </Link>
        ))}
      </nav>
      {of === 'each' ? <EachLook query={query} /> : <Sums key={of} of={of} query={query} />}
    </div>
  )
}
