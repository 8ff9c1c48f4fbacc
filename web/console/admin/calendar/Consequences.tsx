import type { Comparison } from '#kernel/time/compare.ts'
import { useSay, w } from '../../../shared/language.ts'
import { useNow } from '../../../shared/now.ts'
import { exact } from '../../../shared/time.ts'
import { dayWords } from './YearDrawing.tsx'

/** What a year that is not kept yet would change: days, and limits by example. */
export function Consequences({ changes: { workingDays, days, limits } }: { changes: Comparison }) {
  const [say, now] = [useSay(), useNow()]
  const moved = limits.filter(({ before, after }) => before !== after)
  const at = (moment: string) => exact(Date.parse(moment), now)
  return (
    <section className="note accent stack close" aria-label={say(w('会改变什么', 'What would change'))}>
      <h2>{say(w('会改变什么', 'What would change'))}</h2>
      <p>
        {say(
          workingDays.before === workingDays.after
            ? w(`全年工作日 ${workingDays.after} 天，没有增减。`, `${workingDays.after} working days in the year, as before.`)
            : w(
                `全年工作日由 ${workingDays.before} 天变为 ${workingDays.after} 天。`,
                `Working days in the year: ${workingDays.after} in place of ${workingDays.before}.`,
              ),
        )}
      </p>
      {days.length > 0 && (
        <ul>
          {days.map(({ day, working }) => (
            <li key={day}>
              {say(dayWords(day))} {say(working ? w('改为上班', 'becomes a working day') : w('改为休息', 'becomes a day off'))}
            </li>
          ))}
        </ul>
      )}
      <p>
        {say(
          w(
            '已经在走的时限不变；之后新起的时限按新日历算。比如：',
            'Limits that run already keep their moments; those that begin later go by the new calendar. For example:',
          ),
        )}
      </p>
      <ul className="stack tight">
        {moved.map(({ limit, from, before, after }) => (
          <li key={limit.zh}>
            {say(
              w(
                `${at(from).zh} 起的 ${limit.zh}：原到 ${at(before).zh}，改后到 ${at(after).zh}`,
                `${limit.en} from ${at(from).en}: due ${at(after).en} in place of ${at(before).en}`,
              ),
            )}
          </li>
        ))}
        {moved.length === 0 && (
          <li>
            {say(
              w(
                '4 个工作小时、1 个和 5 个工作日的时限，到期时刻都不变。',
                'Limits of 4 working hours, of 1 and of 5 working days are due as before.',
              ),
            )}
          </li>
        )}
      </ul>
    </section>
  )
}
