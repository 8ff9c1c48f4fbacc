import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { onOneServer } from '#testing/database.ts'
import { doors } from './doors.ts'
import { plantedWorld } from './world.ts'

// Doors are the same before every database, and knocking takes long. The rest of people and addresses is for `npm run attack`.
const world = onOneServer ? await plantedWorld() : undefined
suite('who reported is not told by', () => {
  for (const { key, name, knock } of doors)
    if (world && key !== 'disk')
      test(name, async () => {
        // As one text, for a report of tests that shortens lists.
        assert.equal((await knock(world, { quick: true })).join('\n'), '')
      })
  if (world)
    test('the log of all that', () => {
      const { found, lines } = world.logged()
      assert.equal(found.join('\n'), '')
      assert.ok(lines > 500, `${lines} lines`)
    })
})
