import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'

// What is nowhere in the program, or in one place alone: no story could show that, but every source can be read.
const root = join(import.meta.dirname, '..')
const read = (file: string) => readFileSync(join(root, file), 'utf8')
const found = (pattern: string) =>
  globSync(pattern, { cwd: root, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .toSorted()
const sources = found('{kernel,capabilities,gateways,demo,bin,web}/**/*.{ts,tsx,mjs,html,sql}')
const deployed = [...found('deploy/**/*'), 'package.json']
const pages = sources.filter((file) => /^web\/|\/pages\/|\.html$/.test(file))
const served = sources.filter((file) => !pages.includes(file))

/** Which of some files have something in them. */
const having = (what: RegExp, files: readonly string[] = sources) => files.filter((file) => what.test(read(file)))
/** Every word that stands in them at a place of a pattern. */
const wordsAt = (where: RegExp) => [
  ...new Set(sources.flatMap((file) => [...read(file).matchAll(where)].map(([, one, other]) => one ?? other ?? ''))),
]

test('the sources that are looked through are all there', () => {
  assert.ok(sources.length > 1000 && pages.length > 300 && served.length > 700, `${sources.length}, ${pages.length}`)
})

test('programs are started by backups and by `npm start` alone, and never by way of a shell', () => {
  const starting = having(/child_process/)
  assert.deepEqual(starting, [
    'bin/backup/programs.ts',
    'bin/start.mjs',
    'bin/tools/bootstrap.mjs',
    'bin/tools/programs.ts',
    'bin/tools/web.mjs',
  ])
  assert.deepEqual(having(/\bshell:|\bexec(File)?(Sync)?\b(?=.*child_process)/, starting), [])
})

test('no words become code, and no words that somebody typed say how others are printed', () => {
  assert.deepEqual(having(/\beval\(|new Function\(|node:vm|\beval: true|set(Timeout|Interval)\(['"`]/), [])
  assert.deepEqual(having(/\bformat(WithOptions)?\b.*'node:util'|\butil\.format/), [])
  // The first of several things that are printed is a pattern for the others; to the log it is the second.
  assert.deepEqual(having(/console\.\w+\((`[^`]*`|(?!['`])[^()'`]*),/), [])
  assert.deepEqual(having(/\blog\.(fatal|error|warn|info|debug|trace)\((\w+|\{.*\}), (?!')/), [])
  const ofSql = sources.filter((file) => file.endsWith('.sql'))
  assert.deepEqual(having(/\bformat\((?!'|case \w+ when '\w+' then ')/i, ofSql), [])
})

test('nothing switches the check of certificates off', () => {
  const off = /rejectUnauthorized|NODE_TLS_REJECT_UNAUTHORIZED|checkServerIdentity|sslmode=(no-verify|disable)|--insecure/
  assert.deepEqual(having(off, [...sources, ...deployed]), [])
})

test('nothing that nobody may guess is drawn by a generator that can be guessed, and no pair of keys is made', () => {
  assert.deepEqual(having(/Math\.random/), [])
  assert.deepEqual(having(/generateKeyPair|createSign\(|createECDH|createDiffieHellman/), [])
})

test('the server speaks to webhooks, its database and its own keeper, a replay to the server that it is given, and nothing to anybody else', () => {
  const named =
    /import \{[^}]*(?<!type )\b(request|get|connect|createConnection|createSocket|Socket)\b[^}]*\} from 'node:(https?|http2|net|tls|dgram)'/
  const whole = /(import|require)\b[^{}\n]*'(node:)?(https?|http2|net|tls|dgram|undici)'|\bfetch\(|new (WebSocket|EventSource)\(/
  assert.deepEqual(having(new RegExp(`${named.source}|${whole.source}`), served), [
    'bin/keeper.ts',
    'bin/replay/client.ts',
    'kernel/database/leader.ts',
    'kernel/record/webhooks/post.ts',
  ])
})

test('pages listen to other pages of ours alone, and send nobody elsewhere', () => {
  const listening = having(/postMessage|onmessage|['"]message['"], \(|window\.opener/, pages)
  assert.deepEqual(listening, ['web/shared/offline/queue.ts'])
  assert.match(read('web/shared/offline/queue.ts'), /new BroadcastChannel\(/)
  assert.deepEqual(having(/location\.(href|assign|replace)\s*(=[^=]|\()|window\.open\(|http-equiv=.?refresh/i, pages), [])
  assert.deepEqual(having(/\.redirect\(|header\(['"]location|code\(30\d/i, served), [])
})

test('the demo’s password stands in the demo alone, and none in what is deployed', () => {
  assert.deepEqual(having(/pass(word|wd|phrase)\w*['"]?\s*(=|:(?!'))\s*['"`]?[a-z0-9]/i, deployed), [])
  // That the server says it is only where it has made a demo.
  assert.deepEqual(having(/\bdemoPassword\b|linli-demo/), ['bin/commands/serve.ts', 'demo/people/load.ts', 'demo/personas.ts'])
})

test('every purpose for which a key is made, and every algorithm, is in the list of keys', () => {
  const list = read('docs/security/asvs.md').split('\n## Keys\n')[1] ?? ''
  const purposes = wordsAt(/(?:keyFor\(|keyedHash\([\w.]+,\s*)'([^']+)'/g)
  const algorithms = wordsAt(/(?:createHash|createHmac|createCipheriv|hkdfSync|derive)\('([^']+)'|(?:cipher|hash): '([^']+)'/g)
  assert.ok(purposes.length > 10 && algorithms.length > 3, `${purposes}, ${algorithms}`)
  assert.deepEqual(
    [...purposes, ...algorithms].filter((one) => !list.includes(`\`${one}\``)),
    [],
  )
})

test('every package is of one version, and known by its hash', () => {
  const { dependencies, devDependencies } = JSON.parse(read('package.json'))
  const asked: [string, string][] = Object.entries({ ...dependencies, ...devDependencies })
  const exact = /^\d+\.\d+\.\d+(-[\w.]+)?$/
  assert.deepEqual(
    asked.filter(([, version]) => !exact.test(version)),
    [],
  )
  const locked: Record<string, { version: string; integrity?: string }> = JSON.parse(read('package-lock.json')).packages
  const taken = Object.entries(locked).filter(([path]) => path !== '')
  assert.ok(taken.length > asked.length)
  assert.deepEqual(
    taken.filter(([, { version, integrity = '' }]) => !exact.test(version) || !/^sha512-[\w+/]{86}==$/.test(integrity)),
    [],
  )
  for (const [name, version] of asked) assert.equal(locked[`node_modules/${name}`]?.version, version, name)
})
