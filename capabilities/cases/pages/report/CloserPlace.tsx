import { useState } from 'react'
import type { Problem } from '#web/shared/ask.ts'
import { useSay, w } from '#web/shared/language.ts'
import type { ChosenPlace } from '#web/shared/places/places.ts'
import { whereAmI } from '#web/shared/places/position.ts'

/** Where exactly, of what is told on patrol: one tap for where one stands, one to the buildings. */
export default function CloserPlace({ choose, pick }: { choose: (place: ChosenPlace) => void; pick: () => void }) {
  const say = useSay()
  const [looking, setLooking] = useState(false)
  const [because, setBecause] = useState<Problem['because']>()
  const here = async () => {
    setLooking(true)
    const found = await whereAmI()
    setLooking(false)
    if ('place' in found) choose(found.place)
    else setBecause(found.because)
  }
  return (
    <div className="note warm stack close">
      <p className="strong">{say(w('具体在哪儿？', 'Where exactly?'))}</p>
      <div className="line">
        <button type="button" className="button" disabled={looking} onClick={here}>
          {say(looking ? w('正在定位…', 'Finding you…') : w('就在我现在的位置', 'Right where I am'))}
        </button>
        <button type="button" className="button" onClick={pick}>
          {say(w('选小区、楼栋', 'Choose the building'))}
        </button>
      </div>
      {because && <p role="alert">{say(because)}</p>}
    </div>
  )
}
