import { Link } from 'wouter'
import { useSay, w } from '#web/shared/language.ts'
import { useLoaded } from '#web/shared/loaded.ts'
import { Skeleton, Trouble } from '#web/shared/parts.tsx'
import type { SeenStation } from '../show.ts'
import { around } from './around.ts'
import { Openness } from './Openness.tsx'
import { stationValueWords } from './words.ts'

interface Around {
  at: { longitude: number; latitude: number }
  /** What the estate there is called, whose own station comes first. */
  estate: string
}

/** The station of an estate with its hours, also when it is closed, and the nearest ones that are open now. */
export function StationsNear({ at, estate }: Around) {
  const say = useSay()
  const query = new URLSearchParams({ longitude: at.longitude.toFixed(3), latitude: at.latitude.toFixed(3) })
  const open = useLoaded<{ rows: SeenStation[] }>(`/api/stations?${query}&open=true`)
  const all = useLoaded<{ rows: SeenStation[] }>(`/api/stations?${query}`)
  const rows = all.value && open.value && around(all.value.rows, open.value.rows, estate)
  return (
    <section className="stack close">
      <h2>{say(w('最近的驿站', 'The nearest stations'))}</h2>
      <Trouble
        problem={open.problem ?? all.problem}
        again={() => {
          open.reload()
          all.reload()
        }}
      />
      {!rows && !open.problem && !all.problem && <Skeleton rows={2} />}
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
