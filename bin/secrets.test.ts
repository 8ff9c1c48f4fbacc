import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { takeSecrets } from './secrets.ts'

test('a secret is taken from the file that is named; one that is given outright comes first; a file that is not there is told', () => {
  const folder = mkdtempSync(join(tmpdir(), 'linli-secrets-'))
  const file = join(folder, 'database-url')
  writeFileSync(file, 'postgres://linli:secret@database/linli\n')
  const from = (environment: NodeJS.ProcessEnv) => {
    takeSecrets(environment)
    return environment.DATABASE_URL
  }
  assert.equal(from({ DATABASE_URL_FILE: file }), 'postgres://linli:secret@database/linli')
  assert.equal(from({ DATABASE_URL_FILE: file, DATABASE_URL: 'postgres://other' }), 'postgres://other')
  assert.equal(from({}), undefined)
  assert.throws(() => from({ DATABASE_URL_FILE: join(folder, 'nothing') }), /ENOENT/)
  rmSync(folder, { recursive: true })
})
