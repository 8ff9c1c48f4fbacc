import { Suspense, useMemo, useState } from 'react'
import { Link, useSearchParams } from 'wouter'
import { Tick } from '#web/shared/form/Choice.tsx'
import { Select } from '#web/shared/form/Select.tsx'
import { useSay, w } from '#web/shared/language.ts'
import { useLive } from '#web/shared/live.ts'
import { useLoaded } from '#web/shared/loaded.ts'
import { type Boundaries, boundsOf } from '#web/shared/map/bounds.ts'
import { LazyMap } from '#web/shared/map/LazyMap.tsx'
import type { Shown } from '#web/shared/map/MapView.tsx'
import { Empty, Skeleton, Trouble } from '#web/shared/parts.tsx'
import { useSettled } from '#web/shared/settled.ts'
import type { Cluster } from '../../contract/answers.ts'
import { stateWords } from '../../contract/states.ts'
import { useCategories } from '../categories.ts'
import { allStates, openOnes } from '../states.ts'
import type { CasePage } from '../view.ts'
import { Beside } from './Beside.tsx'
import './map.css'

/** The cases of this post on a map of our own boundaries. Whoever sees no map has the list beside it. */
export default function MapPage() {
  const say = useSay()
  const [search, setSearch] = useSearchParams()
  const [shown, setShown] = useState<Shown>()
  const outlines = useLoaded<Boundaries>('/api/boundaries')
  const grids = useLoaded<Boundaries>('/api/boundaries?level=1')
  const { value: categories } = useCategories()
  const state = search.get('state') ?? ''
  const category = search.get('category') ?? ''
  const over = search.get('over') === 'true'
  const open = search.get('open') ?? undefined
  const set = (name: string, value: string) =>
    setSearch((current) => {
      if (value === '') current.delete(name)
      else current.set(name, value)
      return current
    })
  const conditions = {
    state: state || openOnes,
    ...(category && { category }),
    ...(over && { over: 'true' }),
  }
  const frame = useSettled(shown, 150)
  const query =
    frame &&
    new URLSearchParams({
      ...conditions,
      ...Object.fromEntries(Object.entries(frame).map(([name, value]) => [name, String(value)])),
    })
  const clusters = useLoaded<Cluster[]>(query && `/api/cases/map?${query}`)
  useLive(clusters.reload)
  const boundaries = useMemo(
    () => (grids.value && outlines.value ? [grids.value, outlines.value] : []),
    [outlines.value, grids.value],
  )
  const bounds = useMemo(() => boundsOf(boundaries), [boundaries])
  const marks = clusters.value ?? none
  return (
    <div className={open === undefined ? 'stack' : 'stack with-beside'}>
      <h1>{say(w('地图', 'Map'))}</h1>
      <div className="filters">
        <Select
          all
          label={w('状态', 'State')}
          value={state}
          options={allStates.map((one) => ({ value: one, words: stateWords(one) }))}
          choose={(value) => set('state', value)}
        />
        <Select
          all
          label={w('类别', 'Category')}
          value={category}
          options={categories?.map(({ code, name }) => ({ value: code, words: name })) ?? []}
          choose={(value) => set('category', value)}
        />
        <Tick words={w('只看超时', 'Only what is overdue')} value={over} choose={(value) => set('over', value ? 'true' : '')} />
      </div>
      <p className="soft small" role="status">
        {clusters.value &&
          say(
            w(
              `图上 ${marks.reduce((sum, { count }) => sum + count, 0)} 件。红色实心：其中有超时的，30/81 就是 81 件里 30 件超时；蓝色空心：没有。不选状态时只画在办的；已归档、撤回、不受理、并案的，只画近 30 天报的。`,
              `${marks.reduce((sum, { count }) => sum + count, 0)} on the map. Full and red: some of them are overdue, 30/81 that 30 of 81 are; hollow and blue: none is. With no state chosen, only open ones are drawn; of those that are closed, withdrawn, declined or merged, the reports of the last 30 days.`,
            ),
          )}
      </p>
      <Trouble problem={outlines.problem ?? clusters.problem} again={clusters.reload} />
      <div className="map-and-list">
        {boundaries.length > 0 && !bounds && (
          <Empty
            words={w(
              '还没有网格和单位的边界，地图画不出来。请管理员先导入。',
              'There is no map without boundaries of grids and units: an administrator imports them first.',
            )}
          />
        )}
        {bounds && (
          <Suspense fallback={<Skeleton rows={8} />}>
            <LazyMap
              label={say(w('事项地图，右侧列表是同样的内容', 'map of cases; the list beside it says the same'))}
              {...{ bounds, boundaries, marks }}
              moved={setShown}
              chosen={(id) => set('open', id)}
            />
          </Suspense>
        )}
        <List conditions={conditions} choose={(id) => set('open', id)} />
      </div>
      {open !== undefined && <Beside id={open} close={() => set('open', '')} />}
    </div>
  )
}

const none: readonly Cluster[] = []

/** The same as a list, by what runs out. */
function List({ conditions, choose }: { conditions: Record<string, string>; choose: (id: string) => void }) {
  const say = useSay()
  const { value: categories } = useCategories()
  const { value } = useLoaded<CasePage>(`/api/cases?${new URLSearchParams({ ...conditions, sort: 'due', limit: '50' })}`)
  if (!value) return <Skeleton rows={6} />
  if (value.rows.length === 0) return <Empty words={w('现在没有这样的事项。', 'There is no such case at the moment.')} />
  return (
    <div className="stack">
      <ul className="rows">
        {value.rows.map(({ id, number, category, place }) => {
          const name = categories?.find(({ code }) => code === category)?.name
          return (
            <li key={id}>
              <button type="button" onClick={() => choose(id)}>
                {name ? say(name) : category} · {place} <span className="soft small nowrap">{number}</span>
              </button>
            </li>
          )
        })}
      </ul>
      {value.next !== undefined && (
        <Link href={`/console/cases?${inTable(conditions)}`} className="button wide">
          {say(
            w(
              `这里是最先到期的 ${value.rows.length} 件，全部在事项表里看`,
              `These ${value.rows.length} are due first: all are in the table of cases`,
            ),
          )}
        </Link>
      )}
    </div>
  )
}

/** The same conditions as the table of cases has them in its address. */
function inTable({ over, ...conditions }: Record<string, string>): URLSearchParams {
  return new URLSearchParams({ ...conditions, ...(over !== undefined && { when: 'over' }) })
}
