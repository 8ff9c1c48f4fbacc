import type { Static } from 'typebox'
import { Type } from 'typebox'
import type { Words } from '../words.ts'
import { words } from '../words.ts'

const only = { additionalProperties: false }
const some = { exclusiveMinimum: 0, maximum: 1_000_000 }

/**
 * How long a time limit is. Working hours and working days pass in office hours only; a working day is the office time of one
 * standard day. Minutes and days pass round the clock: a day is 24 hours.
 */
export const Span = Type.Union([
  Type.Object({ workingHours: Type.Number(some) }, only),
  Type.Object({ workingDays: Type.Number({ exclusiveMinimum: 0, maximum: 2000 }) }, only),
  Type.Object({ minutes: Type.Number(some) }, only),
  Type.Object({ days: Type.Number({ exclusiveMinimum: 0, maximum: 4000 }) }, only),
])
export type Span = Static<typeof Span>

/** Whether a span passes in office hours only. */
export const isWorkingTime = (span: Span): span is Extract<Span, { workingHours: number } | { workingDays: number }> =>
  'workingHours' in span || 'workingDays' in span

/** So many minutes on the same clock as a span: what is left of a limit that stood still (see `remaining`). */
export const onSameClock = (span: Span, minutes: number): Span =>
  isWorkingTime(span) ? { workingHours: minutes / 60 } : { minutes }

/** How people say a length: `3 个工作日`, `30 分钟`. */
export function spanWords(span: Span): Words {
  if ('workingHours' in span) {
    const { zh, en } = minutesWords(span.workingHours * 60)
    return words(`${zh.replace('小时', '个工作小时')}${zh.includes('小时') ? '' : '工作时间'}`, `${en} of office time`)
  }
  if ('workingDays' in span)
    return words(
      `${short(span.workingDays)} 个工作日`,
      `${short(span.workingDays)} working ${span.workingDays === 1 ? 'day' : 'days'}`,
    )
  if ('minutes' in span) return minutesWords(span.minutes)
  return words(`${short(span.days)} 天`, `${short(span.days)} ${span.days === 1 ? 'day' : 'days'}`)
}

/** `30 分钟`, `7.5 小时`, `2 小时 20 分钟`. */
export function minutesWords(minutes: number): Words {
  const whole = Math.round(minutes)
  if (whole < 60) return words(`${whole} 分钟`, `${whole} min`)
  if (whole % 30 === 0) return words(`${whole / 60} 小时`, `${whole / 60} h`)
  return words(`${Math.floor(whole / 60)} 小时 ${whole % 60} 分钟`, `${Math.floor(whole / 60)} h ${whole % 60} min`)
}

const short = (count: number) => String(Math.round(count * 100) / 100)
