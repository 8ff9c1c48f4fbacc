import { useState } from 'react'
import { Line } from '#web/shared/form/Line.tsx'
import { useSay, w } from '#web/shared/language.ts'
import { useLoaded } from '#web/shared/loaded.ts'
import { Empty, OnDay, Skeleton, Trouble } from '#web/shared/parts.tsx'
import { useSettled } from '#web/shared/settled.ts'
import { isoDay } from '#web/shared/time.ts'
import { useMatter } from '../matter.ts'
import { StateChip } from '../StateChip.tsx'
import { type SimilarCase, similarPath } from '../similar.ts'
import { isOpen, openOnes } from '../states.ts'
import type { CasePage, SeenCase } from '../view.ts'

interface Picked {
  item: SeenCase
  value: string | undefined
  choose: (id: string) => void
}

/** Chooses the case that this one is to become part of, or to leave again. */
export function MergePicker({ item, value, choose }: Picked) {
  const say = useSay()
  const { community } = item.place
  const path = item.parent === undefined && community !== undefined ? similarPath({ community }, item.category) : undefined
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
  return <IntoPicker {...{ item, value, choose }} nearby={path} />
}

interface Offer {
  id: string
  number: string
  state: string
  category: string
  gist: readonly string[]
  place: string
  day: string
}

/** Those of the same kind nearby; or, by words or a number, any open one that its reader may see. */
function IntoPicker({ item, value, choose, nearby }: Picked & { nearby: string | undefined }) {
  const say = useSay()
  const [search, setSearch] = useState('')
  const [picked, setPicked] = useState<Offer>()
  const sought = useSettled(search.trim())
  const seeking = [...sought].length > 1
  const like = useLoaded<SimilarCase[]>(seeking ? undefined : nearby)
  const query = new URLSearchParams({ q: sought, state: openOnes, limit: '20' })
  const found = useLoaded<CasePage>(seeking ? `/api/cases?${query}` : undefined)
  const { problem, reload } = seeking ? found : like
  const known: Offer[] | undefined = seeking
    ? found.value?.rows.map(({ reportedAt, ...row }) => ({ ...row, day: isoDay(Date.parse(reportedAt)) }))
    : (like.value?.map(({ reportedOn, ...row }) => ({ ...row, day: reportedOn })) ?? (nearby === undefined ? [] : undefined))
  const offered = known?.filter(({ id, state }) => id !== item.id && isOpen(state))
  // What is chosen stays in sight when something else is looked for.
  const rows = offered && picked && !offered.some(({ id }) => id === picked.id) ? [picked, ...offered] : offered
  return (
    <div className="field">
      <span className="legend">{say(w('并入哪一件', 'Into which case'))}</span>
      <Line label={w('按编号或原话找', 'By number or words')} value={search} change={setSearch} most={100} />
      <Trouble problem={problem} again={reload} />
      {!rows && !problem && <Skeleton rows={2} />}
      {rows?.length === 0 && (
        <Empty
          words={
            seeking
              ? w('没有找到在办的事项', 'No open case was found')
              : w(
                  '附近没有同类的在办事项。别处的可以按编号或原话找',
                  'There is no open case of this kind nearby. Others are found by number or words',
                )
          }
        />
      )}
      {rows && rows.length > 0 && (
        <ul className="rows">
          {rows.map((row) => (
            <Offered
              key={row.id}
              row={row}
              chosen={row.id === value}
              choose={() => {
                setPicked(row)
                choose(row.id)
              }}
            />
          ))}
        </ul>
      )}
      {seeking && found.value?.next !== undefined && (
        <p className="soft small">
          {say(
            w(
              '还有更多没有列出。多打几个字，或按编号找。',
              'There are more than these: type more of the words, or look by number.',
            ),
          )}
        </p>
      )}
    </div>
  )
}

function Offered({ row, chosen, choose }: { row: Offer; chosen: boolean; choose: () => void }) {
  const matter = useMatter(row)
  return (
    <li>
      <button type="button" aria-pressed={chosen} onClick={choose}>
        <span className="line">
          <span className="strong">
            {chosen ? '✓ ' : ''}
            {row.number}
          </span>
          <StateChip state={row.state} />
        </span>
        <span className="soft small">
          {row.place} · {matter} · <OnDay day={row.day} />
        </span>
      </button>
    </li>
  )
}
