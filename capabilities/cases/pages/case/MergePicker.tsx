import { useSay, w } from '#web/shared/language.ts'
import { useLoaded } from '#web/shared/loaded.ts'
import { Empty, OnDay, Skeleton, Trouble } from '#web/shared/parts.tsx'
import { StateChip } from '../StateChip.tsx'
import { type SimilarCase, similarPath } from '../similar.ts'
import { isOpen } from '../states.ts'
import type { SeenCase } from '../view.ts'

/** Chooses the case that this one is to become part of, or to leave again: among the open ones of its kind nearby. */
export function MergePicker({
  item,
  value,
  choose,
}: {
  item: SeenCase
  value: string | undefined
  choose: (id: string) => void
}) {
  const say = useSay()
  const { community } = item.place
  const path = item.parent === undefined && community !== undefined ? similarPath({ community }, item.category) : undefined
  const { value: found, problem, reload } = useLoaded<SimilarCase[]>(path)
  if (item.parent !== undefined)
    return (
      <button
        type="button"
        className="button wide"
        aria-pressed={value === item.parent}
        onClick={() => item.parent && choose(item.parent)}
      >
        {say(
          value === item.parent
            ? w('✓ 从所并入的事项里拆出', '✓ Out of the case it was merged into')
            : w('从所并入的事项里拆出', 'Take it out of the case it was merged into'),
        )}
      </button>
    )
  const rows = found?.filter(({ id, state }) => id !== item.id && isOpen(state))
  return (
    <div className="field">
      <span className="legend">{say(w('并入哪一件', 'Into which case'))}</span>
      <Trouble problem={problem} again={reload} />
      {!rows && !problem && path !== undefined && <Skeleton rows={2} />}
      {(path === undefined || rows?.length === 0) && (
        <Empty
          words={w('附近没有同类的在办事项，无须并案', 'There is no open case of this kind nearby, so nothing to merge with')}
        />
      )}
      {rows && rows.length > 0 && (
        <ul className="rows">
          {rows.map((row) => (
            <li key={row.id}>
              <button type="button" aria-pressed={row.id === value} onClick={() => choose(row.id)}>
                <span className="line">
                  <span className="strong">
                    {row.id === value ? '✓ ' : ''}
                    {row.number}
                  </span>
                  <StateChip state={row.state} />
                </span>
                <span className="soft small">
                  {row.place} · {row.gist.join(say(w('、', ', ')))} · <OnDay day={row.reportedOn} />
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
