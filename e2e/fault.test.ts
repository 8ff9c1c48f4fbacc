import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { systemClock } from '#kernel/time/clock.ts'
import { logbook } from '#testing/logbook.ts'
import { openDoors } from './doors.ts'
import { knock, sit, without } from './people.ts'

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
})
