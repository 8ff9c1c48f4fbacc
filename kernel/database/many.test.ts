import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { testDatabase } from '#testing/database.ts'
import { inSizes, writeMany } from './many.ts'
import { within } from './within.ts'

test('rows are written in parts of few sizes, in their order, and a few of them at once', () => {
  const sizes = new Set<number>()
  for (let count = 0; count <= 450; count += 1) {
    const rows = Array.from({ length: count }, (_, place) => place)
    const parts = inSizes(rows)
    assert.deepEqual(parts.flat(), rows)
    if (count > 0 && count <= 10) assert.equal(parts.length, 1)
    for (const { length } of parts) sizes.add(length)
  }
  assert.ok(sizes.size <= 12, `${sizes.size} sizes are as many statements to keep prepared`)
  assert.ok(inSizes(Array.from({ length: 499 })).length <= 14)
})

test('rows whose key is there already, in whatever part they are written, take the place of those', async () => {
  const database = await testDatabase()
  const district = 'many'
  const rowsAt = (revision: number) =>
    Array.from({ length: 123 }, (_, place) => ({
      ...{ district, source: 'things', day: Temporal.PlainDate.from('2199-01-01').add({ days: place }).toString() },
      ...{ revision, definition: `of ${revision}` },
    }))
  const rows = await within(database, { as: 'owner', district }, async (connection) => {
    for (const revision of [1, 2])
      await writeMany(connection, 'metric', 'tallied', rowsAt(revision), ['district', 'source', 'day'])
    const found = await sql<{ day: string; revision: number; definition: string }>`
      select day::text as day, revision, definition from metric.tallied where district = ${district} order by day`.execute(
      connection,
    )
    return found.rows
  })
  assert.deepEqual(
    rows,
    rowsAt(2).map(({ day, revision, definition }) => ({ day, revision, definition })),
  )
})
