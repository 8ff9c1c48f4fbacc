import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { testDatabase } from '#testing/database.ts'
import { within } from './within.ts'

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
