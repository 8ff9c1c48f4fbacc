import type { Words } from '../words.ts'
import { words } from '../words.ts'
import type { Reckoning } from './calendar.ts'
import type { Span } from './span.ts'
import { isWorkingTime, minutesWords, spanWords } from './span.ts'
import { dateWords, placeOf, timeWords, weekdayOf, weekdayWords } from './zone.ts'

/** One day that counting passed, and how many milliseconds of it counted. */
export interface Passed {
  day: number
  counted: number
}

/** One step of counting: the minutes of the limit that passed in it (all steps together: the whole limit), and its words. */
export interface Step {
  kind: 'start' | 'counted' | 'rest' | 'unknown' | 'between' | 'due'
  minutes: number
  /** How many days it passed over. */
  days: number
  words: Words
}

/** What counting found: moments in epoch milliseconds, the length in milliseconds of the limit's own clock. */
export interface Counted {
  start: number
  /** Where the first bit of the limit passed: the start itself, or the next opening. */
  begins: number
  due: number
  length: number
  span: Span
  passed: readonly Passed[]
}

/** Says how a limit was counted, from the days that counting passed. */
export function stepsOf(reckoning: Reckoning, { start, begins, due, length, span, passed }: Counted): Step[] {
  const from = placeOf(start).day
  const at = (moment: number) => saidAt(moment, from)
  const end = step('due', 0, 0, words(`${at(due).zh} 到期`, `due ${at(due).en}`))
  const limit = spanWords(span)
  const first =
    begins === start
      ? words(`${at(start).zh} 起算，限时 ${limit.zh}`, `starts ${at(start).en}, limit ${limit.en}`)
      : words(
          `${at(start).zh} 不在办公时间，从 ${at(begins).zh} 起算，限时 ${limit.zh}`,
          `${at(start).en} is outside office hours: starts ${at(begins).en}, limit ${limit.en}`,
        )
  const beginning = step('start', 0, 0, first)
  if (!isWorkingTime(span)) {
    const clock = words(`不分昼夜和节假日，连续计 ${limit.zh}`, `${limit.en} round the clock, holidays too`)
    return [beginning, step('counted', length / 60_000, 0, clock), end]
  }
  const groups = grouped(reckoning, passed)
  return [beginning, ...groups.map((group) => stepOf(reckoning, group, from)), end]
}

/** At most so many steps are shown; of more, the middle is put together into one. */
const shown = 12

/** The same steps, the middle of many put together. What is not known is never left out. */
export function shortened(steps: readonly Step[]): Step[] {
  if (steps.length <= shown) return [...steps]
  const [head, middle, tail] = [steps.slice(0, 6), steps.slice(6, -4), steps.slice(-4)]
  const count = (kind: Step['kind']) => middle.reduce((sum, { kind: of, days }) => sum + (of === kind ? days : 0), 0)
  const minutes = middle.reduce((sum, each) => sum + each.minutes, 0)
  const [worked, rested] = [count('counted'), count('rest')]
  const passed = minutesWords(minutes)
  const together = words(
    `其后 ${worked} 个工作日共计 ${passed.zh}，休息 ${rested} 天`,
    `then ${worked} working days, ${passed.en} in all, and ${rested} days of rest`,
  )
  const unknown = middle.filter(({ kind }) => kind === 'unknown')
  return [...head, step('between', minutes, worked + rested, together), ...unknown, ...tail]
}

type Reason = 'full' | 'part' | 'weekend' | 'holiday' | 'makeUp' | 'unknown'
interface Group {
  reason: Reason
  name: string
  days: Passed[]
}

const step = (kind: Step['kind'], minutes: number, days: number, said: Words): Step => ({ kind, minutes, days, words: said })

/** Days in a row that have the same reason become one group. */
function grouped({ special, standardDay, knownUntil }: Reckoning, passed: readonly Passed[]): Group[] {
  const groups: Group[] = []
  let warned = false
  for (const [index, { day, counted }] of passed.entries()) {
    if (!warned && day > knownUntil) {
      groups.push({ reason: 'unknown', name: '', days: [] })
      warned = true
    }
    const known = special.get(day)
    const rests = known ? !known.working : weekdayOf(day) > 4
    // The rest of a working day after the office has closed: the start says so already.
    if (!rests && counted === 0 && index === 0) continue
    const reason: Reason = rests
      ? known
        ? 'holiday'
        : 'weekend'
      : known && weekdayOf(day) > 4
        ? 'makeUp'
        : counted === standardDay(day)
          ? 'full'
          : 'part'
    const name = known?.name.zh ?? ''
    const last = groups.at(-1)
    const joins = last && last.reason === reason && last.name === name && reason !== 'part' && reason !== 'makeUp'
    if (joins) last.days.push({ day, counted })
    else groups.push({ reason, name, days: [{ day, counted }] })
  }
  return groups
}

function stepOf({ special, knownUntil }: Reckoning, { reason, days }: Group, from: number): Step {
  const [first, last] = [days.at(0)?.day ?? knownUntil, days.at(-1)?.day ?? knownUntil]
  const minutes = days.reduce((sum, { counted }) => sum + counted, 0) / 60_000
  const [range, passed] = [rangeWords(first, last, from), minutesWords(minutes)]
  const name = special.get(first)?.name ?? words('', '')
  const more = days.length > 1
  switch (reason) {
    case 'unknown': {
      const until = dateWords(knownUntil)
      const warning = words(
        `${until.zh}之后的节假日和调休尚未载入：其后周一至周五都按工作日计，载入后可能不同`,
        `holidays after ${until.en} are not loaded yet: from then on Monday to Friday all count as working days, which may change`,
      )
      return step('unknown', 0, 0, warning)
    }
    case 'weekend':
      return step('rest', 0, days.length, words(`${range.zh}休息`, `${range.en}: weekend`))
    case 'holiday':
      return step(
        'rest',
        0,
        days.length,
        words(`${range.zh} ${name.zh}休息${more ? ` ${days.length} 天` : ''}`, `${range.en}: ${name.en}`),
      )
    case 'makeUp':
      return step(
        'counted',
        minutes,
        1,
        words(`${range.zh} 调休上班（${name.zh}），计 ${passed.zh}`, `${range.en}: make-up workday (${name.en}), ${passed.en}`),
      )
    case 'part':
    case 'full':
      return step(
        'counted',
        minutes,
        days.length,
        more
          ? words(
              `${range.zh} ${days.length} 个工作日，计 ${passed.zh}`,
              `${range.en}: ${days.length} working days, ${passed.en}`,
            )
          : words(`${range.zh} 计 ${passed.zh}`, `${range.en}: ${passed.en}`),
      )
  }
}

const saidDay = (day: number, from: number) => {
  const [date, weekday] = [dateWords(day, from), weekdayWords(day)]
  return words(`${date.zh}（${weekday.zh}）`, `${weekday.en} ${date.en}`)
}

function rangeWords(first: number, last: number, from: number): Words {
  const [begin, end] = [saidDay(first, from), saidDay(last, from)]
  if (first === last) return begin
  const joined = last === first + 1 ? '、' : '至'
  return words(`${begin.zh}${joined}${end.zh}`, `${begin.en} to ${end.en}`)
}

function saidAt(moment: number, from: number): Words {
  const { day, time } = placeOf(moment)
  const said = saidDay(day, from)
  return words(`${said.zh}${timeWords(time)}`, `${said.en} ${timeWords(time)}`)
}
