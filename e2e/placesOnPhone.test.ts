import assert from 'node:assert/strict'
import { before, suite, test } from 'node:test'
import { sql } from 'kysely'
import type { Page } from 'playwright-core'
import { within } from '#kernel/database/within.ts'
import { writeAliases, writeUnits } from '#kernel/place/store/write.ts'
import { testDatabase } from '#testing/database.ts'
import { flawsOf } from './axe.ts'
import { openDoors } from './doors.ts'
import { signIn, without } from './people.ts'

const at = (longitude: number, latitude = 36.005) => ({ geolocation: { longitude, latitude }, permissions: ['geolocation'] })

suite('places on a phone', { skip: without }, () => {
  const doors = openDoors()

  const sit = async (more: object = {}): Promise<Page> =>
    (await doors.browser.phone({ extraHTTPHeaders: doors.house.headers, ...more })).newPage()
  const tap = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).tap()
  /** Writes something, and comes to the question where it is. */
  const whereIs = async (page: Page, words = '路灯不亮，晚上很黑') => {
    await page.goto('/report')
    await page.getByLabel('用自己的话说就行').fill(words)
    await tap(page, '下一步')
  }
  const says = (page: Page, words: string | RegExp) => page.getByRole('status').getByText(words).waitFor()

  suite('a pin', () => {
    test('begins where the phone is, is moved by arrow keys alone, and says at once which grid that is', async () => {
      const page = await sit(at(119.0096))
      await whereIs(page)
      await tap(page, '或者在地图上指')
      await says(page, '在花园社区 · 梅园一号楼栋网格')
      await page.locator('.map canvas').focus()
      await page.keyboard.press('ArrowRight')
      await says(page, '在花园社区 · 松园网格')
      assert.deepEqual(await flawsOf(page), [])
      await tap(page, '就在这里')
      await page.getByText('花园社区 · 松园网格（地图上指的位置）').waitFor()
      await page.getByText('换一类').waitFor()
      await tap(page, '送出')
      await page.getByTestId('number').waitFor()
    })

    test('begins at the estate that was chosen where the phone does not say where it is', async () => {
      const page = await sit()
      await whereIs(page)
      await tap(page, '梅园小区 花园社区')
      await tap(page, '或者在地图上指')
      await says(page, '在花园社区 · 梅园一号楼栋网格')
      await tap(page, '就在这里')
      await page.getByText('（地图上指的位置）').waitFor()
    })

    test('begins with the district otherwise: too far out to point at anything, and closed outside of it', async () => {
      const page = await sit(at(120.9))
      await whereIs(page)
      await tap(page, '或者在地图上指')
      await page.getByText('您现在不在本区范围内').waitFor()
      await page.getByRole('button', { name: '先放大一些，再指' }).waitFor()
      for (let times = 0; times < 2; times++) await tap(page, '放大')
      await page.getByRole('button', { name: '就在这里' }).waitFor()
      await page.locator('.map canvas').focus()
      for (let times = 0; times < 6; times++) await page.keyboard.press('ArrowUp')
      await says(page, '这里在本区以外')
      assert.ok(await page.getByRole('button', { name: '就在这里' }).isDisabled())
    })

    test('nobody loads the map who does not ask for it, and what a resident loads first stays light', async () => {
      const page = await sit()
      const scripts: { url: string; bytes: Promise<number> }[] = []
      page.on('requestfinished', (request) => {
        const url = request.url()
        if (url.endsWith('.js')) scripts.push({ url, bytes: request.sizes().then((sizes) => sizes.responseBodySize) })
      })
      await whereIs(page)
      await page.getByText('梅园小区').waitFor()
      assert.ok(!scripts.some(({ url }) => /console|PinPicker|maplibre/.test(url)), scripts.map(({ url }) => url).join())
      const sum = (await Promise.all(scripts.map(({ bytes }) => bytes))).reduce((all, size) => all + size, 0)
      assert.ok(sum > 20_000, 'they are counted at all')
      assert.ok(sum < 100_000, `${sum} bytes`)
    })
  })

  suite('a code on a door', () => {
    before(async () => {
      const database = await testDatabase()
      await within(database, { as: 'owner', district: doors.house.district }, async (connection) => {
        const target = 'plum-3'
        await writeAliases(connection, doors.house.district, [
          { alias: '3707030010101', kind: 'grid', targetKind: 'grid', target: 'g-plum' },
          { alias: 'HT/17号', kind: 'doorPlate', targetKind: 'unit', target },
          { alias: '17.b', kind: 'doorPlate', targetKind: 'unit', target },
        ])
        await sql`update place.units set ends = '2026-01-01' where district = ${doors.house.district} and code = 'urban-team'`.execute(
          connection,
        )
      })
    })

    for (const [what, code, label] of [
      ['of a building', 'plum-3', '梅园小区3号楼'],
      ['of a grid', 'g-pine', '松园网格'],
      ['that is official', '3707030010101', '梅园网格'],
      ['with a slash in it', 'HT/17号', '梅园小区3号楼'],
      ['with a dot in it', '17.b', '梅园小区3号楼'],
    ] as const)
      test(`${what} sets the place`, async () => {
        const page = await sit()
        await page.goto(`/r/${encodeURIComponent(code)}`)
        await page.getByText(label).waitFor()
        await page.getByLabel('用自己的话说就行').fill('路灯不亮')
        await tap(page, '下一步')
        await page.getByText('换一类').waitFor()
      })

    for (const [what, code, words] of [
      ['that nobody knows', 'no-such', '没有“no-such”这个地点'],
      ['of what has ended', 'urban-team', '2026-01-01 起已停用'],
    ] as const)
      test(`${what} says so, and the report is made all the same`, async () => {
        const page = await sit()
        await page.goto(`/r/${code}`)
        await page.getByText(words).waitFor()
        await page.getByText('照常写，下一步自己选地点').waitFor()
        await page.getByLabel('用自己的话说就行').fill('路灯不亮')
        await tap(page, '下一步')
        await tap(page, '梅园小区 花园社区')
        await tap(page, '3号楼')
        await page.getByText('换一类').waitFor()
      })
  })

  test('whoever has a community or a grid finds its estates first, all others after them, and the map begins there', async () => {
    const database = await testDatabase()
    await within(database, { as: 'owner', district: doors.house.district }, (connection) =>
      writeUnits(connection, doors.house.district, [
        { code: 'ease', kind: 'estate', name: '安居家园', parent: 'river', street: 'north', community: 'river' },
      ]),
    )
    const estates = /小区 |家园 /
    const worker = await sit()
    await signIn(worker, doors.house, 'wangMin')
    await whereIs(worker)
    const offered = worker.getByRole('button', { name: estates })
    await offered.nth(1).waitFor()
    assert.deepEqual(await offered.allTextContents(), ['梅园小区 花园社区', '安居家园 河畔社区'])
    await tap(worker, '或者在地图上指')
    await says(worker, /在花园社区/)
    const east = await sit()
    await signIn(east, doors.house, 'eastSecretary')
    await east.goto('/console/intake')
    await east.getByLabel('小区').focus()
    await east.getByRole('button', { name: estates }).nth(1).waitFor()
    assert.deepEqual(await east.getByRole('button', { name: estates }).allTextContents(), [
      '安居家园 河畔社区',
      '梅园小区 花园社区',
    ])
  })

  suite('a grid worker’s own grid', () => {
    const where = { plum: [119.005, 36.005], near: [119.002, 36.002], pine: [119.015, 36.005] } as const
    const file = async (page: Page, [longitude, latitude]: readonly [number, number], key = `${longitude} ${latitude}`) => {
      const reply = await page.request.post(`${doors.house.address}/api/cases`, {
        headers: { ...doors.house.headers, 'linli-device': 'a neighbour of plum', 'idempotency-key': key },
        data: {
          words: '路灯不亮',
          place: { point: { longitude, latitude, system: 'wgs84' } },
          category: 'municipal.streetLamp',
        },
      })
      assert.equal(reply.status(), 200, await reply.text())
      const { view } = await reply.json()
      return view.item.number as string
    }

    test('shows what is open there on a map and as a list, the nearest first, and opens a case with one tap', async () => {
      const page = await sit(at(119.0021, 36.002))
      await file(page, where.plum)
      const near = await file(page, where.near)
      await file(page, where.pine)
      const asked: string[] = []
      page.on('request', (request) => asked.push(`${request.url()} ${request.postData() ?? ''}`))
      await signIn(page, doors.house, 'wangMin')
      await page.getByRole('link', { name: '网格地图' }).tap()
      await page.getByRole('heading', { name: '梅园网格' }).waitFor()
      const pins = page.locator('.pin')
      await pins.nth(1).waitFor()
      const open = await page.locator('.card').count()
      assert.equal(await pins.count(), open, 'all that have a point are drawn, and nothing of another grid')
      assert.equal(await page.locator('.pin.look-waiting').count(), open, 'each in the colour and shape of its state')
      assert.deepEqual(await flawsOf(page), [])

      await tap(page, '我在哪儿')
      await page.getByText('离您最近的').waitFor()
      assert.equal(asked.filter((one) => /119\.0021|locate/.test(one)).length, 0, 'where the worker is was sent')
      const kept = await page.evaluate(() => JSON.stringify(Object.entries(localStorage)))
      assert.ok(!kept.includes('119.0021'), 'where the worker is was kept')
      await page.locator('.card').first().getByRole('link').tap()
      await page.getByText(near).first().waitFor()

      await page.goto('/work/map')
      await pins.nth(1).waitFor()
      await pins.first().press('Enter')
      await page.waitForURL('**/case/**')
    })

    test('shows several at one spot as one pin with their number, which opens a list of them', async () => {
      const page = await sit()
      const here = [119.0071, 36.0074] as const
      for (let count = 0; count < 2; count++) await file(page, here, `the same spot ${count}`)
      await signIn(page, doors.house, 'wangMin')
      await page.goto('/work/map')
      const spot = page.locator('.pin.many', { hasText: '2' })
      await spot.first().focus()
      await page.keyboard.press('Enter')
      const list = page.getByRole('region', { name: '这一处有什么' })
      await list.getByRole('button', { name: /路灯/ }).nth(1).waitFor()
      assert.deepEqual(await flawsOf(page), [])
      await page.keyboard.press('Escape')
      await list.waitFor({ state: 'detached' })
      assert.ok(await spot.first().evaluate((pin) => pin === document.activeElement), 'the focus is back where it was')
      await page.keyboard.press('Enter')
      await list.getByRole('button', { name: /路灯/ }).first().tap()
      await page.waitForURL('**/case/**')
    })

    test('is for staff alone', async () => {
      const page = await sit()
      await page.goto('/work/map')
      await page.getByLabel('账号').waitFor()
    })
  })
})
