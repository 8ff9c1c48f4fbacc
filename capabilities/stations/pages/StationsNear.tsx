import { Link } from 'wouter'
import { useSay, w } from '#web/shared/language.ts'
import { useLoaded } from '#web/shared/loaded.ts'
import { Skeleton, Trouble } from '#web/shared/parts.tsx'
import type { SeenStation } from '../show.ts'
import { Openness } from './Openness.tsx'
import { stationValueWords } from './words.ts'

const most = 3

/** The stations nearest to a place that are open now; if none is, the nearest. */
export function StationsNear({ at }: { at: { longitude: number; latitude: number } }) {
  const say = useSay()
  const query = new URLSearchParams({ longitude: at.longitude.toFixed(3), latitude: at.latitude.toFixed(3) })
  const open = useLoaded<{ rows: SeenStation[] }>(`/api/stations?${query}&open=true`)
  const shut = useLoaded<{ rows: SeenStation[] }>(open.value?.rows.length === 0 ? `/api/stations?${query}` : undefined)
  const rows = (open.value?.rows.length === 0 ? shut.value?.rows : open.value?.rows)?.slice(0, most)
  return (
    <section className="stack close">
      <h2>
        {say(
          open.value && open.value.rows.length > 0
            ? w('现在开着、最近的驿站', 'The nearest stations that are open')
            : w('最近的驿站', 'The nearest stations'),
        )}
      </h2>
      <Trouble problem={open.problem ?? shut.problem} again={open.reload} />
      {!rows && !open.problem && !shut.problem && <Skeleton rows={2} />}
      {open.value?.rows.length === 0 && rows && rows.length > 0 && (
        <p className="soft">{say(w('附近的现在都没开，最近的是：', 'None nearby is open now; the nearest are:'))}</p>
      )}
      {rows?.length === 0 && <p className="soft">{say(w('附近还没有驿站。', 'There is no station nearby yet.'))}</p>}
      <ul className="stack close">
        {rows?.map((station) => (
          <li key={station.code} className="card">
            <Link className="open" href={`/stations/${encodeURIComponent(station.code)}`}>
              {station.name}
            </Link>
            <span className="soft small">
              {say(stationValueWords(station.kind))}
              {station.minutes !== undefined && say(w(` · 走约 ${station.minutes} 分钟`, ` · ${station.minutes} min on foot`))}
            </span>
            <span>
              <Openness station={station} />
            </span>
          </li>
        ))}
      </ul>
      <Link className="button plain" href="/stations">
        {say(w('全部驿站', 'All stations'))}
      </Link>
    </section>
  )
}
