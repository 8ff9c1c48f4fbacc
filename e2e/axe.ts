import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

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
  await scrolledFree(page)
  await page.evaluate(axe)
  // Pins stand as close as what they show; the list beside a map does the same (WCAG 2.5.8, equivalent).
  const found: unknown = await page.evaluate(
    `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] }).then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.filter(({ html }) => id !== 'target-size' || !html.includes('class="pin ')).map(({ html, any }) => id + ' ' + html.slice(0, 160) + ' ' + (any[0]?.message ?? ''))))`,
  )
  const over = await page.evaluate(() => document.documentElement.scrollWidth - Math.min(innerWidth, screen.width))
  return [
    ...(Array.isArray(found) ? found.map(String) : ['axe did not answer']),
    ...(over > 0 ? [`${over} points wider than the screen`] : []),
  ]
}
