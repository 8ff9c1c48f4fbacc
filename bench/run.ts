import { runParts } from '#testing/parts.ts'

/**
 * `npm run bench [-- --quick] [-- PART …]`: every figure beside a limit measured in the same run, two cores for everything. Machines are
 * noisy: read the ratios. What falls short is said, and fails nothing.
 */
await runParts({
  title: 'Speed',
  parts: {
    writing: () => import('./writing/part.ts'),
    job: () => import('./loop/job.ts'),
    reading: () => import('./reading/part.ts'),
    figures: () => import('./figures.ts'),
    suggestions: () => import('./suggestions.ts'),
    start: () => import('./start.ts'),
    memory: () => import('./memory/part.ts'),
  },
  given: process.argv.slice(2),
})
