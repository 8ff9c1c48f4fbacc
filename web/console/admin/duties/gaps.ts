import type { Calendar } from '#kernel/time/calendar.ts'
import { daysOf, mondayOf, type Slot } from './week.ts'

/** From when until when, in minutes of a day. */
export type Stretch = readonly [from: number, to: number]

const dayLong = 24 * 60

/**
 * What is left uncovered of a day (`2026-03-05`): the times outside office hours at which nobody of a roster is on duty, in minutes of
 * that day by clocks in Shanghai, in order.
 */
export function gapsOn(day: string, { hours, hoursOf, days }: Calendar, slots: readonly Pick<Slot, 'from' | 'to'>[]): Stretch[] {
  const works = days.find((special) => special.day === day)?.working ?? !daysOf(mondayOf(day)).slice(5).includes(day)
  const open = works ? (hoursOf?.[day.slice(0, 4)] ?? hours).map(({ from, to }): Stretch => [minuteOf(from), minuteOf(to)]) : []
  const midnight = Date.parse(`${day}T00:00:00+08:00`)
  const covered = slots.map(({ from, to }): Stretch => [minutesAfter(midnight, from), minutesAfter(midnight, to)])
  return [...open, ...covered].reduce((left, taken) => left.flatMap((one) => without(one, taken)), [[0, dayLong] as Stretch])
}

const minuteOf = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))
const minutesAfter = (midnight: number, moment: string) => (Date.parse(moment) - midnight) / 60_000

function without([from, to]: Stretch, [begins, ends]: Stretch): Stretch[] {
  const parts: Stretch[] = [
    [from, Math.min(to, begins)],
    [Math.max(from, ends), to],
  ]
  return begins >= to || ends <= from ? [[from, to]] : parts.filter(([first, last]) => first < last)
}

/** `17:30–24:00`. */
export const stretchWords = ([from, to]: Stretch): string => `${clockOf(from)}–${clockOf(to)}`
const clockOf = (minute: number) => [minute / 60, minute % 60].map((part) => String(Math.floor(part)).padStart(2, '0')).join(':')
