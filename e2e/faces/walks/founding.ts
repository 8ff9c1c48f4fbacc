import type { Page } from 'playwright-core'
import type { Doors } from '../../doors.ts'
import { sit } from '../../people.ts'
import type { Figure } from '../figures.ts'
import { type Hand, handOn, practised, type Way } from './hand.ts'
import { gridsFile, handed, peopleOf, unitsOf } from './newDistrict.ts'
import { photo } from './street.ts'

const own = 'my own long secret'

/** A district from nothing to its first closed case, through pages alone, by what the guide on its first page says. */
export async function founding(doors: Doors, tell: (figure: Figure) => void): Promise<void> {
  const ways: Way[] = []
  const desk = await handOn(await sit(doors, 'desk'), practised)
  const invited: Invited[] = []
  ways.push(await desk.walk(() => settle(desk, doors.house.district, invited)))
  const [worker, dispatcher, , , clerk] = invited
  if (!worker || !dispatcher || !clerk) throw new Error('not everybody was invited')

  const enter = async (at: 'phone' | 'desk', { account, password }: Invited) => {
    const hand = await handOn(await sit(doors, at), practised)
    ways.push(await hand.walk(() => signInFirst(hand, account, password)))
    return hand
  }
  const grid = await enter('phone', worker)
  await enter('desk', dispatcher)
  const bureau = await enter('desk', clerk)
  ways.push(await desk.walk(() => lookAgain(desk)))

  const resident = await handOn(await sit(doors, 'phone'), practised)
  ways.push(await resident.walk(() => report(resident)))
  ways.push(await grid.walk(() => dispatch(grid)))
  ways.push(await bureau.walk(() => resolve(bureau)))
  ways.push(await grid.walk(() => look(grid)))
  ways.push(await resident.walk(() => rate(resident)))

  const sum = (of: (way: Way) => number) => ways.reduce((total, way) => total + of(way), 0)
  const what = 'a new district, from nothing to its first closed case'
  tell({ what, measured: sum(({ taps, fields, keys }) => taps + fields + keys), unit: 'steps (taps, fields typed into, keys)' })
  tell({ what, measured: sum(({ seconds }) => seconds) / 60, unit: 'minutes, at a practised pace, with the files at hand' })
}

interface Invited {
  account: string
  password: string
}

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, ...(typeof name === 'string' && { exact: true }) })

/** Signs in with a password that was handed over, and sets one of one's own. */
async function signInFirst({ page, tap, write }: Hand, account: string, password: string): Promise<void> {
  await page.goto('/work')
  await write(page.getByLabel('账号'), account)
  await write(page.getByLabel('密码'), password)
  await tap(button(page, '登录'))
  await write(page.getByLabel('现在的密码'), password)
  await write(page.getByLabel('新密码'), own)
  await tap(button(page, '换好了'))
  await page.waitForURL((url) => url.pathname !== '/work')
}

/** The administrator does what the guide says, from its first step to the last that is theirs. */
async function settle(hand: Hand, district: string, invited: Invited[]): Promise<void> {
  const { page, tap } = hand
  await signInFirst(hand, `admin.${district}`, handed)
  await page.getByRole('heading', { name: '开通向导' }).waitFor()
  await guided(hand, 'places', '导入单位')
  await bringIn(hand, /^单位/, unitsOf(district), 5)
  await guided(hand, 'grids', '导入网格')
  await bringIn(hand, '网格', gridsFile, 2)
  await guided(hand, 'people', '用表格导入人员')
  invited.push(...(await inviteAll(hand, district)))
  await guided(hand, 'categories', '采用起步目录')
  await page.getByText('新区综合行政执法局').waitFor()
  await tap(button(page, /^采用/))
  await page.getByText(/采用了 \d+ 类/).waitFor()
  await guided(hand, 'calendar', '核对日历')
  await page.getByRole('heading', { name: /年工作日历/ }).waitFor()
}

/** Goes by the guide: from the menu to it, and on by the link of a step. */
async function guided({ page, tap }: Hand, step: string, link: string): Promise<void> {
  const guide = page.getByRole('heading', { name: '开通向导' })
  if (!(await guide.isVisible()))
    await tap(page.getByRole('navigation', { name: '工作台菜单' }).getByRole('link', { name: '开通向导' }))
  await tap(page.getByTestId(`step-${step}`).getByRole('link', { name: link }))
}

