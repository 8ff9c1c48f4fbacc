import { Suspense, useState } from 'react'
import { Select } from '#web/shared/form/Select.tsx'
import { useSay, type Words, w } from '#web/shared/language.ts'
import { useLoaded } from '#web/shared/loaded.ts'
import { aroundAll, type Boundaries } from '#web/shared/map/bounds.ts'
import { LazyMap } from '#web/shared/map/LazyMap.tsx'
import { Skeleton, Trouble } from '#web/shared/parts.tsx'
import type { Siting } from '../contract/coverage.ts'

/** In which estates the next stations would reach most of those who have none: asked for by a button, since it takes seconds. */
export function NextSites({ query, homes }: { query: string; homes: Words }) {
  const say = useSay()
  const [k, setK] = useState('5')
  const [asked, ask] = useState<string>()
  const { value, problem, reload } = useLoaded<Siting>(
    asked === undefined ? undefined : `/api/stations/sites?${query}&k=${asked}`,
  )
  return (
    <section className="sheet stack">
      <h2>{say(w('下一批选在哪里，受益的人最多', 'Where the next ones would reach most'))}</h2>
      <div className="filters">
        <Select
          label={w('打算新设几个', 'How many')}
          options={Array.from({ length: 10 }, (_, index) => ({
            value: String(index + 1),
            words: w(`${index + 1} 个`, String(index + 1)),
          }))}
          value={k}
          choose={setK}
        />
        <button type="button" className="button main" disabled={asked !== undefined && !value && !problem} onClick={() => ask(k)}>
          {say(
            asked !== undefined && !value && !problem
              ? w('正在算，最多 20 秒…', 'Working it out, 20 s at most…')
              : w('算一算', 'Work it out'),
          )}
        </button>
      </div>
      <Trouble problem={problem} again={reload} />
      {asked !== undefined && !value && !problem && <Skeleton rows={4} />}
      {value && <Told siting={value} homes={homes} />}
    </section>
  )
}

function Told({ siting, homes }: { siting: Siting; homes: Words }) {
  const say = useSay()
  const boundaries = useLoaded<Boundaries>('/api/boundaries')
  const { sites, uncovered, covered, proven, atMost } = siting
  if (sites.length === 0)
    return (
      <p className="note">
        {say(w('没有哪个小区能让更多人够得着。', 'No estate would bring a station within anybody’s reach.'))}
      </p>
    )
  return (
    <div className="stack">
      <p>
        {say(
          w(
            `现在够不着的有 ${uncovered} ${homes.zh}，选这 ${sites.length} 处，${covered} ${homes.zh}就够得着了。`,
            `${uncovered} ${homes.en} have none now: with these ${sites.length}, ${covered} of them do.`,
          ),
        )}{' '}
        {say(
          proven
            ? w('没有更好的选法。', 'No other choice reaches more.')
            : w(`时间内没能证明最好，最多可到 ${atMost}。`, `Not proven best in time: at most ${atMost}.`),
        )}
      </p>
      <ol className="rows">
        {sites.map(({ code, name, adds, buildings }) => (
          <li key={code}>
            <span className="row-link">
              <span className="strong">{name}</span>
              <span className="soft small">
                {say(w(`多覆盖 ${adds} ${homes.zh}，${buildings} 栋楼`, `adds ${adds} ${homes.en}, ${buildings} buildings`))}
              </span>
            </span>
          </li>
        ))}
      </ol>
      {boundaries.value && (
        <Suspense fallback={<Skeleton rows={6} />}>
          <LazyMap
            small
            label={say(w('选中的小区，上面的列表是同样的内容', 'the places that were chosen; the list above says the same'))}
            bounds={aroundAll(sites, 1000)}
            boundaries={[boundaries.value]}
            pins={sites.map(({ code, name, longitude, latitude }) => ({
              ...{ id: code, label: name, look: 'inhand' as const },
              point: [longitude, latitude] as const,
            }))}
          />
        </Suspense>
      )}
    </div>
  )
}
