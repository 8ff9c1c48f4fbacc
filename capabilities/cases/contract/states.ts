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
