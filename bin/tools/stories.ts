import { existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { node, root } from './bootstrap.mjs'
import { having, run } from './programs.ts'

/** How a step ended: in order or not, and what to say of it in a line. */
export interface Outcome {
  passed: boolean
  words: string
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

/**
 * Runs test files in one process under the given environment, and tells what Node counted. No file, or no test in the
 * files, is a failure: a pattern that matches nothing must not pass for success.
 */
export async function runTests(files: readonly string[], environment: NodeJS.ProcessEnv, detailed: boolean): Promise<Outcome> {
  if (files.length === 0) return { passed: false, words: 'no test file matches' }
  const folder = mkdtempSync(join(tmpdir(), 'linli-tests-'))
  const stop = async () => rmSync(folder, { recursive: true, force: true })
  return having({ stop }, async () => {
    const record = join(folder, 'tap')
    const reporter = (name: string, destination: string) => [
      `--test-reporter=${name}`,
      `--test-reporter-destination=${destination}`,
    ]
    const manner = ['--test', '--test-isolation=none', '--test-force-exit', '--test-timeout=180000']
    const reporters = [...reporter(detailed ? 'spec' : 'dot', 'stdout'), ...reporter('tap', record)]
    const code = await run(node, [...manner, ...reporters, ...files], environment)
    const counts = countsIn(existsSync(record) ? readFileSync(record, 'utf8') : '')
    for (const [name, count] of Object.entries(counts)) console.log(`# ${name} ${count}`)
    const { tests = 0, pass = 0, fail = 0, skipped = 0 } = counts
    const words = `${files.length} files, ${tests} tests: ${pass} passed, ${fail} failed${skipped ? `, ${skipped} skipped` : ''}`
    return { passed: code === 0 && tests > 0 && fail === 0, words }
  })
}

const countsIn = (tap: string): Record<string, number> =>
  Object.fromEntries(
    [...tap.matchAll(/^# (tests|pass|fail|cancelled|skipped|todo) (\d+)$/gm)].map(([, name, count]) => [name, Number(count)]),
  )
