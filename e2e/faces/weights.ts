import { openBrowser } from '../browser.ts'
import type { Address } from './addresses/address.ts'
import { allAddresses } from './addresses/all.ts'
import type { Part } from './figures.ts'
import { cameOver, slowDown, usable } from './slow.ts'
import { pathIn, sit } from './visit.ts'
import { worldOf } from './worlds/open.ts'

/** Maps and charts are told apart: only they load such a thing, and only where one looks at them. */
const drawing = /maplibre|MapView|Chart/
const budgetOf = ({ route }: Address) => (route.startsWith('/console') ? 350 : 100)

/**
 * The weight of each page's first view, with nothing kept from before, as it comes packed over the wire; and how long it takes
 * until it can be used on slow 4G with a processor four times slower.
 */
export const part: Part = async (tell) => {
  const world = await worldOf('full')
  const browser = await openBrowser(world.house.address)
  // What is opened on a page weighs on nobody's first view.
  for (const address of allAddresses().filter(({ opens }) => !opens)) {
    const path = await pathIn(world, address)
    if (path === undefined) continue
    const page = await sit(world, browser, address)
    const letOff = await slowDown(page)
    const came = await cameOver(page)
    const begun = performance.now()
    await page.goto(path, { waitUntil: 'commit' })
    await usable(page).catch(() => console.log(`      ${path} has no heading and no form after a minute`))
    const seconds = (performance.now() - begun) / 1000
    // What comes later, such as what a queue keeps for times without a network, is weighed too, and not waited for so long.
    await letOff()
    await page.waitForLoadState('networkidle', { timeout: 60_000 })
    const kB = (of: typeof came) => of.reduce((sum, { bytes }) => sum + bytes, 0) / 1000
    const scripts = came.filter(({ isScript }) => isScript)
    const drawn = scripts.filter(({ url }) => drawing.test(url))
    const what = `${address.name} (${address.role ?? 'nobody'})`
    tell({ what: `${what}, JavaScript`, measured: kB(scripts) - kB(drawn), budget: budgetOf(address), unit: 'kB' })
    if (drawn.length > 0) tell({ what: `${what}, JavaScript of maps and charts`, measured: kB(drawn), unit: 'kB' })
    tell({ what: `${what}, everything`, measured: kB(came), unit: 'kB' })
    tell({ what: `${what}, until it can be used`, measured: seconds, budget: 2.5, unit: 's', judged: false })
    await page.context().close()
  }
  await browser.close()
}
