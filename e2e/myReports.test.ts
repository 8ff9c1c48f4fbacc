import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { flawsOf } from './axe.ts'
import { openDoors } from './doors.ts'
import { asResident, letIn, reportAtDoor, send, sit, without } from './people.ts'

suite('what became of mine', { skip: without }, () => {
  const doors = openDoors()

  test('a question that waits for its reporter is said on the card and on the case, and one tap opens the reply', async () => {
    const phone = await sit(doors, 'phone')
    await asResident(phone, doors.house, '13800004321')
    const id = await send(phone, '/api/cases', {
      words: '楼道里堆了很多东西',
      place: { code: 'plum-3' },
      category: 'neighbours.dispute',
    })
    const worker = await sit(doors, 'phone')
    await letIn(worker, doors.house, 'wangMin')
    await send(worker, `/api/cases/${id}/accept`, {})
    await send(worker, `/api/cases/${id}/askReporter`, { question: '是几楼？' })

    await phone.goto('/my')
    const card = phone.locator('article', { hasText: '有人问您' })
    await card.getByRole('link', { name: '回复', exact: true }).tap()
    await phone.getByText('有人问您一件事，等您回复。').waitFor()
    await phone.getByLabel('您的回复').fill('三楼')
    await phone.locator('#actions form button[type=submit]').tap()
    await phone.getByText('网格员接下了，正在处理。').waitFor()
    await phone.goto('/my')
    await phone.getByRole('button', { name: '催一下' }).waitFor()
    await phone.getByText('有人问您').waitFor({ state: 'detached' })
  })

  test('what was sent without an account says how it stands, and goes on saying it without a network', async () => {
    const phone = await sit(doors, 'phone', { serviceWorkers: 'allow' })
    const number = await reportAtDoor(phone, '楼道里堆了很多东西')
    const card = phone.locator('article', { hasText: number })
    await phone.goto('/my')
    await card.locator('.chip', { hasText: '待承单' }).waitFor()
    await card.getByText('还剩').waitFor()
    const id = await phone.evaluate(() => JSON.parse(localStorage.getItem('linli.sent') ?? '[]')[0].id)
    const worker = await sit(doors, 'phone')
    await letIn(worker, doors.house, 'wangMin')
    await send(worker, `/api/cases/${id}/accept`, {})
    await phone.reload()
    await card.locator('.chip', { hasText: '网格处理中' }).waitFor()
    assert.equal((await phone.request.get('/api/session').then((reply) => reply.json())).signedIn, false)
    await phone.evaluate(async () => void (await navigator.serviceWorker.ready))
    await phone.context().setOffline(true)
    await phone.reload()
    await card.locator('.chip', { hasText: '网格处理中' }).waitFor()
    await card.getByText('现在没有网络，这是之前存下的').waitFor()
  })

  test('once a session has ended, nothing around the door of a case speaks for it', async () => {
    const phone = await sit(doors, 'phone')
    await asResident(phone, doors.house, '13800004322')
    const id = await send(phone, '/api/cases', { words: '楼道灯不亮', place: { code: 'plum-3' }, category: 'neighbours.dispute' })
    await phone.goto('/my')
    await phone.getByRole('button', { name: '退出登录' }).waitFor()
    await phone.context().clearCookies()
    await phone.locator(`a[href="/case/${id}"]`).first().tap()
    await phone.getByRole('heading', { name: '先说一下您是谁' }).waitFor()
    await phone.getByRole('button', { name: '退出登录' }).waitFor({ state: 'detached' })
    assert.equal(await phone.locator('.bell').count(), 0)
  })

  test('a page of one’s own asks who is not signed in who they are, and shows itself once it knows', async () => {
    for (const [address, shown] of [
      ['/looks', '还没有人看过。'],
      ['/notices', '还没有消息。事情有了进展，会在这里告诉您。'],
      ['/sessions', '就是这里'],
    ] as const) {
      const page = await sit(doors, 'phone')
      await page.goto(address)
      await page.getByText('这是您自己的页面').waitFor()
      assert.deepEqual(await flawsOf(page), [])
      await page.getByLabel('手机号').fill('13800006161')
      await page.getByRole('button', { name: /验证码/ }).tap()
      await page.getByRole('button', { name: '登录', exact: true }).tap()
      await page.getByText(shown).waitFor()
      await page.context().close()
    }
  })

  test('what is pasted beyond what a report holds is said to be left out, with the count', async () => {
    const phone = await sit(doors, 'phone')
    await phone.goto('/r/plum-3')
    const words = phone.getByLabel('用自己的话说就行')
    await phone.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await phone.evaluate(() => navigator.clipboard.writeText('字'.repeat(6000)))
    await words.press('Control+V')
    await phone.getByText('最多 5000 字，后面 1000 字没有贴进来。').waitFor()
    assert.equal((await words.inputValue()).length, 5000)
    await words.press('Backspace')
    await phone.getByText('最多 5000 字').waitFor({ state: 'detached' })
  })
})
