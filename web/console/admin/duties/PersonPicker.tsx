import { useId, useState } from 'react'
import { useSay, type Words, w } from '../../../shared/language.ts'
import { useLoaded } from '../../../shared/loaded.ts'
import { Empty, Skeleton, Trouble } from '../../../shared/parts.tsx'
import { roleWords } from '../../../shared/roles.ts'
import { useSettled } from '../../../shared/settled.ts'
import type { Person } from '../person.ts'

/** Chooses somebody of the staff whom one's post sees and who is at a post, by a part of their name. */
export function PersonPicker({
  label,
  person,
  choose,
}: {
  label: Words
  person: Person | undefined
  choose: (person: Person | undefined) => void
}) {
  const [say, id] = [useSay(), useId()]
  const [search, setSearch] = useState('')
  const settled = useSettled(search.trim())
  const query = new URLSearchParams({ limit: '20', ...(settled && { search: settled }) })
  const { value, problem, reload } = useLoaded<{ rows: Person[]; next?: string }>(person ? undefined : `/api/people?${query}`)
  if (person)
    return (
      <div className="field">
        <span className="legend">{say(label)}</span>
        <div className="line">
          <span className="strong">{person.name}</span>
          <button type="button" className="button far" onClick={() => choose(undefined)}>
            {say(w('换一个', 'Change'))}
          </button>
        </div>
      </div>
    )
  const there = value?.rows.filter(({ ended, posts }) => !ended && posts.length > 0)
  return (
    <div className="field">
      <label htmlFor={id}>{say(label)}</label>
      <input
        id={id}
        className="input"
        type="search"
        value={search}
        maxLength={40}
        placeholder={say(w('输入姓名查找', 'Type a part of the name'))}
        onChange={({ target }) => setSearch(target.value)}
      />
      <Trouble problem={problem} again={reload} />
      {!value && !problem && <Skeleton rows={2} />}
      {there?.length === 0 && <Empty words={w('没有这个人，换个写法试试。', 'Nobody of that name: try another spelling.')} />}
      {there && there.length > 0 && (
        <ul className="rows people">
          {there.map((one) => (
            <li key={one.id}>
              <button type="button" onClick={() => choose(one)}>
                {one.name}{' '}
                <span className="soft small">
                  {one.posts
                    .slice(0, 2)
                    .map(({ role, unit, unitName }) => `${unitName ?? unit} ${say(roleWords(role))}`)
                    .join('，')}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {value?.next !== undefined && (
        <p className="soft small">{say(w('还有更多，多打几个字。', 'There are more: type more of the name.'))}</p>
      )}
    </div>
  )
}
