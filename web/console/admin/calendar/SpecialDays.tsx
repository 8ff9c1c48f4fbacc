import type { Problem } from '../../../shared/ask.ts'
import { Wrong, wrongAt } from '../../../shared/form/Wrong.tsx'
import { useSay, w } from '../../../shared/language.ts'
import { dayWords } from './YearDrawing.tsx'
import { dayKinds, kindOf, type SpecialDay } from './year.ts'

/** The special days of a year in words, what is wrong with one beside it. */
export function SpecialDays({ days, problem }: { days: readonly SpecialDay[]; problem: Problem | undefined }) {
  const say = useSay()
  return (
    <details open={problem !== undefined}>
      <summary>{say(w(`节假日和调休一览（${days.length} 天）`, `Holidays and make-up workdays (${days.length})`))}</summary>
      <ul className="special-days">
        {days.map((special, index) => (
          <li key={special.day}>
            {say(dayWords(special.day))} {say(dayKinds[kindOf(special.day, special)].words)}{' '}
            <span className="soft">{say(special.name)}</span>
            <Wrong wrong={wrongAt(problem, `days.${index}`)} />
          </li>
        ))}
      </ul>
    </details>
  )
}
