import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { onOneServer } from '#testing/database.ts'
import { askTwice, assignEverywhere } from './assigning.ts'
import { fieldGround } from './ground.ts'
import { stateEverywhere } from './statements.ts'
import { widenEverywhere } from './widening.ts'

// Fields are the same before every database, and asking takes long. One statement a field here; all of them in each are for `npm run attack -- fields`.
const ground = onOneServer ? await fieldGround() : undefined
suite('in every field of every operation', () => {
  if (!ground) return

  test('SQL is words: none is run, breaks anything, leaves anything behind a refusal, or reaches another district', async () => {
    const { fields, found } = await stateEverywhere(ground, { quick: true })
    assert.deepEqual(found, [])
    assert.ok(fields > 250, `${fields} fields`)
  })

  test('what would be true of all rows makes no list longer', async () => {
    const { narrowed, found } = await widenEverywhere(ground, { quick: true })
    assert.deepEqual(found, [])
    assert.ok(narrowed > 20, `${narrowed} fields narrow what they give`)
  })

  test('what is the server’s to say is refused, in each object of a body', async () => {
    const { tried, found } = await assignEverywhere(ground)
    assert.deepEqual(found, [])
    assert.ok(tried > 800, `${tried} fields`)
  })

  test('a parameter that is none changes nothing, and one that comes twice is refused', async () => {
    assert.deepEqual(await askTwice(ground), [])
  })
})
