import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { openDoors } from './doors.ts'
import { without } from './people.ts'

suite('reports begun on a phone', { skip: without }, () => {
  const doors = openDoors()

  const sit = async (more: object = {}): Promise<Page> =>
    (await doors.browser.phone({ extraHTTPHeaders: doors.house.headers, ...more })).newPage()
  /** A phone that keeps the pages themselves. */
  const kept = { serviceWorkers: 'allow' } as const
  const begin = async (page: Page, words: string, address = '/report') => {
    await page.goto(address)
    if (address.startsWith('/r/')) await page.getByText('梅园小区3号楼').waitFor()
    await page.getByLabel('用自己的话说就行').fill(words)
  }
  const picture = (background: string) =>
    sharp({ create: { width: 60, height: 40, channels: 3, background } })
      .jpeg()
      .toBuffer()
  const choose = async (page: Page, background: string) =>
    page
      .getByLabel('相册')
      .setInputFiles({ name: `${background}.jpg`, mimeType: 'image/jpeg', buffer: await picture(background) })
  const card = (page: Page, words: string) => page.locator('.card', { hasText: words })
  const tap = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).tap()
  const isReady = (page: Page) => page.evaluate(async () => void (await navigator.serviceWorker.ready))
  const backOnline = async (page: Page) => {
    await page.context().setOffline(false)
    await page.evaluate(() => dispatchEvent(new Event('online')))
  }

  test('each is listed, to go on with or to throw away, which is asked once and names what is lost', async () => {
    const page = await sit()
    await begin(page, '电梯经常卡在5楼', '/r/plum-3')
    await begin(page, '垃圾桶满了没人清')
    await choose(page, 'red')
    await page.getByAltText('第 1 张照片').waitFor()
    await page.goto('/report')
    await page.getByText('还没写完 2 件').tap()
    await card(page, '电梯经常卡在5楼').getByText('梅园小区3号楼').waitFor()
    await page.goto('/')
    await page.getByText('还没写完 2 件').waitFor()
    await card(page, '垃圾桶').getByRole('button', { name: '丢掉' }).tap()
    await card(page, '垃圾桶').getByText('8 个字和 1 张照片会丢掉').waitFor()
    await card(page, '垃圾桶').getByRole('button', { name: '留着' }).tap()
    await card(page, '垃圾桶').getByRole('button', { name: '丢掉' }).tap()
    await card(page, '垃圾桶').getByRole('button', { name: '丢掉' }).tap()
    await page.getByText('还没写完 1 件').waitFor()
    // Whoever looks for what they reported finds there what they did not send.
    await page.goto('/my')
    await page.getByText('还没写完 1 件').waitFor()
    await page.reload()
    await page.getByText('还没写完 1 件').waitFor()
    await card(page, '电梯').getByRole('link', { name: '接着写' }).tap()
    assert.equal(await page.getByLabel('用自己的话说就行').inputValue(), '电梯经常卡在5楼')
    // The place of the code that was scanned is known still: the next question is the last.
    await tap(page, '下一步')
    await page.getByText('换一类').waitFor()
    await tap(page, '送出')
    await page.getByTestId('number').waitFor()
    await page.goto('/')
    await page.getByText('用查询码查').waitFor()
    assert.equal(await page.getByText('还没写完').count(), 0)
  })

  test('photos outlive a reload, also those chosen without a network, and all of them go with the report', async () => {
    const page = await sit(kept)
    await begin(page, '楼道里堆了很多杂物', '/r/plum-3')
    await isReady(page)
    const first = page.waitForResponse('**/api/files')
    await choose(page, 'green')
    await first
    await page.getByAltText('第 1 张照片').waitFor()
    await page.getByText('1 张存在这部手机上').waitFor({ state: 'detached' })
    await page.context().setOffline(true)
    await choose(page, 'blue')
    await page.getByAltText('第 2 张照片').waitFor()
    await page.getByText('1 张存在这部手机上').waitFor()
    await page.reload()
    await page.getByAltText('第 2 张照片').waitFor()
    await page.getByText('1 张存在这部手机上').waitFor()
    assert.equal(await page.getByLabel('用自己的话说就行').inputValue(), '楼道里堆了很多杂物')
    const uploaded = page.waitForResponse('**/api/files')
    await backOnline(page)
    await uploaded
    await page.getByText('1 张存在这部手机上').waitFor({ state: 'detached' })
    await tap(page, '下一步')
    await page.getByText('2 张照片').waitFor()
    await page.getByText('换一类').waitFor()
    await tap(page, '送出')
    await page.getByTestId('number').waitFor()
    await page.getByRole('link', { name: '去我的报单' }).tap()
    await tap(page, '看进展')
    await page.getByRole('heading', { name: '报单照片' }).waitFor()
    await page.locator('.photos li').nth(1).waitFor()
  })

  test('a photo that is slow to go up holds nobody up, and what is written meanwhile stays', async () => {
    const page = await sit()
    const opened = Promise.withResolvers<void>()
    await page.route('**/api/files', async (route) => {
      await opened.promise
      await route.continue()
    })
    await begin(page, '楼道灯坏了', '/r/plum-3')
    await choose(page, 'purple')
    await page.getByAltText('第 1 张照片').waitFor()
    await tap(page, '下一步')
    await page.getByText('换一类').waitFor()
    await page.getByLabel('具体位置').fill('2 单元 3 楼')
    await page.goBack()
    await page.getByLabel('用自己的话说就行').fill('楼道灯坏了，晚上看不见')
    await choose(page, 'red')
    await page.getByAltText('第 2 张照片').waitFor()
    opened.resolve()
    await page.getByText('张存在这部手机上').waitFor({ state: 'detached' })
    await page.getByAltText('第 2 张照片').waitFor()
    assert.equal(await page.getByLabel('用自己的话说就行').inputValue(), '楼道灯坏了，晚上看不见')
    await tap(page, '下一步')
    await page.getByText('2 张照片').waitFor()
    assert.equal(await page.getByLabel('具体位置').inputValue(), '2 单元 3 楼')
    await page.getByText('换一类').waitFor()
    await tap(page, '送出')
    await page.getByTestId('number').waitFor()
  })

  test('one that is finished without a network waits visibly, while another is still being written', async () => {
    const page = await sit(kept)
    await begin(page, '路灯一闪一闪的', '/r/plum-3')
    await isReady(page)
    await tap(page, '下一步')
    await page.getByText('换一类').waitFor()
    await page.context().setOffline(true)
    await tap(page, '送出')
    await page.getByRole('heading', { name: '已存在这部手机' }).waitFor()
    await tap(page, '再报一件')
    await page.getByLabel('用自己的话说就行').fill('健身器材坏了')
    await page.getByRole('link', { name: '邻里' }).tap()
    await page.getByText('1 条还没送出').waitFor()
    await page.getByText('还没写完 1 件').waitFor()
    await backOnline(page)
    await page.getByText('1 条还没送出').waitFor({ state: 'detached' })
    await card(page, '健身器材坏了').waitFor()
    await page.goto('/my')
    await page.getByRole('button', { name: '看进展' }).waitFor()
  })

  test('a phone without room left says so at once, and still sends', async () => {
    const page = await sit()
    await begin(page, '下水道堵了', '/r/plum-3')
    const devtools = await page.context().newCDPSession(page)
    await devtools.send('Storage.overrideQuotaForOrigin', { origin: doors.house.address, quotaSize: 1 })
    await page.evaluate(() => {
      // All that a browser gives to one page's own storage, down to a few signs.
      for (let size = 4_000_000; size >= 1; size = Math.floor(size / 2))
        for (;;)
          try {
            localStorage.setItem(`filled.${size}.${Math.random()}`, 'x'.repeat(size))
          } catch {
            break
          }
    })
    await page.getByLabel('用自己的话说就行').fill('下水道堵了，冒脏水，楼道里都是。'.repeat(20))
    await page.getByText('这部手机存满了，刚写的没能存下').waitFor()
    await choose(page, 'red')
    await page.getByText('这部手机存满了，照片没能存下').waitFor()
    await page.getByAltText('第 1 张照片').waitFor()
    await tap(page, '下一步')
    await page.getByText('换一类').waitFor()
    await tap(page, '送出')
    await page.getByTestId('number').waitFor()
  })

  test('back and reload keep the draft and the question that it had come to; a double tap sends it once', async () => {
    const page = await sit()
    let sent = 0
    page.on('request', (request) => {
      if (request.method() === 'POST' && new URL(request.url()).pathname === '/api/cases') sent++
    })
    await page.goto('/')
    await page.getByRole('link', { name: '报单' }).first().tap()
    await page.getByLabel('用自己的话说就行').fill('小区门口有流浪狗追人')
    await tap(page, '下一步')
    await tap(page, '梅园小区 花园社区')
    await tap(page, '3号楼')
    await page.getByText('换一类').waitFor()
    await page.getByLabel('具体位置').fill('东门岗亭旁')
    await page.reload()
    assert.equal(await page.getByLabel('具体位置').inputValue(), '东门岗亭旁')
    await page.goBack()
    await page.getByRole('heading', { name: '在哪里？' }).waitFor()
    await page.goBack()
    assert.equal(await page.getByLabel('用自己的话说就行').inputValue(), '小区门口有流浪狗追人')
    await tap(page, '下一步')
    await page.getByText('换一类').waitFor()
    const button = page.getByRole('button', { name: '送出', exact: true })
    await button.evaluate((element: HTMLButtonElement) => {
      element.click()
      element.click()
    })
    await page.getByTestId('number').waitFor()
    assert.equal(sent, 1)
  })

  test('a session that ends while somebody writes loses neither words nor photos', async () => {
    const page = await sit()
    await page.goto('/my')
    await page.getByLabel('手机号').fill('13800003333')
    await tap(page, '获取验证码')
    await page.getByText('已替您填好').waitFor()
    await tap(page, '登录')
    await page.getByText('退出登录').waitFor()
    await begin(page, '单元门关不上，门锁坏了', '/r/plum-3')
    await choose(page, 'orange')
    await page.getByAltText('第 1 张照片').waitFor()
    await tap(page, '下一步')
    await page.getByText('换一类').waitFor()
    await page.context().clearCookies()
    await tap(page, '送出')
    await page.getByTestId('number').waitFor()
    await page.getByTestId('query-code').waitFor()
    await page.getByRole('link', { name: '去我的报单' }).tap()
    await tap(page, '看进展')
    await page.getByRole('heading', { name: '报单照片' }).waitFor()
    await page.getByText('单元门关不上，门锁坏了').waitFor()
  })

  test('what somebody began who was signed in is listed to nobody else, who is told only that it is there', async () => {
    const page = await sit()
    await page.goto('/my')
    await page.getByLabel('手机号').fill('13800003334')
    await tap(page, '获取验证码')
    await page.getByText('已替您填好').waitFor()
    await tap(page, '登录')
    await page.getByText('退出登录').waitFor()
    await begin(page, '楼上半夜装修，吵得睡不着')
    await page.goto('/')
    await card(page, '楼上半夜装修').waitFor()
    await page.goto('/my')
    await tap(page, '退出登录')
    await page.getByLabel('手机号').waitFor()
    await page.goto('/')
    await page.getByText('另有 1 件是登录着写的').waitFor()
    assert.equal(await page.getByText('楼上半夜装修').count(), 0)
  })

  test('for somebody else it says whose name is seen, and that the rating is whoever’s who holds the code', async () => {
    const page = await sit()
    await begin(page, '老人家里水管漏水', '/r/plum-3')
    await tap(page, '下一步')
    await page.getByText('换一类').waitFor()
    await page.getByText('我是替别人报的').tap()
    await page.getByText('您自己是谁，办理人员看不到').waitFor()
    await page.getByText('查询码在谁手里').waitFor()
    await page.getByLabel('怎么称呼那一位').fill('刘奶奶')
    await page.getByLabel('那一位的电话').fill('13800004444')
    await tap(page, '送出')
    await page.getByText('把编号和查询码交给那一位').waitFor()
  })
})
