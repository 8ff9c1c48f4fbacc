import assert from 'node:assert/strict'
import { createServer, type ServerResponse } from 'node:http'
import { after, before, suite, test } from 'node:test'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { freePorts } from '#testing/ports.ts'
import { flawsInEveryDress } from './axe.ts'
import { openDoors } from './doors.ts'
import { letIn, without } from './people.ts'

const port = await freePorts()
const attribution = '示例地图 · 测绘院'
const tiles = { address: `http://127.0.0.1:${port}/{z}/{x}/{y}.png`, attribution, residents: false }

suite('tiles under a map', { skip: without }, () => {
  const doors = openDoors(undefined, { tiles })
  const asked: string[] = []
  let answer: (response: ServerResponse) => void = () => {}
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    response.setHeader('access-control-allow-origin', '*')
    // What these browsers send with every request, to find their district.
    response.setHeader('access-control-allow-headers', 'linli-district')
    answer(response)
  })
  before(async () => {
    const tile = await sharp({ create: { width: 256, height: 256, channels: 3, background: '#00a040' } })
      .png()
      .toBuffer()
    answer = (response) => response.end(tile)
    server.listen(port, '127.0.0.1')
  })
  after(() => {
    server.closeAllConnections()
    server.close()
  })
  const sit = async (at: 'phone' | 'desk'): Promise<Page> =>
    (await doors.browser[at]({ extraHTTPHeaders: doors.house.headers })).newPage()
  /** Whether the map as a whole is greener than it is red: no colour of ours is, light or dark. */
  const isGreen = async (page: Page): Promise<boolean> => {
    const { data } = await sharp(await page.locator('.map canvas').screenshot())
      .removeAlpha()
      .resize(1, 1)
      .raw()
      .toBuffer({ resolveWithObject: true })
    const [red = 0, green = 0] = data
    return green > red + 10
  }
  const becomesGreen = async (page: Page) => {
    for (let tries = 0; tries < 60; tries++) {
      if (await isGreen(page)) return
      await page.waitForTimeout(100)
    }
    assert.fail('no tile is drawn')
  }

  /** Waits for lines of our own: a map with nothing on it is of one colour. */
  const isDrawn = async (page: Page) => {
    for (let tries = 0; tries < 60; tries++) {
      const { channels } = await sharp(await page.locator('.map canvas').screenshot()).stats()
      if (channels.slice(0, 3).some(({ stdev }) => stdev > 1)) return
      await page.waitForTimeout(100)
    }
    assert.fail('nothing is drawn')
  }

  test('are drawn in light and dark with whose they are, on the maps of staff', async () => {
    const page = await sit('desk')
    const refused: string[] = []
    page.on('console', (message) => message.text().includes('Content Security Policy') && refused.push(message.text()))
    await letIn(page, doors.house, 'dispatcher')
    await page.goto('/console/map')
    await page.locator('.map').getByText(attribution).waitFor()
    await becomesGreen(page)
    assert.deepEqual(await flawsInEveryDress(page), [])
    await page.getByRole('button', { name: '换成深色' }).click()
    await page.locator('.map').getByText(attribution).waitFor()
    await becomesGreen(page)
    await letIn(page, doors.house, 'admin')
    await page.goto('/console/places/garden')
    await page.locator('.map').getByText(attribution).waitFor()
    await letIn(page, doors.house, 'wangMin')
    await page.goto('/work/map')
    await page.locator('.map').getByText(attribution).waitFor()
    await becomesGreen(page)
    assert.ok(asked.every((path) => /^\/\d+\/\d+\/\d+\.png$/.test(path)))
    assert.deepEqual(refused, [])
  })

  test('are not asked for by a resident, who points on our own boundaries', async () => {
    asked.length = 0
    const page = await sit('phone')
    await page.goto('/report')
    await page.getByLabel('用自己的话说就行').fill('路灯不亮')
    await page.getByRole('button', { name: '下一步' }).tap()
    await page.getByRole('button', { name: '或者在地图上指' }).tap()
    await page.locator('.map canvas').waitFor()
    await page.getByRole('button', { name: '先放大一些，再指' }).waitFor()
    assert.equal(await page.getByText(attribution).count(), 0)
    assert.deepEqual(asked, [])
  })

  for (const [what, reply] of [
    ['refuses', (response: ServerResponse) => response.writeHead(503).end()],
    ['is silent', () => {}],
  ] as const)
    test(`that their server ${what} take nothing away from the map`, async () => {
      answer = reply
      asked.length = 0
      const page = await sit('phone')
      await letIn(page, doors.house, 'wangMin')
      await page.goto('/work/map')
      await page.locator('.map').getByText(attribution).waitFor()
      await page.getByRole('heading', { name: '离地图中心最近的' }).waitFor()
      await page.locator('.map canvas').focus()
      await page.keyboard.press('ArrowUp')
      while (asked.length === 0) await page.waitForTimeout(50)
      await isDrawn(page)
      assert.equal(await isGreen(page), false)
    })
})
