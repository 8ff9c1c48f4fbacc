import { chromium } from 'playwright-core'

const base = 'http://127.0.0.1:3161'
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium' })
const shots: [string, string | undefined, string, number, ((page: any) => Promise<void>)?][] = [
  [
    'near',
    'resident',
    '/near',
    390,
    async (page) => {
      await page.getByLabel('我的小区').fill('安居')
      await page.waitForTimeout(1500)
      await page.locator('.rows button').first().click()
      await page.waitForTimeout(4000)
      for (const one of await page.locator('details summary').all()) await one.click().catch(() => {})
      await page.waitForTimeout(800)
    },
  ],
  ['home', undefined, '/', 390],
  ['visits', 'grid', '/work/visits', 390],
  ['apply', 'resident', '/stations/apply', 390],
  ['branch', 'resident', '/branch', 390],
  ['groups', 'community', '/console/grid-groups', 1440],
  ['force', 'community', '/console/reinforcements', 1440],
  ['networks', 'admin', '/console/networks/social-order', 1440],
  [
    'intake',
    'community',
    '/console/intake',
    1440,
    async (page) => {
      await page.getByRole('radio', { name: '网格群里' }).check()
    },
  ],
  ['brief', 'leader', '/console/brief', 1440],
  ['grids', 'admin', '/console/grids', 390],
]
const only = process.argv[2]?.split(',')
for (const [name, account, path, width, more] of shots) {
  if (only && !only.includes(name)) continue
  const context = await browser.newContext({
    viewport: { width, height: width === 390 ? 844 : 900 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    serviceWorkers: 'block',
  })
  const page = await context.newPage()
  page.setDefaultTimeout(20000)
  try {
    if (account) await page.request.post(`${base}/api/demo/session`, { data: { account } })
    await page.goto(base + path)
    await page.waitForTimeout(2500)
    if (more) await more(page)
    await page.screenshot({ path: `/tmp/shot-${name}.png`, fullPage: true })
  } catch (error) {
    console.log(name, String(error).slice(0, 300))
    await page.screenshot({ path: `/tmp/shot-${name}.png` })
  }
  await context.close()
}
await browser.close()
