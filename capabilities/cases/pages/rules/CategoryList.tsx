import { Link, useSearchParams } from 'wouter'
import { Tick } from '#web/shared/form/Choice.tsx'
import { Line } from '#web/shared/form/Line.tsx'
import { useSay, w } from '#web/shared/language.ts'
import { useLoaded } from '#web/shared/loaded.ts'
import { Empty, Skeleton, Trouble } from '#web/shared/parts.tsx'
import { type Entry, type Register, registerPath } from '#web/shared/register/register.ts'
import { useSettled } from '#web/shared/settled.ts'
import type { Category } from '../../catalogue/category.ts'
import { useGroups } from './groups.ts'
import { categoryValueWords } from './words.ts'

type Row = Entry<Category>

/** The register of categories by group, found by name or code. What is looked for stands in the address. */
export function CategoryList({ register }: { register: Register }) {
  const say = useSay()
  const [search, setSearch] = useSearchParams()
  const [text, ended] = [search.get('text') ?? '', search.get('ended') === 'true']
  const query = new URLSearchParams({ limit: '500', ...(ended && { ended: 'true' }) })
  const settled = useSettled(text.trim())
  if (settled) query.set('text', settled)
  const { value, problem, reload } = useLoaded<{ rows: Row[]; next?: string }>(`${registerPath(register.path)}?${query}`)
  const { groups } = useGroups()
  const put = (next: { text?: string; ended?: boolean }) => {
    const { text: typed, ended: all } = { text, ended, ...next }
    setSearch({ ...(typed && { text: typed }), ...(all && { ended: 'true' }) }, { replace: true })
  }
  const nothing = value?.rows.length === 0
  return (
    <div className="stack">
      <div className="line">
        <h1>{say(w('事项类别', 'Categories'))}</h1>
        <Link className="button far" href="/console/categories/sheet">
          {say(w('用表格改', 'By sheet'))}
        </Link>
        <Link className="button" href="/console/categories/starting">
          {say(w('起步目录', 'Starting set'))}
        </Link>
        <Link className="button" href="/console/categories/new">
          {say(w('新建一类', 'New'))}
        </Link>
      </div>
      <div className="filters">
        <div className="search">
          <Line
            label={w('搜索名称或代码', 'Search by name or code')}
            value={text}
            change={(typed) => put({ text: typed })}
            type="search"
            most={60}
          />
        </div>
        <Tick words={w('也看停用的', 'Ended ones too')} value={ended} choose={(all) => put({ ended: all })} />
      </div>
      <Trouble problem={problem} again={reload} />
      {!value && !problem && <Skeleton rows={8} />}
      {nothing && settled !== '' && (
        <Empty words={w('没有对上的类别，换个词试试。', 'No category for this: try another word.')} />
      )}
      {nothing && settled === '' && (
        <Empty
          words={w(
            '还没有事项类别，居民报不了事。可以先采用现成的一套，再逐项改。',
            'No category yet, so nothing can be reported. Adopt the starting set, then change it.',
          )}
        >
          <Link className="button main" href="/console/categories/starting">
            {say(w('看看起步目录', 'See the starting set'))}
          </Link>
        </Empty>
      )}
      {groups.map(({ code, name }) => {
        const rows = value?.rows.filter(({ entry }) => entry.parent === code) ?? []
        return (
          rows.length > 0 && (
            <section key={code} className="stack close">
              <h2>
                {say(name)} <span className="soft small">{rows.length}</span>
              </h2>
              <ul className="rows in-columns">
                {rows.map((row) => (
                  <li key={row.key}>
                    <CategoryRow row={row} />
                  </li>
                ))}
              </ul>
            </section>
          )
        )
      })}
      {value?.next !== undefined && (
        <p className="soft">{say(w('只列出前 500 项，请搜索。', 'Only the first 500 are listed: search for the others.'))}</p>
      )}
    </div>
  )
}

function CategoryRow({ row: { key, ends, entry } }: { row: Row }) {
  const say = useSay()
  const { lead, kind, urgency } = entry
  return (
    <Link className="row-link" href={`/console/categories/${encodeURIComponent(key)}`}>
      <span className="strong">{say(entry.name)}</span>
      {urgency === 'urgent' && <span className="chip look-over">{say(w('紧急', 'urgent'))}</span>}
      {ends !== undefined && <span className="chip look-stopped">{say(w('已停用', 'ended'))}</span>}
      <span className="soft small">
        {say(categoryValueWords(kind))} · {say(categoryValueWords(lead.unitKind))} · {key}
      </span>
    </Link>
  )
}
