import type { Words } from '#web/shared/language.ts'
import type { Look } from '#web/shared/Shape.tsx'
import type { State } from '../contract/item.ts'
import { stateNames } from '../contract/states.ts'

const looks: Record<State, { look: Look; en: string; open: boolean }> = {
  reported: { look: 'waiting', en: 'waiting to be accepted', open: true },
  accepted: { look: 'inhand', en: 'with the grid worker', open: true },
  triage: { look: 'waiting', en: 'waiting to be sorted', open: true },
  dispatched: { look: 'waiting', en: 'waiting to be received', open: true },
  handling: { look: 'inhand', en: 'in hand', open: true },
  suspended: { look: 'stopped', en: 'suspended', open: true },
  ledger: { look: 'stopped', en: 'on the ledger', open: true },
  verifying: { look: 'waiting', en: 'waiting for a look on site', open: true },
  contested: { look: 'waiting', en: 'waiting for a ruling', open: true },
  resolved: { look: 'done', en: 'resolved, waiting for a rating', open: false },
  closed: { look: 'done', en: 'closed', open: false },
  declined: { look: 'stopped', en: 'not taken up', open: false },
  appealed: { look: 'waiting', en: 'under review', open: true },
  withdrawn: { look: 'stopped', en: 'withdrawn', open: false },
  merged: { look: 'stopped', en: 'merged', open: false },
}

export const isState = (state: string): state is State => state in looks
export const allStates: readonly State[] = Object.keys(looks).filter(isState)

export const stateWords = (state: string): Words =>
  isState(state) ? { zh: stateNames[state], en: looks[state].en } : { zh: state, en: state }

/** Whether somebody still has to do something about it, so that its limits run. */
export const isOpen = (state: string): boolean => isState(state) && looks[state].open

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
