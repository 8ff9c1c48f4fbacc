import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import type { Page } from 'playwright-core'
import { openBrowser } from './browser.ts'
import type { Address } from './faces/addresses/address.ts'
import { allAddresses } from './faces/addresses/all.ts'
import { pathIn, sit } from './faces/visit.ts'
import { mark, plantedWorld } from './faces/worlds/planted.ts'
import { numbersIn, planted } from './faces/worlds/plantedRooms.ts'
import { without } from './people.ts'
import { quiet } from './quiet.ts'

/** What of a page was made of words: elements that none of our pages has, handlers, links that call. */
const made = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('*')]
      .filter(
        (one) =>
          (one.localName === 'script' && !one.hasAttribute('src')) ||
          ['iframe', 'object', 'embed'].includes(one.localName) ||
          [...one.attributes].some(({ name, value }) => /^on/.test(name) || /^\s*(javascript|vbscript|data:text)/i.test(value)) ||
          /^x[a-j]*$/.test(one.getAttribute('src') ?? ''),
      )
      .map((one) => one.outerHTML.slice(0, 200)),
  )

/** What is shown only once somebody asks for it, and says why; or on a step of a form. */
const shut = new Set(['visit.note', 'errand.note', 'errand confirm.words', 'errand-items.steps'])

suite('every page of everybody', { skip: without }, () => {
  test('shows markup that anybody typed as words: nothing calls, nothing is made of it, the policy is never asked; and has the way out', async () => {
    const world = await plantedWorld()
    const browser = await openBrowser(world.house.address)
    const found: string[] = []
    const locked: string[] = []
    const nowhere: string[] = []
    const seen = new Set<number>()
    let shown = 0
    const look = async (address: Address) => {
      const path = await pathIn(world, address)
      if (path === undefined) return nowhere.push(address.name)
      const page = await sit(world, browser, address)
      page.on('dialog', (dialog) => {
        found.push(`${address.name}: it calls ${dialog.message()}`)
        dialog.dismiss().catch(() => {})
      })
      page.on('console', (message) => {
        if (/Content.Security.Policy|violates/i.test(message.text()))
          found.push(`${address.name}: ${message.text().slice(0, 200)}`)
      })
      page.on('pageerror', (error) => found.push(`${address.name}: ${error.message}`))
      await page.goto(path)
      await quiet(page)
      if (address.opens) await address.opens(page).then(() => quiet(page))
      found.push(...(await made(page)).map((one) => `${address.name}: ${one}`))
      const words = (await page.locator('body').textContent()) ?? ''
      if (words.includes(mark)) shown += 1
      for (const number of numbersIn(words)) seen.add(number)
      if (address.role && !(await page.locator('.foot').getByRole('button', { name: '退出登录' }).isVisible()))
        locked.push(address.name)
      await page.context().close()
    }
    const waiting = [...allAddresses()]
    const one = async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) await look(next)
    }
    try {
      await Promise.all([one(), one(), one(), one(), one()])
      assert.deepEqual(found, [])
      assert.deepEqual(locked, [])
      assert.ok(shown > 25, `it is shown on ${shown} pages`)
      // Of cases some states stand for all.
      assert.deepEqual(
        nowhere.filter((name) => !name.startsWith('case-')),
        [],
        'there is nothing to look at',
      )
      assert.deepEqual(
        planted.filter((of, number) => !seen.has(number) && !shut.has(of)),
        [],
        'planted, and shown nowhere',
      )
    } finally {
      await browser.close()
      await world.house.close()
    }
  })
})
