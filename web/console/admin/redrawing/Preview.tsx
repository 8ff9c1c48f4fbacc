import { Suspense, useMemo } from 'react'
import type { Problem } from '../../../shared/ask.ts'
import { useSay, w } from '../../../shared/language.ts'
import { type Boundaries, boundsOf } from '../../../shared/map/bounds.ts'
import { LazyMap } from '../../../shared/map/LazyMap.tsx'
import { Skeleton, Trouble } from '../../../shared/parts.tsx'
import type { Redrawing, Redrawn } from './draft.ts'

interface Shown {
  asked: Redrawing
  redrawn: Redrawn
  before: Boundaries | undefined
  busy: boolean
  problem: Problem | undefined
  decide: () => void
}

/** What a change of boundaries would come to, on the map and in words, and the way to decide it. */
export function Preview({ asked, redrawn: { grids, follow, posts, hangs, open }, before, busy, problem, decide }: Shown) {
  const say = useSay()
  const after = useMemo<Boundaries>(() => ({ type: 'FeatureCollection', features: grids }), [grids])
  const shown = useMemo(() => [after, ...(before ? [before] : [])], [after, before])
  const bounds = boundsOf([after])
  const hectares = (area: number) => (area / 10_000).toFixed(1)
  return (
    <section className="card stack close" aria-live="polite">
      <h2>{say(w('调整以后', 'Afterwards'))}</h2>
      {bounds && (
        <Suspense fallback={<Skeleton rows={6} />}>
          <LazyMap
            small
            named
            label={say(w('调整以后的边界', 'the boundaries afterwards'))}
            {...{ bounds, boundaries: shown, picked: after }}
          />
        </Suspense>
      )}
      <ul>
        {grids.map(({ id, properties: { name, area } }) => (
          <li key={id}>{say(w(`${name}：${hectares(area)} 公顷`, `${name}: ${hectares(area)} hectares`))}</li>
        ))}
        {asked.part === undefined && <li>{say(w('原网格停用', 'the grid itself ends'))}</li>}
        {follow.length > 0 && (
          <li>{say(w(`${follow.length} 个下级或专属网格一起划过去`, `${follow.length} grids in or over it go along`))}</li>
        )}
        {posts > 0 && (
          <li>
            {say(
              asked.part === undefined
                ? w(`这个网格的 ${posts} 个岗位同日结束`, `the ${posts} posts at it end that day`)
                : w(
                    `新网格先由原来的 ${posts} 个岗位的人负责，可以再换人`,
                    `those at the ${posts} posts of the old grid look after the new one, until others are given`,
                  ),
            )}
          </li>
        )}
        {hangs.map(({ what, words }) => (
          <li key={what}>{say(words)}</li>
        ))}
        <li>{say(w(`${open} 件没办完的事项会重新看归哪个网格`, `${open} open cases are looked at again`))}</li>
      </ul>
      <Trouble problem={problem} />
      <button type="button" className="button main" disabled={busy} onClick={decide}>
        {say(w(`确定，从 ${asked.on} 起生效`, `Decide: it holds from ${asked.on}`))}
      </button>
    </section>
  )
}
