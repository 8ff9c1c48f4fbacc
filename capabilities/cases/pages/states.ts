import type { Words } from '#web/shared/language.ts'
import type { Look } from '#web/shared/Shape.tsx'
import type { State } from '../contract/item.ts'
import { stateNames } from '../contract/states.ts'

const looks: Record<State, { look: Look; en: string; open: boolean }> = {
  reported: { look: 'waiting', en: 'To be accepted', open: true },
  accepted: { look: 'inhand', en: 'With the grid', open: true },
  triage: { look: 'waiting', en: 'To be sorted', open: true },
  dispatched: { look: 'waiting', en: 'To be received', open: true },
  handling: { look: 'inhand', en: 'In hand', open: true },
  suspended: { look: 'stopped', en: 'Suspended', open: true },
  ledger: { look: 'stopped', en: 'On the ledger', open: true },
  verifying: { look: 'waiting', en: 'To be looked at', open: true },
  contested: { look: 'waiting', en: 'To be ruled on', open: true },
  resolved: { look: 'done', en: 'Resolved, to be rated', open: false },
  closed: { look: 'done', en: 'Closed', open: false },
  declined: { look: 'stopped', en: 'Not taken up', open: false },
  appealed: { look: 'waiting', en: 'Under review', open: true },
  withdrawn: { look: 'stopped', en: 'Withdrawn', open: false },
  merged: { look: 'stopped', en: 'Merged', open: false },
}

export const isState = (state: string): state is State => state in looks
export const allStates: readonly State[] = Object.keys(looks).filter(isState)

export const stateWords = (state: string): Words =>
  isState(state) ? { zh: stateNames[state], en: looks[state].en } : { zh: state, en: state }

/** Whether somebody still has to do something about it, so that its limits run. */
export const isOpen = (state: string): boolean => isState(state) && looks[state].open

/** All states in which somebody still has to do something: one choice of its own. */
export const openOnes = allStates.filter(isOpen).join(',')

/**
 * How a case looks: by its state; where a limit runs out or is over, by that. A pause stops them, but not the duty to report; on the
 * ledger the monthly word to the reporter is owed, and whoever is late with it is late.
 */
export function lookOfCase(state: string, now: number, dueAt?: string, yellowAt?: string): Look {
  if (!isState(state)) return 'waiting'
  const { look, open } = looks[state]
  if (!open) return look
  if (dueAt !== undefined && Date.parse(dueAt) < now) return 'over'
  if (yellowAt !== undefined && Date.parse(yellowAt) < now) return 'soon'
  return look
}
