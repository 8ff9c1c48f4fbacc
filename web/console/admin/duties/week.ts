import type { Slot } from '#kernel/people/admin/shown.ts'
import { isoDay } from '../../../shared/time.ts'

export type { Slot }

const day = 86_400_000

/** The Monday of the week that a day lies in, so many weeks on. */
export function mondayOf(date: string, weeks = 0): string {
  const at = Date.parse(date)
  const weekday = (new Date(at).getUTCDay() + 6) % 7
  return new Date(at + (7 * weeks - weekday) * day).toISOString().slice(0, 10)
}

/** The seven days of a week, and the moments between which it lies. */
export const daysOf = (monday: string): string[] =>
  Array.from({ length: 7 }, (_, index) => new Date(Date.parse(monday) + index * day).toISOString().slice(0, 10))
export const stretchOf = (monday: string) => ({ from: startOf(monday), to: startOf(mondayOf(monday, 1)) })
const startOf = (date: string) => `${date}T00:00:00+08:00`

/** The address of a week of a street's roster. */
export const dutiesPath = (street: string, monday: string): string =>
  `/api/duties?${new URLSearchParams({ unit: street, ...stretchOf(monday) })}`

/** A turn that begins on a day at a time; one that ends no later than it begins ends on the next day. */
export function slotOn(date: string, from: string, to: string): { from: string; to: string } {
  const begins = Date.parse(`${date}T${from}:00+08:00`)
  const ends = Date.parse(`${date}T${to}:00+08:00`)
  return { from: new Date(begins).toISOString(), to: new Date(ends > begins ? ends : ends + day).toISOString() }
}

/** The same turns a week later. */
export const weekLater = (slots: readonly Slot[]): Slot[] =>
  slots.map((slot) => ({ ...slot, from: later(slot.from), to: later(slot.to) }))
const later = (moment: string) => new Date(Date.parse(moment) + 7 * day).toISOString()

/** On which day a moment lies, and at which time of it; by clocks in Shanghai. */
export const dayAt = (moment: string): string => isoDay(Date.parse(moment))
export const clockAt = (moment: string): string => new Date(Date.parse(moment) + 8 * 3_600_000).toISOString().slice(11, 16)
