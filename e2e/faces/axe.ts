import { flawsOf } from '../axe.ts'
import { openBrowser } from '../browser.ts'
import { allAddresses } from './addresses/all.ts'
import type { Part } from './figures.ts'
import { outOfOrder } from './readingOrder.ts'
import { visit } from './visit.ts'
import { flawsByTab } from './walkByTab.ts'
import { worldOf } from './worlds/open.ts'

/** The buttons at the top of each page that lead from one way to read it to the next: from ordinary type by day through all four. */
const readings = [
  { reading: 'ordinary, light', press: [] },
  { reading: 'large, light', press: ['大字'] },
  { reading: 'large, dark', press: ['换成深色'] },
  { reading: 'ordinary, dark', press: ['标准字'] },
] as const

/** Every page, judged by axe (WCAG 2.2 A and AA) in both sizes of type and by day and night; walked by Tab; and the report read aloud. */
export const part: Part = async (tell) => {
  const world = await worldOf('full')
  const browser = await openBrowser(world.house.address)
  const count = (what: string, flaws: readonly string[]) => {
    tell({ what, measured: flaws.length, budget: 0, unit: 'flaws' })
    for (const flaw of flaws) console.log(`      ${flaw}`)
  }
  for (const address of allAddresses()) {
    const page = await visit(world, browser, address)
    if (!page) continue
    const name = `${address.name} (${address.role ?? 'nobody'})`
    count(`${name}, walked by Tab`, await flawsByTab(page))
    const flaws: string[] = []
    for (const { reading, press } of readings) {
      for (const button of press) await page.getByRole('button', { name: button, exact: true }).dispatchEvent('click')
      // Colours take up to 200 ms to change.
      await page.waitForTimeout(300)
      flaws.push(...(await flawsOf(page)).map((flaw) => `${reading}: ${flaw}`))
    }
    count(`${name}, axe`, flaws)
    await page.context().close()
  }
  count('report, as it is read aloud', await outOfOrder(world, browser))
  await browser.close()
}
