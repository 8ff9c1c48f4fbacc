import type { Problem } from '../../../shared/ask.ts'
import { Line } from '../../../shared/form/Line.tsx'
import { Wrong, wrongAt } from '../../../shared/form/Wrong.tsx'
import { useSay, w } from '../../../shared/language.ts'
import type { OfficeHours } from './year.ts'

/** The office hours of a working day, period by period. */
export function HoursFields({
  hours,
  change,
  problem,
}: {
  hours: readonly OfficeHours[]
  change: (hours: OfficeHours[]) => void
  problem: Problem | undefined
}) {
  const say = useSay()
  const put = (index: number, more: Partial<OfficeHours>) =>
    change(hours.map((one, place) => (place === index ? { ...one, ...more } : one)))
  return (
    <fieldset className="stack close">
      <legend className="legend">{say(w('办公时间', 'Office hours'))}</legend>
      {hours.map(({ from, to }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a period is its place in the day
        <div key={index} className="stack tight">
          <div className="period">
            <Line
              label={w(`第 ${index + 1} 段 从`, `Period ${index + 1} from`)}
              value={from}
              change={(value) => put(index, { from: value })}
              type="time"
            />
            <Line label={w('到', 'to')} value={to} change={(value) => put(index, { to: value })} type="time" />
            {hours.length > 1 && (
              <button type="button" className="button" onClick={() => change(hours.filter((_, place) => place !== index))}>
                {say(w('去掉', 'Remove'))}
              </button>
            )}
          </div>
          <Wrong wrong={wrongAt(problem, `hours.${index}`)} />
        </div>
      ))}
      <div>
        <button
          type="button"
          className="button"
          disabled={hours.length >= 6}
          onClick={() => change([...hours, { from: hours.at(-1)?.to ?? '08:30', to: '18:00' }])}
        >
          {say(w('再加一段', 'Add a period'))}
        </button>
      </div>
    </fieldset>
  )
}
