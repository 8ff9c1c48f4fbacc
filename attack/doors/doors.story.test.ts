import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { doors } from './doors.ts'
import { plantedWorld } from './world.ts'

const world = await plantedWorld()

// What takes long, and the rest of people and addresses, is for `npm run attack`.
suite('who reported is not told by', () => {
  for (const { key, name, knock } of doors)
    if (key !== 'disk')
      test(name, async () => {
        assert.deepEqual(await knock(world, { quick: true }), [])
      })
})
