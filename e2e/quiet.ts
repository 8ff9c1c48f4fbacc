import type { Page } from 'playwright-core'

/** Waits until nothing more comes into a page: its words stay the same for most of a second, and nothing stands in for what is to come. */
export async function quiet(page: Page): Promise<void> {
  let before = ''
  for (let same = 0, tries = 0; same < 3 && tries < 40; tries++) {
    // While a page comes, the one that waits for it stands beside it for a moment.
    const words = (await page.locator('main').first().textContent()) ?? ''
    same = words === before && !(await page.locator('.skeleton').first().isVisible()) ? same + 1 : 0
    before = words
    await page.waitForTimeout(250)
  }
}
