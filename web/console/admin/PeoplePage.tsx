import { useEffect, useRef, useState } from 'react'
import { useSearchParams } from 'wouter'
import { Line } from '../../shared/form/Line.tsx'
import { useSay, w } from '../../shared/language.ts'
import { useLoaded } from '../../shared/loaded.ts'
import { Empty, Skeleton, Trouble } from '../../shared/parts.tsx'
import { useSession } from '../../shared/session.tsx'
import { useSettled } from '../../shared/settled.ts'
import { NewPerson } from './NewPerson.tsx'
import { PersonCard } from './PersonCard.tsx'
import type { Person } from './person.ts'

/** People of the staff and their posts: found by name, made, given posts, and ended. What one's own post may not do, the server says. */
export default function PeoplePage() {
  const say = useSay()
  const { value: session } = useSession()
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
  const pages = search.getAll('after')
  const last = pages.at(-1)
  const query = new URLSearchParams({ limit: '30', ...(settled && { search: settled }), ...(last && { after: last }) })
  const { value, problem, reload } = useLoaded<{ rows: Person[]; next?: string }>(`/api/people?${query}`)
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
      {session?.role === 'systemAdmin' && <NewPerson done={reload} />}
      <Trouble problem={problem} again={reload} />
      {!value && !problem && <Skeleton rows={6} />}
      {value?.rows.length === 0 && (
        <Empty words={w('没有这个人，换个写法试试。', 'Nobody of that name: try another spelling.')} />
      )}
      <ul className="stack close">
        {value?.rows.map((person) => (
          <li key={person.id}>
            <PersonCard person={person} changed={reload} />
          </li>
        ))}
      </ul>
      <div className="line">
        {pages.length > 0 && (
          <button type="button" className="button" onClick={() => turn(pages.slice(0, -1))}>
            {say(w('上一页', 'Previous'))}
          </button>
        )}
        {value?.next !== undefined && (
          <button type="button" className="button far" onClick={() => value.next !== undefined && turn([...pages, value.next])}>
            {say(w('下一页', 'Next page'))}
          </button>
        )}
      </div>
    </div>
  )
}
