import { type BrowserContext, type BrowserContextOptions, chromium } from 'playwright-core'

/** Debian's own Chromium, never a downloaded one. */
const program = '/usr/bin/chromium'

// It runs as root in containers, without a graphics card, and reaches nobody but the server under test.
const switches = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-sync',
  '--no-first-run',
  '--no-default-browser-check',
  '--metrics-recording-only',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
]

const here = { locale: 'zh-CN', timezoneId: 'Asia/Shanghai' } satisfies BrowserContextOptions
const phone = {
  ...here,
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 2,
  isMobile: true,
  hasTouch: true,
} satisfies BrowserContextOptions
const desk = { ...here, viewport: { width: 1440, height: 900 } } satisfies BrowserContextOptions

/** A browser in which several people sit at their own phones and desks, each with their own cookies. */
export interface Browser {
  /** A phone of 390 × 844 points, with touch. `more` can add a place (geolocation) or take the network away (offline). */
  phone: (more?: BrowserContextOptions) => Promise<BrowserContext>
  /** A desk's screen of 1440 × 900 points. */
  desk: (more?: BrowserContextOptions) => Promise<BrowserContext>
  close: () => Promise<void>
}

/** Opens the browser on a server at an address such as `http://127.0.0.1:3000`; pages are then named by their path. */
export async function openBrowser(address: string): Promise<Browser> {
  const browser = await chromium.launch({ executablePath: program, args: switches })
  return {
    phone: (more) => browser.newContext({ ...phone, baseURL: address, ...more }),
    desk: (more) => browser.newContext({ ...desk, baseURL: address, ...more }),
    close: () => browser.close(),
  }
}
