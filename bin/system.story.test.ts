import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { ruleSuggester } from '#capabilities/cases/suggesting.ts'
import { migrate } from '#kernel/database/migrate.ts'
import type { Database } from '#kernel/database/open.ts'
import { systemClock } from '#kernel/time/clock.ts'
import { freshKeyring } from '#kernel/vault/keyring.ts'
import { blankDatabase, testDatabase } from '#testing/database.ts'
import { setStage } from '#testing/stage.ts'
import { furnish } from './house.ts'
import { allMigrations } from './migrations.ts'

async function probes(database: Database, leaving: () => boolean = () => false) {
  const ground = { database, clock: systemClock, ring: freshKeyring(), suggester: ruleSuggester() }
  const { app } = await furnish({ ...ground, files: '/nowhere', sendCode: async () => ({}), leaving })
  return async (url: string) => {
    const reply = await app.inject({ url })
    return `${reply.statusCode} ${reply.json().status}`
  }
}

test('a process is ready until it is about to stop; it lives and is well all the while', async () => {
  let stopping = false
  const ask = await probes(await testDatabase(), () => stopping)
  assert.deepEqual([await ask('/livez'), await ask('/healthz'), await ask('/readyz')], ['200 alive', '200 ok', '200 ready'])
  stopping = true
  assert.deepEqual([await ask('/livez'), await ask('/healthz'), await ask('/readyz')], ['200 alive', '200 ok', '503 leaving'])
})

test('a process whose database is away is not ready, and is not to be started anew for it', async () => {
  const script = async () => {
    throw new Error('away')
  }
  const ask = await probes({ ...(await testDatabase()), script })
  assert.deepEqual([await ask('/livez'), await ask('/healthz'), await ask('/readyz')], ['200 alive', '503 down', '503 away'])
})

test('a process is not ready on a database that lacks one of its migrations; a newer one keeps it till it is replaced', async () => {
  const database = await blankDatabase()
  const all = await allMigrations()
  const ran = (name: string) => sql`insert into migrations (name, checksum) values (${name}, '')`.execute(database.kysely)
  await migrate(database, all.slice(0, 1))
  const ask = await probes(database)
  assert.equal(await ask('/readyz'), '503 behind')
  for (const { name } of all.slice(1, -1)) await ran(name)
  assert.equal(await ask('/readyz'), '503 behind')
  await ran(all.at(-1)?.name ?? '')
  assert.equal(await ask('/readyz'), '200 ready')
  await ran('kernel/later/migrations/001-later.sql')
  assert.equal(await ask('/readyz'), '200 ready')
  await database.close()
})

test('a process that leaves lets live pages go instead of waiting for them', async () => {
  const stage = await setStage()
  const address = await stage.app.listen({ host: '127.0.0.1', port: 0 })
  const { cookie = '' } = await stage.at('wangMin')
  const page = (await fetch(`${address}/api/live`, { headers: { cookie } })).body?.getReader()
  assert.match(new TextDecoder().decode((await page?.read())?.value), /^retry: 3000/)
  stage.live.close()
  assert.equal((await page?.read())?.done, true)
  await stage.app.close()
})
