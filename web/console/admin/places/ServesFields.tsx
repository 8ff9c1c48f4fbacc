import { useState } from 'react'
import type { Problem } from '../../../shared/ask.ts'
import { Wrong, wrongAt } from '../../../shared/form/Wrong.tsx'
import { useSay, w } from '../../../shared/language.ts'
import { UnitName, UnitPicker } from '../../../shared/places/UnitPicker.tsx'

interface Serving {
  serves: readonly string[]
  change: (serves: string[]) => void
  problem: Problem | undefined
}

/** The estates that a property company serves: what is reported there of theirs goes to it. */
export function ServesFields({ serves, change, problem }: Serving) {
  const say = useSay()
  const [adding, setAdding] = useState(false)
  return (
    <fieldset className="stack close">
      <legend className="legend">{say(w('服务哪些小区', 'Which estates it serves'))}</legend>
      {serves.length === 0 && <p className="soft">{say(w('还没有。', 'None so far.'))}</p>}
      {serves.map((estate, index) => (
        <div key={estate} className="stack tight">
          <div className="line">
            <UnitName code={estate} />
            <button type="button" className="button far" onClick={() => change(serves.filter((one) => one !== estate))}>
              {say(w('去掉', 'Remove'))}
            </button>
          </div>
          <Wrong wrong={wrongAt(problem, `serves.${index}`)} />
        </div>
      ))}
      <Wrong wrong={wrongAt(problem, 'serves')} />
      {adding ? (
        <UnitPicker
          label={w('加哪个小区', 'Which estate')}
          kinds={['estate']}
          value={undefined}
          choose={(estate) => {
            setAdding(false)
            if (estate !== undefined && !serves.includes(estate)) change([...serves, estate])
          }}
        />
      ) : (
        <div>
          <button type="button" className="button" onClick={() => setAdding(true)}>
            {say(w('加一个小区', 'Add an estate'))}
          </button>
        </div>
      )}
    </fieldset>
  )
}
