import type { Slot } from './shown.ts'
import type { DutyRow } from './store/rosters.ts'

/** A turn of duty as it is sent: whose, and from when until when. */
export type SentSlot = Omit<Slot, 'name'>

/** What of a roster is replaced: that which begins at a moment or later. */
interface Replacing {
  from: string
  now: Temporal.Instant
}

export const isOver = ({ to }: Pick<SentSlot, 'to'>, now: Temporal.Instant): boolean => Date.parse(to) <= now.epochMilliseconds

/** Whether turns leave what of a roster is over as it stood. */
export function isSamePast(stood: readonly DutyRow[], turns: readonly SentSlot[], { from, now }: Replacing): boolean {
  const was = stood
    .filter(({ starts_at, ends_at }) => ends_at.getTime() <= now.epochMilliseconds && starts_at.getTime() >= Date.parse(from))
    .map(({ account, starts_at, ends_at }) => `${starts_at.getTime()} ${ends_at.getTime()} ${account}`)
  const is = turns
    .filter((turn) => isOver(turn, now))
    .map((turn) => `${Date.parse(turn.from)} ${Date.parse(turn.to)} ${turn.account}`)
  return was.length === is.length && is.every((turn) => was.includes(turn))
}

/**
 * Turns as they are kept, so that on duty was who was: a turn that is running and is left out ends with this minute's beginning, and one that
 * is put in where it would have begun already begins with it. One that goes on may end at another time.
 */
export function asFromNow(stood: readonly DutyRow[], turns: readonly SentSlot[], { from, now }: Replacing): SentSlot[] {
  const minute = now.round({ smallestUnit: 'minute', roundingMode: 'floor' })
  const at = now.epochMilliseconds
  const running = stood.filter(
    ({ starts_at, ends_at }) => starts_at.getTime() >= Date.parse(from) && starts_at.getTime() < at && ends_at.getTime() > at,
  )
  const isOf = ({ account, starts_at }: DutyRow, turn: SentSlot) =>
    account === turn.account && starts_at.getTime() === Date.parse(turn.from)
  const goesOn = (turn: SentSlot) => running.some((row) => isOf(row, turn))
  const ended = running
    .filter((row) => !turns.some((turn) => isOf(row, turn)))
    .map(({ account, starts_at }) => ({ account, from: starts_at.toISOString(), to: minute.toString() }))
    .filter(({ from: began, to }) => Date.parse(began) < Date.parse(to))
  const kept = turns.map((turn) =>
    isOver(turn, now) || Date.parse(turn.from) >= at || goesOn(turn) ? turn : { ...turn, from: minute.toString() },
  )
  return [...ended, ...kept]
}
