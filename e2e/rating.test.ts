import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import type { Page } from 'playwright-core'
import { openDoors } from './doors.ts'
import { narrow, send, signIn, sit, without } from './people.ts'

/** What a report's answer asks of somebody of 70: two taps, with every choice before their eyes. */
suite('rating, in large type on a narrow phone', { skip: without }, () => {
  const doors = openDoors()
  const large = {
    ...narrow,
    viewport: { width: 360, height: 780 },
    preferences: { type: 'large', language: 'zh', scheme: 'light' },
  }

  /** A resident's phone at the page of their report, which a grid worker has answered. */
  const answered = async (): Promise<Page> => {
    const phone = await sit(doors, 'phone', large)
    const place = { words: '老年证怎么办，要带什么', category: 'services.policy', place: { code: 'plum-3' } }
    const sent = await phone.request.post('/api/cases', {
      data: place,
      headers: { 'linli-device': crypto.randomUUID(), 'idempotency-key': crypto.randomUUID() },
    })
    const { id, secret } = await sent.json()
    const worker = await sit(doors, 'phone')
    await signIn(worker, doors.house, 'wangMin')
    await send(worker, `/api/cases/${id}/accept`, {})
    await send(worker, `/api/cases/${id}/answer`, { done: '带身份证和一张照片，到社区一楼窗口' })
    await phone.request.post('/api/session/query-code', { data: { code: secret.queryCode } })
    await phone.goto(`/case/${id}`)
    return phone
  }
  const choices = ['解决了', '没解决', '非常满意', '满意', '一般', '不满意', '非常不满意']
  /** Which of them a finger would not reach where they are. */
  const covered = (page: Page) =>
    page.evaluate(
      (names) =>
        names.filter((name) => {
          const button = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === name)
          if (!button) return true
          const { left, width, top, bottom } = button.getBoundingClientRect()
          return [top + 2, bottom - 2].some((y) => !button.contains(document.elementFromPoint(left + width / 2, y)))
        }),
      choices,
    )

  test('all choices are seen at once, under no bar, and two taps in either order send it', async () => {
    for (const taps of [
      ['解决了', '非常满意'],
      ['满意', '解决了'],
    ]) {
      const phone = await answered()
      await phone.locator('.thumb').getByRole('button', { name: '去评价' }).tap()
      await phone.locator('.thumb').waitFor({ state: 'hidden' })
      // The page rolls there, which takes a busy phone a moment.
      for (let times = 0; times < 50 && (await covered(phone)).length > 0; times += 1) await phone.waitForTimeout(100)
      assert.deepEqual(await covered(phone), [])
      for (const name of taps) await phone.getByRole('button', { name, exact: true }).tap()
      await phone.locator('.chip', { hasText: '已归档' }).first().waitFor()
      await phone.getByText(`谢谢您的评价：解决了 · ${taps.find((name) => name !== '解决了')}`).waitFor()
      assert.equal(await phone.locator('.thumb').count(), 0, 'nobody who is content reopens it by mistake')
      await phone.locator('#actions').getByRole('button', { name: '重办' }).waitFor()
    }
  })

  test('words come last: who adds some sends them by a button, once both choices are made', async () => {
    const phone = await answered()
    assert.equal(await phone.getByLabel('想说的话').count(), 0)
    await phone.getByRole('button', { name: '还想说几句' }).tap()
    await phone.getByLabel('想说的话').fill('讲得清楚')
    assert.ok(await phone.getByRole('button', { name: '先点上面两样' }).isDisabled())
    const not = phone.getByRole('button', { name: '没解决', exact: true })
    const size = async () => {
      const { width, height } = (await not.boundingBox()) ?? {}
      return { width, height }
    }
    const before = await size()
    await not.tap()
    assert.deepEqual(await size(), before, 'what is chosen stays as large as it was')
    assert.ok(await phone.getByRole('button', { name: '还差一样：您满意吗' }).isDisabled())
    assert.equal(await not.evaluate((button) => getComputedStyle(button).whiteSpace), 'nowrap')
    for (const name of ['解决了', '非常满意']) await phone.getByRole('button', { name, exact: true }).tap()
    await phone.getByRole('button', { name: '送出评价' }).tap()
    await phone.locator('.history').getByText('讲得清楚').waitFor()
  })
})
