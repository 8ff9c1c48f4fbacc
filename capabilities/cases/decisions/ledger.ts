import { type Refusal, refuse } from '#kernel/flow/refusal.ts'
import type { CaseIn } from '../contract/item.ts'
import { causes, limitsAfter } from '../limits.ts'
import type { CaseContext } from '../rulebook.ts'
import { goingOn, stoodStill } from './pausing.ts'

/** What runs while a case is in the ledger. */
export const monthly = { step: 'word' as const, cause: causes.word }

/** 挂账: for what history left behind. It has a named leader and a plan, and counts as unsolved. */
export function askLedger(item: CaseIn<'handling'>, { missing, plan }: { missing: string; plan: string }): CaseIn<'handling'> {
  return { ...item, ledgerAsked: { missing, plan } }
}

export function enterLedger(
  item: CaseIn<'handling'>,
  ledger: { leader: string; plan: string; missing: string },
  context: CaseContext,
): CaseIn<'ledger'> | Refusal {
  const { extension: _extension, suspension: _suspension, ledgerAsked, state: _state, ...rest } = item
  if (!ledgerAsked) return refuse('须由主办单位先申请挂账', 'the lead must ask for it first')
  return {
    ...rest,
    ...limitsAfter(item, context, { end: 'all', begin: [monthly] }),
    state: 'ledger',
    ledger: { ...ledger, since: context.now.toString(), ...stoodStill(item, context) },
  }
}

/** The monthly word to the reporter: how the plan goes. The next is due a month later, and whoever is late is told upwards. */
export const inform = (item: CaseIn<'ledger'>, _: object, context: CaseContext): CaseIn<'ledger'> => ({
  ...item,
  ...limitsAfter(item, context, { end: ['word'], begin: [monthly] }),
})

/** 销账: what was left of the limit to resolve when it was entered runs on, so that no entry is a way to a new one. */
export function leaveLedger(item: CaseIn<'ledger'>, _: object, context: CaseContext): CaseIn<'handling'> {
  const { ledger, state: _state, ...rest } = item
  return {
    ...rest,
    ...limitsAfter(item, context, { end: ['word'], begin: goingOn(item, ledger, context) }),
    state: 'handling',
  }
}
