import { useSay, type Words, w } from '../../../shared/language.ts'
import { type DayKind, dayKinds, daysOf, kindOf, type SpecialDay, weekdayOf } from './year.ts'

const weekdays = [w('一', 'M'), w('二', 'T'), w('三', 'W'), w('四', 'T'), w('五', 'F'), w('六', 'S'), w('日', 'S')]
const fullWeekdays = [
  ...[w('周一', 'Mon'), w('周二', 'Tue'), w('周三', 'Wed'), w('周四', 'Thu'), w('周五', 'Fri')],
  ...[w('周六', 'Sat'), w('周日', 'Sun')],
]
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

interface Drawing {
  year: number
  days: readonly SpecialDay[]
  /** Chooses a day to change; without it the year is only to be read. */
  choose?: ((day: string) => void) | undefined
  chosen?: string | undefined
}

/** The twelve months of a year: each day with its sign and shape, so that no colour is needed to read it. */
export function YearDrawing({ year, days, choose, chosen }: Drawing) {
  const special = new Map(days.map((one) => [one.day, one]))
  return (
    <div className="year">
      {Array.from({ length: 12 }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a month is its number
        <Month key={index} {...{ year, month: index + 1, special, choose, chosen }} />
      ))}
    </div>
  )
}

interface MonthDrawing extends Omit<Drawing, 'days'> {
  month: number
  special: ReadonlyMap<string, SpecialDay>
}

function Month({ year, month, special, choose, chosen }: MonthDrawing) {
  const say = useSay()
  const all = daysOf(year, month)
  const before = weekdayOf(all[0] ?? '')
  const cells = [...Array.from({ length: before }, () => undefined), ...all]
  const weeks = Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) =>
    Array.from({ length: 7 }, (__, place) => cells[week * 7 + place]),
  )
  return (
    <table className="month">
      <caption>{say(w(`${month}月`, `${months[month - 1]} ${year}`))}</caption>
      <thead>
        <tr>
          {weekdays.map((words, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a weekday is its number
            <th key={index} scope="col" abbr={say(fullWeekdays[index] ?? words)}>
              {say(words)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a week is its number
          <tr key={index}>
            {week.map((day, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a place in a week is its number
              <td key={place}>
                {day !== undefined && <Day day={day} special={special.get(day)} choose={choose} chosen={chosen === day} />}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Day({
  day,
  special,
  choose,
  chosen,
}: {
  day: string
  special: SpecialDay | undefined
  choose: ((day: string) => void) | undefined
  chosen: boolean
}) {
  const say = useSay()
  const kind = kindOf(day, special)
  const { words, sign } = dayKinds[kind]
  const told = w(
    `${dayWords(day).zh} ${words.zh}${special ? ` ${special.name.zh}` : ''}`,
    `${dayWords(day).en}: ${words.en}${special ? `, ${special.name.en}` : ''}`,
  )
  const inner = (
    <>
      <span aria-hidden="true">{Number(day.slice(8))}</span>
      <span className="sign" aria-hidden="true">
        {say(sign)}
      </span>
    </>
  )
  const name = `day ${kind}`
  if (!choose)
    return (
      <span className={name} role="img" aria-label={say(told)} title={say(told)}>
        {inner}
      </span>
    )
  return (
    <button
      type="button"
      className={name}
      aria-pressed={chosen}
      aria-label={say(told)}
      title={say(told)}
      onClick={() => choose(day)}
    >
      {inner}
    </button>
  )
}

/** `10月8日 周四`. */
export const dayWords = (day: string): Words => {
  const [month, number] = [Number(day.slice(5, 7)), Number(day.slice(8))]
  const weekday = fullWeekdays[weekdayOf(day)]
  return w(`${month}月${number}日 ${weekday?.zh}`, `${weekday?.en} ${number} ${months[month - 1]}`)
}

/** What the signs mean. */
export function Legend() {
  const say = useSay()
  const shown: readonly DayKind[] = ['work', 'weekend', 'holiday', 'makeUp']
  return (
    <ul className="line legend-of-days">
      {shown.map((kind) => (
        <li key={kind} className="line">
          <span className={`day ${kind}`} aria-hidden="true">
            <span>8</span>
            <span className="sign">{say(dayKinds[kind].sign)}</span>
          </span>
          {say(dayKinds[kind].words)}
        </li>
      ))}
    </ul>
  )
}
