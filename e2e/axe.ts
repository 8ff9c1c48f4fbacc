import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe finds wrong on the page that is shown (WCAG 2.2 A and AA), one line a finding, and whether it is wider than the screen. */
export async function flawsOf(page: Page): Promise<string[]> {
  // What the bars at the top and the thumb cover, a person scrolls free: it is judged as scrolled free.
  await page.evaluate(() => {
    for (const bar of document.querySelectorAll<HTMLElement>('.bar, .thumb')) bar.style.position = 'static'
  })
  await page.evaluate(axe)
  const found: unknown = await page.evaluate(
    `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] }).then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ html, any }) => id + ' ' + html.slice(0, 160) + ' ' + (any[0]?.message ?? ''))))`,
  )
  const over = await page.evaluate(() => document.documentElement.scrollWidth - Math.min(innerWidth, screen.width))
  return [
    ...(Array.isArray(found) ? found.map(String) : ['axe did not answer']),
    ...(over > 0 ? [`${over} points wider than the screen`] : []),
  ]
}
