import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import type { Page, Route } from 'playwright-core'
import { flawsOf } from './axe.ts'
import { openDoors } from './doors.ts'
import { letIn, sit, without } from './people.ts'
import { plant } from './plant.ts'

suite('a session that ends while somebody writes at a desk', { skip: without }, () => {
  const doors = openDoors()

  const open = async (name: string, address: string): Promise<Page> => {
    const page = await sit(doors, 'desk')
    await letIn(page, doors.house, name)
    await page.goto(address)
    return page
  }
  /** Ends the session as something is sent, and no earlier: a page that finds out by itself asks for signing in before. */
  const endsWith = (page: Page, address: string) =>
    page.route(
      address,
      async (route: Route) => {
        await page.context().clearCookies()
        await route.continue()
      },
      { times: 1 },
    )
  const signInAgain = async (page: Page, name: string) => {
    await page.getByText('登录已经过期，没有送出').waitFor()
    assert.deepEqual(await flawsOf(page), [])
    // The cursor is there already.
    await page.keyboard.insertText(`${name}.${doors.house.district}`)
    await page.getByLabel('密码').fill(doors.house.password)
    await page.getByLabel('密码').press('Enter')
    await page.getByText('已登录，写的都在').waitFor()
  }
  const call = async (page: Page, words: string) => {
    await page.locator('input[type=tel]').fill('13800007711')
    await page.getByLabel('什么事').fill(words)
    await page.getByLabel('小区').focus()
    await page.getByRole('button', { name: '梅园小区' }).click()
    await page.getByRole('button', { name: '3号楼' }).click()
    await page.getByText('换一类').waitFor()
  }

  test('costs whoever takes a call no word: they sign in where they are, and file it', async () => {
    const page = await open('dispatcher', '/console/intake')
    await call(page, '北门的路灯不亮')
    await endsWith(page, '**/api/cases')
    await page.getByLabel('什么事').press('Control+Enter')
    await signInAgain(page, 'dispatcher')
    assert.equal(await page.getByLabel('什么事').inputValue(), '北门的路灯不亮')
    await page.keyboard.press('Control+Enter')
    await page.getByText('已登记，编号').waitFor()
  })

  test('costs an administrator nothing of a register’s entry: they sign in under its form, and save it', async () => {
    const page = await open('admin', '/console/stations')
    await plant(page, 'plum', '梅园近邻驿站')
    await page.goto('/console/stations/plum')
    await page.getByLabel('地址').fill('梅园物业楼二层')
    await endsWith(page, '**/api/registers/stations/plum')
    await page.getByRole('button', { name: '保存' }).click()
    await signInAgain(page, 'admin')
    assert.equal(await page.getByLabel('地址').inputValue(), '梅园物业楼二层')
    await page.getByRole('button', { name: '保存' }).click()
    await page.getByText('已保存，现在是第 2 版').waitFor()
  })
})
