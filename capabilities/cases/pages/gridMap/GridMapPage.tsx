import { Suspense, useMemo, useState } from 'react'
import { useLocation } from 'wouter'
import { Back } from '#web/shared/Back.tsx'
import { Frame } from '#web/shared/Frame.tsx'
import { useSay, w } from '#web/shared/language.ts'
import { useLive } from '#web/shared/live.ts'
import { useLoaded } from '#web/shared/loaded.ts'
import { LazyMap } from '#web/shared/map/LazyMap.tsx'
import { useNow } from '#web/shared/now.ts'
import { Empty, Skeleton, Stale, Trouble } from '#web/shared/parts.tsx'
import { position } from '#web/shared/places/position.ts'
import { useWhereabouts } from '#web/shared/places/useWhereabouts.ts'
import { useSession } from '#web/shared/session.tsx'
import { stateWords } from '../../contract/states.ts'
import { useCategories } from '../categories.ts'
import { allStates, isOpen, lookOfCase } from '../states.ts'
import type { CasePage } from '../view.ts'
import { byDistance } from './distance.ts'
import { NearRow } from './NearRow.tsx'
import { useOwnGrid } from './useOwnGrid.ts'

/** At most so many are drawn and listed: those whose limit runs out first. */
const most = 200
const path = `/api/cases?${new URLSearchParams({ state: allStates.filter(isOpen).join(','), sort: 'due', limit: String(most) })}`

/** What is open in my grid, on a map of its boundaries, and below it as a list with the nearest first. */
export default function GridMapPage() {
  const [say, now] = [useSay(), useNow()]
  const [, go] = useLocation()
  const { value: session } = useSession()
  const { name, boundaries, bounds, problem } = useOwnGrid(session?.unit)
  const list = useLoaded<CasePage>(path)
  useLive(list.reload)
  const { value: categories } = useCategories()
  const { here, looking, missing, look } = useWhereabouts(position)
  const [centre, setCentre] = useState<readonly [number, number]>()
  const rows = byDistance(list.value?.rows ?? [], here ?? centre)
  const pins = useMemo(
    () =>
      // What runs over first is drawn last, on top.
      (list.value?.rows ?? []).toReversed().flatMap(({ id, point, state, dueAt, yellowAt, category, place }) => {
        const matter = categories?.find(({ code }) => code === category)?.name
        const label = [say(stateWords(state)), ...(matter ? [say(matter)] : []), place].join(' · ')
        return point ? [{ id, point, look: lookOfCase(state, now, dueAt, yellowAt), label }] : []
      }),
    [list.value, categories, now, say],
  )
  return (
    <Frame title={w('我的网格', 'My grid')} broad>
      <div className="stack">
        <Back />
        <div className="line">
          <h1>{name ?? say(w('我的网格', 'My grid'))}</h1>
          <span className="soft">{list.value && say(w(`在办 ${rows.length} 件`, `${rows.length} open`))}</span>
          <button type="button" className="button far" disabled={looking} onClick={look}>
            {say(looking ? w('正在定位…', 'Finding you…') : w('我在哪儿', 'Where am I'))}
          </button>
        </div>
        {missing && (
          <p className="note warm" role="alert">
            {say(
              w(
                '没能取得位置。列表按离地图中心的远近排。',
                'Your position is not available: the list goes by how far it is from the middle of the map.',
              ),
            )}
          </p>
        )}
        <Stale since={list.since} />
        <Trouble problem={problem ?? list.problem} again={list.reload} />
        {bounds && (
          <Suspense fallback={<Skeleton rows={5} />}>
            <LazyMap
              small
              named
              label={say(w('本网格地图，下面的列表是同样的内容', 'map of my grid; the list below says the same'))}
              {...{ bounds, boundaries, pins }}
              me={here}
              towards={here}
              moved={(_, at) => setCentre(at)}
              chosen={(id) => go(`/case/${id}`)}
            />
          </Suspense>
        )}
        <h2>{say(here ? w('离您最近的', 'Nearest to you') : w('离地图中心最近的', 'Nearest to the middle of the map'))}</h2>
        {here && (
          <p className="soft small">
            {say(
              w(
                '位置只在这部手机上用来排序，不上传，也不保存。',
                'Your position only sorts this list, on this phone: it is neither sent nor kept.',
              ),
            )}
          </p>
        )}
        {!list.value && !list.problem && <Skeleton rows={5} />}
        {list.value && rows.length === 0 && (
          <Empty words={w('这里没有在办的，新的来了会自动出现。', 'Nothing is open here. New ones appear by themselves.')} />
        )}
        <ul className="stack close">
          {rows.map(({ row, metres }) => (
            <li key={row.id}>
              <NearRow row={row} metres={metres} />
            </li>
          ))}
        </ul>
        {list.value?.next !== undefined && (
          <p className="soft">
            {say(
              w(
                `只列了最先到时限的 ${most} 件，其余在待办里。`,
                `Only the ${most} whose limit runs out first; the rest are in your queue.`,
              ),
            )}
          </p>
        )}
      </div>
    </Frame>
  )
}
