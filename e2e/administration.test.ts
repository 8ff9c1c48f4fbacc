import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { after, before, suite, test } from 'node:test'
import type { Page } from 'playwright-core'
import { flawsOf } from './axe.ts'
import { type Browser, openBrowser } from './browser.ts'
import { type OpenHouse, openHouse } from './openHouse.ts'

const without = existsSync('/usr/bin/chromium') ? false : 'needs Chromium at /usr/bin/chromium: apt-get install chromium'

suite('an administrator at a desk', { skip: without }, () => {
  let house: OpenHouse
  let browser: Browser
  before(async () => {
    house = await openHouse()
    browser = await openBrowser(house.address)
  })
  after(async () => {
    await browser.close()
    await house.close()
  })

  const open = async (account: string, password: string): Promise<Page> => {
    const page = await (await browser.desk({ extraHTTPHeaders: house.headers })).newPage()
    page.setDefaultTimeout(10_000)
    await page.goto('/work')
    await page.getByLabel('账号').fill(account)
    await page.getByLabel('密码').fill(password)
    await page.getByRole('button', { name: '登录', exact: true }).click()
    return page
  }

  test('makes a grid worker and gives them a post; they set a password of their own and find their queue', async () => {
    const admin = await open(`admin.${house.district}`, house.password)
    await admin.waitForURL('**/work/queue**')
    await admin.goto('/console/people')
    await admin.getByText('王敏').waitFor()
    await admin.getByText('新建账号').click()
    await admin.getByLabel('姓名', { exact: true }).fill('郭新')
    await admin.getByLabel('账号（字母、数字）').fill(`guoxin.${house.district}`)
    await admin.getByRole('button', { name: '建好' }).click()
    const password = (await admin.getByTestId('first-password').textContent()) ?? ''
    await admin.getByLabel('搜索姓名或账号').fill('郭新')
    await admin.getByText('王敏').waitFor({ state: 'detached' })
    const card = admin.locator('.card', { hasText: '郭新' })
    await card.getByText('给岗位').click()
    await card.getByLabel('网格编码').fill('nowhere')
    await card.getByRole('button', { name: '任命' }).click()
    await card.getByText('没有这个单位或网格').waitFor()
    await card.getByLabel('网格编码').fill('g-pine')
    await card.getByRole('button', { name: '任命' }).click()
    await card.getByText('松园网格 网格员').waitFor()
    assert.deepEqual(await flawsOf(admin), [])

    const worker = await open(`guoxin.${house.district}`, password)
    await worker.getByRole('heading', { name: '先换成您自己的密码' }).waitFor()
    await worker.getByLabel('现在的密码').fill(password)
    await worker.getByLabel('新密码').fill('my own long secret')
    await worker.getByRole('button', { name: '换好了' }).click()
    await worker.getByRole('heading', { name: '待办' }).waitFor()
    await worker.getByText('松园网格 网格员').waitFor()

    // The post is ended, asked once: nothing is to be seen any more.
    await card.getByRole('button', { name: '免去' }).click()
    await card.getByRole('button', { name: '确定免去，今天起生效' }).click()
    await card.getByText('没有岗位').waitFor()
  })
})
