import { hitRate } from '#capabilities/cases/catalogue/hitrate.ts'
import { halves, labelledFile, readLabelled } from '#testing/messages.ts'

/** How often the category suggested is the one that people chose, with past cases to learn from and by the vocabulary alone. */
export function benchSuggestions(): void {
  const all = readLabelled(labelledFile)
  if (!all) {
    console.log('There are no labelled messages beside the project: nothing to measure.')
    return
  }
  const [learning, testing] = halves(all)
  console.log(JSON.stringify({ withPast: hitRate(learning, testing), vocabularyAlone: hitRate([], testing) }, null, 1))
}
