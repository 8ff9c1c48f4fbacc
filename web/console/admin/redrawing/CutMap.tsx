import { Suspense, useMemo, useState } from 'react'
import { useSay, w } from '../../../shared/language.ts'
import { type Boundaries, boundsOf } from '../../../shared/map/bounds.ts'
import { LazyMap } from '../../../shared/map/LazyMap.tsx'
import { Skeleton } from '../../../shared/parts.tsx'
import type { Draft, Point } from './draft.ts'

/**
 * Draws a line across a grid, and points to the side that goes: by pressing on the map; or, without a mouse, by moving the map under its
 * cross with the arrow keys and the buttons below.
 */
export function CutMap({
  boundaries,
  grid,
  draft,
  change,
}: {
  boundaries: Boundaries
  grid: string
  draft: Draft
  change: (draft: Draft) => void
}) {
  const say = useSay()
  const [centre, setCentre] = useState<Point>()
  const [drawing, setDrawing] = useState(true)
  const picked = useMemo(
    () => ({ ...boundaries, features: boundaries.features.filter(({ id }) => id === grid) }),
    [boundaries, grid],
  )
  const shown = useMemo(() => [boundaries], [boundaries])
  const bounds = boundsOf([picked])
  const { line, at } = draft
  const put = (point: Point) => change(drawing ? { ...draft, line: [...line, point] } : { ...draft, at: point })
  if (!bounds) return null
  return (
    <div className="stack close">
      <p>
        {say(
          drawing
            ? w(
                '第一步：从网格外到网格外画一条线，点一下加一个点。',
                'First draw a line from outside to outside of the grid: each press is a point.',
              )
            : w('第二步：点一下要划出去的那一边。', 'Then press the side that goes.'),
        )}
      </p>
      <div className="under-cross">
        <Suspense fallback={<Skeleton rows={8} />}>
          <LazyMap
            named
            label={say(w('画网格边界的地图，用方向键移动', 'map to draw the boundary on: move it with the arrow keys'))}
            {...{ bounds, boundaries: shown, picked, line }}
            me={at}
            moved={(_, now) => setCentre(now)}
            pressed={put}
          />
        </Suspense>
        <span className="cross" aria-hidden="true" />
      </div>
      <div className="line">
        <button type="button" className="button" disabled={!centre} onClick={() => centre && put(centre)}>
          {say(drawing ? w('在十字处加一个点', 'A point at the cross') : w('划出去的是十字这一边', 'The side of the cross goes'))}
        </button>
        <button
          type="button"
          className="button"
          disabled={line.length === 0}
          onClick={() => {
            setDrawing(true)
            change({ ...draft, line: line.slice(0, -1), at: undefined })
          }}
        >
          {say(w('撤回一个点', 'Take a point back'))}
        </button>
        {drawing && (
          <button type="button" className="button" disabled={line.length < 2} onClick={() => setDrawing(false)}>
            {say(w('线画好了', 'The line is done'))}
          </button>
        )}
      </div>
      <p className="soft small" role="status">
        {say(
          w(
            `线上 ${line.length} 个点${at ? '，已点了划出去的一边' : ''}`,
            `${line.length} points${at ? ', and the side that goes is marked' : ''}`,
          ),
        )}
      </p>
    </div>
  )
}
