import assert from 'node:assert/strict'
import { before, suite, test } from 'node:test'
import { systemClock } from '#kernel/time/clock.ts'
import { appoint } from './appoint.ts'
import { flawsOf } from './axe.ts'
import { openDoors } from './doors.ts'
import { letIn, sit, without } from './people.ts'

let ahead = 0
/** The house's clock, which is moved along with the page's. */
const clock = () => systemClock().add({ seconds: ahead })

suite('desks that somebody leaves', { skip: without }, () => {
  const doors = openDoors(undefined, { clock })
  before(() => appoint(doors.house, { guard: ['安全员', 'securityAdmin'] }))

  test('a clerk away for a quarter of an hour is warned, signed out, told why, and back where they were', async () => {
    const guard = await sit(doors, 'desk')
    await letIn(guard, doors.house, 'guard')
    await guard.goto('/console/idle-ends')
    await guard.getByLabel('承办单位经办人').selectOption({ label: '15 分钟' })
    await guard.getByRole('button', { name: '保存' }).click()
    await guard.getByRole('button', { name: '已保存' }).waitFor()
    assert.deepEqual(await flawsOf(guard), [])

    const clerk = await sit(doors, 'desk')
    await clerk.clock.install()
    await letIn(clerk, doors.house, 'lamps')
    await clerk.goto('/console/cases')
    const heading = clerk.getByRole('heading', { name: '事项' }).first()
    await heading.waitFor()
    const passes = async (minutes: number) => {
      ahead += minutes * 60
      await clerk.clock.runFor(minutes * 60_000)
    }
    const warning = clerk.getByText('一分钟内没有操作就会自动退出')
    await passes(14.5)
    await warning.waitFor()
    assert.deepEqual(await flawsOf(clerk), [])
    await clerk.keyboard.press('Shift')
    await warning.waitFor({ state: 'detached' })
    await passes(14)
    assert.equal(await heading.count(), 1, 'a key has begun the time anew')
    await passes(1.5)
    await clerk.getByText('15 分钟没有操作，已自动退出').waitFor()
    assert.equal(await heading.count(), 0, 'nothing is left on the screen')
    await clerk.getByLabel('账号').fill(`lamps.${doors.house.district}`)
    await clerk.getByLabel('密码').fill(doors.house.password)
    await clerk.getByRole('button', { name: '登录', exact: true }).click()
    await heading.waitFor()
    assert.match(clerk.url(), /\/console\/cases$/)
  })

  test('who signs out without a network is told so, and is out once there is one', async () => {
    const clerk = await sit(doors, 'desk')
    await letIn(clerk, doors.house, 'lamps')
    await clerk.goto('/console/cases')
    const out = clerk.locator('.foot').getByRole('button', { name: '退出登录' })
    await out.waitFor()
    await clerk.context().setOffline(true)
    await out.click()
    await clerk.locator('.foot').getByRole('alert').waitFor()
    await clerk.context().setOffline(false)
    await out.click()
    await clerk.getByLabel('密码').waitFor()
    assert.match(clerk.url(), /\/work$/)
    assert.equal((await (await clerk.request.get('/api/session')).json()).signedIn, false)
  })
})
