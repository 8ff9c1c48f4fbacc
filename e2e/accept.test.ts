import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { flawsOf } from './axe.ts'
import { openDoors } from './doors.ts'
import { makeRound } from './faces/worlds/round.ts'
import { inPlum, knock, reportAtDoor, signIn, sit, without } from './people.ts'

suite('a grid worker with a phone, and a clerk at a desk', { skip: without }, () => {
  const doors = openDoors()

  test('a report is accepted in one tap, dispatched to the unit that its category leads to, and received by keyboard', async () => {
    const resident = await sit(doors, 'phone')
    const number = await reportAtDoor(resident, '路灯不亮，晚上很黑')

    const worker = await sit(doors, 'phone')
    await signIn(worker, doors.house, 'wangMin')
    await worker.getByRole('button', { name: '承单' }).tap()
    await worker.getByText(`${number} 已承接`).waitFor()
    await worker.getByRole('link', { name: /办理中/ }).tap()
    await worker.getByRole('link', { name: /路灯/ }).tap()
    await worker.getByRole('button', { name: '派单', exact: true }).tap()
    // The unit is suggested: sending is the third tap.
    await worker.locator('form').getByText('区综合行政执法局').waitFor()
    await worker.locator('form').getByRole('button', { name: '派单', exact: true }).tap()
    await worker.getByText('派单：好了').waitFor()

    const clerk = await sit(doors, 'desk')
    await signIn(clerk, doors.house, 'lamps')
    await clerk.getByRole('link', { name: /路灯/ }).waitFor()
    await clerk.keyboard.press('j')
    await clerk.keyboard.press('a')
    await clerk.getByText(`${number} 已承接`).waitFor()
    await clerk.goto('/work/queue?tab=hand')
    await clerk.getByRole('link', { name: /路灯/ }).waitFor()
    await clerk.keyboard.press('j')
    await clerk.keyboard.press('Enter')
    await clerk.getByRole('heading', { name: '办理经过' }).waitFor()

    // The reporter sees every step, live.
    await resident.getByRole('link', { name: '去我的报单' }).tap()
    await resident.getByRole('button', { name: '看进展' }).tap()
    await resident.locator('.chip', { hasText: '办理中' }).waitFor()
    // The history comes a moment after the state.
    await resident.locator('.history').getByText('派给了承办单位').waitFor()
  })

  test('several are taken in at once, but those left out; what a colleague took meanwhile is told by its number', async () => {
    const numbers: string[] = []
    for (const words of ['楼道灯坏了', '楼道灯不亮', '楼道灯闪'])
      numbers.push(await reportAtDoor(await sit(doors, 'phone'), words))
    const [left = '', lost = '', taken = ''] = numbers
    const clerk = await sit(doors, 'desk')
    // Whoever hears nothing live has an old list before them.
    await clerk.route('**/api/live**', (route) => route.abort())
    await signIn(clerk, doors.house, 'wangMin')
    await clerk.locator('.card', { hasText: left }).waitFor()
    // What is ticked is of this part of the queue: elsewhere nothing is to be taken.
    await clerk.getByRole('button', { name: '一次承接多件' }).click()
    await clerk.getByRole('link', { name: /办理中/ }).click()
    await clerk.getByRole('button', { name: /承接选中的/ }).waitFor({ state: 'detached' })
    await clerk.goto('/work/queue')
    await clerk.locator('.card', { hasText: left }).waitFor()
    const colleague = await sit(doors, 'phone')
    await signIn(colleague, doors.house, 'wangMin')
    await colleague.locator('.card', { hasText: lost }).getByRole('button', { name: '承单' }).tap()
    await colleague.getByText(`${lost} 已承接`).waitFor()

    await clerk.getByRole('button', { name: '一次承接多件' }).click()
    const boxes = clerk.getByRole('checkbox')
    for (const box of await boxes.all()) await box.uncheck()
    assert.ok(await clerk.getByRole('button', { name: '承接选中的 0 件' }).isDisabled())
    for (const number of [lost, taken]) await clerk.getByRole('checkbox', { name: `选中 ${number}` }).check()
    await clerk.getByRole('button', { name: '承接选中的 2 件' }).click()
    await clerk.getByText('1 件已承接').waitFor()
    assert.match((await clerk.getByRole('alert').textContent()) ?? '', new RegExp(`1 件没有接成.*${lost}`))
    await clerk.locator('.card', { hasText: left }).getByRole('button', { name: '承单' }).waitFor()
    assert.equal(await clerk.locator('.card', { hasText: taken }).count(), 0)
  })

  test('under a finger the whole card opens the case, but for its button; on a desk its words can be selected', async () => {
    const number = await reportAtDoor(await sit(doors, 'phone'), '楼道灯不亮，摸黑上楼')
    const worker = await sit(doors, 'phone')
    await signIn(worker, doors.house, 'wangMin')
    const card = worker.locator('.card', { hasText: number })
    for (const words of [number, '梅园小区3号楼']) {
      const box = await card.locator('p', { hasText: words }).boundingBox()
      assert.ok(box)
      await worker.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2)
      await worker.waitForURL(/\/case\//)
      await worker.goBack()
      await card.waitFor()
    }
    await card.getByRole('button', { name: '承单' }).tap()
    await worker.getByText(`${number} 已承接`).waitFor()

    const desk = await sit(doors, 'desk')
    await signIn(desk, doors.house, 'wangMin')
    await desk.getByRole('link', { name: /办理中/ }).click()
    const line = desk.locator('.card', { hasText: number }).locator('p', { hasText: number })
    await line.dblclick()
    assert.match(desk.url(), /queue/)
    assert.ok(await desk.evaluate(() => `${getSelection()}`.length > 0))
  })

  test('a case in hand is ended from the list: its form is open, and leaving it leads to nothing else', async () => {
    const number = await reportAtDoor(await sit(doors, 'phone'), '楼道里堆了很多东西')
    const worker = await sit(doors, 'phone')
    await signIn(worker, doors.house, 'wangMin')
    const card = worker.locator('.card', { hasText: number })
    await card.getByRole('button', { name: '承单' }).tap()
    await worker.getByText(`${number} 已承接`).waitFor()
    await worker.getByRole('link', { name: /办理中/ }).tap()
    await card.getByRole('link', { name: '自处置' }).tap()
    await worker.locator('form').getByLabel('做了什么').waitFor()
    await worker.getByRole('button', { name: '先不办' }).tap()
    await worker.locator('form').waitFor({ state: 'detached' })
  })

  test('a form says before that a photo is needed, and names each gap beside its field, the first with the cursor in it', async () => {
    const number = await reportAtDoor(await sit(doors, 'phone'), '路灯不亮，一片漆黑')
    const worker = await sit(doors, 'phone')
    await signIn(worker, doors.house, 'wangMin')
    const card = worker.locator('.card', { hasText: number })
    await card.getByRole('button', { name: '承单' }).tap()
    const told = worker.getByText(`${number} 已承接`)
    await told.waitFor()
    await worker.getByRole('link', { name: /办理中/ }).tap()
    await card.getByRole('link', { name: '自处置' }).waitFor()
    assert.equal(await told.count(), 0, 'what was done before is not said for ever')
    await card.getByRole('link', { name: '自处置' }).tap()
    const form = worker.locator('form')
    await form.getByText('须附处理后的照片').waitFor()
    const send = form.getByRole('button', { name: '自处置' })
    const gaps = form.getByText('这一项还没填')
    await send.tap()
    assert.equal(await gaps.count(), 2)
    assert.ok(
      await form
        .getByRole('radio')
        .first()
        .evaluate((radio) => radio === document.activeElement),
    )
    await form.getByRole('radio', { name: '已解决' }).check()
    assert.equal(await gaps.count(), 1, 'what is filled in is named no longer, and the rest still is')
    await form.getByLabel('做了什么').fill('换了灯泡')
    await send.tap()
    await form
      .locator('[data-wrong]', { has: worker.locator('input[type=file]') })
      .getByText('这一项还没填')
      .waitFor()
    assert.equal(await worker.evaluate(() => document.activeElement?.getAttribute('type')), 'file')
  })

  test('what is seen on patrol is reported from the queue, from where the phone is, and is nobody else’s telephone call', async () => {
    const worker = await sit(doors, 'phone', inPlum)
    await signIn(worker, doors.house, 'wangMin')
    await worker.getByRole('link', { name: '巡查上报' }).tap()
    await worker.getByText('地点：').waitFor()
    await worker.getByLabel('写清是什么、在哪儿').fill('井盖松动，踩到会翻')
    await worker.getByRole('button', { name: '下一步' }).tap()
    await worker.getByText('换一类').waitFor()
    assert.equal(await worker.getByText('替谁报').count(), 0, 'who came from patrol has said so')
    assert.equal(await worker.getByText('具体在哪儿').count(), 0, 'where the phone is says enough')
    await worker.getByRole('button', { name: '送出' }).tap()
    await worker.getByTestId('number').waitFor()
  })

  test('who is on patrol and cannot be located begins with their own grid, is spoken to as staff, and is led back to the queue', async () => {
    const worker = await sit(doors, 'phone')
    await signIn(worker, doors.house, 'wangMin')
    await worker.getByRole('link', { name: '巡查上报' }).tap()
    await worker.getByText('梅园网格').waitFor()
    await worker.getByLabel('写清是什么、在哪儿').fill('楼道里堆了很多东西')
    await worker.getByRole('button', { name: '下一步' }).tap()
    await worker.getByText('换一类').waitFor()
    // A grid is no place that somebody finds: where exactly is asked, and not insisted on.
    await worker.getByRole('button', { name: '就在我现在的位置' }).tap()
    await worker.getByText('没能取得位置').waitFor()
    await worker.getByRole('button', { name: '选小区、楼栋' }).tap()
    await worker.getByRole('heading', { name: '在哪里？' }).waitFor()
    await worker.getByRole('button', { name: '‹ 上一步' }).tap()
    assert.equal(await worker.getByText('谁能看到什么').count(), 0, 'there is nobody whose name and telephone it could be')
    await worker.getByRole('button', { name: '送出' }).tap()
    await worker.getByRole('heading', { name: '已记入' }).waitFor()
    const number = (await worker.getByTestId('number').textContent()) ?? ''
    for (const words of ['查询码', '谢谢', '请您来评价']) assert.equal(await worker.getByText(words).count(), 0, words)
    await worker.getByRole('link', { name: '回到待办' }).tap()
    await worker.locator('.card', { hasText: number }).getByText('梅园网格').waitFor()
  })

  test('a clerk walks through the list without leaving the case that is open, receives it there, and is back in the list by Escape', async () => {
    const worker = await sit(doors, 'phone')
    await signIn(worker, doors.house, 'wangMin')
    for (const words of ['路灯一闪一闪的', '灯杆歪了']) {
      const resident = await sit(doors, 'phone')
      const number = await reportAtDoor(resident, words)
      await worker.goto('/work/queue')
      await worker.locator('.card', { hasText: number }).getByRole('link').first().tap()
      await worker.getByRole('button', { name: '派单', exact: true }).tap()
      await worker.locator('form').getByText('区综合行政执法局').waitFor()
      await worker.locator('form').getByRole('button', { name: '派单', exact: true }).tap()
      await worker.getByText('派单：好了').waitFor()
    }
    const clerk = await sit(doors, 'desk')
    await signIn(clerk, doors.house, 'lamps')
    await clerk.locator('.card').nth(1).waitFor()
    const receive = clerk.getByRole('button', { name: '接单', exact: true })
    for (const key of ['j', 'Enter']) await clerk.keyboard.press(key)
    await clerk.getByRole('heading', { name: '办理经过' }).waitFor()
    await receive.waitFor()
    const first = clerk.url()
    await clerk.keyboard.press('a')
    await clerk.getByText('接单：好了').waitFor()
    await clerk.keyboard.press('j')
    await receive.waitFor()
    assert.notEqual(clerk.url(), first)
    await clerk.keyboard.press('k')
    await receive.waitFor({ state: 'detached' })
    assert.equal(clerk.url(), first)
    await clerk.locator('#actions [data-take]').waitFor()
    // The next thing that is to be done has a form: the key opens it, and the cursor is in it.
    await clerk.keyboard.press('a')
    await clerk.locator('form').waitFor()
    assert.ok(await clerk.locator('form').evaluate((form) => form.contains(document.activeElement)))
    await clerk.getByRole('button', { name: '先不办' }).click()
    await clerk.keyboard.press('Escape')
    await clerk.getByRole('heading', { name: '待办' }).waitFor()
  })

  test('what a worker is told of one case is one line with its matter, place and limit, and what was told before behind it', async () => {
    const resident = await sit(doors, 'phone')
    const number = await reportAtDoor(resident, '水管爆了，满地是水')
    await resident.getByRole('link', { name: '去我的报单' }).tap()
    await resident.getByRole('button', { name: '看进展' }).tap()
    await resident.locator('.thumb').getByRole('button', { name: '催一下' }).tap()
    await resident.getByText('催一下：好了').waitFor()
    await makeRound(doors.house)
    const worker = await sit(doors, 'phone')
    await signIn(worker, doors.house, 'wangMin')
    await worker.goto('/notices')
    const line = worker.locator('.notices > li', { hasText: `${number} 报单人催办` })
    await line.getByRole('link', { name: /梅园小区/ }).waitFor()
    await line.getByText(/还剩/).waitFor()
    await line.getByText('这件事之前还有 1 条').tap()
    await line.getByText(`${number} 到您这里了`).waitFor()
    assert.equal(await worker.locator('.notices > li', { hasText: number }).count(), 1)
    assert.deepEqual(await flawsOf(worker), [])
    // To have opened them is to have read them: the bell is quiet, here and on the next page.
    await worker.getByRole('link', { name: '消息', exact: true }).waitFor()
    await worker.getByRole('link', { name: '邻里', exact: true }).tap()
    await worker.getByRole('heading', { level: 1 }).waitFor()
    await worker.waitForLoadState('networkidle')
    await worker.getByRole('link', { name: '消息', exact: true }).waitFor()
    assert.equal(await worker.locator('.bell .count').count(), 0)
  })

  test('a resident reminds with one tap from the page of the report', async () => {
    const resident = await sit(doors, 'phone')
    await reportAtDoor(resident, '电梯老是卡住')
    await resident.getByRole('link', { name: '去我的报单' }).tap()
    await resident.getByRole('button', { name: '看进展' }).tap()
    await resident.locator('.thumb').getByRole('button', { name: '催一下' }).tap()
    await resident.getByText('催一下：好了').waitFor()
  })

  test('a wrong password says so, and keeps the name that was typed', async () => {
    const page = await sit(doors, 'desk')
    await knock(page, `wangMin.${doors.house.district}`, 'something else')
    await page.getByRole('alert').waitFor()
    assert.equal(await page.getByLabel('账号').inputValue(), `wangMin.${doors.house.district}`)
  })
})
