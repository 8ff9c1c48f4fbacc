import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testDatabase } from '#testing/database.ts'
import { clocksDisagree } from './agree.ts'
import { systemClock } from './clock.ts'

test('a clock that is hours away from the database’s is not trusted, and both are told', async () => {
  const database = await testDatabase()
  const now = systemClock()
  assert.equal(await clocksDisagree(database, now), undefined)
  for (const hours of [24 * 365 * 20, 2, -2])
    assert.match((await clocksDisagree(database, now.add({ hours }))) ?? '', /nothing is forgotten until they agree/)
})
