import { benchReports } from './reports.ts'
import { benchSuggestions } from './suggestions.ts'

/**
 * `npm run bench [-- SECONDS]`: every figure beside a limit measured in the same run. Machines are noisy: read the ratios.
 * `npm run bench -- suggestions`: how good the suggested categories are, on labelled messages.
 */
const [what = '8'] = process.argv.slice(2)
if (what === 'suggestions') benchSuggestions()
else await benchReports(Number(what))
