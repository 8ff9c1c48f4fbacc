import { type Words, words } from '#kernel/words.ts'
import type { Exception, Hours, Slot } from './contract.ts'
import { inOrder } from './day.ts'

/** One thing that is wrong with hours: where, with points, and why. */
export interface HoursFlaw {
  path: string
  because: Words
}

/** A stretch with the place at which it stands. */
interface Placed extends Slot {
  path: string
}

const dayNames = ['周一', '周二', '周三', '周四', '周五', '周六', '周日']
const short = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

/**
 * What is wrong with hours: what ends before it begins, stretches that overlap on one day (told once, of the first day on which they
 * do), and exceptions that overlap each other. None: they can be read (`stateAt`).
 */
export const flawsOf = ({ weekly, exceptions }: Hours): HoursFlaw[] => [
  ...weeklyFlaws(weekly),
  ...exceptions.flatMap((exception, index) => exceptionFlaws(exception, `exceptions.${index}`, exceptions.slice(0, index))),
]

function weeklyFlaws(weekly: Hours['weekly']): HoursFlaw[] {
  const placed = weekly.map((slot, index) => ({ ...slot, path: `weekly.${index}` }))
  const overlaps = [1, 2, 3, 4, 5, 6, 7].flatMap((day) =>
    overlapping(placed.filter(({ days }) => days.includes(day))).map(({ path, because }) => ({
      path,
      because: words(`${dayNames[day - 1]}：${because.zh}`, `${short[day - 1]}: ${because.en}`),
    })),
  )
  const told = new Set<string>()
  return [...placed.flatMap(backwards), ...overlaps.filter(({ path }) => !told.has(path) && told.add(path))]
}

function exceptionFlaws({ from, until, slots }: Exception, path: string, before: readonly Exception[]): HoursFlaw[] {
  const placed = slots.map((slot, index) => ({ ...slot, path: `${path}.slots.${index}` }))
  const same = before.find((earlier) => earlier.from <= until && from <= earlier.until)
  return [
    ...(until < from
      ? [
          {
            path: `${path}.until`,
            because: words(`结束日期 ${until} 早于开始日期 ${from}`, `it ends on ${until}, before it begins on ${from}`),
          },
        ]
      : []),
    ...placed.flatMap(backwards),
    ...overlapping(placed),
    ...(same
      ? [
          {
            path: `${path}.from`,
            because: words(
              `与 ${same.from} 至 ${same.until} 的例外（${same.because}）日期重叠，请改其一`,
              `its days overlap the exception of ${same.from} to ${same.until} (${same.because}): change one`,
            ),
          },
        ]
      : []),
  ]
}

const backwards = ({ opens, closes, path }: Placed): HoursFlaw[] =>
  closes <= opens
    ? [
        {
          path: `${path}.closes`,
          because: words(
            `关门时间（${closes}）须晚于开门时间（${opens}）；过夜的请分成两天各一段（到 24:00、从 00:00）`,
            `it closes at ${closes}, not after it opens at ${opens}: over midnight, write two, until 24:00 and from 00:00`,
          ),
        },
      ]
    : []

/** Of stretches of one day those that begin before one that is earlier by the clock has ended. */
const overlapping = (slots: readonly Placed[]): HoursFlaw[] => {
  const ordered = inOrder(slots)
  return ordered.flatMap(({ opens, closes, path }, index) => {
    const earlier = ordered.slice(0, index).find((one) => one.closes > opens)
    return earlier
      ? [
          {
            path: `${path}.opens`,
            because: words(
              `${earlier.opens}–${earlier.closes} 与 ${opens}–${closes} 重叠，请改其一`,
              `${earlier.opens}–${earlier.closes} and ${opens}–${closes} overlap: change one`,
            ),
          },
        ]
      : []
  })
}
