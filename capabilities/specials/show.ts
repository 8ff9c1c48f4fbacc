import type { StreetFacts } from '#kernel/flow/restreet.ts'
import type { SeenSpecial, Special } from './contract.ts'

/** What decisions and pages need to know: which of its cases whoever asks may see. */
export interface SpecialFacts extends StreetFacts {
  visible: ReadonlySet<string>
}

/** What is shown of a special task: of its cases only those that its reader sees, for one may have been hidden since. */
export function show(item: Special, { visible }: SpecialFacts): SeenSpecial {
  const { id, version, state, by, category, categoryName, place, proposedAt } = item
  const cases = item.cases.filter((one) => visible.has(one.id))
  return {
    ...{ id, version, state, by, category, categoryName, place, cases, proposedAt },
    ...('plan' in item && { plan: item.plan, until: item.until, takenAt: item.takenAt }),
    ...('did' in item && { did: item.did, doneAt: item.doneAt }),
    ...('because' in item && { because: item.because, setAsideAt: item.setAsideAt }),
  }
}
