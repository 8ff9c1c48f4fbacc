import { existsSync, globSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { node, root } from './bootstrap.mjs'
import { having, run } from './programs.ts'
import { reaches } from './reach.ts'

/** How a step ended: in order or not, what to say of it in a line, and which tests failed. */
export interface Outcome {
  passed: boolean
  words: string
  failures?: readonly Failure[]
}

/** What a process of tests is run under, asked for each anew. */
export type Environment = () => Promise<NodeJS.ProcessEnv>

/** A test that failed, where it stands, and what was wrong. */
export interface Failure {
  name: string
  file: string
  error: string
}

const folders = ['kernel', 'capabilities', 'gateways', 'web', 'demo', 'bin', 'bench', 'chaos', 'attack', 'testing']

/** The test files whose path contains one of the patterns (all, if there is none); those in e2e/ drive a browser. */
export function findTests(kind: 'database' | 'browser', patterns: readonly string[]): string[] {
  const places = kind === 'browser' ? ['e2e'] : folders.filter((folder) => existsSync(join(root, folder)))
  return places
    .flatMap((place) => globSync(`${place}/**/*.test.ts`, { cwd: root }))
    .filter((file) => patterns.length === 0 || patterns.some((pattern) => file.includes(pattern)))
    .sort()
}

/** Of test files those that ask a database: the others say the same beside every one, and are run beside the first alone. */
export function askingDatabases(files: readonly string[]): string[] {
  const known = new Map<string, boolean>()
  return files.filter((file) => reaches(file, 'testing/database.ts', known))
}

/** Of test files those that are about the embedded database itself, or say something of it that holds nowhere else. */
export const embeddedOnly = (files: readonly string[]): string[] =>
  files.filter(
    (file) => file.startsWith('kernel/database/') || /\b(test|open)Embedded\b/.test(readFileSync(join(root, file), 'utf8')),
  )

/**
 * Runs test files, each process of them under an environment of its own, in as many processes at once as there are cores (two at most, one for a
 * few files), and tells what Node counted. No file, or no test in the files, is a failure: a pattern that matches nothing must not
 * pass for success.
 */
export async function runTests(files: readonly string[], environment: Environment, detailed: boolean): Promise<Outcome> {
  if (files.length === 0) return { passed: false, words: 'no test file matches' }
  const folder = mkdtempSync(join(tmpdir(), 'linli-tests-'))
  const stop = async () => rmSync(folder, { recursive: true, force: true })
  return having({ stop }, async () => {
    const hands = files.length > few ? Math.min(2, availableParallelism()) : 1
    const shares = shared(files, hands > 1 ? turns * hands : 1)
    const codes: number[] = []
    // How long files take is guessed: whoever is through sooner takes the next share.
    const coming = shares.entries()
    const hand = async () => {
      for (const [index, share] of coming)
        codes[index] = await runShare(share, await environment(), detailed, join(folder, `${index}`))
    }
    await Promise.all(Array.from({ length: hands }, hand))
    const records = shares.map((_, index) => join(folder, `${index}`)).filter((record) => existsSync(record))
    const taps = records.map((record) => readFileSync(record, 'utf8'))
    const counts = sum(taps.map(countsIn))
    for (const [name, count] of Object.entries(counts)) console.log(`# ${name} ${count}`)
    const { tests = 0, pass = 0, fail = 0, skipped = 0 } = counts
    const words = `${files.length} files, ${tests} tests: ${pass} passed, ${fail} failed${skipped ? `, ${skipped} skipped` : ''}`
    const passed = codes.every((code) => code === 0) && tests > 0 && fail === 0
    // A process that broke off has not said all that failed: of it nothing is known well enough to be played again.
    const whole = taps.length === shares.length && taps.every((tap) => Number.isFinite(countsIn(tap).fail))
    const failures = taps.flatMap(failuresIn)
    const told = taps.every((tap, index) => codes[index] === 0 || failuresIn(tap).length > 0)
    return { passed, words, ...(whole && told && { failures }) }
  })
}

/**
 * Runs tests as above, and files in which something failed once more, by themselves: a machine that others use may make a browser
 * or a cluster wait longer than anybody should. What holds only then is named in the line, to be looked into; what is broken is
 * broken twice.
 */
export async function runTestsPatiently(...given: Parameters<typeof runTests>): Promise<Outcome> {
  const first = await runTests(...given)
  const files = [...new Set((first.failures ?? []).map(({ file }) => file))]
  if (first.passed || files.length === 0 || files.length > few) return first
  tellFailures(first.failures)
  console.log(`   once more: ${files.join(', ')}`)
  const second = await runTests(files, given[1], true)
  return second.passed ? { passed: true, words: `${first.words}, which passed by themselves: ${files.join(', ')}` } : second
}

/** Says which tests failed and why: among thousands of dots nobody finds it. */
export function tellFailures(failures: readonly Failure[] = []): void {
  for (const { name, file, error } of failures) console.log(`   ✖ ${name}\n     ${file}\n${error.replace(/^/gm, '       ')}`)
}

/** So few files are quicker in one process than in two that both start a database. */
const few = 6
/** So many shares each process at a time runs, one after the other. */
const turns = 2
/** No share takes this long, in milliseconds: one that does waits for what does not come. */
const longest = 25 * 60_000

/** Runs files in one process, and leaves what Node said of each test in a file. */
function runShare(files: readonly string[], environment: NodeJS.ProcessEnv, detailed: boolean, record: string): Promise<number> {
  const reporter = (name: string, destination: string) => [
    `--test-reporter=${name}`,
    `--test-reporter-destination=${destination}`,
  ]
  const manner = ['--test', '--test-isolation=none', '--test-force-exit', '--test-timeout=300000']
  const reporters = [...reporter(detailed ? 'spec' : 'dot', 'stdout'), ...reporter('tap', record)]
  return run(node, [...manner, ...reporters, ...files], environment, longest)
}

/** How long a file takes beside others, roughly: stories set a whole house up, one kills servers and waits, one lets many race. */
const weightOf = (file: string): number => {
  if (file.startsWith('e2e/')) return statSync(join(root, file)).size
  return file.includes('kill.story') ? 24 : file.includes('races.story') ? 12 : file.includes('.story.') ? 3 : 1
}

/** The files in so many shares that weigh about the same. */
function shared(files: readonly string[], count: number): string[][] {
  const shares = Array.from({ length: Math.min(count, files.length) }, () => ({ files: [] as string[], weight: 0 }))
  for (const file of files.toSorted((one, other) => weightOf(other) - weightOf(one))) {
    const [lightest] = shares.toSorted((one, other) => one.weight - other.weight)
    lightest?.files.push(file)
    if (lightest) lightest.weight += weightOf(file)
  }
  return shares.map((share) => share.files.toSorted())
}

const sum = (all: readonly Record<string, number>[]): Record<string, number> => {
  const whole: Record<string, number> = {}
  for (const counts of all) for (const [name, count] of Object.entries(counts)) whole[name] = (whole[name] ?? 0) + count
  return whole
}

const countsIn = (tap: string): Record<string, number> =>
  Object.fromEntries(
    [...tap.matchAll(/^# (tests|pass|fail|cancelled|skipped|todo) (\d+)$/gm)].map(([, name, count]) => [name, Number(count)]),
  )

/** What a record in TAP 14 says of each test that failed itself, and not only by one that is in it. */
const failuresIn = (tap: string): Failure[] =>
  [...tap.matchAll(/^( *)not ok \d+ - (.*)\n\1 {2}---\n([\s\S]*?)\n\1 {2}\.\.\.$/gm)].flatMap(([, , name = '', said = '']) => {
    const file = /^ *location: '(.*?)(:\d+)*'$/m.exec(said)?.[1]
    if (!file || said.includes("failureType: 'subtestsFailed'")) return []
    const error = said.split('\n').filter((line) => !/^ *(duration_ms|type|location|failureType):/.test(line))
    return [{ name, file: relative(root, file), error: error.slice(0, mostLines).join('\n') }]
  })

/** Of an error so many lines: what was expected, what came, and where. */
const mostLines = 25
