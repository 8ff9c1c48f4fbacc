import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import type { Page } from 'playwright-core'
import { flawsOf } from './axe.ts'
import { openDoors } from './doors.ts'
import { knock, letIn, without } from './people.ts'

suite('an administrator at a desk', { skip: without }, () => {
  const doors = openDoors()

  const open = async (account: string, password: string): Promise<Page> => {
    const page = await (await doors.browser.desk({ extraHTTPHeaders: doors.house.headers })).newPage()
    await knock(page, account, password)
    return page
  }

  test('makes a grid worker and gives them a post; they set a password of their own and find their queue', async () => {
    const admin = await open(`admin.${doors.house.district}`, doors.house.password)
    await admin.waitForURL('**/console/start')
    await admin.goto('/console/people')
    await admin.getByText('王敏').waitFor()
    await admin.getByText('新建账号').click()
    await admin.getByLabel('姓名', { exact: true }).fill('郭新')
    await admin.getByLabel('账号（字母、数字）').fill(`guoxin.${doors.house.district}`)
    await admin.getByRole('button', { name: '建好' }).click()
    const password = (await admin.getByTestId('first-password').textContent()) ?? ''
    await admin.getByLabel('搜索姓名或账号').fill('郭新')
    await admin.getByText('王敏').waitFor({ state: 'detached' })
    const card = admin.locator('.card', { hasText: '郭新' })
    await card.getByText('给岗位').click()
    await card.getByLabel('网格', { exact: true }).fill('nowhere')
    await card.getByText('没有这个名称').waitFor()
    await card.getByLabel('网格', { exact: true }).fill('松园')
    await card.getByRole('button', { name: /^松园网格/ }).click()
    await card.getByRole('button', { name: '任命' }).click()
    await card.getByText('松园网格 网格员').waitFor()
    assert.deepEqual(await flawsOf(admin), [])

    const worker = await open(`guoxin.${doors.house.district}`, password)
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

  test('gives a first password that is pasted; one of their own shows to nobody, is kept by a manager, and is taken with its spaces', async () => {
    const admin = await (await doors.browser.desk({ extraHTTPHeaders: doors.house.headers })).newPage()
    await letIn(admin, doors.house, 'admin')
    const account = `lugu.${doors.house.district}`
    const made = await admin.request.post('/api/people', { data: { name: '陆谷', account } })
    const { password }: { password: string } = await made.json()
    const page = await (await doors.browser.desk({ extraHTTPHeaders: doors.house.headers })).newPage()
    /** What a browser and a manager of passwords are told of each field in which one is typed. */
    const fields = () =>
      page
        .locator('form input')
        .evaluateAll((all) => all.map((one) => `${one.getAttribute('type')} ${one.getAttribute('autocomplete')}`))

    await page.goto('/work')
    await page.getByLabel('密码').waitFor()
    assert.deepEqual((await fields()).slice(0, 2), ['text username', 'password current-password'])
    await page.getByLabel('账号').fill(password)
    await page.getByLabel('账号').press('Control+A')
    await page.getByLabel('账号').press('Control+X')
    await page.getByLabel('密码').press('Control+V')
    assert.equal(await page.getByLabel('密码').inputValue(), password)
    await page.getByLabel('账号').fill(account)
    await page.getByRole('button', { name: '登录', exact: true }).click()

    await page.getByLabel('新密码').waitFor()
    assert.deepEqual(await fields(), ['password current-password', 'password new-password'])
    const own = `  ${'steps to the gate and '.repeat(5)}back `
    await page.getByLabel('现在的密码').fill(password)
    await page.getByLabel('新密码').fill(own)
    await page.getByRole('button', { name: '换好了' }).click()
    await page.getByRole('heading', { name: '待办' }).waitFor()
    const trimmed = await open(account, own.trim())
    await trimmed.getByText('账号、密码或验证码不正确').waitFor()
    await (await open(account, own)).getByRole('heading', { name: '待办' }).waitFor()
  })

  test('appoints a security administrator, who asks for a second factor and an auditor, who reads all of it', async () => {
    const admin = await open(`admin.${doors.house.district}`, doors.house.password)
    await admin.waitForURL('**/console/start')
    /** Makes somebody with a password of their own. */
    const made = async (name: string, account: string): Promise<void> => {
      await admin.goto('/console/people')
      await admin.getByText('新建账号').click()
      await admin.getByLabel('姓名', { exact: true }).fill(name)
      await admin.getByLabel('账号（字母、数字）').fill(`${account}.${doors.house.district}`)
      await admin.getByRole('button', { name: '建好' }).click()
      const password = (await admin.getByTestId('first-password').textContent()) ?? ''
      const own = await open(`${account}.${doors.house.district}`, password)
      await own.getByLabel('现在的密码').fill(password)
      await own.getByLabel('新密码').fill('my own long secret')
      await own.getByRole('button', { name: '换好了' }).click()
      await own.getByRole('heading', { name: '待办' }).waitFor()
      await own.context().close()
    }
    const give = async (page: Page, name: string, role: string, words: string, given = true): Promise<void> => {
      await page.goto('/console/people')
      await page.getByLabel('搜索姓名或账号').fill(name)
      const card = page.locator('.card', { hasText: name })
      await page.getByText('王敏').waitFor({ state: 'detached' })
      await card.getByText('给岗位').click()
      await card.getByLabel('岗位', { exact: true }).selectOption(role)
      const button = card.getByRole('button', { name: '任命', exact: true })
      if (given) await button.click()
      else assert.equal(await button.isDisabled(), true, 'what may not be given is said before anything is pressed')
      await card.getByText(words).first().waitFor()
    }
    await made('安全员', 'guard')
    await give(admin, '安全员', 'securityAdmin', '试验区 安全管理员')
    await made('审计员', 'auditor')
    await give(admin, '审计员', 'auditAdmin', '管理员岗位由安全管理员任命', false)

    const guard = await open(`guard.${doors.house.district}`, 'my own long secret')
    await guard.waitForURL('**/console/people')
    await give(guard, '审计员', 'auditAdmin', '试验区 审计管理员')
    await guard.goto('/console/second-factor')
    await guard.getByLabel('督办员').check()
    await guard.getByRole('button', { name: '保存' }).click()
    await guard.getByRole('button', { name: '已保存' }).waitFor()
    assert.deepEqual(await flawsOf(guard), [])

    const auditor = await open(`auditor.${doors.house.district}`, 'my own long secret')
    await auditor.waitForURL('**/console/changes')
    await auditor.getByRole('cell', { name: '改动态口令要求' }).waitFor()
    assert.ok((await auditor.getByRole('cell', { name: '任命' }).count()) >= 2)
    assert.deepEqual(await flawsOf(auditor), [])
  })
})
