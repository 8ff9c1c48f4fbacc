import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { suite, test } from 'node:test'
import type { Page } from 'playwright-core'
import { flawsInEveryDress, flawsOf } from './axe.ts'
import { openDoors } from './doors.ts'
import { letIn, without } from './people.ts'

const branch = {
  ...{ code: 'plum', name: '梅园小区党支部', kind: 'solo', community: 'garden', estates: ['plum'], secretary: '林梅' },
  committee: [{ office: '组织委员', name: '周组' }],
  ...{ groups: [{ name: '第一党小组', buildings: ['plum-3'], leader: '何长' }], households: [], foundedOn: '2024-07-01' },
}

suite('branches', { skip: without }, () => {
  const doors = openDoors()

  /** A resident at the page of their branch, signed in, with 梅园 as their estate. */
  const neighbour = async (phone: string): Promise<Page> => {
    const page = await (await doors.browser.phone({ extraHTTPHeaders: doors.house.headers })).newPage()
    await page.goto('/')
    await page.getByRole('link', { name: /身边的党支部/ }).tap()
    await page.getByLabel('手机号').fill(phone)
    await page.getByRole('button', { name: '获取验证码' }).tap()
    await page.getByText('演示环境不发短信').waitFor()
    await page.getByRole('button', { name: '登录', exact: true }).tap()
    await page.getByLabel('我的小区').fill('梅园')
    await page.getByRole('button', { name: /^梅园小区/ }).tap()
    await page.getByRole('heading', { name: '梅园小区', exact: true }).waitFor()
    return page
  }

  const desk = async (name: string) => {
    const page = await (await doors.browser.desk({ extraHTTPHeaders: doors.house.headers })).newPage()
    await letIn(page, doors.house, name)
    return page
  }

  test('a member declares and claims, a neighbour reads it by the first name alone, and it is released', async () => {
    const before = await neighbour('13800001111')
    await before.getByText('还没有登记党支部').waitFor()
    assert.equal(await before.getByRole('button', { name: /亮身份/ }).count(), 0, 'nowhere to declare')
    assert.deepEqual(await flawsOf(before), [])

    const secretary = await desk('secretary')
    const put = await secretary.request.put('/api/registers/branches/plum', {
      data: { entry: branch, version: 0 },
      headers: { 'idempotency-key': randomUUID() },
    })
    assert.equal(put.status(), 200, await put.text())

    const member = await neighbour('13800002222')
    await member.getByRole('button', { name: '我是党员，亮身份' }).tap()
    await member.getByRole('radio', { name: '无职党员' }).check()
    await member.getByLabel('邻居怎么称呼您').fill('王师傅')
    assert.deepEqual(await flawsInEveryDress(member), [])
    await member.getByRole('button', { name: '亮身份', exact: true }).tap()
    await member.getByText('您已在梅园小区亮身份：无职党员').waitFor()
    const claim = member.getByRole('button', { name: '认领', exact: true })
    assert.ok(await claim.isDisabled(), 'a claim has words')
    await member.getByRole('radio', { name: '路灯' }).check()
    await member.getByLabel('在哪里').fill('3号楼东边一排路灯')
    await member.getByLabel('您承诺做什么').fill('每周看一次，坏了就报单')
    await claim.tap()
    await member.getByRole('button', { name: '续认一年' }).waitFor()
    assert.deepEqual(await flawsInEveryDress(member), [])

    const other = await neighbour('13800003333')
    await other.getByText('3号楼东边一排路灯').waitFor()
    await other.getByText('由王师傅照看').waitFor()
    assert.ok(!(await other.content()).includes('13800002222'))
    assert.deepEqual(await flawsOf(other), [])

    await secretary.goto('/console/areas')
    await secretary.getByText('1 位党员亮了身份，1 处有人照看').click()
    await secretary.getByText('由王师傅照看').waitFor()
    assert.deepEqual(await flawsOf(secretary), [])

    await member.getByRole('button', { name: '不再显示' }).tap()
    await member.getByText('现在邻居只看到“一位党员”').waitFor()
    await other.reload()
    await other.getByText('由一位党员照看').waitFor()

    await member.getByRole('button', { name: '放下', exact: true }).tap()
    await member.getByRole('button', { name: '确定放下' }).tap()
    await member.getByText('还没有认领。').waitFor()
    await other.reload()
    await other.getByText('还没有党员认领责任区').waitFor()

    await member.getByRole('button', { name: '撤回亮身份' }).tap()
    await member.getByRole('button', { name: '先不撤' }).tap()
    await member.getByRole('button', { name: '撤回亮身份' }).tap()
    await member.getByRole('button', { name: '确定撤回' }).tap()
    await member.getByRole('button', { name: '我是党员，亮身份' }).waitFor()
  })

  test('what another system is master of says so at a desk, and has no form', async () => {
    const page = await desk('streetDesk')
    await page.goto('/console/branches/sheet')
    const head = [
      'code',
      'name',
      'kind',
      'community',
      'estates',
      'secretary',
      'committee',
      'groups',
      'households',
      'foundedOn',
      'source',
    ]
    const quoted = (value: unknown) => `"${(typeof value === 'string' ? value : JSON.stringify(value)).replaceAll('"', '""')}"`
    const source = { system: '党员信息管理系统', id: 'D0001', asOf: '2026-01-01' }
    const row: Record<string, unknown> = { ...branch, source }
    const sheet = [['version', ...head].join(','), ['1', ...head.map((name) => quoted(row[name]))].join(',')].join('\n')
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'branches.csv', mimeType: 'text/csv', buffer: Buffer.from(sheet) })
    await page.getByRole('button', { name: '先看看，不写入' }).click()
    await page.getByRole('button', { name: '写入这 1 行' }).click()
    await page.getByText('已全部写入').waitFor()
    await page.goto('/console/branches')
    await page.getByRole('link', { name: /梅园小区党支部/ }).click()
    await page.getByText('来自“党员信息管理系统”').waitFor()
    assert.equal(await page.getByRole('button', { name: '保存' }).count(), 0)
    assert.deepEqual(await flawsOf(page), [])
    await page.goto('/console/brief')
    await page.locator('.figure', { hasText: '单建党支部' }).getByRole('link', { name: '看名单' }).waitFor()
  })

  test('the figures lead to rows that name nobody', async () => {
    const page = await desk('leader')
    await page.goto('/console/declarations?kind=unposted')
    await page.getByText('梅园小区').waitFor()
    await page.getByText('已撤回').waitFor()
    assert.ok(!(await page.content()).includes('王师傅'))
    assert.deepEqual(await flawsOf(page), [])
  })
})
