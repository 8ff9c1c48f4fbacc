import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { migrate } from '#kernel/database/migrate.ts'
import type { Database } from '#kernel/database/open.ts'
import { blankDatabase, testDatabase } from '#testing/database.ts'
import { allMigrations } from './migrations.ts'

test('an installation that took every version one by one, as a cluster too, ends with the tables of one that starts today', async () => {
  const migrations = await allMigrations()
  const grown = await blankDatabase()
  try {
    const first = 1 + migrations.findIndex(({ statements }) => statements.includes('create table place.districts'))
    for (let known = first; known <= migrations.length; known++) await migrate(grown, migrations.slice(0, known))
    const columns = await columnsOf(grown)
    assert.ok(columns.length > 300, `${columns.length} columns`)
    assert.deepEqual(columns, await columnsOf(await testDatabase()))
  } finally {
    await grown.close()
  }
})

/** Every column of every table, as a line. */
async function columnsOf({ kysely }: Database): Promise<string[]> {
  const { rows } = await sql<{ line: string }>`
    select concat_ws(' ', c.oid::regclass, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull, pg_get_expr(d.adbin, d.adrelid)) as line
    from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
      left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
    where c.relkind in ('r', 'p') and not c.relispartition and not a.attisdropped
      and n.nspname <> all ('{pg_catalog,information_schema,public,columnar_internal}')
    order by 1`.execute(kysely)
  return rows.map(({ line }) => line)
}
