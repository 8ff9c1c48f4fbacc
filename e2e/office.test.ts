import assert from 'node:assert/strict'
import { before, suite, test } from 'node:test'
import { appoint } from './appoint.ts'
import { flawsOf } from './axe.ts'
import { openDoors } from './doors.ts'
import { letIn, sit, without } from './people.ts'
import { quiet } from './quiet.ts'

suite('administrators who are held to the office', { skip: without }, () => {
  const doors = openDoors(undefined, { proxies: '127.0.0.1', office: '10.2.0.0/16' })
  before(() => appoint(doors.house, { guard: ['安全员', 'securityAdmin'] }))

  test('one who opens the console elsewhere is told to go there, and goes on when there', async () => {
    const guard = await sit(doors, 'phone')
    await letIn(guard, doors.house, 'guard')
    await guard.goto('/console/idle-ends')
    await guard.getByRole('heading', { name: '这个岗位要在办公网络里用' }).waitFor()
    await quiet(guard)
    assert.deepEqual(await flawsOf(guard), [])
    const again = guard.getByRole('button', { name: '换好了，再试一次' })
    await again.click()
    await guard.getByText('还不在规定的网络里').waitFor()

    await guard.context().setExtraHTTPHeaders({ ...doors.house.headers, 'x-forwarded-for': '10.2.0.9' })
    await again.click()
    await guard.getByLabel('承办单位经办人').waitFor()
  })
})
