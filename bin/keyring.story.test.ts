import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, renameSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import type { Connection } from '#kernel/database/open.ts'
import { within } from '#kernel/database/within.ts'
import { addMasterKey, freshKeyring, keyringIn } from '#kernel/vault/keyring.ts'
import { mustFitRing } from '#kernel/vault/named.ts'
import { newDataKey, rewrap } from '#kernel/vault/store.ts'
import { ownDatabase } from '#testing/database.ts'
import { settle } from '#testing/neighbourhood.ts'

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
  assert.match(opened(), /is not the one under which this database is sealed/)

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

test('a database takes the keyring that opens it, also before that was noted, and no copy of before the last rotation', async () => {
  const [file, old] = [join(data, 'ring.json'), join(data, 'old.json')]
  const database = await ownDatabase()
  try {
    const district = await settle(database)
    const ring = await keyringIn(file)
    const sealing = <Result>(work: (connection: Connection) => Promise<Result>) =>
      within(database, { as: 'command', district }, work)
    await sealing(async (connection) => {
      for (const write of newDataKey(ring, { district, subject: 'grandma' }, Temporal.Now.instant()).writes)
        await write.execute(connection)
    })
    await assert.rejects(mustFitRing(database, freshKeyring()), /is not the one/)
    await mustFitRing(database, ring)

    copyFileSync(file, old)
    await addMasterKey(file)
    const rotated = await keyringIn(file)
    await sealing((connection) => rewrap(connection, rotated, district))
    await mustFitRing(database, rotated)
    await assert.rejects(mustFitRing(database, ring), /of before its last rotation/)
    await addMasterKey(old)
    await assert.rejects(mustFitRing(database, await keyringIn(old)), /is not the one/, 'nor what is made of that copy')
  } finally {
    await database.close()
  }
})
