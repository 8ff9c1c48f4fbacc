import type { Look } from '#web/shared/Shape.tsx'
import type { State } from '../contract/item.ts'
import { openStates } from '../contract/states.ts'

const looks: Record<State, Look> = {
  reported: 'waiting',
  accepted: 'inhand',
  triage: 'waiting',
  dispatched: 'waiting',
  handling: 'inhand',
  suspended: 'stopped',
  ledger: 'stopped',
  verifying: 'waiting',
  contested: 'waiting',
  resolved: 'done',
  closed: 'done',
  declined: 'stopped',
  appealed: 'waiting',
  withdrawn: 'stopped',
  merged: 'stopped',
}

export const isState = (state: string): state is State => state in looks
export const allStates: readonly State[] = Object.keys(looks).filter(isState)

/** Whether somebody still has to do something about it, so that its limits run. */
export const isOpen = (state: string): boolean => isState(state) && openStates.includes(state)

/** All states in which somebody still has to do something: one choice of its own. */
export const openOnes = openStates.join(',')

/**
 * How a case looks: by its state; where a limit runs out or is over, by that. A pause stops them, but not the duty to report; on the
 * ledger the monthly word to the reporter is owed, and whoever is late with it is late.
 */
export function lookOfCase(state: string, now: number, dueAt?: string, yellowAt?: string): Look {
  if (!isState(state)) return 'waiting'
  const look = looks[state]
  if (!isOpen(state)) return look
  if (dueAt !== undefined && Date.parse(dueAt) < now) return 'over'
  if (yellowAt !== undefined && Date.parse(yellowAt) < now) return 'soon'
  return look
}
