import { useState } from 'react'
import { Line } from '#web/shared/form/Line.tsx'
import { Select } from '#web/shared/form/Select.tsx'
import { useSay, type Words, w } from '#web/shared/language.ts'
import { useLoaded } from '#web/shared/loaded.ts'
import { Empty, Skeleton, Trouble } from '#web/shared/parts.tsx'
import { useSettled } from '#web/shared/settled.ts'
import type { ErrandItem } from '../contract/item.ts'
import { paperWords } from './paperWords.ts'
import { kindOptions, named, valueWords } from './words.ts'

interface Entries {
  rows: { entry: ErrandItem }[]
}

/** What can be done for residents, with what to bring for each. */
export function Catalogue({ title, act, choose }: { title: Words; act: Words; choose: (item: ErrandItem) => void }) {
  const say = useSay()
  const [search, setSearch] = useState('')
  const [kind, setKind] = useState('')
  const typed = useSettled(search.trim())
  const query = new URLSearchParams({ limit: '200', ...(typed !== '' && { text: typed }) })
  const { value, problem, reload } = useLoaded<Entries>(`/api/registers/errand-items?${query}`)
  const shown = value?.rows.filter(({ entry }) => kind === '' || entry.kind === kind)
  return (
    <section className="stack">
      <h2>{say(title)}</h2>
      <div className="filters">
        <Line label={w('找一找，如“医保”', 'Search')} value={search} change={setSearch} most={60} />
        <Select all label={w('哪一类', 'Kind')} value={kind} options={kindOptions} choose={setKind} />
      </div>
      <Trouble problem={problem} again={reload} />
      {!value && !problem && <Skeleton rows={5} />}
      {shown?.length === 0 && (
        <Empty words={w('没有找到。换个说法，或问问社区。', 'Nothing found: try other words, or ask the community.')} />
      )}
      <ul className="stack close">
        {shown?.map(({ entry }) => (
          <li key={entry.code} className="card stack close">
            <h3>{say(named(entry.name))}</h3>
            <About item={entry} />
            <button type="button" className="button main" onClick={() => choose(entry)}>
              {say(act)}
              <span className="unseen"> {say(named(entry.name))}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What an item needs and takes, in plain lines. */
export function About({ item: { kind, papers, department, days, hours, fee, letter } }: { item: ErrandItem }) {
  const say = useSay()
  const bring = papers.map((paper) => say(paperWords(paper, paper.count)))
  return (
    <div className="stack tight">
      <p className="soft small">
        {say(valueWords(kind))} · {department} · {say(w(`约 ${days} 个工作日`, `some ${days} working days`))} ·{' '}
        {say(w(`估计替您省 ${hours} 小时`, `saves you some ${hours} hours, we assume`))}
      </p>
      <p>
        {say(w('要准备：', 'Have ready: '))}
        {bring.length > 0 ? bring.join(say(w('、', ', '))) : say(w('不用材料', 'no papers'))}
      </p>
      {letter && <p>{say(w('要签一份委托书，页面上可以打印。', 'A letter of delegation is needed: it can be printed here.'))}</p>}
      {fee !== undefined && (
        <p>
          {say(w('费用：', 'Fee: '))}
          {fee}
        </p>
      )}
    </div>
  )
}
