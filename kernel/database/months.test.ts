import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { testDatabase } from '#testing/database.ts'
import { newId } from './ids.ts'
import { ensureMonths } from './months.ts'
import { within } from './within.ts'

const database = await testDatabase()
const far = Temporal.Instant.from('2199-05-20T00:00:00Z')

test('each month has a partition of its own, made ahead and once, also by two processes together', async () => {
  await Promise.all([ensureMonths(database, far), ensureMonths(database, far)])
  await ensureMonths(database, far)
  const id = newId(Date.parse('2199-06-11T10:00:00Z'))
  const { rows } = await within(database, { as: 'owner', district: 'months' }, async (connection) => {
    await sql`insert into vault.looks (district, id, subject, fields, by_account, by_name, by_role, reason, at)
      values ('months', ${id}, 'nobody', '{}', 'a', 'a', 'a', 'a', now())`.execute(connection)
    return sql`select 1 from vault.looks_2199_06 where district = 'months' and id = ${id}`.execute(connection)
  })
  assert.equal(rows.length, 1)
})
