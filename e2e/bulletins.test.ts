import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import type { Page } from 'playwright-core'
import { flawsInEveryDress, flawsOf } from './axe.ts'
import { openDoors } from './doors.ts'
import { letIn, without } from './people.ts'

/** A day and hour as the fields have it, so many hours from now, by clocks in Shanghai. */
const local = (hours: number) => new Date(Date.now() + (hours + 8) * 3_600_000).toISOString().slice(0, 16)

suite('a bulletin to an estate', { skip: without }, () => {
  const doors = openDoors()
  const sit = async (name: string): Promise<Page> => {
    const context = await doors.browser.desk({
      extraHTTPHeaders: doors.house.headers,
      permissions: ['clipboard-read', 'clipboard-write'],
    })
    const page = await context.newPage()
    await letIn(page, doors.house, name)
    return page
  }
  const onPhone = async (): Promise<Page> => (await doors.browser.phone({ extraHTTPHeaders: doors.house.headers })).newPage()

  test('is written with a look at how it reads, and published; residents read it, and are asked before they report', async () => {
    const desk = await sit('secretary')
    await desk.goto('/console/bulletins')
    await desk.getByText('现在没有通知').waitFor()
    await desk.getByRole('button', { name: '写一个通知' }).click()
    assert.equal(await desk.getByRole('button', { name: '看看怎么读' }).getAttribute('aria-disabled'), 'true')
    await desk.getByText('还差：通知哪里、什么事、开始时间、结束时间').waitFor()
    await desk.getByRole('radio', { name: '停水' }).check()
    await desk.getByLabel('通知哪里').fill('梅园')
    await desk.getByRole('checkbox', { name: '梅园小区' }).check()
    await desk.getByLabel('从什么时候').fill(local(-1))
    await desk.getByLabel('到什么时候').fill(local(5))
    await desk.getByLabel('说清什么事').fill('供水管道检修，全小区停水')
    await desk.getByLabel(/请居民怎么办/).fill('请提前储水')
    assert.deepEqual(await flawsOf(desk), [])
    await desk.getByRole('button', { name: '看看怎么读' }).click()
    await desk.getByRole('heading', { name: '停水 · 梅园小区' }).waitFor()
    await desk.getByText('—— 花园社区').waitFor()
    await desk.getByRole('button', { name: '就这样发布' }).click()
    await desk.getByText('✓ 已发布').waitFor()

    await desk.getByRole('button', { name: '复制文字发群' }).click()
    await desk.getByText('✓ 已复制').waitFor()
    const text = await desk.evaluate(() => navigator.clipboard.readText())
    assert.match(text, /^【停水】\n梅园小区\n.*\n供水管道检修，全小区停水\n提醒：请提前储水\n—— 花园社区\n看最新：http.*\/b\//)
    await desk.getByRole('button', { name: '生成图片' }).click()
    const picture = desk.locator('.bulletin-picture img')
    await picture.waitFor()
    const size = await picture.evaluate((image: HTMLImageElement) => [image.naturalWidth, image.naturalHeight > 600])
    assert.deepEqual(size, [1080, true])
    assert.match((await desk.getByRole('link', { name: '保存图片' }).getAttribute('download')) ?? '', /^water-.*\.png$/)
    assert.deepEqual(await flawsOf(desk), [])

    const phone = await onPhone()
    await phone.goto('/')
    await phone.getByRole('button', { name: /选我的小区/ }).tap()
    await phone.getByLabel('我的小区').fill('梅园')
    await phone.getByRole('button', { name: '梅园小区' }).tap()
    await phone.getByRole('link', { name: /停水 · / }).waitFor()
    assert.deepEqual(await flawsOf(phone), [])
    await phone.reload()
    await phone.getByRole('link', { name: /停水 · / }).tap()
    await phone.getByRole('heading', { name: '停水 · 梅园小区' }).waitFor()
    assert.deepEqual(await flawsOf(phone), [])

    await phone.goto('/r/plum-3')
    await phone.getByText('供水管道检修，全小区停水').waitFor()
    assert.equal(await phone.getByText('还是要报单？').count(), 0, 'nothing was said yet that it could answer')
    await phone.getByLabel('用自己的话说就行').fill('家里没水了')
    await phone.getByText(/停水，预计.* 恢复；还是要报单？/).waitFor()
    await phone.getByRole('button', { name: '下一步' }).tap()
    await phone.getByText(/停水，预计.* 恢复；还是要报单？/).waitFor()
    await phone.getByRole('button', { name: '送出' }).waitFor()
    assert.deepEqual(await flawsOf(phone), [])
    await phone.getByRole('link', { name: '知道了，不报了' }).tap()
    await phone.getByRole('heading', { name: '身边的事，说一声' }).waitFor()
  })

  test('is printed for the door on one sheet of A4', async () => {
    const desk = await sit('secretary')
    await desk.goto('/console/bulletins')
    await desk.getByRole('link', { name: '打印张贴' }).first().click()
    await desk.getByRole('heading', { name: '停水通知' }).waitFor()
    await desk.getByRole('img', { name: '这份通知的二维码' }).waitFor()
    assert.deepEqual(await flawsOf(desk), [])
    const sheet = await desk.pdf({ format: 'A4' })
    assert.equal(sheet.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length, 1)
  })

  test('is corrected with the old words kept, and taken back with the reason said', async () => {
    const desk = await sit('secretary')
    await desk.goto('/console/bulletins')
    await desk.getByRole('button', { name: '更正' }).click()
    await desk.getByLabel('说清什么事').fill('检修延长，晚上恢复')
    await desk.getByRole('button', { name: '看看怎么读' }).click()
    await desk.getByRole('button', { name: '就这样更正' }).click()
    await desk.getByText('更正过 1 次').click()
    await desk.getByText('供水管道检修，全小区停水').waitFor()
    await desk.getByRole('button', { name: '撤回' }).click()
    await desk.getByLabel('为什么撤回').fill('检修改期')
    await desk.getByRole('button', { name: '确定撤回' }).click()
    await desk.getByText('现在没有通知').waitFor()
    await desk.getByRole('link', { name: '已结束、已撤回' }).click()
    await desk.getByText('已撤回，不再停用。原因：检修改期').waitFor()
    assert.deepEqual(await flawsOf(desk), [])
    const phone = await onPhone()
    await phone.goto('/r/plum-3')
    await phone.getByText('出了什么事？').waitFor()
    await phone.getByLabel('用自己的话说就行').fill('家里没水了')
    await phone.getByRole('button', { name: '下一步' }).tap()
    await phone.getByRole('button', { name: '送出' }).waitFor()
    assert.equal(await phone.getByText('还是要报单？').count(), 0)
  })

  test('a property manager is offered their own estate and its buildings only; a leader reads and is told why not more', async () => {
    const manager = await sit('property')
    await manager.goto('/console/bulletins')
    await manager.getByRole('button', { name: '写一个通知' }).click()
    await manager.getByRole('button', { name: '只选楼栋 梅园小区' }).click()
    await manager.getByRole('checkbox', { name: '梅园小区3号楼' }).check()
    await manager.getByRole('button', { name: '梅园小区3号楼 去掉' }).waitFor()
    const leader = await sit('leader')
    await leader.goto('/console/bulletins')
    await leader.getByText('只有社区、街道、物业和水电气暖单位可以发布').waitFor()
    assert.equal(await leader.getByRole('button', { name: '写一个通知' }).count(), 0)
  })

  test('can be read and written by everybody, in ordinary and large type, light and dark; nothing is wider than the screen', async () => {
    const page = await onPhone()
    await letIn(page, doors.house, 'secretary')
    await page.goto('/console/bulletins?past')
    await page.getByText('已撤回，不再停用').waitFor()
    assert.deepEqual(await flawsInEveryDress(page), [])
    await page.getByRole('button', { name: '写一个通知' }).tap()
    await page.getByLabel('说清什么事').waitFor()
    assert.deepEqual(await flawsInEveryDress(page), [])
  })
})
