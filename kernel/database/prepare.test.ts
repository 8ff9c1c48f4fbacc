import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { PGlite } from '@electric-sql/pglite'
import { prepareStatements, runScript } from './prepare.ts'

let database: PGlite
before(async () => {
  database = await PGlite.create()
  await database.exec('create table t (id text primary key, at timestamptz, many text[], told jsonb, count integer, raw bytea)')
})
after(() => database.close())

test('a statement that is kept answers as one that is not, each time it is asked', async () => {
  const plain = await PGlite.create()
  prepareStatements(database)
  await plain.exec('create table t (id text primary key, at timestamptz, many text[], told jsonb, count integer, raw bytea)')
  const insert = 'insert into t values ($1, $2, $3, $4, $5, $6) returning *'
  const rows = [
    ['a', new Date(0), ['x', 'y, "z"'], { of: [1, null] }, 7, new Uint8Array([0, 255])],
    ['b', '2026-03-01T00:00:00Z', [], '{"text":"路灯"}', '8', null],
    ['c', null, null, null, undefined, null],
  ]
  const same = async (text: string, values: unknown[]) => {
    const [some, others] = [await database.query(text, values), await plain.query(text, values)]
    assert.deepEqual([some.rows, some.affectedRows], [others.rows, others.affectedRows])
  }
  for (const values of rows) await same(insert, values)
  const found = 'select count(*) as all, max(count) as most from t where id = any ($1) and count > $2::integer'
  for (const ids of [['a', 'b'], [], ['c']]) await same(found, [ids, 1])
  for (const id of ['c', 'c', 'nobody']) {
    await same('update t set count = count + $1 where id <> $2', [1, id])
    await same('delete from t where id = $1', [id])
  }
  await plain.close()
})

test('a statement that fails says why, and leaves the next as it was: alone, in a transaction, prepared or not yet', async () => {
  const coded = (code: string) => (error: unknown) => error instanceof Error && 'code' in error && error.code === code
  const insert = 'insert into t (id) values ($1)'
  for (const _ of [1, 2]) await assert.rejects(database.query('select $1 frm nowhere', ['x']), coded('42601'))
  await database.query(insert, ['once'])
  await assert.rejects(database.query(insert, ['once']), coded('23505'))
  await runScript(database, 'begin; set local statement_timeout = 1000')
  await assert.rejects(database.query(insert, ['once']), coded('23505'))
  await assert.rejects(database.query(insert, ['another']), coded('25P02'))
  await assert.rejects(runScript(database, 'select 1'), coded('25P02'))
  await runScript(database, 'rollback')
  await assert.rejects(runScript(database, 'selec 1; select 2'), coded('42601'))
  await database.query(insert, ['another'])
  await assert.rejects(database.query('select $1::integer', ['no number']), coded('22P02'))
  assert.deepEqual((await database.query('select $1::integer as number', [5])).rows, [{ number: 5 }])
  assert.equal((await database.query('select id from t where id = any ($1)', [['once', 'another']])).rows.length, 2)
})
