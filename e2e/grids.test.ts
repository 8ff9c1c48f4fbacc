import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import type { Page } from 'playwright-core'
import { turn } from '#bin/rounds.ts'
import { within } from '#kernel/database/within.ts'
import { roundOf } from '#testing/rounds.ts'
import { flawsOf } from './axe.ts'
import { openDoors } from './doors.ts'
import { letIn, send, without } from './people.ts'

suite('grids', { skip: without }, () => {
  const doors = openDoors()

  const desk = async (name: Parameters<typeof letIn>[2]): Promise<Page> => {
    const page = await (await doors.browser.desk({ extraHTTPHeaders: doors.house.headers })).newPage()
    await letIn(page, doors.house, name)
    return page
  }
  /** Chooses a grid by its name, in a field of such a label. */
  const pick = async (page: Page, label: string, name: string) => {
    await page.getByLabel(label).fill(name)
    await page
      .locator('ul.rows')
      .getByRole('button', { name: new RegExp(`^${name}`) })
      .first()
      .click()
  }

  /** Somebody on the telephone tells of what lies in the east of 松园. */
  const inTheEast = (dispatcher: Page, words: string, category: string): Promise<string> => {
    const place = { point: { longitude: 119.0175, latitude: 36.003, system: 'wgs84' } }
    return send(dispatcher, '/api/cases', { words, place, category, as: 'phone' })
  }
  const gridOf = async (id: string) => {
    const scope = { as: 'owner', district: doors.house.district } as const
    const { database } = doors.house.furnished.house
    const item = await within(database, scope, (connection) =>
      doors.house.furnished.cases.itemOf(connection, doors.house.district, id),
    )
    return item?.place.grid2
  }

  test('a message of a grid’s group becomes a case, once somebody has looked at it', async () => {
    const page = await desk('secretary')
    await page.goto('/console/intake')
    await page.getByRole('radio', { name: '网格群里' }).check()
    await pick(page, '哪个网格的群', '梅园网格')
    const pasted = page.getByLabel('把群里的消息粘贴到这里')
    await pasted.fill('张大姐 10:23\n[图片]')
    await page.getByRole('button', { name: '填到下面' }).click()
    await page.getByText('没有说什么事').waitFor()
    await pasted.fill('张大姐 2026/11/27 10:23:15\n梅园3号楼东边的路灯不亮，晚上看不见路\n[图片]\n我的电话 13800006666')
    await page.getByRole('button', { name: '填到下面' }).click()
    await page.getByText('梅园小区3号楼').first().waitFor()
    await page.getByText('1 张图片').waitFor()
    assert.equal(await page.getByLabel('电话', { exact: false }).first().inputValue(), '13800006666')
    assert.equal(await page.getByLabel('怎么称呼').inputValue(), '张大姐')
    assert.match(await page.getByLabel('什么事').inputValue(), /^梅园3号楼东边的路灯不亮，晚上看不见路\n我的电话 （电话已另填）$/)
    await page.getByText('换一类').waitFor()
    assert.deepEqual(await flawsOf(page), [])
    await page.getByRole('button', { name: /^登记/ }).click()
    await page.getByText('已登记，编号').waitFor()
    const worker = await (await doors.browser.phone({ extraHTTPHeaders: doors.house.headers })).newPage()
    await letIn(worker, doors.house, 'wangMin')
    await worker.goto('/work/queue')
    await worker.getByText('梅园小区3号楼').first().waitFor()
  })

  test('a grid is split on the map: what would come of it is seen first, then it is decided', async () => {
    const worker = await desk('liQiang')
    const dispatcher = await desk('dispatcher')
    const closed = await inTheEast(dispatcher, '楼上漏水，两家吵起来了', 'neighbours.dispute')
    const open = await inTheEast(dispatcher, '东区的路灯不亮', 'municipal.streetLamp')
    for (const id of [closed, open]) await send(worker, `/api/cases/${id}/accept`, {})
    await send(worker, `/api/cases/${closed}/solveOnSite`, { outcome: 'solved', done: '劝和了' })

    const page = await desk('admin')
    await page.goto('/console/grids')
    await page.getByText('还没有调整过').waitFor()
    assert.deepEqual(await flawsOf(page), [])
    await pick(page, '哪个网格', '松园网格')
    await page.getByLabel('新网格的名称').fill('松园东网格')
    await page.getByLabel('新网格的编码').fill('g-pine-east')
    await page.getByLabel('为什么调整').fill('东区新楼交付')
    const map = page.locator('.under-cross .map')
    await map.locator('canvas').waitFor()
    const press = async (right: number, down: number, says: RegExp) => {
      await map.scrollIntoViewIfNeeded()
      const box = await map.boundingBox()
      if (!box) throw new Error('the map is not there')
      await page.mouse.click(box.x + box.width * right, box.y + box.height * down)
      await page.getByText(says).waitFor()
    }
    // From above the grid to below it, a little right of its middle.
    await press(0.52, 0.01, /线上 1 个点/)
    await press(0.52, 0.99, /线上 2 个点/)
    await page.getByRole('button', { name: '线画好了' }).click()
    await press(0.6, 0.5, /已点了划出去的一边/)
    await page.getByRole('button', { name: '先看结果' }).click()
    await page.getByText('松园东网格：').waitFor()
    await page.getByText('1 件没办完的事项').waitFor()
    assert.deepEqual(await flawsOf(page), [])
    await page.getByRole('button', { name: /^确定，生效日/ }).click()
    await page.getByText('没办完的事项从那天起转过去').waitFor()
    await roundOf(doors.house.furnished, 'regridded', doors.house.district)
    await page.reload()
    await page.getByText('1 件事项随之转出').waitFor()
    await page.getByText('划出一部分给').waitFor()
    await turn(doors.house.furnished, doors.house.district, assert.ifError)
    const grids = await Promise.all([closed, open].map((id) => gridOf(id)))
    assert.deepEqual(grids, ['g-pine', 'g-pine-east'], 'what is done stays in the grid of its day')
    await worker.goto('/notices')
    await worker.getByText('随网格调整').first().waitFor()
    await page.getByLabel('哪个网格').fill('松园东')
    await page
      .locator('ul.rows')
      .getByRole('button', { name: /^松园东网格/ })
      .waitFor()
  })

  test('a resident sees on a phone who looks after their estate', async () => {
    const phone = await (await doors.browser.phone({ extraHTTPHeaders: doors.house.headers })).newPage()
    await phone.goto('/')
    await phone.getByRole('link', { name: /我身边/ }).tap()
    await phone.getByRole('button', { name: /^梅园小区/ }).tap()
    await phone.getByRole('heading', { name: '我的网格' }).waitFor()
    await phone.getByText('王敏').waitFor()
    assert.deepEqual(await flawsOf(phone), [])
    await phone.reload()
    await phone.getByRole('heading', { name: '梅园小区' }).waitFor()
  })
})
