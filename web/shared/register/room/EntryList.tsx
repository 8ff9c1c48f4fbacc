import { Link } from 'wouter'
import { useAsked } from '../../asked.ts'
import { Tick } from '../../form/Choice.tsx'
import { Line } from '../../form/Line.tsx'
import { Select } from '../../form/Select.tsx'
import { useSay, w } from '../../language.ts'
import { useLoaded } from '../../loaded.ts'
import { useNow } from '../../now.ts'
import { Empty, Skeleton, Trouble } from '../../parts.tsx'
import { useSession } from '../../session.tsx'
import { Turn } from '../../Turn.tsx'
import { isoDay } from '../../time.ts'
import { pathWords } from '../differences.ts'
import { type Entry, type Register, registerPath } from '../register.ts'
import type { Room } from './room.ts'

const size = 50

/** The entries of a register, found by words and by its columns, page by page. What is looked for stands in the address. */
export function EntryList({ room, register }: { room: Room; register: Register }) {
  const say = useSay()
  const now = useNow()
  const { search, asked: settled, pages, put, turn } = useAsked('cursor')
  const { value: session } = useSession()
  const mayEdit = session?.role !== undefined && register.mayEdit.includes(session.role)
  const own = session?.unit === undefined ? undefined : register.own[session.role ?? '']
  const asked = new URLSearchParams(
    [...settled].filter(([name]) => name === 'text' || name === 'ended' || register.filters.includes(name)),
  )
  // What a link asks for that has no control here is shown, and can be taken away.
  const shown = new Set(['text', 'ended', ...room.filters.map(({ name }) => name)])
  const hidden = [...asked].filter(([name, value]) => !shown.has(name) && !(name === own && value === session?.unit))
  const cursor = pages.at(-1)
  const query = new URLSearchParams({
    ...Object.fromEntries(asked),
    limit: String(size),
    counted: 'true',
    ...(cursor && { cursor }),
  })
  const { value, problem, reload } = useLoaded<{ rows: Entry[]; next?: string; count?: number }>(
    `${registerPath(register.path)}?${query}`,
  )
  const exported = new URLSearchParams({ entries: 'true', ended: 'false', ...Object.fromEntries(asked) })
  const isAsked = asked.size > 0
  return (
    <div className="stack">
      <div className="line">
        <h1>{say(room.title)}</h1>
        <a className="button far" href={`${registerPath(register.path)}.xlsx?${exported}`} download>
          {say(w('导出这些', 'Export these'))}
        </a>
        {mayEdit && (
          <>
            <Link className="button" href={`${room.home}/sheet`}>
              {say(w('用表格改', 'By sheet'))}
            </Link>
            <Link className="button" href={`${room.home}/new`}>
              {say(room.fresh)}
            </Link>
          </>
        )}
      </div>
      <div className="filters">
        <div className="search">
          <Line
            label={w('搜索', 'Search')}
            value={search.get('text') ?? ''}
            change={(typed) => put({ text: typed })}
            type="search"
            most={60}
          />
        </div>
        {room.filters.map(({ name, label, options }) => (
          <Select
            key={name}
            all
            {...{ label, options }}
            value={search.get(name) ?? ''}
            choose={(chosen) => put({ [name]: chosen })}
          />
        ))}
        {own && (
          <Tick
            words={own === 'community' ? w('只看本社区', 'My community only') : w('只看本街道', 'My street only')}
            value={search.get(own) === session?.unit}
            choose={(only) => put({ [own]: only ? (session?.unit ?? '') : '' })}
          />
        )}
        <Tick
          words={w('也看停用的', 'Ended ones too')}
          value={search.get('ended') === 'true'}
          choose={(all) => put({ ended: all ? 'true' : '' })}
        />
      </div>
      {(hidden.length > 0 || value?.count !== undefined) && (
        <div className="line">
          <span className="soft" role="status">
            {value?.count !== undefined && say(w(`共 ${value.count} 个`, `${value.count} in all`))}
          </span>
          {hidden.map(([name, value]) => (
            <button key={name} type="button" className="button" onClick={() => put({ [name]: '' })}>
              {say(pathWords(register.fields, name))}
              {say(w('：', ': '))}
              {say(room.valueWords(value))} ✕
            </button>
          ))}
        </div>
      )}
      <Trouble problem={problem} again={reload} />
      {!value && !problem && <Skeleton rows={8} />}
      {value?.rows.length === 0 && isAsked && (
        <Empty words={w('没有对上的，换个条件试试。', 'Nothing of the kind: ask otherwise.')} />
      )}
      {value?.rows.length === 0 && !isAsked && <Empty words={room.none} />}
      {value && value.rows.length > 0 && (
        <ul className="rows in-columns">
          {value.rows.map((row) => (
            <li key={row.key}>
              <Link className="row-link" href={`${room.home}/${encodeURIComponent(row.key)}`}>
                <span className="strong">{say(room.nameOf(row.entry))}</span>
                {row.ends !== undefined && (
                  <span className="chip look-stopped">
                    {say(row.ends > isoDay(now) ? w('将停用', 'ends') : w('已停用', 'ended'))}
                  </span>
                )}
                <span className="soft small">{room.says(row.entry)}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
      <Turn pages={pages} next={value?.next} turn={turn} />
    </div>
  )
}
