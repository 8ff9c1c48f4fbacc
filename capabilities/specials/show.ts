import type { SeenSpecial, Special } from './contract.ts'

/** What is shown of a special task to everybody who sees it. */
export function show(item: Special): SeenSpecial {
  const { id, version, state, by, category, categoryName, place, cases, proposedAt } = item
  return {
    ...{ id, version, state, by, category, categoryName, place, cases, proposedAt },
    ...('plan' in item && { plan: item.plan, until: item.until, takenAt: item.takenAt }),
    ...('did' in item && { did: item.did, doneAt: item.doneAt }),
    ...('because' in item && { because: item.because, setAsideAt: item.setAsideAt }),
  }
}
