import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const everything = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']
/** What colours and the size of type decide: these rules are all that is asked anew in another scheme or type. */
const dressed = ['color-contrast', 'target-size']

interface Dress {
  scheme: 'light' | 'dark'
  type: 'ordinary' | 'large'
}
const ordinary: Dress = { scheme: 'light', type: 'ordinary' }
const otherDresses: readonly Dress[] = [
  { scheme: 'light', type: 'large' },
  { scheme: 'dark', type: 'ordinary' },
  { scheme: 'dark', type: 'large' },
]

/** Lets the bars at the top and the thumb cover nothing, as a person scrolls free what lies under them; or puts them back. */
export const scrolledFree = (page: Page, free = true): Promise<void> =>
  page.evaluate(
    (position) => {
      for (const bar of document.querySelectorAll<HTMLElement>('.bar, .thumb')) bar.style.position = position
    },
    free ? 'static' : '',
  )

/** What axe finds wrong on the page that is shown (WCAG 2.2 A and AA), one line a finding, and whether it is wider than the screen. */
export async function flawsOf(page: Page): Promise<string[]> {
  await prepare(page)
  return judge(page, everything)
}

/** The same of a page in light and ordinary type, and what is wrong with it in the three other ways to read. It ends as it began. */
export async function flawsInEveryDress(page: Page): Promise<string[]> {
  const worn = await page.evaluate(() => ({ ...document.documentElement.dataset }))
  await wear(page, ordinary)
  const flaws = await flawsOf(page)
  for (const dress of otherDresses) {
    await wear(page, dress)
    flaws.push(...(await judge(page, dressed)).map((flaw) => `${dress.scheme}, ${dress.type}: ${flaw}`))
  }
  await wear(page, worn)
  await scrolledFree(page, false)
  return flaws
}

const wear = (page: Page, dress: object) =>
  page.evaluate((worn) => void Object.assign(document.documentElement.dataset, worn), dress)

async function prepare(page: Page): Promise<void> {
  await scrolledFree(page)
  await page.evaluate(axe)
}

async function judge(page: Page, rules: readonly string[]): Promise<string[]> {
  // Pins stand as close as what they show; the list beside a map does the same (WCAG 2.5.8, equivalent).
  const found: unknown = await page.evaluate(
    `axe.run(document, { runOnly: ${JSON.stringify(rules)} }).then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.filter(({ html }) => id !== 'target-size' || !html.includes('class="pin ')).map(({ html, any }) => id + ' ' + html.slice(0, 160) + ' ' + (any[0]?.message ?? ''))))`,
  )
  const over = await page.evaluate(() => document.documentElement.scrollWidth - Math.min(innerWidth, screen.width))
  return [
    ...(Array.isArray(found) ? found.map(String) : ['axe did not answer']),
    ...(over > 0 ? [`${over} points wider than the screen`] : []),
  ]
}
