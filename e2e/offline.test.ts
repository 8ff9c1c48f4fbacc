import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { suite, test } from 'node:test'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { openDoors } from './doors.ts'
import { knock, letIn, report, reportAtDoor, signIn, sit, without } from './people.ts'

suite('a phone without a network', { skip: without }, () => {
  const doors = openDoors()

  /** A phone that keeps the pages themselves. */
  const phone = () => sit(doors, 'phone', { serviceWorkers: 'allow' })
  /** The pages are kept by the browser once its worker has taken them in. */
  const isReady = (page: Page) => page.evaluate(async () => void (await navigator.serviceWorker.ready))
  const card = (page: Page, number: string) => page.locator('.card', { hasText: number })
  const waits = (page: Page, count: number) =>
    page
      .getByRole('status')
      .getByText(`${count} 条还没送出`)
      .or(page.getByText(`${count} 条还没送出`))
      .first()
      .waitFor()

  test('a grid worker goes on without a network: nothing is lost, nothing done twice, and a conflict is asked about', async () => {
    const reported = async (words: string) => (await report(doors.house, words)).number
    const [lamp, drain, wires] = [await reported('路灯不亮'), await reported('下水道堵了冒水'), await reported('楼道里飞线充电')]
    const worker = await phone()
    await signIn(worker, doors.house, 'wangMin')
    await card(worker, wires).waitFor()
    await isReady(worker)
    await worker.context().setOffline(true)
    // Also when the page is opened anew, as phones do by themselves.
    await worker.reload()
    await card(worker, lamp).getByRole('button', { name: '承单' }).tap()
    await worker.getByText('已存在本机').waitFor()
    await card(worker, lamp).getByText('承单：还没送出').waitFor()
    assert.equal(await card(worker, lamp).getByRole('button').count(), 0, 'it is not pressed twice')
    await card(worker, drain).getByRole('button', { name: '承单' }).tap()
    await waits(worker, 2)

    // What follows is offered by the flow itself: an accepted case can be solved on the spot, with a photo.
    await card(worker, lamp).getByRole('link').first().tap()
    await worker.locator('.two').getByText('承单：还没送出').waitFor()
    await worker.getByRole('button', { name: '自处置' }).first().tap()
    await worker.getByLabel('做了什么').fill('换了灯泡，亮了')
    await worker.getByRole('radio', { name: '已解决' }).check()
    const picture = await sharp({ create: { width: 60, height: 40, channels: 3, background: 'orange' } })
      .jpeg()
      .toBuffer()
    await worker.locator('input[type=file]').first().setInputFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer: picture })
    await worker.getByAltText('第 1 张照片').waitFor()
    await worker.locator('form').getByRole('button', { name: '自处置' }).tap()
    await waits(worker, 3)
    await worker.goto('/unsent')
    await worker.getByText('已解决 · 换了灯泡，亮了').waitFor()
    await worker.getByText('1 张照片一起送').waitFor()
    await worker.goto('/work/queue')

    // Meanwhile the dispatcher sends the drain on.
    const dispatcher = await sit(doors, 'desk')
    await letIn(dispatcher, doors.house, 'dispatcher')
    await dispatcher.goto('/work/queue?tab=all')
    await dispatcher.locator('.card', { hasText: drain }).getByRole('link').first().click()
    await dispatcher.getByRole('button', { name: '派单', exact: true }).first().click()
    await dispatcher.locator('form').getByRole('button', { name: '派单', exact: true }).click()
    await dispatcher.getByText('派单：好了').waitFor()

    await worker.context().setOffline(false)
    await worker.evaluate(() => dispatchEvent(new Event('online')))
    await worker.getByText('1 条要您决定').waitFor()
    await worker.getByText('1 条要您决定').tap()
    await worker.getByText('没有办成').waitFor()
    await worker.getByText('它现在：').waitFor()
    await worker.getByRole('button', { name: '不送了' }).tap()
    await worker.getByRole('button', { name: '丢掉' }).tap()
    await worker.getByText('都送出了').waitFor()

    await dispatcher.goto('/work/queue?tab=all')
    await dispatcher.locator('.card', { hasText: lamp }).getByRole('link').first().click()
    await dispatcher.getByRole('heading', { name: '办理经过' }).waitFor()
    await dispatcher.locator('.history').getByText('换了灯泡，亮了').waitFor()
    assert.equal(await dispatcher.locator('.history').getByText('承单', { exact: true }).count(), 1, 'accepted once')
    assert.ok(await dispatcher.locator('.history').getByText('离线时填写').first().isVisible())
  })

  test('a part of the queue that was never opened is there without a network; what is not kept says so, and comes by itself', async () => {
    const { number } = await report(doors.house, '楼道灯不亮，摸黑上楼')
    const worker = await phone()
    // The cases are fetched for a shift after the lists.
    const kept = worker.waitForResponse(/\/api\/cases\/[^/?]+\/events\?ahead/)
    await signIn(worker, doors.house, 'wangMin')
    await card(worker, number).waitFor()
    await kept
    await isReady(worker)
    await worker.context().setOffline(true)
    await worker.getByRole('link', { name: /已超时/ }).tap()
    await worker.getByText('没有超时的，很好。').waitFor()
    await worker.getByRole('link', { name: '全部可见' }).tap()
    await worker.getByRole('alert').getByText('这一页还没有存到本机').waitFor()
    assert.equal(await worker.getByText('您填写的').count(), 0, 'nothing was filled in')
    await worker.context().setOffline(false)
    await worker.evaluate(() => dispatchEvent(new Event('online')))
    await card(worker, number).waitFor()
  })

  test('a visit is written down without a network: it waits and goes by itself, and what was begun survives a reload', async () => {
    const { house } = doors
    const admin = await sit(doors, 'desk')
    await letIn(admin, house, 'admin')
    const entry = {
      ...{ code: 'order', name: { zh: '综治', en: 'order' }, carriedBy: ['level2'] },
      items: ['巡查楼道', '看消防通道'].map((what) => ({ what, by: 'gridWorker', rhythm: 'weekly' })),
    }
    const named = await admin.request.put('/api/registers/networks/order', {
      ...{ data: { entry, version: 0 }, headers: { 'idempotency-key': randomUUID() } },
    })
    assert.ok(named.ok(), await named.text())
    const worker = await phone()
    const kept = worker.waitForResponse('**/api/visits/due')
    await signIn(worker, house, 'wangMin')
    await kept
    await isReady(worker)
    await worker.context().setOffline(true)
    // It was never opened before.
    await worker.getByRole('link', { name: '走访' }).tap()
    await worker.getByText('巡查楼道').tap()
    await worker.getByLabel('要记一句的').fill('2 号楼楼道有堆物')
    await worker.reload()
    assert.equal(await worker.getByLabel('要记一句的').inputValue(), '2 号楼楼道有堆物')
    await worker.getByRole('button', { name: '记下这 1 项' }).tap()
    await worker.getByText('记走访：已存在本机，联网后自动送出').waitFor()
    await worker.getByText('已记，等着送出').waitFor()
    assert.equal(await worker.getByLabel('要记一句的').inputValue(), '')
    await waits(worker, 1)
    await worker.goto('/unsent')
    await worker.getByText('巡查楼道 · 2 号楼楼道有堆物').waitFor()
    await worker.goto('/work/visits')
    await worker.context().setOffline(false)
    await worker.evaluate(() => dispatchEvent(new Event('online')))
    await worker.getByText('走访已送出、记下了').waitFor()
    // A note is opened by a press: that it was read is written down.
    await worker.getByRole('button', { name: '看记的话' }).tap()
    await worker.locator('ul.rows li', { hasText: '2 号楼楼道有堆物' }).waitFor()
    assert.equal(await worker.getByRole('listitem').filter({ hasText: '王敏' }).count(), 1)
    await worker.getByText('1 条还没送出').waitFor({ state: 'detached' })
  })

  test('a session that ended meanwhile decides nothing: what waits goes once the same person is here again', async () => {
    const { number } = await report(doors.house, '路灯一闪一闪的')
    const worker = await phone()
    await signIn(worker, doors.house, 'wangMin')
    await card(worker, number).waitFor()
    await isReady(worker)
    await worker.context().setOffline(true)
    await card(worker, number).getByRole('button', { name: '承单' }).tap()
    await waits(worker, 1)
    await worker.context().clearCookies()
    await worker.context().setOffline(false)
    await worker.evaluate(() => dispatchEvent(new Event('online')))
    await knock(worker, `wangMin.${doors.house.district}`, doors.house.password)
    await worker.getByRole('heading', { name: '待办' }).waitFor()
    await worker.getByText('1 条还没送出').waitFor({ state: 'detached' })
    await worker.getByRole('link', { name: /办理中/ }).tap()
    await card(worker, number).waitFor()
  })

  test('a report written without a network waits on the phone, and its number is there afterwards', async () => {
    const page = await phone()
    await page.goto('/r/plum-3')
    await page.getByText('梅园小区3号楼').waitFor()
    await isReady(page)
    await page.getByLabel('用自己的话说就行').fill('单元门禁坏了，关不上')
    await page.getByRole('button', { name: '下一步' }).tap()
    await page.getByText('换一类').waitFor()
    await page.context().setOffline(true)
    await page.getByRole('button', { name: '送出' }).tap()
    await page.getByRole('heading', { name: '已存在这部手机' }).waitFor()
    await waits(page, 1)
    await page.context().setOffline(false)
    await page.evaluate(() => dispatchEvent(new Event('online')))
    await page.getByText('1 条还没送出').waitFor({ state: 'detached' })
    await page.goto('/my')
    await page.getByRole('button', { name: '看进展' }).tap()
    await page.locator('.history').waitFor()
  })

  test('a phone that has reported before chooses the category of the next report without a network, and it waits', async () => {
    const page = await phone()
    await reportAtDoor(page, '路灯不亮')
    await page.goto('/r/plum-3')
    await page.getByText('梅园小区3号楼').waitFor()
    await isReady(page)
    await page.context().setOffline(true)
    await page.getByLabel('用自己的话说就行').fill('单元门禁坏了，关不上')
    await page.getByRole('button', { name: '下一步' }).tap()
    await page.getByPlaceholder('打一个词').fill('路灯')
    await page.getByRole('button', { name: /路灯/ }).first().tap()
    await page.getByRole('button', { name: '送出' }).tap()
    await page.getByRole('heading', { name: '已存在这部手机' }).waitFor()
  })
})
