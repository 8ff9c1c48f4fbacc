import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import type { Page, Route } from 'playwright-core'
import { flawsOf } from './axe.ts'
import { openDoors } from './doors.ts'
import { letIn, openAtDesk, without } from './people.ts'
import { plant } from './plant.ts'

suite('a session that ends while somebody writes at a desk', { skip: without }, () => {
  const doors = openDoors()

  const open = (name: string, address: string): Promise<Page> => openAtDesk(doors, name, address)
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
    await page.reload()
    await page.getByRole('heading', { name: '来电来访登记' }).waitFor()
    assert.equal(await page.getByLabel('什么事').inputValue(), '')
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

  test('or a reload, or a detour, costs whoever takes a call nothing: it is theirs alone, until it is filed or they sign out', async () => {
    const page = await open('dispatcher', '/console/intake')
    await call(page, '南门的水管漏水')
    await page.reload()
    await page.getByText('上次没登记完的还在').waitFor()
    assert.equal(await page.getByLabel('什么事').inputValue(), '南门的水管漏水')
    await page.getByText('3号楼').first().waitFor()
    assert.deepEqual(await flawsOf(page), [])
    await page.getByRole('link', { name: '看板' }).first().click()
    await page.getByRole('heading', { name: '看板' }).waitFor()
    await page.goBack()
    assert.equal(await page.locator('input[type=tel]').inputValue(), '13800007711')
    // Its session ends, and somebody else sits down.
    await page.context().clearCookies()
    await letIn(page, doors.house, 'secretary')
    await page.goto('/console/intake')
    await page.getByRole('heading', { name: '来电来访登记' }).waitFor()
    assert.equal(await page.getByLabel('什么事').inputValue(), '')
    assert.deepEqual(await keptHere(page), [])

    await page.getByLabel('什么事').fill('南门的水管又漏水')
    assert.equal((await keptHere(page)).length, 1)
    await page.getByText('清空，登记新的').waitFor({ state: 'detached' })
    await page.locator('.foot').getByRole('button', { name: '退出登录' }).click()
    await page.getByLabel('密码').waitFor()
    assert.deepEqual(await keptHere(page), [])
  })

  const keptHere = (page: Page) =>
    page.evaluate(() => Object.keys(localStorage).filter((name) => localStorage.getItem(name)?.includes('漏水')))
})
