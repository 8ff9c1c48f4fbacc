import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'

// What the pages about security say of the code is read by people; that what they name is there is seen here.
const root = fileURLToPath(new URL('..', import.meta.url))
const read = (page: string) => readFileSync(`${root}docs/${page}`, 'utf8')

test('every file that a page about security names is there, and so is every page', () => {
  const pages = ['security.md', ...readdirSync(`${root}docs/security`).map((page) => `security/${page}`)]
  const missing = pages.flatMap((page) => [
    ...[...read(page).matchAll(/`((?:attack|bin|capabilities|deploy|e2e|gateways|kernel|web)\/[\w./@-]+)`/g)]
      .map(([, named = '']) => named)
      .filter((named) => !existsSync(`${root}${named}`)),
    ...[...read(page).matchAll(/\]\(([\w./-]+)\)/g)]
      .map(([, named = '']) => new URL(named, `file://${root}docs/${page}`))
      .filter((named) => !existsSync(named))
      .map((named) => `${page}: ${named.pathname}`),
  ])
  assert.deepEqual(missing, [])
})

test('each line of ASVS 5.0, levels 1 and 2, stands there once, and as many are met as it says', () => {
  const page = read('security/asvs.md')
  const rows = [...page.matchAll(/^\| ((?:\d+\.\d+\.\d+(?:, )?)+) \| ([12]) \| [^|]+ \| (met|not met|not ours)/gm)].flatMap(
    ([, numbers = '', level, said]) => numbers.split(', ').map((number) => ({ number, level, said })),
  )
  assert.equal(new Set(rows.map(({ number }) => number)).size, rows.length)
  const count = (of: Partial<(typeof rows)[number]>) =>
    rows.filter((row) =>
      Object.entries(of).every(([name, value]) => Object.entries(row).some(([key, is]) => key === name && is === value)),
    ).length
  assert.deepEqual([count({ level: '1' }), count({ level: '2' })], [70, 183])
  const [, met, not, others] = /Of the 253 lines (\d+) are met, (\d+) are not, and (\d+) are not ours/.exec(page) ?? []
  assert.deepEqual([count({ said: 'met' }), count({ said: 'not met' }), count({ said: 'not ours' })].map(String), [
    met,
    not,
    others,
  ])
})
