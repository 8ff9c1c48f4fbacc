import type { Page } from 'playwright-core'
import { photo } from '../walks/street.ts'
import type { Street } from './street.ts'

/** One thing that is done on the shift: a command on a case; a report is a case of its own. */
export interface Action {
  command: string
  id?: string
}

/** What was seen on patrol, in words by which it is found again. */
export const seenOnPatrol = '河边护栏断了一截'

/** The shift, in the order in which it is done: two of its actions will meet what others did meanwhile. */
export const shiftOn = ({ new: [first, second, third, last], sent: [given, other] }: Street): Action[] => [
  ...[first, second, third, last].map((id) => ({ command: 'accept', id })),
  ...[first, second].map((id) => ({ command: 'solveOnSite', id })),
  { command: 'comment', id: third },
  ...['receive', 'contact', 'resolve'].map((command) => ({ command, id: given })),
  { command: 'receive', id: other },
  { command: 'report' },
]

/** Does the whole shift on a phone without a network. Each action is told to wait on the phone before the next is begun. */
export async function goOn(page: Page, street: Street): Promise<void> {
  for (const [index, { command, id = '' }] of shiftOn(street).entries()) {
    await ways[command]?.(page, id)
    await page
      .getByText(`${index + 1} 条还没送出`)
      .first()
      .waitFor()
  }
}

type Do = (page: Page, id: string) => Promise<void>

const fromQueue =
  (words: string): Do =>
  async (page, id) => {
    await page.goto('/work/queue')
    await page
      .locator('.card')
      .filter({ has: page.locator(`a[href^="/case/${id}"]`) })
      .getByRole('button', { name: words, exact: true })
      .tap()
  }

const inForm =
  (words: string, fill: Do): Do =>
  async (page, id) => {
    await page.goto(`/case/${id}`)
    await page.getByRole('button', { name: words, exact: true }).first().tap()
    await fill(page, id)
    await page.locator('form').getByRole('button', { name: words, exact: true }).tap()
    await page.locator('form').waitFor({ state: 'detached' })
  }

const solved: Do = async (page) => {
  const form = page.locator('form')
  await form.getByText('已解决', { exact: true }).tap()
  await form.getByLabel('做了什么').fill('和住户一起搬走了')
  await form
    .locator('input[type=file]')
    .first()
    .setInputFiles(await photo())
  await page.getByAltText('第 1 张照片').waitFor()
}

const ways: Record<string, Do> = {
  accept: fromQueue('承单'),
  receive: fromQueue('接单'),
  solveOnSite: inForm('自处置', solved),
  resolve: inForm('办结', solved),
  comment: inForm('留言', (page) => page.locator('form').getByLabel('留言').fill('车主说下午挪走')),
  contact: inForm('首次联系', async (page) => {
    const form = page.locator('form')
    for (const words of ['电话', '是']) await form.getByText(words, { exact: true }).tap()
    await form.getByLabel('联系结果').fill('约好明天清')
  }),
  report: async (page) => {
    await page.goto('/work/queue')
    await page.getByRole('link', { name: '巡查上报' }).tap()
    await page.getByLabel('写清是什么、在哪儿').fill(seenOnPatrol)
    await page.getByText('地点：').waitFor()
    await page.getByRole('button', { name: '下一步' }).tap()
    await page.getByLabel('属于哪一类').fill('道路')
    await page.locator('ul.rows button').first().tap()
    await page.getByRole('button', { name: '送出' }).tap()
    await page.getByRole('heading', { name: '已存在这部手机' }).waitFor()
  },
}
