import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { settings } from './settings.ts'

const root = join(import.meta.dirname, '..')

/** The variables that the program names: what it reads, and what it tells people to set. */
function namedIn(folders: string): Set<string> {
  const files = globSync(`${folders}/**/*.{ts,mjs}`, { cwd: root }).filter(
    (file) => !/\.test\.ts$|^bin\/(tools|test\.mjs|settings\.ts)|\/pages\//.test(file),
  )
  assert.ok(files.length > 300, `${files.length} files`)
  const text = files.map((file) => readFileSync(join(root, file), 'utf8')).join('\n')
  return new Set(
    [...text.matchAll(/\b(LINLI_[A-Z_]*[A-Z]|DATABASE_URL(?:_FILE)?)\b|process\.env\.(\w+)/g)].map(
      ([, ours, any]) => ours ?? any ?? '',
    ),
  )
}

test('the page of settings has every variable that the program reads, and no other', () => {
  const named = namedIn('{bin,kernel,capabilities,gateways}')
  // Where programs lie is the system's to say.
  named.delete('PATH')
  assert.deepEqual([...named].sort(), Object.keys(settings).sort())
})
