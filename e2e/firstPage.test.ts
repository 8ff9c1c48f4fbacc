import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { sql } from 'kysely'
import { within } from '#kernel/database/within.ts'
import { settle } from '#testing/neighbourhood.ts'
import { openDoors } from './doors.ts'
import { knock, letIn, without } from './people.ts'

/** Where each comes to, and what is read there first. */
const first = {
  wangMin: ['/work/queue', '待办'],
  secretary: ['/work/queue', '待办'],
  streetDesk: ['/work/queue', '待办'],
  lamps: ['/work/queue', '待办'],
  lampsLeader: ['/work/queue', '待办'],
  property: ['/work/queue', '待办'],
  dispatcher: ['/console/board', '看板'],
  supervisor: ['/console/board', '看板'],
  caller: ['/work/queue?tab=call', '待办'],
  leader: ['/console/overview', '总览'],
  admin: ['/console/people', '人员与岗位'],
} as const

suite('whoever signs in', { skip: without }, () => {
  const doors = openDoors(async (database) => {
    const district = await settle(database)
    // Nothing is missing in it any more: every category goes to a unit that is there.
    await within(database, { as: 'owner', district }, (connection) =>
      sql`delete from cases.categories where district = ${district} and category->'lead'->>'code' not in (
        select code from place.units where district = ${district})`.execute(connection),
    )
    return district
  })

  test('comes to the page that their post works with, and from the door to it again', async () => {
    const page = await (await doors.browser.desk({ extraHTTPHeaders: doors.house.headers })).newPage()
    for (const [name, [address, heading]] of Object.entries(first)) {
      await letIn(page, doors.house, name)
      await page.goto('/work')
      await page.getByRole('heading', { name: heading, level: 1 }).waitFor()
      const { pathname, search } = new URL(page.url())
      assert.equal(pathname + search, address, name)
    }
  })

  test('to administer has no queue of cases in their menu, and goes back to their desk', async () => {
    const page = await (await doors.browser.desk({ extraHTTPHeaders: doors.house.headers })).newPage()
    await knock(page, `admin.${doors.house.district}`, doors.house.password)
    const menu = page.getByRole('navigation', { name: '工作台菜单' })
    await menu.getByRole('link', { name: '人员与岗位' }).waitFor()
    assert.equal(await menu.getByRole('link', { name: '待办' }).count(), 0)
    await page.getByRole('link', { name: '我的登录' }).click()
    await page.getByRole('link', { name: '‹ 工作台' }).click()
    await page.getByRole('heading', { name: '人员与岗位' }).waitFor()
  })
})
