import { type Words, words } from '#kernel/words.ts'
import type { Hours } from '../hours/contract.ts'

const zh = ['周一', '周二', '周三', '周四', '周五', '周六', '周日']
const en = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

/** The days of a week by their number: 1 is Monday. */
export const weekdays: Readonly<Record<string, Words>> = Object.fromEntries(
  zh.map((day, index) => [String(index + 1), words(day, en[index] ?? '')]),
)

/** The usual hours as people read them, days with the same hours in one line: `周一至周五 08:30–12:00，14:00–17:30`. */
export function weekWords({ weekly }: Hours): Words[] {
  const byTimes = new Map<string, number[]>()
  for (const day of [1, 2, 3, 4, 5, 6, 7]) {
    const slots = weekly.filter(({ days }) => days.includes(day)).map(({ opens, closes }) => `${opens}–${closes}`)
    const times = slots.toSorted().join(' ')
    if (times !== '') byTimes.set(times, [...(byTimes.get(times) ?? []), day])
  }
  return [...byTimes].map(([times, days]) => {
    const each = times.split(' ')
    const all = each.join() === '00:00–24:00'
    return words(
      `${daysIn(days, zh, '至', '、')} ${all ? '全天' : each.join('，')}`,
      `${daysIn(days, en, '–', ', ')} ${all ? 'all day' : each.join(', ')}`,
    )
  })
}

/** Days in order, those that follow each other as a range. */
function daysIn(days: readonly number[], names: readonly string[], to: string, between: string): string {
  if (days.length === 7) return names === zh ? '每天' : 'every day'
  const runs: number[][] = []
  for (const day of days) {
    const last = runs.at(-1)
    if (last && last.at(-1) === day - 1) last.push(day)
    else runs.push([day])
  }
  const name = (day: number | undefined) => names[(day ?? 1) - 1] ?? ''
  return runs.flatMap((run) => (run.length > 2 ? [`${name(run[0])}${to}${name(run.at(-1))}`] : run.map(name))).join(between)
}
