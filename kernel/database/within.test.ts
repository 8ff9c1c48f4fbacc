import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { sql } from 'kysely'
import { testDatabase } from '#testing/database.ts'
import type { Connection, Database } from './open.ts'
import { lastly, within } from './within.ts'

test('whoever sends one transaction after the other lets requests be read in between', async () => {
  const database = await testDatabase()
  let [turns, over] = [0, false]
  const turn = () => {
    turns += 1
    if (!over) setImmediate(turn)
  }
  turn()
  for (let count = 0; count < 20; count += 1)
    await within(database, { as: 'owner' }, (connection) => sql`select 1`.execute(connection))
  over = true
  assert.ok(turns >= 20, `${turns} turns of others`)
})

const owner = { as: 'owner' } as const

describe('a transaction', () => {
  test('of which the beginning fails gives nothing, and keeps nothing, though its first statement was sent', async () => {
    const database = await withShelf()
    const script: Database['script'] = (connection, statements) =>
      database.script(connection, statements.replace(/^begin;/, 'begin; set local role nobody_at_all;'))
    const began = within({ ...database, script }, owner, (connection) => put(connection, 'a'))
    await assert.rejects(began, /nobody_at_all/)
    assert.deepEqual(await onShelf(database), [])
  })

  test('fails with the statement that is left for its end', async () => {
    const database = await withShelf()
    const twice = within(database, owner, async (connection) => {
      await put(connection, 'a')
      lastly(put(connection, 'a'))
      return 'done'
    })
    await assert.rejects(twice, /books_on_shelf_pkey/)
    assert.deepEqual(await onShelf(database), [])
  })

  test('keeps what is left for its end, and not where its result is not to be kept', async () => {
    const database = await withShelf()
    for (const [book, kept] of [
      ['a', true],
      ['b', false],
    ] as const)
      await within(
        database,
        owner,
        async (connection) => void lastly(put(connection, book)),
        () => kept,
      )
    assert.deepEqual(await onShelf(database), ['a'])
  })

  test('ends after all that it sent, also where its connection keeps no more statements prepared', async () => {
    const database = await withShelf()
    await within(database, owner, async (connection) => {
      for (let count = 0; count < 320; count += 1)
        await sql`select ${count}::integer as ${sql.id(`n${count}`)}`.execute(connection)
    })
    await within(
      database,
      owner,
      async (connection) => void lastly(sql`insert into books_on_shelf (book) values (${'a'}), (${'b'})`.execute(connection)),
      () => false,
    )
    assert.deepEqual(await onShelf(database), [])
  })

  test('carries statements out in the order in which they were sent, also where none waits for another', async () => {
    const database = await withShelf()
    const counts = await within(database, owner, (connection) =>
      Promise.all(['a', 'b', 'c'].flatMap((book) => [put(connection, book), onShelfOf(connection)])),
    )
    assert.deepEqual(counts.filter(Array.isArray), [['a'], ['a', 'b'], ['a', 'b', 'c']])
  })
})

async function withShelf(): Promise<Database> {
  const database = await testDatabase()
  await database.script(database.kysely, 'drop table if exists books_on_shelf')
  await database.script(database.kysely, 'create table books_on_shelf (book text primary key)')
  return database
}
const put = (connection: Connection, book: string) => sql`insert into books_on_shelf (book) values (${book})`.execute(connection)
const onShelfOf = async (connection: Connection) => {
  const { rows } = await sql<{ book: string }>`select book from books_on_shelf order by book`.execute(connection)
  return rows.map(({ book }) => book)
}
const onShelf = (database: Database) => within(database, owner, onShelfOf)
