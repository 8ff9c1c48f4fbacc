import { useSay, w } from '#web/shared/language.ts'
import type { Draft } from './draft.ts'

/** The station that a report is about, whose keeper hears of it; and the way to report without it. */
export function AboutStation({ station, drop }: { station: Draft['station']; drop: (name: 'station') => void }) {
  const say = useSay()
  if (!station) return null
  return (
    <div className="note accent line">
      <div>
        {say(w('关于驿站：', 'About the station: '))}
        <span className="strong">{station.name}</span>
        <p className="soft small">{say(w('看管驿站的单位也会收到。', 'Whoever keeps it hears of it too.'))}</p>
      </div>
      <button type="button" className="button far" onClick={() => drop('station')}>
        {say(w('与驿站无关', 'Not about it'))}
      </button>
    </div>
  )
}
