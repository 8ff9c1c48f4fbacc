import assert from 'node:assert/strict'
import { after, afterEach, before, suite, test } from 'node:test'
import { sql } from 'kysely'
import { blankDatabase } from '#testing/database.ts'
import { type Migration, migrate } from './migrate.ts'
import type { Database } from './open.ts'

const shelf: Migration = {
  name: 'library/001-shelf.sql',
  statements: 'create table shelf (place text); insert into shelf values (1)',
}
const book: Migration = { name: 'library/002-book.sql', statements: 'create table book (title text)' }
const torn: Migration = { name: 'library/003-torn.sql', statements: 'create table torn (page text); select 1 / 0; select 2' }

suite('migrations', () => {
  let database: Database
  before(async () => {
    database = await blankDatabase()
  })
  afterEach(() => database.script(database.kysely, 'drop table if exists migrations, shelf, book, torn'))
  after(() => database.close())

  const tables = async () => {
    const { rows } = await sql<{ name: string }>`
      select tablename as name from pg_tables where schemaname = 'public' and tablename <> 'spatial_ref_sys' order by 1`.execute(
      database.kysely,
    )
    return rows.map(({ name }) => name)
  }

  test('each runs once, in the order in which they are listed', async () => {
    assert.deepEqual(await migrate(database, [shelf]), [shelf.name])
    assert.deepEqual(await migrate(database, [shelf, book]), [book.name])
    assert.deepEqual(await migrate(database, [shelf, book]), [])
    assert.deepEqual(await tables(), ['book', 'migrations', 'shelf'])
  })

  test('two programs that start together run each of them once between them', async () => {
    const ran = await Promise.all([1, 2, 3].map(() => migrate(database, [shelf, book])))
    assert.deepEqual(ran.flat().sort(), [shelf.name, book.name])
    const { rows } = await sql`select place from shelf`.execute(database.kysely)
    assert.equal(rows.length, 1)
  })

  test('a file that was changed after it had run is refused by name', async () => {
    await migrate(database, [shelf])
    const changed = { ...shelf, statements: `${shelf.statements}; insert into shelf values (2)` }
    await assert.rejects(migrate(database, [changed]), /library\/001-shelf\.sql was changed after it had run.*add a new one/)
  })

  test('a database that a newer program has changed is refused, and nothing runs', async () => {
    await migrate(database, [book])
    await assert.rejects(migrate(database, [shelf]), /newer than this program \(it has library\/002-book\.sql\)/)
    assert.deepEqual(await tables(), ['book', 'migrations'])
  })

  test('one that fails leaves nothing behind, keeps those before it, and can be mended', async () => {
    await assert.rejects(migrate(database, [shelf, torn]), /library\/003-torn\.sql failed: division by zero/)
    assert.deepEqual(await tables(), ['migrations', 'shelf'])
    const mended = { ...torn, statements: 'create table torn (page text)' }
    assert.deepEqual(await migrate(database, [shelf, mended]), [mended.name])
  })
})
