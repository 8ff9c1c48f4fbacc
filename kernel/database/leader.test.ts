import assert from 'node:assert/strict'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { testOnServer } from '#testing/database.ts'
import { findPostgres, type OwnServer, startPostgres } from '#testing/postgres.ts'
import { type Database, openServer } from './open.ts'
import { within } from './within.ts'

const programs = findPostgres() ?? ''

testOnServer('of two servers the one that takes writes is spoken to, also when they change places', async () => {
  const [first, second] = await Promise.all([startPostgres(programs), startPostgres(programs)])
  const host = new URL(first.address).host
  const database = openServer(second.address.replace(new URL(second.address).host, (other) => `${other},${host}`))
  try {
    for (const server of [first, second]) await onIt(server, 'create table written (by_whom text)')
    await follow(second)
    await write(database, 'one')
    assert.deepEqual(await writtenAt(first), ['one'])
    // The first becomes a follower without a word to those who are connected to it, as after a failover that they did not see.
    await lead(second)
    await follow(first)
    // A server reads what it was told when it comes to it: until then it takes what is written.
    await until(() => assert.rejects(write(database, 'early'), { code: '25006' }))
    await until(() => write(database, 'two'))
    assert.deepEqual(await writtenAt(second), ['two'])
  } finally {
    await database.close()
    await Promise.all([first.stop(), second.stop()])
  }
})

testOnServer('a server that does not answer any more is left for the one that leads by then', async () => {
  const [first, second] = await Promise.all([startPostgres(programs), startPostgres(programs)])
  const host = new URL(second.address).host
  const database = openServer(first.address.replace(new URL(first.address).host, (other) => `${other},${host}`))
  try {
    for (const server of [first, second]) await onIt(server, 'create table written (by_whom text)')
    await follow(second)
    await write(database, 'one')
    process.kill(first.pid(), 'SIGSTOP')
    // Who is connected waits for an answer that never comes, until it is noticed that another leads.
    const waiting = within(database, { as: 'owner' }, (connection) => sql`select pg_sleep(60)`.execute(connection))
    await lead(second)
    await assert.rejects(waiting, /Connection terminated/)
    await until(() => write(database, 'two'))
    assert.deepEqual(await writtenAt(second), ['two'])
  } finally {
    process.kill(first.pid(), 'SIGCONT')
    await database.close()
    await Promise.all([first.stop(), second.stop()])
  }
})

const write = (database: Database, who: string) =>
  within(database, { as: 'owner' }, (connection) => sql`insert into written values (${who})`.execute(connection))

async function writtenAt({ address }: OwnServer): Promise<string[]> {
  const database = openServer(address)
  const { rows } = await sql<{ by_whom: string }>`select by_whom from written`.execute(database.kysely)
  await database.close()
  return rows.map((row) => row.by_whom)
}

const follow = (server: OwnServer) =>
  onIt(server, 'alter system set default_transaction_read_only = on', 'select pg_reload_conf()')
const lead = (server: OwnServer) =>
  onIt(
    server,
    'set default_transaction_read_only = off',
    'alter system reset default_transaction_read_only',
    'select pg_reload_conf()',
  )

async function onIt({ address }: OwnServer, ...statements: string[]): Promise<void> {
  const database = openServer(address)
  await database.kysely.connection().execute(async (connection) => {
    for (const statement of statements) await sql.raw(statement).execute(connection)
  })
  await database.close()
}

async function until(attempt: () => Promise<unknown>): Promise<void> {
  for (let left = 100; ; left -= 1) {
    const done = await attempt().then(
      () => true,
      (error: unknown) => {
        if (left === 0) throw error
        return false
      },
    )
    if (done) return
    await sleep(100)
  }
}
