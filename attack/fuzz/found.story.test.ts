import assert from 'node:assert/strict'
import { testOnServer } from '#testing/database.ts'
import { doorsOf } from '../matrix/doors.ts'
import { furnishedDistrict } from '../world.ts'
import { found as frozen } from './found.ts'
import { judgeIn } from './judge.ts'

// What is refused is so before every database, and a furnished district takes long.
testOnServer('what the fuzz once found is refused, as all else is', async () => {
  const world = await furnishedDistrict()
  const doors = doorsOf(JSON.parse((await world.app.inject({ url: '/openapi.json' })).body))
  const { send, found, end } = await judgeIn(world)
  try {
    for (const { once, route, by, request } of frozen) {
      const door = doors.find((one) => one.route === route)
      assert.ok(door, `there is no ${route}`)
      const status = await send(door, request, by, once)
      assert.ok(status !== undefined && status >= 400 && status < 500, `${once}: ${status}`)
    }
  } finally {
    await end()
  }
  assert.deepEqual(found, { faults: [], hangs: [], changes: [], unlike: [] })
})
