import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import type { BrowserContext, Page } from 'playwright-core'
import sharp from 'sharp'
import { openDoors } from './doors.ts'
import { inPlum, report, without } from './people.ts'

/** Counts the taps of a walk: a person taps, and so does the walk, only through this. */
function tapping(page: Page) {
  let taps = 0
  const tap = async (words: string) => {
    taps++
    await page
      .getByRole('button', { name: words, exact: true })
      .or(page.getByRole('link', { name: words }))
      .first()
      .tap()
  }
  return { tap, taps: () => taps }
}

suite('a resident with a phone', { skip: without }, () => {
  const doors = openDoors()
  const phone = async (more: object = {}): Promise<BrowserContext> =>
    doors.browser.phone({ extraHTTPHeaders: doors.house.headers, ...more })

  test('reports in six taps at most, without an account, and sees it under my reports', async () => {
    const page = await (await phone(inPlum)).newPage()
    const { tap, taps } = tapping(page)
    await page.goto('/')
    await tap('报单')
    await page.getByLabel('用自己的话说就行').fill('3号楼东边的路灯不亮，晚上很黑')
    await tap('下一步')
    await tap('就在我现在的位置')
    await page.getByText('换一类').waitFor()
    await tap('送出')
    const number = await page.getByTestId('number').textContent()
    const code = (await page.getByTestId('query-code').textContent()) ?? ''
    assert.match(number ?? '', /^[0-9]{4}-[0-9]+$/)
    assert.ok(taps() <= 6, `${taps()} taps`)
    assert.match(code, /^\w{4} \w{4} \w{4} \w$/, 'in fours, as one reads it out')

    await tap('去我的报单')
    const card = page.locator('.card', { hasText: number ?? '' })
    for (const words of ['路灯', '花园社区', code]) await card.getByText(words).first().waitFor()
    await tap('看进展')
    await page.getByRole('heading', { name: '办理经过' }).waitFor()
    assert.ok(await page.getByText('3号楼东边的路灯不亮，晚上很黑').isVisible(), 'the words are there')
    assert.ok(await page.locator('.chip', { hasText: '待承单' }).isVisible(), 'the state is there')

    // The same code opens it on any other phone.
    const other = await (await phone()).newPage()
    await other.goto('/query')
    await other.getByLabel('查询码').fill(code.toLowerCase())
    await other.getByRole('button', { name: '查进展' }).tap()
    await other.getByText(number ?? '').waitFor()
    // Typed without its gaps, too.
    await other.goto('/query')
    await other.getByLabel('查询码').fill(code.replaceAll(' ', ''))
    await other.getByRole('button', { name: '查进展' }).tap()
    await other.getByText(number ?? '').waitFor()
  })

  test('joins what a neighbour has reported, and has nothing left to send', async () => {
    await report(doors.house, '楼道灯坏了，夜里看不见路')
    const page = await (await phone()).newPage()
    const { tap } = tapping(page)
    await page.goto('/r/plum-3')
    await page.getByLabel('用自己的话说就行').fill('楼道灯坏了')
    await tap('下一步')
    await page.getByText('附近有人报过相近的事').waitFor()
    await tap('附议')
    await page.getByText('✓ 已附议').waitFor()
    await page.getByRole('button', { name: '是另一件事，照样送出' }).waitFor()
    await tap('已附议，不用送了')
    await page.getByRole('heading', { name: '这部手机上报过的' }).waitFor()
    assert.equal(await page.getByText(/还没写完/).count(), 0)
  })

  test('signs in by phone, finds the report again, and reminds with one tap', async () => {
    const page = await (await phone()).newPage()
    await page.goto('/my')
    await page.getByLabel('手机号').fill('13800002222')
    await page.getByRole('button', { name: '获取验证码' }).tap()
    await page.getByText('已替您填好').waitFor()
    await page.getByRole('button', { name: '登录', exact: true }).tap()
    await page.getByRole('link', { name: '去报单' }).tap()
    await page.getByLabel('用自己的话说就行').fill('垃圾桶满了没人清')
    await page.getByRole('button', { name: '下一步' }).tap()
    // Each step leads back to the one before, and nothing is lost on the way.
    await page.getByRole('button', { name: '梅园小区 花园社区' }).tap()
    await page.getByRole('button', { name: '‹ 上一步' }).tap()
    await page.getByRole('button', { name: '梅园小区' }).waitFor()
    await page.getByRole('button', { name: '‹ 上一步' }).tap()
    assert.equal(await page.getByLabel('用自己的话说就行').inputValue(), '垃圾桶满了没人清')
    await page.getByRole('button', { name: '下一步' }).tap()
    await page.getByRole('button', { name: '梅园小区' }).tap()
    await page.getByRole('button', { name: '3号楼' }).tap()
    await page.getByText('换一类').waitFor()
    await page.getByRole('button', { name: '‹ 上一步' }).tap()
    await page.getByRole('button', { name: '梅园小区' }).tap()
    await page.getByRole('button', { name: '3号楼' }).tap()
    await page.getByRole('button', { name: '送出' }).tap()
    await page.getByRole('link', { name: '去我的报单' }).tap()
    await page.locator('.card').getByRole('link', { name: '垃圾清运与分类', exact: true }).waitFor()
    await page.getByRole('button', { name: '催一下' }).tap()
    await page.getByText('催过了').waitFor()

    // Takes along all that is known of them, which is noted like any look; and has everything erased, asked twice.
    await page.getByRole('link', { name: /谁看过我的信息/ }).tap()
    const coming = page.waitForEvent('download')
    await page.getByRole('button', { name: '下载一份' }).tap()
    assert.equal((await coming).suggestedFilename(), '我的资料.zip')
    await page.getByText('您自己下载了一份资料').waitFor()
    await page.getByRole('button', { name: '我要删除' }).tap()
    await page.getByRole('button', { name: '确定，全部删除' }).tap()
    await page.getByText('您的资料已经删除').waitFor()
    await page.goto('/my')
    await page.getByLabel('手机号').waitFor()
  })

  test('reads what was solved nearest to them, by a button, and tells no more of where they are than a hundred metres', async () => {
    const page = await (await phone({ ...inPlum, geolocation: { longitude: 119.005432, latitude: 36.004321 } })).newPage()
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    await page.goto('/solved')
    await page.getByText('还没有可看的').waitFor()
    await page.getByRole('button', { name: '先看离我近的' }).tap()
    await page.getByRole('button', { name: '改回新的在前' }).tap()
    await page.getByRole('button', { name: '先看离我近的' }).waitFor()
    const told = asked.filter((url) => url.includes('longitude'))
    assert.deepEqual(
      told.map((url) => new URL(url).search),
      ['?longitude=119.005&latitude=36.004&system=wgs84'],
    )
  })

  test('answers what the grid worker asked by the link on their telephone, with nothing else of the case on the page', async () => {
    const { headers, cameTo, district, password } = doors.house
    const sent = { headers: { ...headers, 'linli-device': 'a resident of building 3' } }
    const told = async (context: BrowserContext, path: string, data: object) => {
      const keyed = { ...sent.headers, 'idempotency-key': `${path} ${Math.random()}` }
      const reply = await context.request.post(`${doors.house.address}${path}`, { data, headers: keyed })
      assert.equal(reply.status(), 200, await reply.text())
      return reply.json()
    }
    const resident = await phone()
    const words = '楼道里堆了很多东西'
    const report = { words, place: { code: 'plum-3' }, category: 'neighbours.dispute', phone: '13800006666' }
    const { id } = await told(resident, '/api/cases', report)
    const worker = await phone()
    await told(worker, '/api/session', { account: `wangMin.${district}`, password })
    await told(worker, `/api/cases/${id}/accept`, {})
    await told(worker, `/api/cases/${id}/askReporter`, { question: '是几楼？' })

    const page = await resident.newPage()
    await page.goto(cameTo('13800006666'))
    await page.getByText('是几楼？').waitFor()
    assert.equal(await page.getByText(words).count(), 0)
    await page.getByLabel('您的回复').fill('三楼')
    await page.reload()
    assert.equal(await page.getByLabel('您的回复').inputValue(), '三楼')
    await page.getByRole('button', { name: '回复', exact: true }).tap()
    await page.getByRole('heading', { name: '收到了，谢谢您' }).waitFor()
    await page.reload()
    await page.getByText('这个问题已经回复过了').waitFor()
  })

  test('who is torn away while writing finds every word again, and the place of the scanned code', async () => {
    const context = await phone()
    const page = await context.newPage()
    await page.goto('/r/plum-3')
    await page.getByText('梅园小区3号楼').waitFor()
    await page.getByLabel('用自己的话说就行').fill('电梯经常卡在5楼')
    await page.close()
    const later = await context.newPage()
    await later.goto('/report')
    await later.getByText('还没写完 1 件').tap()
    await later.getByRole('link', { name: '接着写' }).tap()
    assert.equal(await later.getByLabel('用自己的话说就行').inputValue(), '电梯经常卡在5楼')
    await later.getByRole('button', { name: '下一步' }).tap()
    await later.getByText('梅园小区3号楼').waitFor()
  })

  test('a large photo is made small on the phone before it is sent, and goes with the report', async () => {
    const page = await (await phone()).newPage()
    await page.goto('/r/plum-3')
    await page.getByText('梅园小区3号楼').waitFor()
    await page.getByLabel('用自己的话说就行').fill('楼道里堆了很多杂物')
    const buffer = await sharp({ create: { width: 4000, height: 3000, channels: 3, background: '#668' } })
      .jpeg()
      .toBuffer()
    const kept = page.waitForResponse('**/api/files')
    await page.getByLabel('相册').setInputFiles({ name: 'hall.jpg', mimeType: 'image/jpeg', buffer })
    const { width, height } = await (await kept).json()
    assert.deepEqual([width, height], [1600, 1200])
    await page.getByRole('img', { name: '第 1 张照片' }).waitFor()
    await page.getByRole('button', { name: '下一步' }).tap()
    await page.getByText('换一类').waitFor()
    await page.getByRole('button', { name: '送出' }).tap()
    await page.getByRole('link', { name: '去我的报单' }).tap()
    await page.getByRole('button', { name: '看进展' }).tap()
    await page.getByRole('heading', { name: '报单照片' }).waitFor()
  })

  test('a network that fails at the last tap costs nothing: it goes once more by itself, and is done once', async () => {
    const context = await phone()
    const page = await context.newPage()
    await page.goto('/r/plum-3')
    await page.getByText('梅园小区3号楼').waitFor()
    await page.getByLabel('用自己的话说就行').fill('小区门口有流浪狗追人')
    await page.getByRole('button', { name: '下一步' }).tap()
    await page.getByText('换一类').waitFor()
    const keys: string[] = []
    // The first time the server does it, and its answer is lost on the way back.
    await page.route('**/api/cases', async (route) => {
      keys.push(route.request().headers()['idempotency-key'] ?? '')
      if (keys.length > 1) return route.continue()
      await route.fetch()
      return route.abort()
    })
    await page.getByRole('button', { name: '送出' }).tap()
    // It waits on the phone, goes once more by itself, and the page then shows what it became.
    await page.getByTestId('number').waitFor()
    assert.equal(keys.length, 2)
    assert.equal(keys[0], keys[1])
  })
})
