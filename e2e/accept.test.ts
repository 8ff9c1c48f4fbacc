import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import type { Page } from 'playwright-core'
import { openDoors } from './doors.ts'
import { knock, reportAtDoor, signIn, without } from './people.ts'

suite('a grid worker with a phone, and a clerk at a desk', { skip: without }, () => {
  const doors = openDoors()

  const sit = async (at: 'phone' | 'desk'): Promise<Page> => {
    const page = await (await doors.browser[at]({ extraHTTPHeaders: doors.house.headers })).newPage()
    page.setDefaultTimeout(10_000)
    return page
  }

  test('a report is accepted in one tap, dispatched to the unit that its category leads to, and received by keyboard', async () => {
    const resident = await sit('phone')
    const number = await reportAtDoor(resident, '路灯不亮，晚上很黑')

    const worker = await sit('phone')
    await signIn(worker, doors.house, 'wangMin')
    await worker.getByRole('button', { name: '承单' }).tap()
    await worker.getByText(`${number} 已承接`).waitFor()
    await worker.getByRole('link', { name: /办理中/ }).tap()
    await worker.getByRole('link', { name: /路灯/ }).tap()
    await worker.getByRole('button', { name: '派单', exact: true }).tap()
    // The unit is suggested: sending is the third tap.
    await worker.locator('form').getByText('区综合行政执法局').waitFor()
    await worker.locator('form').getByRole('button', { name: '派单', exact: true }).tap()
    await worker.getByText('派单：好了').waitFor()

    const clerk = await sit('desk')
    await signIn(clerk, doors.house, 'lamps')
    await clerk.getByRole('link', { name: /路灯/ }).waitFor()
    await clerk.keyboard.press('j')
    await clerk.keyboard.press('a')
    await clerk.getByText(`${number} 已承接`).waitFor()
    await clerk.goto('/work/queue?tab=hand')
    await clerk.getByRole('link', { name: /路灯/ }).waitFor()
    await clerk.keyboard.press('j')
    await clerk.keyboard.press('Enter')
    await clerk.getByRole('heading', { name: '办理经过' }).waitFor()

    // The reporter sees every step, live.
    await resident.getByRole('link', { name: '去我的报单' }).tap()
    await resident.getByRole('button', { name: '看进展' }).tap()
    await resident.locator('.chip', { hasText: '办理中' }).waitFor()
    assert.ok(await resident.locator('.history').getByText('派给了承办单位').isVisible())
  })

  test('a wrong password says so, and keeps the name that was typed', async () => {
    const page = await sit('desk')
    await knock(page, `wangMin.${doors.house.district}`, 'something else')
    await page.getByRole('alert').waitFor()
    assert.equal(await page.getByLabel('账号').inputValue(), `wangMin.${doors.house.district}`)
  })
})
