import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { suite, test } from 'node:test'
import { foundDistrict } from '#bin/found.ts'
import { systemClock } from '#kernel/time/clock.ts'
import { dayOf } from '#kernel/time/zone.ts'
import { flawsOf } from './axe.ts'
import { openDoors } from './doors.ts'
import { knock, without } from './people.ts'

const handed = 'handed over once'

suite('the first day of a district', { skip: without }, () => {
  const doors = openDoors(async (database) => {
    const code = `n${randomUUID().slice(0, 8)}`
    await foundDistrict(database, { code, name: '新区', day: dayOf(systemClock()), password: handed })
    return code
  })

  test('its administrator is led from nothing to categories, step by step, and finds the way again', async () => {
    const page = await (await doors.browser.desk({ extraHTTPHeaders: doors.house.headers })).newPage()
    await knock(page, `admin.${doors.house.district}`, handed)
    await page.getByLabel('现在的密码').fill(handed)
    await page.getByLabel('新密码').fill('my own long secret')
    await page.getByRole('button', { name: '换好了' }).click()

    // The guide leads the menu, and is where whoever signs in comes to.
    await page.getByRole('heading', { name: '开通向导' }).waitFor()
    await page.getByRole('navigation', { name: '工作台菜单' }).getByRole('link', { name: '开通向导' }).waitFor()
    const step = (name: string) => page.getByTestId(`step-${name}`)
    await step('places').getByText('还没有街道').waitFor()
    await step('people').getByText('没有派单员').waitFor()
    await step('calendar').getByText('好了').waitFor()
    assert.equal(await step('places').getByRole('link', { name: '导入单位' }).getAttribute('href'), '/console/import')
    assert.deepEqual(await flawsOf(page), [])

    // Units come by the import, whose page is another's: the guide sees what is there.
    const unit = (code: string, kind: string, name: string, more: object = {}) => ({
      type: 'Feature',
      properties: { code, kind, name, parent: doors.house.district, ...more },
      geometry: null,
    })
    const imported = await page.request.post('/api/import/units?system=wgs84', {
      data: {
        type: 'FeatureCollection',
        features: [unit('jz', 'bureau', '新区住房和城乡建设局'), unit('s1', 'street', '新街道', { form: 'street' })],
      },
    })
    assert.equal(imported.status(), 200, await imported.text())
    await page.getByRole('button', { name: '再查一遍' }).click()
    await step('places').getByText('1 个街道、1 个区直部门').waitFor()
    await step('places').getByText('还没有社区').waitFor()

    await step('categories').getByRole('link', { name: '采用起步目录' }).click()
    await page.getByText('新区住房和城乡建设局').waitFor()
    assert.deepEqual(await flawsOf(page), [])
    await page.getByRole('button', { name: /^采用/ }).click()
    await page.getByText(/采用了 \d+ 类，还有 \d+ 类在等主办单位/).waitFor()
    await page.getByRole('navigation', { name: '工作台菜单' }).getByRole('link', { name: '开通向导' }).click()
    await step('categories').getByText('好了').waitFor()
    await page.reload()
    await step('categories').getByText('好了').waitFor()

    await step('people').getByRole('link', { name: '逐个建账号、给岗位' }).click()
    await page.getByRole('heading', { name: '人员与岗位' }).waitFor()
    await page.goto('/console/categories')
    await page
      .getByRole('link', { name: /^物业费|^电梯故障/ })
      .first()
      .waitFor()
  })
})
