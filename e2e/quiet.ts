import type { Page, Request } from 'playwright-core'

/** What each page has asked for and not been told yet; the line of live changes is never done. */
const underWay = new WeakMap<Page, Set<Request>>()

/** Watches what a page that is still empty will ask for. */
export function follow(page: Page): Page {
  const asked = new Set<Request>()
  underWay.set(page, asked)
  page.on('request', (request) => request.resourceType() !== 'eventsource' && asked.add(request))
  page.on('requestfinished', (request) => asked.delete(request))
  page.on('requestfailed', (request) => asked.delete(request))
  return page
}

/** Waits until nothing more comes into a page that is followed: it asks for nothing, and its words stay the same. */
export async function quiet(page: Page): Promise<void> {
  let before = ''
  for (let same = 0, tries = 0; same < 3 && tries < 200; tries++) {
    // While a page comes, the one that waits for it stands beside it for a moment.
    const words = (await page.locator('main').first().textContent()) ?? ''
    const waits = underWay.get(page)?.size !== 0 || (await page.locator('.skeleton').first().isVisible())
    same = words === before && !waits ? same + 1 : 0
    before = words
    await page.waitForTimeout(50)
  }
}
