import type { Page } from 'playwright-core'
import type { Doors } from '../doors.ts'
import { inPlum, letIn, report, send, signIn, sit } from '../people.ts'
import { follow, quiet } from '../quiet.ts'

/** A page as a guide shows it, when everything on it is there. */
export interface Picture {
  name: string
  page: Page
}

/** Brings people to every page that the guides (`web/help/guides.ts`) show, one after the other, and hands each over. */
export async function eachPicture(doors: Doors, draw: (picture: Picture) => Promise<void>): Promise<void> {
  const take: Take = async (picture) => {
    await quiet(picture.page)
    await draw(picture)
  }
  const resident = await residents(doors, take)
  const worker = await workers(doors, take)
  await rating(resident, worker, take)
  await desks(doors, take)
}

type Take = (picture: Picture) => Promise<void>

const enter: typeof sit = async (...asked) => follow(await sit(...asked))

async function residents(doors: Doors, take: Take): Promise<Page> {
  const page = await enter(doors, 'phone', inPlum)
  await page.goto('/my')
  await page.getByLabel('手机号').fill('13800002222')
  await page.getByRole('button', { name: '获取验证码' }).tap()
  await page.getByText('已替您填好').waitFor()
  await page.getByRole('button', { name: '登录', exact: true }).tap()
  await page.getByRole('link', { name: '去报单' }).waitFor()
  await page.goto('/report')
  await page.getByLabel('用自己的话说就行').fill('3号楼东边的路灯不亮，晚上很黑')
  await take({ name: 'report-words', page })
  await page.getByRole('button', { name: '下一步' }).tap()
  await page.getByRole('button', { name: '梅园小区' }).waitFor()
  await take({ name: 'report-where', page })
  await page.getByRole('button', { name: '就在我现在的位置' }).tap()
  await page.getByText('换一类').waitFor()
  await take({ name: 'report-check', page })
  await page.getByRole('button', { name: '送出' }).tap()
  await page.getByTestId('number').waitFor()
  await page.getByRole('link', { name: '去我的报单' }).tap()
  await page.getByRole('link', { name: /路灯/ }).first().tap()
  await page.getByRole('heading', { name: '办理经过' }).waitFor()
  await take({ name: 'case-reporter', page })
  return page
}

async function workers(doors: Doors, take: Take): Promise<Page> {
  await report(doors.house, '楼上漏水，墙都湿了')
  const worker = await enter(doors, 'phone')
  await signIn(worker, doors.house, 'wangMin')
  await worker.getByRole('button', { name: '承单' }).first().waitFor()
  await take({ name: 'queue-grid', page: worker })
  await worker.getByRole('link', { name: /路灯/ }).first().tap()
  await worker.getByRole('button', { name: '承单' }).first().tap()
  await worker.getByRole('button', { name: '派单', exact: true }).waitFor()
  await take({ name: 'case-grid', page: worker })
  await worker.getByRole('button', { name: '派单', exact: true }).tap()
  await worker.locator('form').getByText('区综合行政执法局').waitFor()
  await take({ name: 'dispatch', page: worker })
  await worker.locator('form').getByRole('button', { name: '派单', exact: true }).tap()
  await worker.getByText('派单：好了').waitFor()

  const clerk = await enter(doors, 'desk')
  await signIn(clerk, doors.house, 'lamps')
  await clerk.getByRole('link', { name: /路灯/ }).waitFor()
  await take({ name: 'queue-unit', page: clerk })
  await clerk.getByRole('link', { name: /路灯/ }).click()
  await clerk.getByRole('button', { name: '接单', exact: true }).click()
  await clerk.getByRole('button', { name: '办结', exact: true }).waitFor()
  await take({ name: 'case-unit', page: clerk })
  return worker
}

/** A question is answered, and its reporter is asked what they think. */
async function rating(resident: Page, worker: Page, take: Take): Promise<void> {
  const body = { words: '老年证怎么办，要带什么', place: { code: 'plum-3' }, category: 'services.policy' }
  const id = await send(resident, '/api/cases', body)
  await send(worker, `/api/cases/${id}/accept`, {})
  await send(worker, `/api/cases/${id}/answer`, { done: '带身份证和一张照片，到社区一楼窗口，当场办好' })
  await resident.goto(`/case/${id}`)
  await resident.getByRole('button', { name: '解决了' }).tap()
  await resident.getByText('非常满意').waitFor()
  await take({ name: 'rate', page: resident })
}

async function desks(doors: Doors, take: Take): Promise<void> {
  const dispatcher = await enter(doors, 'desk')
  await letIn(dispatcher, doors.house, 'dispatcher')
  for (const [name, path, heading] of [
    ['board', '/console/board', '看板'],
    ['intake', '/console/intake', '来电来访登记'],
    ['table', '/console/cases', '事项'],
  ] as const) {
    await dispatcher.goto(path)
    await dispatcher.getByRole('heading', { name: heading }).first().waitFor()
    if (name === 'table') await dispatcher.locator('tbody tr').first().waitFor()
    await take({ name, page: dispatcher })
  }
  const leader = await enter(doors, 'desk')
  await letIn(leader, doors.house, 'leader')
  await leader.goto('/console/overview')
  await leader.getByText('怎么算的').nth(12).waitFor()
  await take({ name: 'overview', page: leader })
  const admin = await enter(doors, 'desk')
  await letIn(admin, doors.house, 'admin')
  await admin.goto('/console/places')
  await admin.getByText('城北街道').waitFor()
  await take({ name: 'places', page: admin })
  await admin.goto('/console/categories/neighbours.dispute')
  await admin.getByRole('heading', { level: 2 }).first().waitFor()
  await take({ name: 'category', page: admin })
}
