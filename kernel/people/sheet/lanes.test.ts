import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setImmediate as turn } from 'node:timers/promises'
import { lanes } from './lanes.ts'

test('two lanes let two works run at a time, whoever asks; one that fails makes room too', async () => {
  const inLane = lanes(2)
  let [running, most] = [0, 0]
  const work = (number: number) => async () => {
    most = Math.max(most, ++running)
    await turn()
    running--
    if (number === 1) throw new Error('fails')
    return number
  }
  const done = await Promise.allSettled([0, 1, 2, 3, 4, 5].map((number) => inLane(work(number))))
  assert.deepEqual(
    done.map((one) => (one.status === 'fulfilled' ? one.value : 'failed')),
    [0, 'failed', 2, 3, 4, 5],
  )
  assert.equal(most, 2)
  assert.equal(await inLane(work(6)), 6, 'free again')
})
