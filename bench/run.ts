import { benchFigures } from './figures.ts'
import { benchReports } from './reports.ts'
import { benchSuggestions } from './suggestions.ts'

/**
 * `npm run bench [-- SECONDS]`: every figure beside a limit measured in the same run. Machines are noisy: read the ratios.
 * `npm run bench -- figures`: figures of a year over 100,000 cases, from tallies beside from the cases.
 * `npm run bench -- suggestions`: how good the suggested categories are, on labelled messages.
 */
const [what = '8'] = process.argv.slice(2)
if (what === 'suggestions') benchSuggestions()
else if (what === 'figures') await benchFigures(Number(process.argv[3] ?? 33))
else await benchReports(Number(what))
