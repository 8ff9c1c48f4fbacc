import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { suite, test } from 'node:test'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { flawsOf } from './axe.ts'
import { openDoors } from './doors.ts'
import { letIn, without } from './people.ts'

const network = {
  ...{ code: 'urban', name: { zh: '城管', en: 'urban management' }, department: 'urban', carriedBy: ['level2'] },
  items: [{ what: '看路灯和井盖', by: 'gridWorker', rhythm: 'weekly' }],
}
const branch = {
  ...{ code: 'plum', name: '梅园小区党支部', kind: 'solo', community: 'garden', estates: ['plum'], secretary: '林梅' },
  ...{ committee: [], groups: [], households: [], foundedOn: '2024-07-01' },
}

suite('who looks after what', { skip: without }, () => {
  const doors = openDoors()

  const sit = async (at: 'desk' | 'phone', name: Parameters<typeof letIn>[2]): Promise<Page> => {
    const page = await (await doors.browser[at]({ extraHTTPHeaders: doors.house.headers })).newPage()
    await letIn(page, doors.house, name)
    return page
  }
  const put = async (page: Page, path: string, entry: { code: string }) => {
    const reply = await page.request.put(`/api/registers/${path}/${entry.code}`, {
      ...{ data: { entry, version: 0 }, headers: { 'idempotency-key': randomUUID() } },
    })
    assert.equal(reply.status(), 200, await reply.text())
  }

  test('a community and a department read on the desk and a phone what a network asks of each grid', async () => {
    await put(await sit('desk', 'admin'), 'networks', network)
    const secretary = await sit('phone', 'secretary')
    await secretary.goto('/console/network-duties')
    await secretary.getByText('梅园网格').waitFor()
    await secretary.getByText('1 项该做了').first().waitFor()
    await secretary.getByLabel('网格名称').fill('松园')
    await secretary.getByText('梅园网格').waitFor({ state: 'detached' })
    await secretary.getByText('1 项服务事项').first().tap()
    await secretary.getByText('看路灯和井盖').waitFor()
    assert.deepEqual(await flawsOf(secretary), [])
    const clerk = await sit('desk', 'lamps')
    await clerk.goto('/console/network-duties')
    await clerk.getByText('松园网格').waitFor()
    assert.deepEqual(await flawsOf(clerk), [])
  })

  test('a grid worker agrees to their photo, puts one there, and residents see it until it is taken back', async () => {
    const worker = await sit('phone', 'wangMin')
    await worker.goto('/console/portraits')
    await worker.getByLabel('我同意在网格卡片上放我的照片').tap()
    await worker.getByText('还没有放照片').waitFor()
    assert.deepEqual(await flawsOf(worker), [])
    const buffer = await sharp({ create: { width: 80, height: 80, channels: 3, background: 'teal' } })
      .jpeg()
      .toBuffer()
    await worker.locator('input[type=file]').last().setInputFiles({ name: 'me.jpg', mimeType: 'image/jpeg', buffer })
    await worker.getByRole('button', { name: '放到网格卡片上' }).tap()
    await worker.getByRole('img', { name: '王敏的照片' }).waitFor()
    const around = async () => {
      const phone = await (await doors.browser.phone({ extraHTTPHeaders: doors.house.headers })).newPage()
      await phone.goto('/near')
      await phone.getByRole('button', { name: /^梅园小区/ }).tap()
      await phone.getByText('王敏').waitFor()
      return phone
    }
    const phone = await around()
    await phone.locator('.worker .portrait').waitFor()
    await phone.getByRole('heading', { name: '我的党支部' }).waitFor()
    assert.deepEqual(await flawsOf(phone), [])
    await worker.getByText('撤回同意', { exact: true }).tap()
    await worker.getByRole('button', { name: '确定撤回同意' }).tap()
    await worker.getByLabel('我同意在网格卡片上放我的照片').waitFor()
    assert.equal(await (await around()).locator('.worker .portrait').count(), 0)
  })

  test('members of a branch come by a sheet, and the community reads who they are', async () => {
    const page = await sit('desk', 'secretary')
    await put(page, 'branches', branch)
    await page.goto('/console/branch-members')
    await page.getByText('还没有导入').waitFor()
    await page.getByRole('link', { name: '用表格导入' }).click()
    const send = async (text: string) => {
      const buffer = Buffer.from(`branch,name,system,number,asOf\n${text}\n`)
      await page.locator('input[type=file]').setInputFiles({ name: 'members.csv', mimeType: 'text/csv', buffer })
      await page.getByRole('button', { name: /^先/ }).click()
    }
    await send('plam,林一心,党员系统,A-1,2026-03-01')
    await page.getByText('有 1 处要改').waitFor()
    assert.deepEqual(await flawsOf(page), [])
    await send('plum,林一心,党员系统,A-1,2026-03-01')
    await page.getByText('新增 1 名').waitFor()
    await page.getByRole('button', { name: '导入', exact: true }).click()
    await page.getByText('已全部写入').waitFor()
    await page.goto('/console/branch-members')
    await page.getByText('1 名党员').click()
    await page.getByText('林一心').waitFor()
    assert.deepEqual(await flawsOf(page), [])
  })
})
