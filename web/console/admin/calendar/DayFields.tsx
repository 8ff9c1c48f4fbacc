import { useEffect, useState } from 'react'
import { Choice } from '../../../shared/form/Choice.tsx'
import { Line } from '../../../shared/form/Line.tsx'
import { Select } from '../../../shared/form/Select.tsx'
import { Wrong } from '../../../shared/form/Wrong.tsx'
import { useSay, w } from '../../../shared/language.ts'
import { holidays, type SpecialDay, stretchOf } from './year.ts'

const kinds = [
  { value: 'holiday', words: w('放假', 'Holiday') },
  { value: 'makeUp', words: w('调休上班', 'Make-up workday') },
  { value: 'usual', words: w('照星期几来', 'As the weekday says') },
]
const other = 'other'

interface Fields {
  year: number
  days: readonly SpecialDay[]
  change: (days: SpecialDay[]) => void
  /** The day that was touched in the drawing. */
  chosen: string | undefined
}

/** Says of a day or of several in a row that they are a holiday, a make-up workday, or nothing special. */
export function DayFields({ year, days, change, chosen }: Fields) {
  const say = useSay()
  const [from, setFrom] = useState(`${year}-10-01`)
  const [to, setTo] = useState(`${year}-10-01`)
  const [kind, setKind] = useState('holiday')
  const [holiday, setHoliday] = useState(holidays.at(-1)?.zh ?? '')
  const [own, setOwn] = useState('')
  useEffect(() => {
    if (chosen === undefined) return
    setFrom(chosen)
    setTo(chosen)
  }, [chosen])
  const all = stretchOf(from, to)
  const strays = all.length === 0 || all.some((day) => !day.startsWith(`${year}-`))
  const name = holiday === other ? w(own.trim(), own.trim()) : (holidays.find(({ zh }) => zh === holiday) ?? w(holiday, holiday))
  const put = () => {
    const rest = days.filter(({ day }) => !all.includes(day))
    const more = kind === 'usual' ? [] : all.map((day) => ({ day, working: kind === 'makeUp', name }))
    change([...rest, ...more].toSorted((one, another) => one.day.localeCompare(another.day)))
  }
  return (
    <fieldset className="stack close">
      <legend className="legend">{say(w('改哪几天', 'Which days to change'))}</legend>
      <p className="soft small">
        {say(w('点上面的一天，或在这里写从哪天到哪天。', 'Touch a day above, or say from which day to which.'))}
      </p>
      <div className="period">
        <Line label={w('从', 'From')} value={from} change={setFrom} type="date" min={`${year}-01-01`} max={`${year}-12-31`} />
        <Line label={w('到', 'To')} value={to} change={setTo} type="date" min={`${year}-01-01`} max={`${year}-12-31`} />
      </div>
      <Wrong wrong={strays ? w(`日期不在 ${year} 年，或先后反了`, `not in ${year}, or the wrong way round`) : undefined} />
      <Choice legend={w('怎么过', 'How they are passed')} options={kinds} value={kind} choose={setKind} />
      {kind !== 'usual' && (
        <Select
          label={w('因为', 'Because of')}
          value={holiday}
          options={[
            ...holidays.map((words) => ({ value: words.zh, words })),
            { value: other, words: w('别的', 'something else') },
          ]}
          choose={setHoliday}
        />
      )}
      {kind !== 'usual' && holiday === other && <Line label={w('名称', 'Name')} value={own} change={setOwn} most={40} />}
      <div>
        <button type="button" className="button" disabled={strays || (kind !== 'usual' && name.zh === '')} onClick={put}>
          {say(w(`改这 ${all.length} 天`, `Change ${all.length === 1 ? 'this day' : `these ${all.length} days`}`))}
        </button>
      </div>
    </fieldset>
  )
}
