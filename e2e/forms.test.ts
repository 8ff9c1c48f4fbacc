import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import type { Page, Route } from 'playwright-core'
import { flawsOf } from './axe.ts'
import { openDoors } from './doors.ts'
import { without } from './people.ts'

suite('a resident who types something wrong', { skip: without }, () => {
  const doors = openDoors()

  const sit = async (): Promise<Page> => (await doors.browser.phone({ extraHTTPHeaders: doors.house.headers })).newPage()
  const tap = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).tap()
  /** What is said beside a field that something is wrong with, as the field itself names it. */
  const besideField = async (page: Page, label: string): Promise<string> => {
    const field = page.locator('input, textarea').and(page.getByLabel(label)).first()
    await page.waitForFunction((element) => element?.getAttribute('aria-invalid') === 'true', await field.elementHandle())
    return (await page.locator(`[id="${await field.getAttribute('aria-describedby')}"]`).textContent()) ?? ''
  }
  const lastLook = async (page: Page, words: string) => {
    await page.goto('/r/plum-3')
    await page.getByText('梅园小区3号楼').waitFor()
    await page.getByLabel('用自己的话说就行').fill(words)
    await tap(page, '下一步')
    await page.getByText('换一类').waitFor()
  }
  const enter = async (page: Page, phone: string) => {
    await page.getByLabel('手机号').fill(phone)
    await tap(page, '获取验证码')
    await page.getByText('已替您填好').waitFor()
    await tap(page, '登录')
  }

  test('in a telephone of a report: it is said beside it, nothing else is lost, and put right it is sent', async () => {
    const page = await sit()
    await lastLook(page, '路灯不亮，晚上很黑')
    await page.getByLabel('具体位置').fill('东门岗亭旁')
    await page.getByText('留个姓名电话').tap()
    await page.getByLabel('怎么称呼您').fill('刘敏')
    await page.getByLabel('电话', { exact: true }).or(page.getByLabel('电话 （可不填）')).first().fill('一三八零零零零')
    await tap(page, '送出')
    assert.match(await besideField(page, '电话'), /只写数字和短横/)
    assert.deepEqual(await flawsOf(page), [])
    assert.equal(await page.getByLabel('具体位置').inputValue(), '东门岗亭旁')
    assert.equal(await page.getByLabel('怎么称呼您').inputValue(), '刘敏')
    const focused = await page.evaluate(() => document.activeElement?.getAttribute('type'))
    assert.equal(focused, 'tel', 'the cursor is in the field')
    await page.locator('input[type=tel]').fill('138-0000-1111')
    await tap(page, '送出')
    await page.getByTestId('number').waitFor()
  })

  test('and what only the server finds wrong is said beside its field too', async () => {
    const page = await sit()
    await lastLook(page, '路灯不亮，晚上很黑')
    // Signs that nobody sees: the phone takes them, the contract does not.
    await page.getByLabel('具体位置').fill('\u2060\u200b')
    await tap(page, '送出')
    assert.match(await besideField(page, '具体位置'), /格式不对/)
    await page.getByLabel('具体位置').fill('东门')
    await tap(page, '送出')
    await page.getByTestId('number').waitFor()
  })

  test('in a code on a door, typed', async () => {
    const page = await sit()
    await page.goto('/report')
    await page.getByLabel('用自己的话说就行').fill('路灯不亮')
    await tap(page, '下一步')
    await page.getByText('或者输入门牌、楼栋码上的编码').tap()
    await page.getByLabel('编码', { exact: true }).fill('plum-33')
    await tap(page, '就是这里')
    assert.match(await besideField(page, '编码'), /没有“plum-33”这个地点/)
    await page.getByLabel('编码', { exact: true }).fill('plum-3')
    await tap(page, '就是这里')
    await page.getByText('换一类').waitFor()
  })

  test('in a query code: how many signs are missing, or that there is none such', async () => {
    const page = await sit()
    await page.goto('/query')
    await page.getByLabel('查询码').fill('ABCD-1234')
    await tap(page, '查进展')
    assert.match(await besideField(page, '查询码'), /13 位，您输入了 8 位/)
    await page.getByLabel('查询码').fill('0000000000000')
    await tap(page, '查进展')
    assert.ok((await besideField(page, '查询码')).length > 0)
    assert.equal(await page.getByLabel('查询码').inputValue(), '0000000000000')
  })

  test('in a telephone to sign in with, or the code that came', async () => {
    const page = await sit()
    await page.goto('/my')
    await page.getByLabel('手机号').fill('1380000')
    await tap(page, '获取验证码')
    assert.match(await besideField(page, '手机号'), /11 位数字/)
    await page.getByLabel('手机号').fill('13800005551')
    await tap(page, '获取验证码')
    await page.getByText('已替您填好').waitFor()
    await page.getByLabel('验证码').fill('12')
    await tap(page, '登录')
    assert.match(await besideField(page, '验证码'), /6 位数字/)
    const right = doors.house.cameTo('13800005551')
    await page.getByLabel('验证码').fill(right === '000000' ? '000001' : '000000')
    await tap(page, '登录')
    assert.match(await besideField(page, '验证码'), /不正确或已过期/)
    await page.getByLabel('验证码').fill(right)
    await tap(page, '登录')
    await page.getByText('退出登录').waitFor()
  })

  test('in a form of their case; and a session that ends while they type costs no word of it', async () => {
    const page = await sit()
    await page.goto('/my')
    await enter(page, '13800005552')
    await page.getByText('退出登录').waitFor()
    await lastLook(page, '垃圾桶满了没人清')
    await tap(page, '送出')
    await page.getByRole('link', { name: '去我的报单' }).tap()
    await page.locator('.card .open').first().tap()
    await page.getByRole('button', { name: '留言' }).first().tap()
    const form = page.locator('form.sheet')
    await form.getByRole('button', { name: '留言' }).tap()
    assert.match(await besideField(page, '留言'), /还没填/)
    await form.locator('textarea').fill('今天早上又满了')
    // As it is sent, and no earlier: a page that finds out by itself asks for signing in before anything is tapped.
    const ends = async (route: Route) => {
      await page.context().clearCookies()
      await route.continue()
    }
    await page.route('**/api/cases/*/comment', ends, { times: 1 })
    await form.getByRole('button', { name: '留言' }).tap()
    await page.getByText('登录已经过期，没有送出').waitFor()
    await enter(page, '13800005552')
    await page.getByRole('button', { name: '留言' }).first().tap()
    assert.equal(await form.locator('textarea').inputValue(), '今天早上又满了')
    await form.getByRole('button', { name: '留言' }).tap()
    await page.locator('.history').getByText('今天早上又满了').waitFor()
  })
})
