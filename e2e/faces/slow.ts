import type { Page } from 'playwright-core'

/** Slow 4G as Lighthouse has it, and a processor four times slower than this one. */
const slow4G = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 }
const slower = 4

const unbound = { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: -1 }

/** Puts a page onto a slow network and a slow processor. Gives what lets it off again. */
export async function slowDown(page: Page): Promise<() => Promise<void>> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Network.enable')
  await devtools.send('Network.emulateNetworkConditions', slow4G)
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slower })
  return async () => {
    await devtools.send('Network.emulateNetworkConditions', unbound)
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: 1 })
  }
}

/** Something that came over the wire, packed as it came, with what stood above it. */
export interface Came {
  url: string
  isScript: boolean
  bytes: number
}

/** What comes over the wire to a page from now on; the list grows as it comes. */
export async function cameOver(page: Page): Promise<readonly Came[]> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Network.enable')
  const came: Came[] = []
  const answered = new Map<string, Omit<Came, 'bytes'>>()
  devtools.on('Network.responseReceived', ({ requestId, type, response: { url, mimeType } }) =>
    answered.set(requestId, { url, isScript: type === 'Script' || /javascript/.test(mimeType) }),
  )
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const what = answered.get(requestId)
    if (what) came.push({ ...what, bytes: encodedDataLength })
  })
  return came
}

/** Waits until a page can be used: its heading or form stands there, enabled, and nothing stands in for what is still to come. */
export async function usable(page: Page): Promise<void> {
  await page.waitForFunction(
    () => {
      const main = document.querySelector('main')
      const shown = main?.querySelector('h1, h2, form input, form textarea')
      if (!(shown instanceof HTMLElement) || main?.querySelector('.skeleton')) return false
      return shown.getClientRects().length > 0 && !shown.matches(':disabled')
    },
    undefined,
    { timeout: 60_000, polling: 50 },
  )
}
