import { Link } from 'wouter'
import { useSay, w } from '#web/shared/language.ts'
import { Due } from '#web/shared/parts.tsx'
import { useMatter } from '../matter.ts'
import { StateChip } from '../StateChip.tsx'
import type { CaseRow } from '../view.ts'

/** One case of the list beneath the map: what, where, how far, until when. */
export function NearRow({ row, metres }: { row: CaseRow; metres: number | undefined }) {
  const say = useSay()
  const matter = useMatter(row)
  return (
    <article className="card whole">
      <div className="line">
        <StateChip state={row.state} dueAt={row.dueAt} yellowAt={row.yellowAt} />
        <span className="soft small far">
          {say(metres === undefined ? w('没有坐标', 'no point') : w(`${rounded(metres)} 米`, `${rounded(metres)} m`))}
        </span>
      </div>
      <Link className="open" href={`/case/${row.id}`}>
        {matter}
      </Link>
      <p className="small">{row.place}</p>
      {row.dueAt !== undefined && (
        <p className="small">
          <Due at={row.dueAt} yellow={row.yellowAt} />
        </p>
      )}
    </article>
  )
}

/** No phone knows it closer than ten metres. */
const rounded = (metres: number) => Math.max(10, Math.round(metres / 10) * 10)
