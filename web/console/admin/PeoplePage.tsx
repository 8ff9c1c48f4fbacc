import { useEffect, useRef, useState } from 'react'
import { useSearchParams } from 'wouter'
import { Line } from '../../shared/form/Line.tsx'
import { useSay, w } from '../../shared/language.ts'
import { useLoaded } from '../../shared/loaded.ts'
import { Empty, Skeleton, Trouble } from '../../shared/parts.tsx'
import { useSettled } from '../../shared/settled.ts'
import { Turn } from '../../shared/Turn.tsx'
import { NewPerson } from './NewPerson.tsx'
import { PeopleSheet } from './PeopleSheet.tsx'
import { PersonCard } from './PersonCard.tsx'
import type { People } from './person.ts'

/** People of the staff and their posts: found by name, made, given posts, and ended. What one's own post may not do, the server says. */
export default function PeoplePage() {
  const say = useSay()
  const [search, setSearch] = useSearchParams()
  const [typed, setTyped] = useState(search.get('search') ?? '')
  const settled = useSettled(typed.trim(), 350)
  // What is searched for stands in the address, so that it is there again after a reload; a new search begins at its first page.
  const put = useRef(setSearch)
  put.current = setSearch
  const first = useRef(settled)
  useEffect(() => {
    if (first.current === settled) return
    first.current = settled
    put.current(settled ? { search: settled } : {})
  }, [settled])
  // The guide leads here: it stays open while somebody works at it.
  const [bySheet] = useState(search.get('by') === 'sheet')
  const pages = search.getAll('after')
  const last = pages.at(-1)
  const query = new URLSearchParams({ limit: '30', ...(settled && { search: settled }), ...(last && { after: last }) })
  const { value, problem, reload } = useLoaded<People>(`/api/people?${query}`)
  const next = value?.next
  const turn = (to: readonly string[]) =>
    setSearch(() => new URLSearchParams([...(settled ? [['search', settled]] : []), ...to.map((one) => ['after', one])]))
  return (
    <div className="stack">
      <h1>{say(w('人员与岗位', 'People and posts'))}</h1>
      <div className="filters">
        <div className="search">
          <Line
            label={w('搜索姓名或账号', 'Search by name or account')}
            value={typed}
            change={setTyped}
            type="search"
            most={40}
          />
        </div>
      </div>
      {value?.make === true && <NewPerson done={reload} />}
      {value?.make === true && <PeopleSheet open={bySheet} done={reload} />}
      {value?.make !== undefined && value.make !== true && (
        <p className="soft">
          {say(w('新建账号：', 'Making accounts: '))}
          {say(value.make)}
        </p>
      )}
      <Trouble problem={problem} again={reload} />
      {!value && !problem && <Skeleton rows={6} />}
      {value?.rows.length === 0 && (
        <Empty words={w('没有这个人，换个写法试试。', 'Nobody of that name: try another spelling.')} />
      )}
      <ul className="stack close">
        {value?.rows.map((person) => (
          <li key={person.id}>
            <PersonCard person={person} give={value.give ?? { may: [], mayNot: {} }} changed={reload} />
          </li>
        ))}
      </ul>
      <Turn pages={pages} next={next} turn={turn} />
    </div>
  )
}
