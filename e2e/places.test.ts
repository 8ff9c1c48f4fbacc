import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { sql } from 'kysely'
import type { Page } from 'playwright-core'
import { within } from '#kernel/database/within.ts'
import { flawsInEveryDress, flawsOf } from './axe.ts'
import { openDoors } from './doors.ts'
import { letIn, without } from './people.ts'

const square = (west: number, east: number) => ({
  type: 'Polygon',
  coordinates: [
    [west, east, east, west, west].map((longitude, corner) => [longitude, corner === 2 || corner === 3 ? 36.01 : 36]),
  ],
})
const grid = (code: string, more: object, west: number, east: number) => ({
  type: 'Feature',
  properties: { code, name: `河畔${code}网格`, level: 2, community: 'river', parent: 'g-river', ...more },
  geometry: square(west, east),
})

suite('places and time at a desk', { skip: without }, () => {
  const doors = openDoors()
  const sit = async (name: string): Promise<Page> => {
    const page = await (await doors.browser.desk({ extraHTTPHeaders: doors.house.headers })).newPage()
    await letIn(page, doors.house, name)
    return page
  }

  test('the administrator goes down the tree to an estate, adds a building, corrects it, and ends it', async () => {
    const page = await sit('admin')
    await page.goto('/console/places')
    await page.getByRole('button', { name: '展开城北街道' }).click()
    await page.getByRole('link', { name: '花园社区 社区' }).click()
    await page.getByRole('heading', { name: '花园社区' }).waitFor()
    await page.locator('.map canvas').waitFor()
    await page.getByRole('row', { name: /谷德市场网格 d-market 专属网格/ }).waitFor()
    await page.getByRole('radio', { name: /三级网格/ }).check()
    await page.getByRole('row', { name: /梅园一号楼栋网格/ }).waitFor()
    await page.getByRole('link', { name: '赵书记' }).waitFor()
    await page.getByText('停用', { exact: true }).click()
    await page.getByText('· 1 个岗位任职').waitFor()
    assert.equal(await page.getByRole('button', { name: '停用' }).getAttribute('aria-disabled'), 'true', 'and says why')
    assert.deepEqual(await flawsOf(page), [])

    await page.getByRole('link', { name: '梅园小区 小区' }).click()
    await page.getByRole('link', { name: '打印这个小区的二维码' }).waitFor()
    await page.getByText('在下面新增').click()
    const form = page.locator('form', { has: page.getByRole('button', { name: '新增', exact: true }) })
    await form.getByLabel('名称', { exact: true }).fill('7号楼')
    await form.getByLabel(/^编码/).fill('plum-3')
    await form.getByRole('button', { name: '新增', exact: true }).click()
    await form.locator('.wrong', { hasText: '编码“plum-3”已有人用' }).waitFor()
    await form.getByLabel(/^编码/).fill('plum-7')
    await form.getByRole('button', { name: '加一个别名' }).click()
    await form.getByLabel('别名 1').fill('健康街7号')
    await form.getByRole('button', { name: '新增', exact: true }).click()
    await form.getByRole('link', { name: '7号楼' }).click()
    await page.getByRole('heading', { name: '7号楼' }).waitFor()
    await page.getByText('健康街7号').waitFor()
    await page.locator('.tree').getByRole('link', { name: '7号楼 楼栋' }).waitFor()

    await page.getByText('更正', { exact: true }).click()
    await page.getByLabel('名称', { exact: true }).fill('甲7号楼')
    await page.getByRole('button', { name: '保存更正' }).click()
    await page.getByRole('heading', { name: '甲7号楼' }).waitFor()
    await page.getByText('变更', { exact: true }).click()
    await page.getByText('名称：7号楼 → 甲7号楼').waitFor()
    assert.deepEqual(await flawsOf(page), [])

    await page.getByText('停用', { exact: true }).click()
    await page.getByText('没有挂着的').waitFor()
    await page.getByRole('button', { name: '停用' }).click()
    await page.getByRole('button', { name: '确定停用' }).click()
    await page.locator('.chip', { hasText: '用到' }).waitFor()
    await page.getByLabel('搜索名称或编码').fill('plum-3')
    await page.getByRole('link', { name: '3号楼 楼栋 · plum-3' }).click()
    await page.getByRole('heading', { name: '3号楼' }).waitFor()
  })

  test('a file is looked through feature by feature; what is wrong is left out only when asked to, and a gap is a warning', async () => {
    const page = await sit('admin')
    await page.goto('/console/import')
    await page.getByRole('radio', { name: '网格' }).check()
    await page.getByRole('radio', { name: /^WGS 84/ }).check()
    await page.getByLabel(/^文件/).setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('{') })
    await page.getByText('这不是 GeoJSON 文件').waitFor()
    const features = [grid('one', {}, 119.02, 119.03), grid('two', { parent: 'nowhere' }, 119.03, 119.04)]
    const buffer = Buffer.from(JSON.stringify({ type: 'FeatureCollection', features }))
    await page.getByLabel(/^文件/).setInputFiles({ name: 'grids.geojson', mimeType: 'application/geo+json', buffer })
    await page.getByRole('button', { name: '预检 2 个要素' }).click()
    await page.getByRole('heading', { name: '1 个可以导入，1 个有误' }).waitFor()
    await page.getByRole('row', { name: /没有代码为 nowhere 的上一级网格 two/ }).waitFor()
    await page.getByText(/河畔社区，二级网格（小区）：空 [\d,]+ 平方米/).waitFor()
    const bring = page.getByRole('button', { name: '还有错误，不能全部导入' })
    assert.equal(await bring.getAttribute('aria-disabled'), 'true')
    assert.deepEqual(await flawsOf(page), [])
    await page.getByLabel('跳过有误的 1 个，只导入其余 1 个').check()
    await page.getByRole('button', { name: '导入 1 个' }).click()
    await page.getByText('已导入 1 个；跳过 1 个有误的。').waitFor()
    await page.goto('/console/places/river')
    await page.getByRole('row', { name: /河畔one网格/ }).waitFor()
  })

  test('a day off is drawn, what it does to limits is said before it is kept, and a mistake stands beside its field', async () => {
    const page = await sit('admin')
    await page.goto('/console/calendar?year=2026')
    await page.getByRole('button', { name: '10月10日 周六 调休上班 国庆节' }).waitFor()
    await page.getByRole('button', { name: '12月29日 周二 工作日' }).click()
    await page.getByLabel('因为').selectOption({ label: '别的' })
    await page.getByLabel('名称', { exact: true }).fill('停电检修')
    await page.getByRole('button', { name: '改这 1 天' }).click()
    await page.getByRole('button', { name: '12月29日 周二 放假 停电检修' }).waitFor()
    await page.getByLabel('第 1 段 从').fill('12:30')
    await page.getByRole('button', { name: '看看会改变什么' }).click()
    await page.locator('.wrong', { hasText: '12:30–12:00 的结束不晚于开始' }).waitFor()
    await page.getByLabel('第 1 段 从').fill('08:30')
    await page.getByRole('button', { name: '看看会改变什么' }).click()
    await page.getByText('12月29日 周二 改为休息').waitFor()
    await page.getByText('已经在走的时限不变').waitFor()
    assert.deepEqual(await flawsOf(page), [])
    await page.getByRole('button', { name: '就这样保存' }).click()
    await page.getByRole('button', { name: '没有改动' }).waitFor()
    const reader = await sit('dispatcher')
    await reader.goto('/console/calendar?year=2026')
    await reader.getByRole('img', { name: '12月29日 周二 放假 停电检修' }).waitFor()
    assert.equal(await reader.getByRole('button', { name: '看看会改变什么' }).count(), 0)
  })

  test('a street plans a week of nights and the next week like it; a grid worker on leave names who stands in', async () => {
    const page = await sit('streetDesk')
    await page.goto('/console/duties?week=2099-06-01')
    await page.getByText('○ 没有排').first().waitFor()
    await page.getByText('加一班').click()
    await page.getByLabel('谁值班').fill('赵')
    await page
      .locator('details', { hasText: '加一班' })
      .getByRole('button', { name: /^赵书记/ })
      .click()
    await page.getByLabel('哪天', { exact: true }).selectOption({ label: '这一周每天' })
    await page.getByRole('button', { name: '加到表里' }).click()
    await page.getByText('17:30 – 次日 08:30').first().waitFor()
    await page.getByRole('button', { name: '去掉 赵书记 6月3日 周三' }).click()
    await page.getByRole('button', { name: '保存这一周' }).click()
    await page.getByText('这一周的值班表已保存').waitFor()
    assert.equal(await page.getByText('17:30 – 次日 08:30').count(), 6)
    assert.deepEqual(await flawsOf(page), [])
    await page.getByRole('button', { name: '下一周' }).click()
    await page.getByText('（上周起，到 08:30）').waitFor()
    await page.getByRole('button', { name: '照上一周排' }).click()
    await page.getByText('17:30 – 次日 08:30').nth(5).waitFor()
    const dispatcher = await sit('dispatcher')
    await dispatcher.goto('/console/duties?week=2099-06-01')
    await dispatcher.getByText('17:30 – 次日 08:30').first().waitFor()
    assert.equal(await dispatcher.getByText('加一班').count(), 0)

    const worker = await sit('wangMin')
    await worker.goto('/console/duties')
    await worker.getByText('现在没有人替班').waitFor()
    await worker.getByText('安排替班').click()
    await worker.getByLabel('到哪天（含）').fill('2099-06-30')
    await worker.getByRole('radio', { name: /^李强/ }).check()
    await worker.getByRole('button', { name: '安排好' }).click()
    await worker.getByText('– 2099-06-30').waitFor()
    assert.deepEqual(await flawsOf(worker), [])
    await worker.getByRole('button', { name: '李强今天起不再替' }).click()
    await worker.getByText('现在没有人替班').waitFor()
  })

  test('whoever is on duty now is taken off: they were until this minute, and the week can be planned on', async () => {
    const { database } = doors.house.furnished.house
    // Since some minutes, but not since last week.
    await within(database, { as: 'owner', district: doors.house.district }, (connection) =>
      sql`insert into people.duties (district, unit, starts_at, ends_at, account)
        values (${doors.house.district}, 'north', greatest(date_trunc('week', now() at time zone 'Asia/Shanghai') at time zone 'Asia/Shanghai',
          date_trunc('minute', now()) - interval '3 minutes'), now() + interval '5 hours', 'secretary')`.execute(connection),
    )
    const page = await sit('streetDesk')
    await page.goto('/console/duties')
    await page.getByRole('button', { name: /^去掉 赵书记/ }).click()
    await page.getByRole('button', { name: '保存这一周' }).click()
    await page.getByText('这一周的值班表已保存').waitFor()
    assert.equal(await page.getByRole('button', { name: /^去掉 赵书记/ }).count(), 0, 'what is over is nobody’s to remove')
    await page.getByText('加一班').click()
    await page.getByLabel('谁值班').fill('孙')
    await page.locator('details', { hasText: '加一班' }).getByRole('button', { name: /^孙街/ }).click()
    await page.getByLabel('哪天', { exact: true }).selectOption({ label: '这一周每天' })
    await page.getByRole('button', { name: '加到表里' }).click()
    await page.getByRole('button', { name: '保存这一周' }).click()
    await page.getByText('这一周的值班表已保存').waitFor()
  })

  test('these rooms can be read and worked by everybody, in ordinary and large type, light and dark; nothing is wider than the screen', async () => {
    const page = await (await doors.browser.phone({ extraHTTPHeaders: doors.house.headers })).newPage()
    await letIn(page, doors.house, 'admin')
    const flaws: string[] = []
    for (const [address, words] of [
      ['/console/places/garden', '谁在这里任职'],
      ['/console/import', '文件里是哪种坐标'],
      ['/console/calendar?year=2026', '12月'],
      ['/console/duties?week=2099-07-06', '○ 没有排'],
    ] as const) {
      await page.goto(address)
      await page.getByText(words).first().waitFor()
      flaws.push(...(await flawsInEveryDress(page)).map((flaw) => `${address}: ${flaw}`))
    }
    assert.deepEqual(flaws, [])
  })
})
