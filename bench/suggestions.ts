import { hitRate } from '#capabilities/cases/catalogue/hitrate.ts'
import { halves, labelledFile, readLabelled } from '#testing/messages.ts'

/** `node bench/suggestions.ts`: how often the category suggested is the one that people chose, with past cases and without. */
const all = readLabelled(labelledFile)
if (all) {
  const [learning, testing] = halves(all)
  console.log(JSON.stringify({ withPast: hitRate(learning, testing), vocabularyAlone: hitRate([], testing) }, null, 1))
} else console.log('There are no labelled messages beside the project: nothing to measure.')
