import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, renameSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { keyringIn } from '#kernel/vault/keyring.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const data = mkdtempSync(join(tmpdir(), 'linli-keyring-'))
const keyring = join(data, 'keyring.json')
const { DATABASE_URL: _url, LINLI_KEYRING: _ring, ...environment } = process.env

/** Opens the installation in its folder, as a server does that starts. Gives what it said, or why it did not. */
function opened(): string {
  const code = `import { openSealed } from './bin/ground.ts'
    const { database } = await openSealed()
    await database.close()
    console.log('opened')`
  const env = { ...environment, LINLI_DATA: data }
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', code], {
    ...{ cwd: root, env, encoding: 'utf8', timeout: 120_000 },
  })
  return stdout.includes('opened') ? 'opened' : stderr
}

test('what was sealed under a keyring is opened under no other, and no new one is made for it', async () => {
  assert.equal(opened(), 'opened')
  renameSync(keyring, `${keyring}.aside`)
  assert.match(opened(), /its keyring is not here/)
  assert.equal(existsSync(keyring), false)

  await keyringIn(keyring)
  assert.match(opened(), /is sealed under the keyring [0-9a-f]{16}, and the one here is/)

  renameSync(`${keyring}.aside`, keyring)
  assert.equal(opened(), 'opened')
})

test('a rotation that cannot write, as on a full disk, leaves the keyring as it was', () => {
  const before = readFileSync(keyring, 'utf8')
  const code = `import { addMasterKey } from './kernel/vault/keyring.ts'; await addMasterKey(${JSON.stringify(keyring)})`
  const { status } = spawnSync('bash', ['-c', 'ulimit -f 0; exec "$0" --input-type=module -e "$1"', process.execPath, code], {
    ...{ cwd: root, env: { ...environment, NODE_DISABLE_COMPILE_CACHE: '1' } },
  })
  assert.notEqual(status, 0)
  assert.equal(readFileSync(keyring, 'utf8'), before)
  const whole = spawnSync(process.execPath, ['--input-type=module', '-e', code], { cwd: root, env: environment })
  assert.equal(whole.status, 0)
  assert.equal(JSON.parse(readFileSync(keyring, 'utf8')).current, 2)
  assert.deepEqual(
    readdirSync(data).filter((name) => name.endsWith('.part')),
    [],
  )
})
