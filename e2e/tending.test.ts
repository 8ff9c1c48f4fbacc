import assert from 'node:assert/strict'
import { before, suite, test } from 'node:test'
import { generate } from 'otplib'
import type { Page } from 'playwright-core'
import { everybodysPassword } from '#testing/neighbourhood.ts'
import { openReceiver } from '#testing/receiver.ts'
import { appoint } from './appoint.ts'
import { flawsOf } from './axe.ts'
import { openDoors } from './doors.ts'
import { letIn, report, without } from './people.ts'

process.env.LINLI_WEBHOOK_LOOPBACK = '1'
const appointed = { guard: ['安全员', 'securityAdmin'], auditor: ['审计员', 'auditAdmin'] } as const

suite('administrators who tend the house', { skip: without }, () => {
  const doors = openDoors()
  before(() => appoint(doors.house, appointed))
  const sit = async (name: string): Promise<Page> => {
    const page = await (await doors.browser.desk({ extraHTTPHeaders: doors.house.headers })).newPage()
    await letIn(page, doors.house, name)
    return page
  }

  test('a webhook is made, its secret shown once, tried, paused, and removed', async () => {
    const receiver = await openReceiver()
    const page = await sit('admin')
    await page.goto('/console/webhooks')
    await page.getByText('还没有对接别的系统').waitFor()
    await page.getByText('新增一个对接').click()
    await page.getByLabel('名称').fill('城市大脑')
    await page.getByLabel(/^推送到/).fill('http://example.org/hook')
    await page.getByRole('button', { name: '建好' }).click()
    await page.getByRole('alert').first().waitFor()
    await page.getByLabel(/^推送到/).fill(receiver.address)
    await page.getByRole('radio', { name: '只推选中的' }).check()
    await page.getByRole('checkbox', { name: '承单' }).check()
    await page.getByRole('button', { name: '建好' }).click()
    assert.match((await page.getByTestId('secret').textContent()) ?? '', /^whsec_/)
    await page.getByRole('button', { name: '已抄好，收起' }).click()
    await page.getByText('选中的 1 种变化').waitFor()
    await page.getByRole('button', { name: '试发一次' }).click()
    await page.getByText('✓ 试发到了').waitFor()
    assert.equal(receiver.received.length, 1)
    await page.getByText('最近的推送').click()
    await page.getByText('还没有推送过').waitFor()
    assert.deepEqual(await flawsOf(page), [])
    await page.getByRole('button', { name: '暂停' }).click()
    await page.getByText('‖ 已暂停').waitFor()
    await page.getByRole('button', { name: '删除' }).click()
    await page.getByRole('button', { name: /^确定删除/ }).click()
    await page.getByText('还没有对接别的系统').waitFor()
    await receiver.close()
  })

  test('the audit administrator finds who looked, by person, and each look with its reason', async () => {
    await report(doors.house, '3号楼东边的路灯不亮')
    const worker = await sit('wangMin')
    await worker.goto('/work/queue')
    await worker.getByRole('link', { name: /路灯/ }).first().click()
    await worker.getByText('3号楼东边的路灯不亮').waitFor()
    const page = await sit('auditor')
    await page.goto('/console/looks')
    await page.getByRole('row', { name: /王敏 梅园网格 网格员 1 1 1 原话 1/ }).waitFor()
    assert.deepEqual(await flawsOf(page), [])
    await page.getByRole('link', { name: '王敏' }).click()
    await page.getByRole('cell', { name: '为了办这件事，打开看了内容' }).waitFor()
    assert.equal(await page.getByText('路灯').count(), 0, 'nothing of what was seen')
    assert.deepEqual(await flawsOf(page), [])
    await page.getByLabel('看了什么').selectOption({ label: '照片' })
    await page.getByText('这些天没有人看过').waitFor()
    await page.getByRole('link', { name: '导出 Excel' }).waitFor()
  })

  test('a lost second factor is reset with a reason; buttons say why not, and the trail says what was done', async () => {
    const clerk = await sit('lamps')
    const begun: { secret: string } = await (
      await clerk.request.post('/api/session/second-factor', { data: { password: everybodysPassword } })
    ).json()
    const code = await generate({ secret: begun.secret })
    assert.ok((await clerk.request.post('/api/session/second-factor/confirm', { data: { code } })).ok())
    const find = async (page: Page) => {
      await page.goto('/console/people?search=吴城')
      return page.locator('.card', { hasText: '吴城' })
    }
    const admin = await find(await sit('admin'))
    await admin.getByText('看本单位或网格的事项').first().waitFor()
    await admin
      .getByText(/现在不能做的 \d 项/)
      .first()
      .click()
    const refused = admin.getByRole('button', { name: '重置动态口令' })
    assert.equal(await refused.getAttribute('aria-disabled'), 'true')
    await refused.click({ force: true })
    await admin.getByText('由安全管理员办理').first().waitFor()
    const page = await sit('guard')
    const card = await find(page)
    await card.getByRole('button', { name: '重置动态口令' }).click()
    await card.getByLabel(/为什么重置/).fill('手机丢了，当面核对过')
    assert.deepEqual(await flawsOf(page), [])
    await card.getByRole('button', { name: '确定重置' }).click()
    await card.getByText('已开动态口令').waitFor({ state: 'detached' })
    const auditor = await sit('auditor')
    await auditor.goto('/console/changes')
    await auditor.getByText('安全员收回了吴城丢失的动态口令。原因：手机丢了，当面核对过').waitFor()
    assert.deepEqual(await flawsOf(auditor), [])
  })
})
