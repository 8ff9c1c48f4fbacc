import { useState } from 'react'
import { Line } from '../../../shared/form/Line.tsx'
import { Select } from '../../../shared/form/Select.tsx'
import { useSay, w } from '../../../shared/language.ts'
import { useNow } from '../../../shared/now.ts'
import { isoDay } from '../../../shared/time.ts'
import { dayWords } from '../calendar/YearDrawing.tsx'
import type { Person } from '../person.ts'
import { PersonPicker } from './PersonPicker.tsx'
import { type Slot, slotOn } from './week.ts'

const everyDay = 'all'

/** Puts somebody on the roster of a week: for one night, or for each. */
export function AddDuty({ days, add }: { days: readonly string[]; add: (slots: Slot[]) => void }) {
  const say = useSay()
  const [person, setPerson] = useState<Person>()
  const today = isoDay(useNow())
  const [day, setDay] = useState(days.find((one) => one >= today) ?? days[0] ?? '')
  const [from, setFrom] = useState('17:30')
  const [to, setTo] = useState('08:30')
  const chosen = day === everyDay ? days : [day]
  const put = () => {
    if (person) add(chosen.map((one) => ({ account: person.id, name: person.name, ...slotOn(one, from, to) })))
  }
  return (
    <details>
      <summary>{say(w('加一班', 'Add a turn'))}</summary>
      <div className="sheet stack close">
        <PersonPicker label={w('谁值班', 'Who')} person={person} choose={setPerson} />
        <div className="turn-fields">
          <Select
            label={w('哪天', 'Which day')}
            value={day}
            options={[
              ...days.map((value) => ({ value, words: dayWords(value) })),
              { value: everyDay, words: w('这一周每天', 'every day of the week') },
            ]}
            choose={setDay}
          />
          <Line label={w('从', 'From')} value={from} change={setFrom} type="time" />
          <Line label={w('到（不晚于开始的，算次日）', 'To (the next day, if no later)')} value={to} change={setTo} type="time" />
        </div>
        <div>
          <button type="button" className="button" disabled={!person || from === '' || to === ''} onClick={put}>
            {say(w('加到表里', 'Put it in'))}
          </button>
        </div>
      </div>
    </details>
  )
}
