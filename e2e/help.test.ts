import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { suite, test } from 'node:test'
import { guides } from '#web/help/guides.ts'
import { flawsOf } from './axe.ts'
import { openDoors } from './doors.ts'
import { eachPicture } from './help/pictures.ts'
import { drawnPrints, printOf } from './help/prints.ts'
import { without } from './people.ts'

suite('the guides', { skip: without }, () => {
  const doors = openDoors()

  test('show the pages as they are: else `npm run help` draws them anew', async () => {
    const drawn = drawnPrints()
    const seen: string[] = []
    await eachPicture(doors, async ({ name, page }) => {
      seen.push(name)
      assert.deepEqual(await printOf(page), drawn[name], `${name} has changed: run npm run help`)
    })
    const shown = guides.flatMap(({ steps }) => steps.flatMap(({ picture }) => picture ?? []))
    assert.deepEqual(seen.toSorted(), shown.toSorted())
    for (const name of shown) assert.ok(existsSync(new URL(`../web/public/help/${name}.webp`, import.meta.url)), name)
  })

  test('are a page for everybody, with a picture that is there for each that it names', async () => {
    const page = await (await doors.browser.phone({ extraHTTPHeaders: doors.house.headers })).newPage()
    await page.goto('/')
    await page.getByRole('link', { name: '怎么用' }).tap()
    for (const { name, who, steps } of guides) {
      await page.getByRole('link', { name: who.zh, exact: true }).tap()
      await page.waitForURL(`**/help/${name}`)
      assert.equal(await page.locator('.guide > li').count(), steps.length)
      for (const picture of await page.locator('.guide img').all()) {
        await picture.scrollIntoViewIfNeeded()
        const isDrawn = async () => picture.evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth > 0)
        for (let tries = 0; tries < 40 && !(await isDrawn()); tries++) await page.waitForTimeout(100)
        assert.ok(await isDrawn(), (await picture.getAttribute('src')) ?? '')
      }
      assert.deepEqual(await flawsOf(page), [])
    }
  })
})
