import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import type { Page } from 'playwright-core'
import { flawsOf } from './axe.ts'
import { cutOff, tooLow } from './cutOff.ts'
import { openDoors } from './doors.ts'
import { makeRound } from './faces/worlds/round.ts'
import { inPlum, letIn, narrow, report, signIn, sit, without } from './people.ts'

// 70 years old, weak eyes, a phone 360 points wide: 18 points of type are 24 of the screen's.
suite('large type on a narrow phone', { skip: without }, () => {
  const doors = openDoors()

  const sitDown = (language: 'zh' | 'en', more: object = {}): Promise<Page> => {
    return sit(doors, 'phone', { ...narrow, preferences: { type: 'large', language, scheme: 'light' }, ...more })
  }
  const judged = (page: Page, flaws: string[]) => async (name: string) => {
    const found = [
      ...(await cutOff(page)),
      ...(await tooLow(page, '.button.main, .door', 60)),
      ...(await tooLow(page, '.button', 44)),
    ]
    flaws.push(...found.map((flaw) => `${name}: ${flaw}`))
  }

  test('has 24 points, and a report takes six taps besides typing; nothing on the way is cut off', async () => {
    const page = await sitDown('zh', inPlum)
    const flaws: string[] = []
    const judge = judged(page, flaws)
    let taps = 0
    const tap = async (words: string) => {
      taps++
      const named = page.getByRole('button', { name: words, exact: true }).or(page.getByRole('link', { name: words }))
      await named.first().tap()
    }
    await page.goto('/')
    assert.equal(await page.evaluate(() => getComputedStyle(document.body).fontSize), '24px')
    await page.getByText('用查询码查').waitFor()
    await judge('first page')
    await tap('报单')
    await page.getByLabel('用自己的话说就行').fill('3号楼东边的路灯不亮，晚上很黑')
    await judge('words')
    await tap('下一步')
    await page.getByText('梅园小区').waitFor()
    await judge('where')
    await tap('就在我现在的位置')
    await page.getByText('换一类').waitFor()
    await page.getByText('我是替别人报的').tap()
    await judge('check')
    await page.getByText('我是替别人报的').tap()
    await tap('送出')
    await page.getByTestId('number').waitFor()
    await judge('sent')
    assert.ok(taps <= 6, `${taps} taps`)
    assert.deepEqual(flaws, [])
  })

  for (const language of ['zh', 'en'] as const)
    test(`cuts nothing off on any page of a resident, nor on a grid worker’s, with very long words (${language})`, async () => {
      const page = await sitDown(language)
      const flaws: string[] = []
      const judge = judged(page, flaws)
      const words = `${'梅园小区三期东门外公共停车场入口处'.repeat(3)} ${'Supercalifragilistic'.repeat(4)}`
      await page.goto('/r/plum-3')
      await page.getByText('梅园小区3号楼').waitFor()
      await page.locator('textarea').fill(words)
      await judge('words')
      await page.locator('.button.main').tap()
      await page.locator('.sheet').first().waitFor()
      await judge('check')
      for (const address of ['/', '/report', '/my', '/query', '/solved', '/unsent', '/r/no-such-code-as-this-one-is']) {
        await page.goto(address)
        await page.locator('h1').first().waitFor()
        await page.waitForLoadState('networkidle')
        for (const fold of await page.locator('summary').all())
          await fold.evaluate((element) => element.parentElement?.toggleAttribute('open', true))
        await judge(address)
      }
      await page.goto('/report')
      await page.locator('textarea').fill('路灯不亮')
      await page.locator('.button.main').tap()
      await page.locator('.button.wide:not(.main)').tap()
      await page.locator('.map canvas').waitFor()
      await judge('pin')
      assert.deepEqual(await flawsOf(page), [])
      if (language === 'zh') {
        await signIn(page, doors.house, 'wangMin')
        await judge('queue')
        await page.goto('/work/map')
        await page.locator('.map canvas').waitFor()
        await judge('map of the grid')
      }
      assert.deepEqual(flaws, [])
    })

  test('on the narrowest phone no page of staff is pushed sideways, with a number at the bell', async () => {
    await report(doors.house, '路灯不亮')
    await makeRound(doors.house)
    const flaws: string[] = []
    const ways = [
      ['wangMin', ['/work/queue', '/work/visits', '/work/map', '/work/errands']],
      ['leader', ['/console/overview']],
      ['secretary', ['/console/stations', '/work/queue']],
    ] as const
    for (const [name, addresses] of ways)
      for (const type of ['large', 'ordinary']) {
        const page = await sit(doors, 'phone', {
          viewport: { width: 320, height: 640 },
          preferences: { type, language: 'zh', scheme: 'light' },
        })
        await letIn(page, doors.house, name)
        for (const address of addresses) {
          await page.goto(address)
          await page.locator('h1').first().waitFor()
          if (name === 'wangMin') await page.locator('.bell .count').waitFor()
          await page.waitForLoadState('networkidle')
          flaws.push(...(await page.evaluate(beyond)).map((flaw) => `${address} in ${type} type: ${flaw}`))
        }
      }
    assert.deepEqual(flaws, [])
  })
})

/** What makes a page wider than the phone, said by what stands out the farthest. */
function beyond(): string[] {
  // The window itself grows with what is too wide for it.
  const { scrollWidth, clientWidth } = document.documentElement
  if (scrollWidth <= clientWidth) return []
  const rolls = (element: Element | null): boolean =>
    element !== null && (/auto|scroll|hidden/.test(getComputedStyle(element).overflowX) || rolls(element.parentElement))
  const out = [...document.querySelectorAll('body *')]
    .filter(({ parentElement }) => !rolls(parentElement))
    .map((element) => ({ element, right: Math.round(element.getBoundingClientRect().right) }))
    .filter(({ right }) => right > clientWidth)
  return out
    .slice(0, 6)
    .map(({ element, right }) => `${element.tagName} .${element.className} to ${right}: ${element.textContent?.slice(0, 20)}`)
}
