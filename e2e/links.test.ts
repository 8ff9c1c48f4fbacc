import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { openDoors } from './doors.ts'
import { letIn, sit, without } from './people.ts'

suite('a link that was copied by half', { skip: without }, () => {
  const doors = openDoors()
  const addresses = ['/case/x', '/b/x', '/b/x/door', '/errands/x', '/errands/x/letter', '/q/x', '/case/0198c0de-7a30-7000-8000']

  test('leads to a page that says so and home, for residents and staff, with no word of how ids are written', async () => {
    const phone = await sit(doors, 'phone')
    for (const who of [undefined, 'wangMin'] as const) {
      if (who) await letIn(phone, doors.house, who)
      for (const address of addresses) {
        await phone.goto(address)
        await phone.getByRole('heading', { name: '没有这一页' }).waitFor()
        assert.equal(
          await phone.getByText('uuid').or(phone.getByText('至少')).or(phone.getByText('再试一次')).count(),
          0,
          address,
        )
        await phone.getByRole('link', { name: '回首页' }).waitFor()
      }
    }
  })

  test('is not what nobody may see: that is told by the server, as it was', async () => {
    const phone = await sit(doors, 'phone')
    await phone.goto('/b/0198c0de-7a30-7000-8000-000000000000')
    await phone.getByRole('alert').waitFor()
    await phone.goto('/q/0000000000000')
    await phone.getByRole('alert').waitFor()
  })
})
