import { type Words, words } from '#kernel/words.ts'
import type { Hours, Slot } from './contract.ts'

/** One thing that is wrong with hours: where, with points, and why. */
export interface HoursFlaw {
  path: string
  because: Words
}

const dayNames = ['周一', '周二', '周三', '周四', '周五', '周六', '周日']
const short = ['Mondays', 'Tuesdays', 'Wednesdays', 'Thursdays', 'Fridays', 'Saturdays', 'Sundays']

/** What is wrong with hours: what ends before it begins, and what overlaps on one day. */
export const flawsOf = ({ weekly, exceptions }: Hours): HoursFlaw[] => [
  ...weekly.flatMap((slot, index) => backwards(slot, `weekly.${index}.closes`)),
  ...[1, 2, 3, 4, 5, 6, 7].flatMap((day) => {
    const slots = weekly.map((slot, index) => ({ ...slot, index })).filter(({ days }) => days.includes(day))
    return overlapping(slots).map(({ index }) => ({
      path: `weekly.${index}.opens`,
      because: words(`${dayNames[day - 1]}的两段时间重叠，请改开`, `two of its stretches on ${short[day - 1]} overlap`),
    }))
  }),
  ...exceptions.flatMap(({ from, until, slots }, index) => [
    ...(until < from
      ? [{ path: `exceptions.${index}.until`, because: words('结束日期早于开始日期', 'ends before it begins') }]
      : []),
    ...slots.flatMap((slot, inner) => backwards(slot, `exceptions.${index}.slots.${inner}.closes`)),
    ...overlapping(slots.map((slot, inner) => ({ ...slot, index: inner }))).map((slot) => ({
      path: `exceptions.${index}.slots.${slot.index}.opens`,
      because: words('当天的两段时间重叠，请改开', 'two of its stretches overlap'),
    })),
    ...(exceptions.slice(0, index).some((earlier) => earlier.from <= until && from <= earlier.until)
      ? [{ path: `exceptions.${index}.from`, because: words('与前面的例外日期重叠', 'overlaps an exception before it') }]
      : []),
  ]),
]

const backwards = ({ opens, closes }: Slot, path: string): HoursFlaw[] =>
  closes <= opens
    ? [
        {
          path,
          because: words(
            `${closes} 关门早于 ${opens} 开门；过夜的请分成两天各一段（到 24:00、从 00:00）`,
            `closes at ${closes}, before it opens at ${opens}: over midnight, write two, until 24:00 and from 00:00`,
          ),
        },
      ]
    : []

/** Of stretches of one day those that begin before the one before them, by the clock, has ended. */
const overlapping = <One extends Slot>(slots: readonly One[]): One[] => {
  const inOrder = slots.toSorted((one, other) => one.opens.localeCompare(other.opens))
  return inOrder.filter((slot, index) => inOrder.slice(0, index).some(({ closes }) => closes > slot.opens))
}
