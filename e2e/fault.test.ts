import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { systemClock } from '#kernel/time/clock.ts'
import { logbook } from '#testing/logbook.ts'
import { openDoors } from './doors.ts'
import { inPlum, knock, sit, without } from './people.ts'

suite('a fault of ours', { skip: without }, () => {
  let broken = false
  const { log, lines } = logbook('info')
  const clock = () => {
    if (broken) throw new Error('the clock is broken')
    return systemClock()
  }
  const doors = openDoors(undefined, { clock, log })

  test('is shown with a number to read out, whole in large type on a narrow phone, which leads to it in the log', async () => {
    const preferences = { type: 'large', language: 'zh', scheme: 'light' }
    const phone = await sit(doors, 'phone', { viewport: { width: 360, height: 740 }, preferences })
    broken = true
    await knock(phone, `wangMin.${doors.house.district}`, doors.house.password)
    const shown = await phone.getByText('系统出错').textContent()
    broken = false
    const [, number] = /（编号 ([0-9a-z]{8})）$/.exec(shown ?? '') ?? []
    assert.ok(number, `${shown}`)
    const found = lines().filter(({ request }) => request === number)
    assert.deepEqual(
      found.map(({ msg, route }) => `${msg} ${route ?? ''}`),
      ['a fault of ours ', 'answered /api/session'],
    )
    assert.match(JSON.stringify(found[0]), /the clock is broken/)
    assert.equal(await phone.evaluate(() => document.documentElement.scrollWidth > innerWidth), false, 'wider than the phone')
  })
  test('is not told where only the network is gone: the page opens by itself once it is back', async () => {
    const phone = await sit(doors, 'phone')
    await phone.goto('/')
    await phone.getByRole('link', { name: /身边的驿站/ }).waitFor()
    await phone.context().setOffline(true)
    await phone.getByRole('link', { name: /身边的驿站/ }).tap()
    await phone.getByText('现在没有网络').waitFor()
    const { height = 0 } = (await phone.getByRole('button', { name: '重新打开' }).boundingBox()) ?? {}
    assert.ok(height > 0 && height < 100, `the button is ${height} points high`)
    await phone.context().setOffline(false)
    await phone.getByRole('heading', { name: '身边的驿站' }).waitFor()
  })

  test('is told above the button that was tapped, where it can be seen, and what was written is kept', async () => {
    const context = await doors.browser.phone({ extraHTTPHeaders: doors.house.headers, ...inPlum })
    const phone = await context.newPage()
    await phone.goto('/')
    await phone.getByRole('link', { name: '报单' }).first().tap()
    await phone.getByLabel('用自己的话说就行').fill('3号楼东边的路灯不亮')
    await phone.getByRole('button', { name: '下一步' }).tap()
    await phone.getByRole('button', { name: '就在我现在的位置' }).tap()
    await phone.getByText('换一类').waitFor()
    broken = true
    await phone.getByRole('button', { name: '送出', exact: true }).tap()
    const told = phone.getByRole('alert').filter({ hasText: '编号' })
    await told.waitFor()
    broken = false
    const [note, bar] = [await told.boundingBox(), await phone.locator('.thumb').boundingBox()]
    assert.ok(note && bar && note.y >= 0 && note.y + note.height <= bar.y, JSON.stringify([note, bar]))
    await phone.getByRole('button', { name: '送出', exact: true }).tap()
    await phone.getByTestId('number').waitFor()
    await context.close()
  })
})
