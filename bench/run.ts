import { benchReports } from './reports.ts'

/** `npm run bench [-- SECONDS]`: every figure beside a limit measured in the same run. Machines are noisy: read the ratios. */
const seconds = Number(process.argv[2] ?? 8)
await benchReports(seconds)
