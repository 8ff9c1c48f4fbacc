import { type BrowserContext, type BrowserContextOptions, type Browser as Chromium, chromium } from 'playwright-core'

/** Debian's own Chromium, never a downloaded one. */
const program = '/usr/bin/chromium'

/**
 * What it does without. Only the last list that it is given counts, so that this has Playwright's too; the first two would open a
 * page of the browser's own behind the address bar of every window, which takes longer than most of ours.
 */
const without = [
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'AimEnabled',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'ThirdPartyStoragePartitioning',
]

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
  `--disable-features=${without.join()}`,
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
]

// Nothing moves for the eye's sake, and no worker fetches every page for times without a network: who tests that asks for it.
const here = {
  locale: 'zh-CN',
  timezoneId: 'Asia/Shanghai',
  reducedMotion: 'reduce',
  serviceWorkers: 'block',
} satisfies BrowserContextOptions
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
  /** Takes away every phone and desk that is there. */
  close: () => Promise<void>
}

/** For how many milliseconds something is waited for on a page: how fast a machine is fails no test. */
const patience = 30_000

let launched: Promise<Chromium> | undefined

/**
 * Opens the browser on a server at an address such as `http://127.0.0.1:3000`; pages are then named by their path. A process has one
 * browser, which ends with it.
 */
export async function openBrowser(address: string): Promise<Browser> {
  launched ??= chromium.launch({ executablePath: program, args: switches })
  const browser = await launched
  const there = new Set<BrowserContext>()
  const open = async (options: BrowserContextOptions): Promise<BrowserContext> => {
    const context = await browser.newContext({ ...options, baseURL: address })
    context.setDefaultTimeout(patience)
    there.add(context)
    context.on('close', () => there.delete(context))
    return context
  }
  return {
    phone: (more) => open({ ...phone, ...more }),
    desk: (more) => open({ ...desk, ...more }),
    close: async () => {
      await Promise.all([...there].map((context) => context.close()))
    },
  }
}
