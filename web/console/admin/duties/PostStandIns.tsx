import { useState } from 'react'
import type { StandIns } from '#kernel/people/admin/shown.ts'
import { ask, post as send } from '../../../shared/ask.ts'
import { Choice } from '../../../shared/form/Choice.tsx'
import { Line } from '../../../shared/form/Line.tsx'
import { useSay, w } from '../../../shared/language.ts'
import { useLoaded } from '../../../shared/loaded.ts'
import { Empty, Skeleton, Trouble } from '../../../shared/parts.tsx'
import { UnitName } from '../../../shared/places/UnitPicker.tsx'
import { roleWords } from '../../../shared/roles.ts'
import { useSending } from '../../../shared/sending.ts'
import { useSettled } from '../../../shared/settled.ts'
import { dayBefore, today } from '../person.ts'

interface Held {
  id: string
  role: string
  unit: string
}

const standInsPath = ({ id }: Held) => `/api/posts/${encodeURIComponent(id)}/stand-ins`

/** Who stands in at a post, now and later; naming somebody, and ending it early. */
export function PostStandIns({ post }: { post: Held }) {
  const say = useSay()
  const [search, setSearch] = useState('')
  const settled = useSettled(search.trim())
  const { value, problem, reload } = useLoaded<StandIns>(
    `${standInsPath(post)}${settled ? `?${new URLSearchParams({ search: settled })}` : ''}`,
  )
  const ending = useSending((id: string) => ask(`/api/posts/${encodeURIComponent(id)}`, { method: 'DELETE' }), reload)
  return (
    <article className="card stack close">
      <p>
        <UnitName code={post.unit} /> {say(roleWords(post.role))}
      </p>
      <Trouble problem={problem ?? ending.problem} />
      {!value && !problem && <Skeleton rows={1} />}
      {value?.named.length === 0 && <p className="soft">{say(w('现在没有人替班。', 'Nobody stands in.'))}</p>}
      <ul className="stack tight">
        {value?.named.map(({ id, name, starts, ends }) => (
          <li key={id} className="line">
            <span className="strong">{name}</span>
            <span>
              {starts} – {ends !== undefined && dayBefore(ends)}
            </span>
            <button type="button" className="button plain" disabled={ending.busy} onClick={() => ending.press(id)}>
              {say(w(`${name}今天起不再替`, `${name} no longer stands in`))}
            </button>
          </li>
        ))}
      </ul>
      {value && (
        <details>
          <summary>{say(w('安排替班', 'Name a stand-in'))}</summary>
          <Naming post={post} told={value} search={search} setSearch={setSearch} done={reload} />
        </details>
      )}
    </article>
  )
}

interface Naming {
  post: Held
  told: StandIns
  search: string
  setSearch: (search: string) => void
  done: () => void
}

function Naming({ post, told: { candidates, more }, search, setSearch, done }: Naming) {
  const say = useSay()
  const [account, setAccount] = useState<string>()
  const [from, setFrom] = useState(today)
  const [until, setUntil] = useState(today)
  const { busy, problem, press } = useSending(
    (input: object) => send(standInsPath(post), input),
    () => {
      setAccount(undefined)
      done()
    },
  )
  const options = candidates.map(({ id, name, role, unit, unitName }) => ({
    value: id,
    words: w(`${name}（${unitName ?? unit} ${roleWords(role).zh}）`, `${name} (${unitName ?? unit}, ${roleWords(role).en})`),
  }))
  return (
    <form
      className="stack close"
      onSubmit={(event) => {
        event.preventDefault()
        press({ account, from, until })
      }}
    >
      <div className="turn-fields">
        <Line label={w('从哪天', 'From')} value={from} change={setFrom} type="date" min={today()} />
        <Line label={w('到哪天（含）', 'Until (that day too)')} value={until} change={setUntil} type="date" min={from} />
      </div>
      {(more || search !== '') && (
        <Line label={w('按姓名找', 'Search by name')} value={search} change={setSearch} type="search" most={40} />
      )}
      {options.length === 0 ? (
        <Empty words={w('没有同岗位或同单位的人可以替班。', 'Nobody of the same role or unit could stand in.')} />
      ) : (
        <Choice legend={w('谁替班', 'Who stands in')} options={options} value={account} choose={setAccount} />
      )}
      <Trouble problem={problem} />
      <div>
        <button type="submit" className="button" disabled={busy || account === undefined || from === '' || until === ''}>
          {say(w('安排好', 'Name them'))}
        </button>
      </div>
    </form>
  )
}
