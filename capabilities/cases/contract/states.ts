import type { Words } from '#kernel/words.ts'
import type { State } from './item.ts'

/** The states of a case, in Chinese. They stand here and in `docs/flows/cases.md`, which is drawn from here. */
export const stateNames: Record<State, string> = {
  reported: '待承单',
  accepted: '网格处理中',
  triage: '待分流',
  dispatched: '待接单',
  handling: '办理中',
  suspended: '挂起',
  ledger: '挂账',
  verifying: '待核查',
  contested: '待裁定',
  resolved: '已办结·待评价',
  closed: '已归档',
  declined: '不予受理',
  appealed: '复核中',
  withdrawn: '已撤回',
  merged: '已并案',
}

/** The name of a state that comes as text. */
export const stateName = (state: string): string => new Map<string, string>(Object.entries(stateNames)).get(state) ?? state

const inEnglish: Record<State, string> = {
  reported: 'To be accepted',
  accepted: 'With the grid',
  triage: 'To be sorted',
  dispatched: 'To be received',
  handling: 'In hand',
  suspended: 'Suspended',
  ledger: 'On the ledger',
  verifying: 'To be looked at',
  contested: 'To be ruled on',
  resolved: 'Resolved, to be rated',
  closed: 'Closed',
  declined: 'Not taken up',
  appealed: 'Under review',
  withdrawn: 'Withdrawn',
  merged: 'Merged',
}

const isKnown = (state: string): state is State => state in stateNames

/** The name of a state that comes as text, in both languages. */
export const stateWords = (state: string): Words =>
  isKnown(state) ? { zh: stateNames[state], en: inEnglish[state] } : { zh: state, en: state }

/** The states in which somebody still has to do something, so that limits run. */
export const openStates: readonly State[] = [
  'reported',
  'accepted',
  'triage',
  'dispatched',
  'handling',
  'suspended',
  'ledger',
  'verifying',
  'contested',
  'appealed',
]
