import type { Rehearsal, RehearsedStep } from './contract/rehearsal.ts'
import { median, type Otherwise } from './rehearsing.ts'

/** How one case would have gone, and which one it was. */
export interface Seen extends Otherwise {
  id: string
  number: string
}

type Example = Rehearsal['examples'][number]

/** So many are shown one by one. */
const shown = 20
const steps: readonly RehearsedStep[] = ['accept', 'solve', 'receive', 'contact', 'resolve']

/** What a rehearsal comes to: how many would have gone otherwise, by how much, and some of them by number. */
export function rehearsalOf(seen: readonly Seen[], { of, rare }: { of: number; rare: string[] }) {
  const moved = (step: RehearsedStep, longer: boolean) => {
    const minutes = seen
      .flatMap(({ limits }) => limits.filter((limit) => limit.step === step && limit.minutes > 0 === longer))
      .map((limit) => Math.abs(limit.minutes))
    return { cases: minutes.length, minutes: median(minutes) }
  }
  return {
    ...{ of, rare, looked: seen.length },
    suggested: seen.filter(({ suggested }) => suggested).length,
    leads: seen.filter(({ lead }) => lead).length,
    accepting: seen.filter((one) => one.accepting).length,
    limits: steps
      .map((step) => ({ step, shorter: moved(step, false), longer: moved(step, true) }))
      .filter(({ shorter, longer }) => shorter.cases + longer.cases > 0),
    examples: seen
      .map((one) => ({ id: one.id, number: one.number, changes: changesOf(one) }))
      .filter(({ changes }) => changes.length > 0)
      .slice(0, shown),
  }
}

function changesOf({ suggested, lead, accepting, limits }: Otherwise): Example['changes'] {
  const resolve = limits.find(({ step }) => step === 'resolve') ?? limits[0]
  return [
    ...(suggested ? [{ what: 'suggested' as const, ...suggested }] : []),
    ...(lead ? [{ what: 'lead' as const, ...lead }] : []),
    ...(accepting ? [{ what: 'accepting' as const, ...accepting }] : []),
    ...(resolve ? [{ what: 'limit' as const, ...resolve.told }] : []),
  ]
}
