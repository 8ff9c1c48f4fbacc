import { isoDay, numberOf, weekdayOf } from '#kernel/time/zone.ts'
import type { Exception, Hours, Slot } from './contract.ts'
import { inOrder } from './day.ts'

/** One line of HSDS 3 (Open Referral): what recurs every week, in the words of RFC 5545, from the first to the last day on which it holds. */
export interface Schedule {
  freq: 'WEEKLY'
  byday: string
  opens_at: string
  closes_at: string
  valid_from?: string
  valid_to?: string
  notes?: string
}

/**
 * Hours without flaws as HSDS has them. It knows no exceptions: so the usual lines hold from one exception to the next, those of an
 * exception on its days, and no line at all on days that are closed. On each day exactly those lines hold that should.
 */
export function toSchedules({ weekly, exceptions }: Hours): Schedule[] {
  const inTurn = exceptions.toSorted((one, other) => numberOf(one.from) - numberOf(other.from))
  return [
    ...between(inTurn).flatMap((span) => weekly.map(({ days, ...slot }) => ({ ...line(days, slot), ...span }))),
    ...inTurn.flatMap(({ from, until, slots, because }) =>
      inOrder(slots).map((slot) => ({
        ...line(weekdaysFrom(from, until), slot),
        valid_from: from,
        valid_to: until,
        notes: because,
      })),
    ),
  ]
}

/** The spans of days before, between and after exceptions, on which the usual week holds. */
function between(inTurn: readonly Exception[]): Pick<Schedule, 'valid_from' | 'valid_to'>[] {
  const starts = [undefined, ...inTurn.map(({ until }) => numberOf(until) + 1)]
  return starts.flatMap((start, index) => {
    const next = inTurn[index]
    const end = next && numberOf(next.from) - 1
    if (start !== undefined && end !== undefined && end < start) return []
    return [{ ...(start !== undefined && { valid_from: isoDay(start) }), ...(end !== undefined && { valid_to: isoDay(end) }) }]
  })
}

const names = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']

const line = (days: readonly number[], { opens, closes }: Slot): Schedule => ({
  freq: 'WEEKLY',
  byday: names.filter((_, index) => days.includes(index + 1)).join(','),
  opens_at: clock(opens),
  closes_at: clock(closes),
})

/** With its offset, as HSDS wants it. Midnight as an end is written as schema.org does: RFC 5545 and many readers have no 24:00. */
const clock = (time: string) => `${time === '24:00' ? '23:59' : time}+08:00`

/** The days of the week, 1 to 7, that lie between two days. */
function weekdaysFrom(from: string, until: string): number[] {
  const first = numberOf(from)
  return Array.from({ length: Math.min(7, numberOf(until) - first + 1) }, (_, index) => weekdayOf(first + index) + 1)
}
