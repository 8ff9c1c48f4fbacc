import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setStage } from '#testing/stage.ts'
import { doorsOf } from './doors.ts'
import { expected, own, withSecret } from './expected.ts'

test('of every operation of the interface somebody has said who may', async () => {
  const stage = await setStage()
  const doors = doorsOf((await stage.nobody().get('/openapi.json')).body).map(({ route }) => route)
  const said = [...Object.keys(expected), ...own, ...withSecret]
  assert.deepEqual(
    doors.filter((route) => !said.includes(route)),
    [],
    'attack/matrix/expected.ts has no row for it',
  )
  assert.deepEqual(
    said.filter((route) => !doors.includes(route)),
    [],
    'a row for what there is no more',
  )
})
