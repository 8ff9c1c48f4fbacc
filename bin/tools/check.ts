import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { allMigrations } from '#bin/migrations.ts'
import { migrate } from '#kernel/database/migrate.ts'
import { openServer } from '#kernel/database/open.ts'
import { startCitus, whyNoCitus } from '#testing/citus.ts'
import { copyOf, findPostgres, startPostgres } from '#testing/postgres.ts'
import { builtPages } from '../../e2e/built.ts'
import { node, root } from './bootstrap.mjs'
import { checkImports } from './imports.ts'
import { having, run } from './programs.ts'
import { askingDatabases, embeddedOnly, findTests, type Outcome, runTests, runTestsPatiently, tellFailures } from './stories.ts'
import { plantViolations } from './violations.ts'

/**
 * `npm test`: everything, each test beside one database: a PostgreSQL server where this machine has one, else the embedded one.
 * `--everywhere` runs each beside all of them, a Citus cluster too. `npm test -- kernel/place` runs only the tests whose path contains
 * that, on the embedded database; `--server`, `--citus`, `--browser` and `--embedded` choose where; `--strict` (or CI=true) fails if this
 * machine could not run a step.
 */
const given = process.argv.slice(2)
const options = given.filter((word) => word.startsWith('--'))
const patterns = given.filter((word) => !word.startsWith('--')).map((word) => word.replace(/^\.\//, ''))
const strict = options.includes('--strict') || process.env.CI === 'true'
const everywhere = options.includes('--everywhere')
const chosen = options.filter((word) => word !== '--strict' && word !== '--everywhere').map((word) => word.slice(2))
const unknown = chosen.filter((word) => !['embedded', 'server', 'citus', 'browser'].includes(word))
if (unknown.length > 0) {
  console.error(
    `There is no option --${unknown[0]}. There are --embedded, --server, --citus, --browser, --everywhere and --strict.`,
  )
  process.exit(2)
}
const whole = chosen.length === 0 && patterns.length === 0
/** A machine that only tests, which others may use too, is given a second try where nobody looks on. */
const play = process.env.CI === 'true' ? runTestsPatiently : runTests
const wanted = (where: string) => whole || chosen.includes(where) || (where === 'embedded' && chosen.length === 0)

interface Line {
  name: string
  seconds: number
  end: 'passed' | 'FAILED' | 'not run'
  words: string
  /** Of a step not run: whether a machine set up for it is expected to run it. */
  expected?: boolean
}
const lines: Line[] = []
const started = Date.now()

async function step(name: string, work: () => Promise<Outcome>): Promise<void> {
  console.log(`\n── ${name}`)
  const began = Date.now()
  const { passed, words, failures } = await work().catch((error: unknown) => ({
    passed: false,
    words: error instanceof Error ? error.message : String(error),
    failures: [],
  }))
  const line: Line = { name, seconds: (Date.now() - began) / 1000, end: passed ? 'passed' : 'FAILED', words }
  lines.push(line)
  if (!passed) tellFailures(failures)
  console.log(`   ${line.end} in ${line.seconds.toFixed(1)} s: ${words}`)
}
const cannot = (name: string, why: string, expected = true) =>
  lines.push({ name, seconds: 0, end: 'not run', words: why, expected })

const succeeds = async (words: string, ...commands: (readonly string[])[]): Promise<Outcome> => {
  for (const [script = '', ...rest] of commands)
    if ((await run(node, [join(root, 'node_modules', script), ...rest])) !== 0) return { passed: false, words: 'see above' }
  return { passed: true, words }
}

if (whole) {
  const types = step('types', () => {
    const projects = ['.', 'web', 'e2e'] // the server; pages; tests that also speak of what is in a page
    return succeeds(`${projects.length} projects`, ...projects.map((project) => ['typescript/bin/tsc', '-p', project]))
  })
  const style = step('style', () =>
    succeeds('formatted and linted', [
      '@biomejs/biome/bin/biome',
      'ci',
      '--colors=off',
      '--max-diagnostics=20',
      '--error-on-warnings',
      '.',
    ]),
  )
  await step('who imports whom', async () => {
    const folders = ['bin', 'kernel', 'capabilities', 'gateways', 'web', 'demo', 'bench', 'chaos', 'attack', 'e2e', 'testing']
    const { files, imports, violations } = await checkImports(
      root,
      folders.filter((folder) => existsSync(join(root, folder))),
    )
    for (const { rule, from, to, comment } of violations) console.log(`   ${from} -> ${to}\n      ${rule}: ${comment}`)
    // Fewer would mean that the files were not read, whatever the rules say then.
    return {
      passed: violations.length === 0 && imports > files,
      words: `${files} files, ${imports} imports, ${violations.length} violations`,
    }
  })
  await step('planted violations are found', async () => {
    const { planted, missed, wrong } = await plantViolations(root)
    for (const which of missed) console.log(`   not found: ${which}`)
    for (const { rule, from, to } of wrong) console.log(`   wrongly found: ${rule} in ${from} -> ${to}`)
    return { passed: missed.length + wrong.length === 0, words: `${planted - missed.length} of ${planted} found` }
  })
  // These two are programs of their own, and went on meanwhile.
  await Promise.all([types, style])
}

const tests = findTests('database', patterns)
const asking = whole ? askingDatabases(tests) : tests
const programs = findPostgres()
/** What a server is asked instead needs not be asked of the embedded database too. */
const beside = whole && programs && !everywhere ? new Set(asking) : new Set<string>()
const kept = new Set(embeddedOnly(tests))
const embedded = tests.filter((file) => !beside.has(file) || kept.has(file))
if (wanted('embedded'))
  await step('tests on the embedded database', () => play(embedded, async () => ({ TEST_DATABASE_URL: undefined }), !whole))

if (wanted('server')) {
  if (!programs) cannot('tests on a PostgreSQL server', 'no PostgreSQL of version 15 or later with PostGIS was found')
  else
    await step('tests on a PostgreSQL server', async () =>
      having(await startPostgres(programs), async ({ address }) => {
        const database = openServer(address)
        await migrate(database, await allMigrations())
        await database.close()
        // What one process tries on a whole database, or does to all installations by a later clock, is nothing to another.
        return play(asking, async () => ({ TEST_DATABASE_URL: await copyOf(address) }), !whole)
      }),
    )
}

if (wanted('citus')) {
  const why = whyNoCitus() ?? (whole && !everywhere ? 'asked for by npm test -- --everywhere' : undefined)
  if (why) cannot('tests on a Citus cluster', why, false)
  else
    await step('tests on a Citus cluster', async () =>
      having(await startCitus(), ({ address }) =>
        play(asking, async () => ({ TEST_DATABASE_URL: address, TEST_DATABASE_KIND: 'citus' }), !whole),
      ),
    )
}

if (wanted('browser')) {
  if (!existsSync('/usr/bin/chromium')) cannot('tests in a browser', 'there is no /usr/bin/chromium')
  else
    await step('tests in a browser', async () => {
      // Before there are two processes that would both build them.
      builtPages()
      return play(findTests('browser', patterns), async () => ({}), true)
    })
}

console.log('\n── In short')
for (const { name, seconds, end, words } of lines) console.log(`${end.padEnd(8)} ${name} (${seconds.toFixed(1)} s): ${words}`)
const failed = lines.filter(({ end, expected }) => end === 'FAILED' || (strict && expected === true && end === 'not run'))
const missing = lines.filter(({ end }) => end === 'not run')
if (missing.length > 0) console.log(`Of ${lines.length} steps ${missing.length} were not run here.`)
const total = ((Date.now() - started) / 1000).toFixed(0)
console.log(
  failed.length === 0
    ? `All that was run passed, in ${total} s.`
    : `FAILED after ${total} s: ${failed.map(({ name }) => name).join(', ')}.`,
)
process.exit(failed.length === 0 ? 0 : 1)
