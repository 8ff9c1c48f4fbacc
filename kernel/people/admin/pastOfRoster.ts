import type { DutyRow } from './store/rosters.ts'

/** A turn of duty as it is sent: whose, and from when until when. */
export interface Turn {
  account: string
  from: string
  to: string
}

/** What of a roster is replaced: that which begins at a moment or later. */
interface Replacing {
  from: string
  now: Temporal.Instant
}

export const isOver = ({ to }: Pick<Turn, 'to'>, now: Temporal.Instant): boolean => Date.parse(to) <= now.epochMilliseconds

/** Whether turns leave what of a roster is over as it stood. */
export function isSamePast(stood: readonly DutyRow[], turns: readonly Turn[], { from, now }: Replacing): boolean {
  const was = stood
    .filter(({ starts_at, ends_at }) => ends_at.getTime() <= now.epochMilliseconds && starts_at.getTime() >= Date.parse(from))
    .map(({ account, starts_at, ends_at }) => `${starts_at.getTime()} ${ends_at.getTime()} ${account}`)
  const is = turns
    .filter((turn) => isOver(turn, now))
    .map((turn) => `${Date.parse(turn.from)} ${Date.parse(turn.to)} ${turn.account}`)
  return was.length === is.length && is.every((turn) => was.includes(turn))
}

/**
 * Turns as they are kept, so that on duty was who was: a turn that is running and is left out ends now, and one that is put in where it
 * would have begun already begins now. One that goes on may end at another time.
 */
export function asFromNow(stood: readonly DutyRow[], turns: readonly Turn[], { from, now }: Replacing): Turn[] {
  const at = now.epochMilliseconds
  const running = stood.filter(
    ({ starts_at, ends_at }) => starts_at.getTime() >= Date.parse(from) && starts_at.getTime() < at && ends_at.getTime() > at,
  )
  const isOf = ({ account, starts_at }: DutyRow, turn: Turn) =>
    account === turn.account && starts_at.getTime() === Date.parse(turn.from)
  const goesOn = (turn: Turn) => running.some((row) => isOf(row, turn))
  const ended = running
    .filter((row) => !turns.some((turn) => isOf(row, turn)))
    .map(({ account, starts_at }) => ({ account, from: starts_at.toISOString(), to: now.toString() }))
  const kept = turns.map((turn) =>
    isOver(turn, now) || Date.parse(turn.from) >= at || goesOn(turn) ? turn : { ...turn, from: now.toString() },
  )
  return [...ended, ...kept]
}
