import { categories } from './categories.ts'
import { labels } from './labels.ts'
import { learn, type Pair } from './past.ts'
import { suggest } from './suggest.ts'

/** A message and the label that people gave it. */
export interface Labelled {
  words: string
  label: string
}

export interface Rate {
  cases: number
  first: number
  amongThree: number
}

/** How often the label was suggested, first and among the first three suggestions; and how sure it was when right and wrong. */
export interface HitRate {
  learnt: number
  all: Rate
  byLabel: Record<string, Rate>
  /** Always the label most common among those learnt from. */
  baseline: { label: string; first: number }
  /** By how sure it was: how many, how sure on average, how often right. */
  calibration: { from: number; cases: number; sure: number; right: number }[]
}

/** Our categories that a label takes in. */
const categoriesOf = (label: string): string[] => {
  const taken = new Set(labels[label] ?? [])
  return categories.filter(({ code, parent }) => taken.has(code) || taken.has(parent)).map(({ code }) => code)
}

/** Measures suggestions on messages that were not learnt from. With nothing to learn from, the vocabulary stands alone. */
export function hitRate(learning: readonly Labelled[], testing: readonly Labelled[]): HitRate {
  const taken = new Map(Object.keys(labels).map((label) => [label, new Set(categoriesOf(label))]))
  const past = learn(learning.map(({ words, label }): Pair => ({ words, category: categoriesOf(label) })))
  const judged = testing.map(({ words, label }) => {
    const ranked = suggest(words, { past, most: categories.length })
    const labelOf = (code: string) => [...taken].find(([, codes]) => codes.has(code))?.[0]
    const best = labelOf(ranked[0]?.category ?? '')
    const sure = ranked.reduce((sum, { category, confidence }) => sum + (labelOf(category) === best ? confidence : 0), 0)
    const amongThree = ranked.slice(0, 3).some(({ category }) => labelOf(category) === label)
    return { label, first: best === label, amongThree, sure }
  })
  const rate = (some: typeof judged): Rate => ({
    cases: some.length,
    first: share(some.map(({ first }) => first)),
    amongThree: share(some.map(({ amongThree }) => amongThree)),
  })
  const usual = mostCommon(learning.map(({ label }) => label))
  return {
    learnt: learning.length,
    all: rate(judged),
    byLabel: Object.fromEntries([...taken.keys()].map((label) => [label, rate(judged.filter((one) => one.label === label))])),
    baseline: { label: usual, first: share(judged.map(({ label }) => label === usual)) },
    calibration: [0, 0.4, 0.6, 0.8, 0.9].map((from, index, steps) => {
      const some = judged.filter(({ sure }) => sure >= from && sure < (steps[index + 1] ?? 2))
      const mean = some.reduce((sum, { sure }) => sum + sure, 0) / Math.max(1, some.length)
      return { from, cases: some.length, sure: mean, right: share(some.map(({ first }) => first)) }
    }),
  }
}

const share = (hits: readonly boolean[]) => (hits.length === 0 ? 0 : hits.filter(Boolean).length / hits.length)

function mostCommon(values: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? ''
}