async function bringIn({ page, tap, choose }: Hand, what: string | RegExp, file: Parameters<Hand['choose']>[1], count: number) {
  await tap(page.locator('label.choice').filter({ hasText: what === '网格' ? /^网格$/ : what }))
  await tap(page.locator('label.choice').filter({ hasText: 'WGS 84' }))
  await choose(page.getByLabel(/^文件/), file)
  await tap(button(page, `预检 ${count} 个要素`))
  await tap(button(page, `导入 ${count} 个`))
  await page.getByText(`已导入 ${count} 个`).waitFor()
}

/** Brings everybody in by a sheet, and notes the passwords that are to be handed over. */
async function inviteAll({ page, tap, choose }: Hand, district: string): Promise<Invited[]> {
  await choose(page.getByLabel(/^填好的表格/), peopleOf(district))
  await tap(button(page, '先看看，不写入'))
  await tap(button(page, '建好这 5 人'))
  const slips = page.getByRole('region', { name: '初始密码' }).locator('.card')
  await slips.first().waitFor()
  return Promise.all(
    (await slips.all()).map(async (slip) => ({
      account: /\S+\.\S+/.exec((await slip.locator('p').first().textContent()) ?? '')?.[0] ?? '',
      password: (await slip.getByTestId('first-password').textContent()) ?? '',
    })),
  )
}

/** The guide says that everything is there. */
async function lookAgain({ page, tap }: Hand): Promise<void> {
  await tap(page.getByRole('navigation', { name: '工作台菜单' }).getByRole('link', { name: '开通向导' }))
  await page.getByText('都齐了，居民可以报事了').waitFor()
}

async function report({ page, tap, write }: Hand): Promise<void> {
  await page.goto('/')
  await tap(page.getByRole('link', { name: '报单' }).first())
  await write(page.getByLabel('用自己的话说就行'), '1号楼东边的路灯不亮')
  await tap(button(page, '下一步'))
  await tap(button(page, '新苑小区 新城社区'))
  await tap(button(page, '1号楼'))
  await page.getByText('换一类').waitFor()
  await tap(button(page, '送出'))
  await tap(page.getByRole('link', { name: '去我的报单' }))
  await tap(button(page, '看进展'))
  await page.getByRole('heading', { name: '办理经过' }).waitFor()
}

async function dispatch({ page, tap }: Hand): Promise<void> {
  await tap(button(page, '承单'))
  await tap(page.getByRole('link', { name: /办理中/ }))
  await tap(page.locator('.card').getByRole('link').first())
  await tap(button(page, '派单').first())
  await page.locator('form').getByText('新区综合行政执法局').waitFor()
  await tap(page.locator('form').getByRole('button', { name: '派单', exact: true }))
  await page.getByText('派单：好了').waitFor()
}

async function resolve({ page, tap, write, choose }: Hand): Promise<void> {
  await tap(page.locator('.card').getByRole('link').first())
  await tap(button(page, '接单').first())
  await page.getByText('接单：好了').waitFor()
  await tap(page.locator('#actions').getByRole('button', { name: '办结', exact: true }))
  const form = page.locator('form')
  await tap(form.getByText('已解决', { exact: true }))
  await write(form.getByLabel('做了什么'), '换了灯泡，亮了')
  await choose(form.getByText('相册').first(), await photo())
  await page.getByAltText('第 1 张照片').waitFor()
  await tap(form.getByRole('button', { name: '办结', exact: true }))
  await page.getByText('办结：好了').waitFor()
}

/** Some categories are looked at on site before they count as resolved. */
async function look({ page, tap }: Hand): Promise<void> {
  await tap(page.getByRole('link', { name: '‹ 待办' }))
  await tap(page.locator('.card').getByRole('link').first())
  await tap(button(page, '核查通过').first())
  await tap(page.locator('form').getByRole('button', { name: '核查通过', exact: true }))
  await page.getByText('核查通过：好了').waitFor()
}

async function rate({ page, tap }: Hand): Promise<void> {
  await tap(button(page, '解决了'))
  await tap(button(page, '非常满意'))
  await page.locator('.chip', { hasText: '已归档' }).first().waitFor()
}
