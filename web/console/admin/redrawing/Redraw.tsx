import { useState } from 'react'
import { post } from '../../../shared/ask.ts'
import { Choice, Ticks } from '../../../shared/form/Choice.tsx'
import { Lacking } from '../../../shared/form/Lacking.tsx'
import { Line } from '../../../shared/form/Line.tsx'
import { Select } from '../../../shared/form/Select.tsx'
import { useSay, w } from '../../../shared/language.ts'
import { useLoaded } from '../../../shared/loaded.ts'
import type { Boundaries } from '../../../shared/map/bounds.ts'
import { Skeleton, Trouble } from '../../../shared/parts.tsx'
import { useSending } from '../../../shared/sending.ts'
import { CutMap } from './CutMap.tsx'
import { type Act, askedIn, type Draft, fresh, type Grid, lackingIn, nextCode, type Redrawing, type Redrawn } from './draft.ts'
import { Preview } from './Preview.tsx'

const acts = [
  { value: 'split', words: w('分出一个新网格', 'make a new grid of a part') },
  { value: 'move', words: w('划一部分给邻格', 'give a part to a neighbour') },
  { value: 'merge', words: w('整个并入邻格', 'merge it into a neighbour') },
]
const isAct = (value: string): value is Act => acts.some((one) => one.value === value)

/** What is to become of a grid, filled in, looked at, and decided. */
export function Redraw({ grid, around, today, done }: { grid: Grid; around: readonly Grid[]; today: string; done: () => void }) {
  const say = useSay()
  const [draft, setDraft] = useState<Draft>(() => fresh(today, nextCode(grid, around)))
  const [looked, setLooked] = useState<{ asked: Redrawing; redrawn: Redrawn }>()
  const {
    value: boundaries,
    problem: undrawn,
    reload,
  } = useLoaded<Boundaries>(
    `/api/boundaries?${new URLSearchParams({ level: String(grid.level), community: grid.community ?? '' })}`,
  )
  const looking = useSending(
    (asked: Redrawing) => post<Redrawn>('/api/grids/redrawings?preview=true', asked),
    (redrawn) => asked && setLooked({ asked, redrawn }),
  )
  const deciding = useSending((asked: Redrawing) => post<Redrawn>('/api/grids/redrawings', asked), done)
  const below = around.filter(({ parent, kind }) => parent === grid.code && kind === 'base')
  const neighbours = around.filter(
    (one) => one.code !== grid.code && one.level === grid.level && one.parent === grid.parent && one.kind === 'base',
  )
  const asked = askedIn(grid.code, below.length > 0, draft)
  const change = (next: Draft) => {
    setLooked(undefined)
    setDraft(next)
  }
  const put = (more: Partial<Draft>) => change({ ...draft, ...more })
  const { act } = draft
  if (grid.level === 1)
    return (
      <p className="note">
        {say(w('一级网格就是社区，随社区边界的导入调整。', 'A level-1 grid is its community: it changes with that, by import.'))}
      </p>
    )
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        if (asked) void looking.press(asked)
      }}
    >
      <Choice
        legend={w('怎么调整', 'What to do')}
        options={acts}
        value={act}
        choose={(value) => isAct(value) && put({ act: value })}
      />
      {act === 'split' && (
        <>
          <Line label={w('新网格的名称', 'Name of the new grid')} value={draft.name} change={(name) => put({ name })} most={60} />
          <Line
            label={w('新网格的编码', 'Its code')}
            value={draft.code}
            change={(code) => put({ code })}
            most={60}
            autoComplete="off"
          />
        </>
      )}
      {act !== 'split' && (
        <Select
          label={w('哪个邻格', 'Which neighbour')}
          value={draft.neighbour ?? ''}
          options={neighbours.map(({ code, name }) => ({ value: code, words: w(name, name) }))}
          asks
          choose={(neighbour) => put({ neighbour: neighbour === '' ? undefined : neighbour })}
        />
      )}
      {act !== 'merge' && below.length > 0 && (
        <Ticks
          legend={w('哪些下级网格划出去', 'Which of the grids in it go')}
          options={below.map(({ code, name }) => ({ value: code, words: w(name, name) }))}
          chosen={draft.below}
          choose={(chosen) => put({ below: chosen })}
        />
      )}
      {act !== 'merge' && below.length === 0 && (
        <>
          <Trouble problem={undrawn} again={reload} />
          {!boundaries && !undrawn && <Skeleton rows={8} />}
          {boundaries && <CutMap {...{ boundaries, draft, change }} grid={grid.code} />}
        </>
      )}
      <Line label={w('从哪天起', 'From which day')} type="date" value={draft.on} change={(on) => put({ on })} min={today} />
      <Line label={w('为什么调整', 'Why')} value={draft.words} change={(words) => put({ words })} most={200} />
      <Trouble problem={looking.problem} />
      <Lacking what={lackingIn(below.length > 0, draft)} />
      <button type="submit" className="button main" disabled={!asked || looking.busy}>
        {say(w('先看结果', 'See what would come of it'))}
      </button>
      {looked && (
        <Preview
          {...looked}
          before={boundaries}
          busy={deciding.busy}
          problem={deciding.problem}
          decide={() => void deciding.press(looked.asked)}
        />
      )}
    </form>
  )
}
