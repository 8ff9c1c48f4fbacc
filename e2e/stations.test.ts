import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import sharp from 'sharp'
import { flawsOf } from './axe.ts'
import { openDoors } from './doors.ts'
import { letIn, without } from './people.ts'

suite('stations', { skip: without }, () => {
  const doors = openDoors()
  const near = { geolocation: { longitude: 119.005, latitude: 36.005 }, permissions: ['geolocation'] }

  const desk = async (name: Parameters<typeof letIn>[2]) => {
    const page = await (await doors.browser.desk({ extraHTTPHeaders: doors.house.headers })).newPage()
    await letIn(page, doors.house, name)
    return page
  }

  test('a community keeps one in its form, and a resident finds it as the nearest that is open, with what they need', async () => {
    const page = await desk('secretary')
    await page.goto('/console/stations')
    await page.getByText('还没有登记驿站').waitFor()
    assert.deepEqual(await flawsOf(page), [])
    await page.getByRole('link', { name: '登记一个' }).click()
    const form = page.locator('form')
    await form.getByLabel(/^代码/).fill('plum')
    await form.getByRole('radio', { name: '近邻驿站' }).check()
    await form.getByLabel('名称', { exact: true }).first().fill('梅园近邻驿站')
    await form.getByRole('radio', { name: '物业用房' }).check()
    await form.getByLabel('名称', { exact: true }).nth(1).fill('万家物业')
    for (const [label, name] of [
      ['由谁看管', '万家物业'],
      ['所属社区', '花园社区'],
    ] as const) {
      await form.getByLabel(label).fill(name)
      await form.locator('ul.rows').getByRole('button', { name, exact: true }).click()
    }
    await form.getByLabel('地址').fill('梅园物业楼一层')
    await form.getByLabel('经度').fill('119.005')
    await form.getByLabel('纬度').fill('36.005')
    for (const day of ['周六', '周日']) await form.getByRole('checkbox', { name: day }).check()
    await form.getByLabel('开门').fill('00:00')
    await form.getByLabel('关门').fill('00:00')
    await form.getByRole('checkbox', { name: '充电' }).check()
    await form.getByLabel('启用日期').fill('2025-05-01')
    await form.getByRole('button', { name: '保存' }).click()
    // What is wrong stands where it is.
    await form.getByText('须晚于开门时间').first().waitFor()
    await form.getByLabel('关门').fill('24:00')
    await form.getByRole('button', { name: '保存' }).click()
    await page.getByRole('heading', { name: '梅园近邻驿站' }).waitFor()
    assert.deepEqual(await flawsOf(page), [])

    const phone = await (await doors.browser.phone({ extraHTTPHeaders: doors.house.headers, ...near })).newPage()
    await phone.goto('/')
    await phone.getByRole('link', { name: /身边的驿站/ }).tap()
    await phone.getByRole('button', { name: '先看离我近的' }).tap()
    await phone.getByText('走约 0 分钟').waitFor()
    await phone.getByText('现在开着的').tap()
    await phone.getByText('按需要找').tap()
    await phone.getByLabel('需要什么').selectOption({ label: '充电' })
    await phone.getByText('共 1 处').waitFor()
    assert.deepEqual(await flawsOf(phone), [])
    await phone.getByRole('link', { name: '梅园近邻驿站' }).tap()
    await phone.getByRole('heading', { name: '开放时间' }).waitFor()
    await phone.getByText('全天开着').waitFor()
    assert.deepEqual(await flawsOf(phone), [])
    await phone.goto('/stations?facility=aed')
    await phone.getByText('没有对上的').waitFor()
  })

  test('a resident taps what is wrong there, and its keeper hears of it, confirms what is right, and shows the place', async () => {
    const phone = await (await doors.browser.phone({ extraHTTPHeaders: doors.house.headers })).newPage()
    await phone.goto('/stations/plum')
    await phone.getByRole('link', { name: '这里有问题' }).tap()
    await phone.getByRole('heading', { name: '梅园近邻驿站：什么有问题？' }).waitFor()
    assert.deepEqual(await flawsOf(phone), [])
    await phone.getByRole('radio', { name: '没有水了' }).check()
    await phone.getByRole('button', { name: '下一步' }).tap()
    await phone.getByRole('heading', { name: '看一眼，就送出' }).waitFor()
    await phone.getByText('没有水了').waitFor()
    await phone.getByText('关于驿站：梅园近邻驿站').waitFor()
    assert.deepEqual(await flawsOf(phone), [])
    // Back, and on after a reload: what was chosen is there, and nothing is left behind.
    await phone.goBack()
    await phone.reload()
    assert.equal(await phone.getByRole('radio', { name: '没有水了' }).isChecked(), true)
    await phone.getByLabel('再说几句').fill('从昨天起')
    await phone.getByRole('button', { name: '下一步' }).tap()
    await phone.getByText('没有水了。从昨天起').waitFor()
    assert.equal(await phone.evaluate(() => Object.keys(localStorage).filter((name) => name.includes('draft.')).length), 1)
    await phone.getByRole('button', { name: '送出' }).tap()
    await phone.getByText('收到了，谢谢您').waitFor()

    // What turns out not to be about the station goes its usual way.
    await phone.goto('/stations/plum/trouble')
    await phone.getByRole('radio', { name: '其他' }).check()
    await phone.getByRole('button', { name: '请再说几句' }).isDisabled()
    await phone.getByLabel('再说几句').fill('门口的路灯不亮')
    await phone.getByRole('button', { name: '下一步' }).tap()
    await phone.getByRole('button', { name: '与驿站无关' }).tap()
    await phone.getByText('关于驿站：').waitFor({ state: 'detached' })
    await phone.getByRole('button', { name: '改什么事' }).tap()
    await phone.getByText('梅园近邻驿站').waitFor()
    assert.equal(await phone.getByText('关于驿站：').count(), 0)

    const keeper = await desk('property')
    await keeper.goto('/console/unverified-stations')
    await keeper.getByRole('link', { name: '梅园近邻驿站' }).click()
    await keeper.getByText('时间、设施、地址还对吗').waitFor()
    await keeper.getByText('待承单').waitFor()
    assert.deepEqual(await flawsOf(keeper), [])
    await keeper.getByRole('button', { name: '都对，今天核实过' }).click()
    await keeper.getByText('今天核实过', { exact: true }).waitFor()
    const buffer = await sharp({ create: { width: 60, height: 40, channels: 3, background: 'teal' } })
      .jpeg()
      .toBuffer()
    await keeper.locator('input[type=file]').last().setInputFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer })
    await keeper.getByLabel('照片上是什么').fill('门口的饮水机')
    await keeper.getByRole('button', { name: '给居民看' }).click()
    await keeper.locator('summary', { hasText: '门口的饮水机' }).waitFor()
    assert.deepEqual(await flawsOf(keeper), [])
    await keeper.goto('/console/unverified-stations')
    await keeper.getByText('都核实过了').waitFor()

    await phone.goto('/stations/plum')
    await phone.getByRole('img', { name: '门口的饮水机' }).waitFor()
    await phone.getByText('今天核实过').waitFor()
    assert.deepEqual(await flawsOf(phone), [])
  })

  test('a sheet with three wrong cells is told cell by cell, mended, and written as a whole', async () => {
    const page = await desk('streetDesk')
    await page.goto('/console/stations/sheet')
    const head = ['code', 'kind', 'name', 'community', 'address', 'longitude', 'latitude', 'host.kind', 'host.name', 'keeper']
    const more = ['services', 'facilities', 'hours.weekly', 'hours.exceptions', 'openedOn', 'works']
    const row = (code: string, name: string, community: string, longitude: string, opened: string) =>
      [
        ...[code, 'warm', name, community, '沿街一层', longitude, '36.005', 'bank', '营业厅', 'garden'],
        ...['[]', '[]', '[]', '[]', opened, '[]'],
      ].join(',')
    const sheet = (rows: readonly string[]) => ({
      ...{ name: 'stations.csv', mimeType: 'text/csv' },
      buffer: Buffer.from([[...head, ...more].join(','), ...rows].join('\n')),
    })
    const right = [
      row('warm-1', '暖一站', 'garden', '119.006', '2025-05-01'),
      row('warm-2', '暖二站', 'river', '119.03', '2025-06-01'),
    ]
    const wrong = [
      row('warm-1', '暖一站', 'nowhere', '119.006', '2025-05-01'),
      row('warm-2', '暖二站', 'river', '36.005', '去年'),
    ]
    await page.locator('input[type=file]').setInputFiles(sheet(wrong))
    await page.getByRole('button', { name: '先看看，不写入' }).click()
    await page.getByText('有 3 处要改').waitFor()
    assert.deepEqual(await flawsOf(page), [])
    assert.equal(await page.getByRole('button', { name: /写入这/ }).count(), 0)
    await page.locator('input[type=file]').setInputFiles(sheet(right))
    await page.getByRole('button', { name: '先看看，不写入' }).click()
    await page.getByRole('button', { name: '写入这 2 行' }).click()
    await page.getByText('已全部写入').waitFor()
    await page.goto('/console/stations?kind=warm')
    await page.getByRole('link', { name: /暖二站/ }).waitFor()
  })

  test('who reads may not change: a leader sees what stands, the brief, and who has one in reach', async () => {
    const page = await desk('leader')
    await page.goto('/console/stations/plum')
    await page.getByRole('heading', { name: '梅园近邻驿站' }).waitFor()
    assert.equal(await page.getByRole('button', { name: '保存' }).count(), 0)
    await page.goto('/console/brief')
    await page.locator('.figure', { hasText: '近邻驿站' }).getByText('1个').waitFor()
    assert.deepEqual(await flawsOf(page), [])
    await page.locator('.figure', { hasText: '近邻驿站' }).getByRole('link', { name: '看名单' }).click()
    await page.getByRole('link', { name: /梅园近邻驿站/ }).waitFor()
    await page.goto('/console/coverage?kind=shared')
    await page.getByRole('heading', { name: /1 个小区有楼栋/ }).waitFor()
    await page.getByRole('button', { name: '算一算' }).click()
    await page.getByText('没有更好的选法').waitFor()
    assert.deepEqual(await flawsOf(page), [])
  })

  test('a shop applies on a phone, the community looks and registers it, and a neighbour finds it as the nearest', async () => {
    const owner = await (await doors.browser.phone({ extraHTTPHeaders: doors.house.headers, ...near })).newPage()
    await owner.goto('/stations')
    await owner.getByRole('link', { name: '我的店也想成为驿站' }).tap()
    await owner.getByLabel('手机号').fill('13800005555')
    await owner.getByRole('button', { name: /验证码/ }).tap()
    await owner.getByRole('button', { name: '登录', exact: true }).tap()
    await owner.getByLabel('驿站名称').fill('裁缝铺便民驿站')
    await owner.getByLabel('店名或场所名称').fill('裁缝铺')
    await owner.getByLabel('地址', { exact: true }).fill('梅园东门')
    await owner.getByRole('button', { name: '在地图上指' }).tap()
    await owner.getByRole('button', { name: '就在这里' }).tap()
    await owner.getByText('位置已在地图上指好').waitFor()
    await owner.getByLabel('几点开门').fill('00:00')
    await owner.getByLabel('几点关门').fill('23:59')
    await owner.getByRole('checkbox', { name: '裁缝' }).check()
    assert.deepEqual(await flawsOf(owner), [])
    await owner.getByRole('button', { name: '送出申请' }).tap()
    await owner.getByText('等社区上门').waitFor()

    const page = await desk('secretary')
    await page.goto('/console/applications')
    await page.getByRole('heading', { name: '裁缝铺便民驿站' }).waitFor()
    await page.getByRole('button', { name: /看店名、地址和电话/ }).click()
    await page.getByText('梅园东门').waitFor()
    assert.deepEqual(await flawsOf(page), [])
    await page.getByRole('button', { name: '上门看过' }).click()
    await page.getByLabel('哪天上门的').fill(new Date().toLocaleDateString('sv', { timeZone: 'Asia/Shanghai' }))
    await page.getByLabel('看到什么情况').fill('门口无台阶，有座位')
    await page.locator('form').getByRole('button', { name: '上门看过' }).click()
    await page.getByRole('button', { name: '同意', exact: true }).click()
    await page.locator('form').getByRole('button', { name: '同意' }).click()
    await page.getByRole('button', { name: '登记并公布' }).click()
    await page.getByLabel(/^驿站代码/).fill('tailor')
    await page.getByRole('button', { name: '公布', exact: true }).click()
    await page.getByText('没有等着的申请').waitFor()

    await owner.goto('/stations/apply')
    await owner.getByText('已公布').waitFor()
    const neighbour = await (await doors.browser.phone({ extraHTTPHeaders: doors.house.headers, ...near })).newPage()
    await neighbour.goto('/stations?kind=convenience')
    await neighbour.getByRole('button', { name: '先看离我近的' }).tap()
    await neighbour.getByRole('link', { name: '裁缝铺便民驿站' }).waitFor()
    await neighbour.getByText('走约 0 分钟').waitFor()
  })

  test('a map shows all of them, not those of the page alone, and one that the page has not opens its own', async () => {
    const secretary = await desk('secretary')
    for (let number = 1; number <= 22; number++) {
      const code = `shared-${number}`
      const entry = {
        ...{ code, kind: 'shared', name: `共享驿站${number}号`, community: 'garden', address: '梅园', openedOn: '2025-05-01' },
        ...{ longitude: 119.001 + number * 0.0003, latitude: 36.005, host: { kind: 'shop', name: '裁缝铺' }, keeper: 'garden' },
        ...{ services: ['reading'], facilities: ['water'] },
        hours: { weekly: [{ days: [1, 2, 3, 4, 5], opens: '08:30', closes: '17:30' }], exceptions: [] },
      }
      const put = { data: { entry, version: 0 }, headers: { 'idempotency-key': code } }
      const reply = await secretary.request.put(`/api/registers/stations/${code}`, put)
      assert.equal(reply.status(), 200, await reply.text())
    }
    const phone = await (await doors.browser.phone({ extraHTTPHeaders: doors.house.headers })).newPage()
    await phone.goto('/stations?kind=shared')
    await phone.getByText('共 22 处').waitFor()
    assert.equal(await phone.locator('main li.card').count(), 20)
    await phone.getByRole('button', { name: '在地图上看' }).tap()
    await phone.locator('.pin').first().waitFor()
    const drawn = await phone.locator('.pin').allTextContents()
    assert.equal(
      drawn.reduce((sum, text) => sum + Number(text || 1), 0),
      22,
    )
    await phone.getByText('图上 22 处').waitFor()
    const listed = await phone.locator('main li.card .open').allTextContents()
    const missing =
      Array.from({ length: 22 }, (_, index) => `共享驿站${index + 1}号`).find((name) => !listed.includes(name)) ?? ''
    // Near enough, each has a pin of its own.
    for (let times = 0; times < 4; times++) await phone.getByRole('button', { name: '放大' }).tap()
    await phone.getByRole('button', { name: missing, exact: true }).press('Enter')
    await phone.getByRole('heading', { name: missing }).waitFor()
  })
})
