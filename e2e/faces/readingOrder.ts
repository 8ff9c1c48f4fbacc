import type { Page } from 'playwright-core'
import type { Browser } from '../browser.ts'
import { sit } from './visit.ts'
import type { World } from './worlds/world.ts'

/** What a screen reader comes to on each step of a report, in this order; what else stands between is not looked at. */
const steps: readonly { goOn: (page: Page) => Promise<void>; comes: readonly string[] }[] = [
  {
    goOn: async (page) => {
      await page.goto('/report')
      await page.getByLabel('用自己的话说就行').fill('3号楼东边的路灯不亮，晚上很黑')
    },
    comes: ['heading "出了什么事？"', 'textbox "用自己的话说就行"', 'button "拍照"', 'button "下一步"', 'link "投诉与建议"'],
  },
  {
    goOn: async (page) => await page.getByRole('button', { name: '下一步' }).tap(),
    comes: ['heading "在哪里？"', 'button "就在我现在的位置"', 'searchbox "或者选小区"', 'button "或者在地图上指"'],
  },
  {
    goOn: async (page) => {
      await page.getByLabel('或者选小区').fill('康乐公寓')
      await page.getByRole('button', { name: '康乐公寓' }).first().tap()
      await page
        .getByRole('button', { name: '整个小区' })
        .or(page.getByRole('button', { name: /号楼/ }))
        .first()
        .tap()
      await page.getByText('换一类').waitFor()
    },
    comes: ['heading "看一眼，就送出"', '什么事', '在哪里', 'textbox "具体位置', '属于哪一类', '谁能看到什么', 'button "送出"'],
  },
]

/** What comes too early, too late or never on the way through a report, a line each. */
export async function outOfOrder(world: World, browser: Browser): Promise<string[]> {
  const page = await sit(world, browser, { route: '/report' })
  const flaws: string[] = []
  for (const { goOn, comes } of steps) {
    await goOn(page)
    await page
      .getByRole('heading', { level: 1 })
      .and(page.getByText(/"(.*)"/.exec(comes[0] ?? '')?.[1] ?? ''))
      .waitFor()
    const read = await page.locator('body').ariaSnapshot()
    let at = 0
    for (const next of comes) {
      const found = read.indexOf(next, at)
      if (found < 0) flaws.push(`${next} ${read.includes(next) ? 'comes too early' : 'is never read'}`)
      else at = found + next.length
    }
  }
  await page.context().close()
  return flaws
}
