import { hitRate } from '#capabilities/cases/catalogue/hitrate.ts'
import { halves, labelledFile, readLabelled } from '#testing/messages.ts'
import type { Part } from '#testing/parts.ts'

const percent = (share: number) => `${(100 * share).toFixed(1)} %`

/** How often the category suggested is the one that people chose, with past cases to learn from and by the vocabulary alone. */
export const part: Part = async (goals) => {
  const all = readLabelled(labelledFile)
  if (!all) return goals.notRun('suggestions', 'there are no labelled messages beside the project')
  const [learning, testing] = halves(all)
  for (const [name, learnt] of [
    ['with past cases', learning],
    ['by the vocabulary alone', []],
  ] as const) {
    const rate = hitRate(learnt, testing)
    // Always the category that is the most common: what anybody could suggest.
    const usual = hitRate(learning, testing).baseline
    goals.note({
      name: `suggested categories, ${name}`,
      figure: `the first is right of ${percent(rate.all.first)}, one of three of ${percent(rate.all.amongThree)}, of ${rate.all.cases} messages; always ${usual.label} would be of ${percent(usual.first)}`,
      goal: 'twice as often as always the most common',
      holds: rate.all.first >= 2 * usual.first,
    })
    if (learnt.length > 0) console.log(JSON.stringify(rate, null, 1))
  }
}
