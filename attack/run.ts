import { type Goals, goals } from '#testing/goals.ts'
import { findPostgres, startPostgres } from '#testing/postgres.ts'

/**
 * `npm run attack [-- --quick] [-- PART …]`: tries to do and to learn what nobody should, and says what came of it beside what
 * should. On a PostgreSQL server where this machine has one, else on the embedded database. Exits non-zero if anything falls short.
 */
const parts: Record<string, () => Promise<{ attack: (goals: Goals, how: { quick: boolean }) => Promise<void> }>> = {
  matrix: () => import('./matrix/part.ts'),
  sql: () => import('./sql/part.ts'),
  fuzz: () => import('./fuzz/part.ts'),
  files: () => import('./files/part.ts'),
}

const given = process.argv.slice(2)
const quick = given.includes('--quick')
const unknown = given.find((word) => word !== '--quick' && !(word in parts))
if (unknown !== undefined) {
  console.error(`There is no part ${unknown}. There are ${Object.keys(parts).join(', ')}, and --quick.`)
  process.exit(2)
}
const named = Object.entries(parts).filter(([part]) => given.includes(part))
const chosen = named.length > 0 ? named : Object.entries(parts)

const programs = findPostgres()
const server = programs ? await startPostgres(programs) : undefined
if (server) process.env.TEST_DATABASE_URL = server.address
const found = goals(`Attack${quick ? ', quick' : ''}, on ${server ? 'a PostgreSQL server' : 'the embedded database'}`)
try {
  for (const [part, open] of chosen) {
    const began = performance.now()
    await (await open()).attack(found, { quick })
    console.log(`  ${part}: ${((performance.now() - began) / 1000).toFixed(0)} s`)
  }
} finally {
  await server?.stop()
}
process.exit(found.end() > 0 ? 1 : 0)
