import { mkdirSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { scrolledFree } from '../axe.ts'
import { openBrowser } from '../browser.ts'
import { cutOff } from '../cutOff.ts'
import { allAddresses } from './addresses/all.ts'
import type { Part } from './figures.ts'
import { overlaps } from './overlaps.ts'
import { visit } from './visit.ts'
import { worldOf } from './worlds/open.ts'

const sizes = [
  { width: 1440, height: 900 },
  { width: 768, height: 1024 },
  { width: 390, height: 844 },
]
/** Of a list without end nobody looks at more than so many points. */
const longest = 5000
const folder = fileURLToPath(new URL('../screenshots/', import.meta.url))

/**
 * A picture of every page on three screens, in a district with plenty, in one with nothing and in one with very long names, to be
 * leafed through: `PAGE-WIDTH-WORLD.png`. Counts what is wider than its screen, and tells what looks cut off or covered.
 */
export const part: Part = async (tell) => {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const kind of ['full', 'empty', 'extreme'] as const) {
    const world = await worldOf(kind)
    const browser = await openBrowser(world.house.address)
    const shut: string[] = []
    const sums = { pictures: 0, wide: 0, doubtful: 0 }
    for (const address of allAddresses()) {
      const page = await visit(world, browser, address, sizes[0]).catch((fault: Error) => {
        // What is opened on a page may not be there where there are no rows.
        if (kind !== 'empty' || !address.opens) shut.push(`${address.name}: ${fault.message}`)
        return undefined
      })
      for (const size of page ? sizes : []) {
        if (!page) break
        const name = `${address.name}-${size.width}-${kind}`
        await page.setViewportSize(size)
        // Nothing new is asked for: only what has a size of its own, such as a chart, is drawn again.
        await page.waitForTimeout(250)
        await take(page, name)
        const { over, doubts } = await doubtsAbout(page)
        sums.pictures++
        if (over > 0) sums.wide++
        if (doubts.length > 0) sums.doubtful++
        for (const doubt of doubts.slice(0, 5)) console.log(`      ${name}: ${doubt}`)
      }
      await page?.context().close()
    }
    await browser.close()
    for (const line of shut) console.log(`      ${line}`)
    tell({ what: `${kind}: that did not open`, measured: shut.length, budget: 0, unit: 'pages' })
    tell({ what: `${kind}: pictures in e2e/screenshots`, measured: sums.pictures, unit: 'pages' })
    tell({ what: `${kind}: wider than their screen`, measured: sums.wide, budget: 0, unit: 'pages' })
    tell({ what: `${kind}: with words cut off or something covered`, measured: sums.doubtful, unit: 'pages' })
  }
}

/** By how many points a page is wider than its screen, and what on it may be cut off or covered. */
async function doubtsAbout(page: Page): Promise<{ over: number; doubts: string[] }> {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  const wide = over > 0 ? [`${over} points wider than its screen`] : []
  return { over, doubts: [...wide, ...(await cutOff(page, true)), ...(await overlaps(page))] }
}

/** The whole page as a picture. What stays at the top and at the thumb would lie across the middle of a long one: it stands in its place. */
async function take(page: Page, name: string): Promise<void> {
  const { width, height, screenful } = await page.evaluate(() => ({
    width: innerWidth,
    screenful: innerHeight,
    height: document.documentElement.scrollHeight,
  }))
  const isLong = height > screenful
  if (isLong) await scrolledFree(page)
  await page.screenshot({
    path: `${folder}${name}.png`,
    fullPage: true,
    clip: { x: 0, y: 0, width, height: Math.min(height, longest) },
  })
  if (isLong) await scrolledFree(page, false)
}
