import { runParts } from '#testing/parts.ts'
import { findPostgres, startPostgres } from '#testing/postgres.ts'

/**
 * `npm run attack [-- --quick] [-- PART …]`: tries to do and to learn what nobody should, and says what came of it beside what
 * should. On a PostgreSQL server where this machine has one, else on the embedded database. Exits non-zero if anything falls short.
 */
const parts = {
  matrix: () => import('./matrix/part.ts'),
  sql: () => import('./sql/part.ts'),
  fields: () => import('./fields/part.ts'),
  fuzz: () => import('./fuzz/part.ts'),
  files: () => import('./files/part.ts'),
  doors: () => import('./doors/part.ts'),
  logs: () => import('./logs/part.ts'),
}

const programs = findPostgres()
const server = programs ? await startPostgres(programs) : undefined
if (server) process.env.TEST_DATABASE_URL = server.address
const title = `Attack on ${server ? 'a PostgreSQL server' : 'the embedded database'}`
const { short } = await runParts({ title, parts, given: process.argv.slice(2) }).finally(() => server?.stop())
process.exit(short > 0 ? 1 : 0)
