import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setStage } from '#testing/stage.ts'
import { doorsOf } from './doors.ts'
import { expected, tables } from './expected.ts'
import { own } from './own.ts'
import { withSecret } from './secrets.ts'
import { unopened } from './unopened.ts'

test('of every operation of the interface somebody has said who may', async () => {
  const stage = await setStage()
  const doors = doorsOf((await stage.nobody().get('/openapi.json')).body).map(({ route }) => route)
  assert.equal(tables.flatMap(Object.keys).length, Object.keys(expected).length, 'an operation stands in two tables')
  const said = [...Object.keys(expected), ...Object.keys(own), ...Object.keys(withSecret)]
  assert.deepEqual(
    doors.filter((route) => !said.includes(route)),
    [],
    'attack/matrix/expected.ts has no row for it',
  )
  assert.deepEqual(
    [...said, ...unopened.keys()].filter((route) => !doors.includes(route)),
    [],
    'a row for what there is no more',
  )
})
