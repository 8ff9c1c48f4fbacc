import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import type { Locator, Page } from 'playwright-core'
import type { StaffName } from '#testing/neighbourhood.ts'
import { openDoors } from './doors.ts'
import { letIn, without } from './people.ts'

/** What is typed or chosen in a form: texts by label, choices by their words, units by their names. */
interface Filled {
  texts?: Record<string, string>
  choices?: string[]
  units?: Record<string, string>
  photo?: true
}

suite('one report walks through the whole loop', { skip: without }, () => {
  const doors = openDoors()
  let id = ''
  const desks = new Map<StaffName, Page>()

  /** Somebody of the staff at their own desk, signed in. */
  async function deskOf(name: StaffName): Promise<Page> {
    const there = desks.get(name)
    if (there) return there
    const page = await (await doors.browser.desk({ extraHTTPHeaders: doors.house.headers })).newPage()
    await letIn(page, doors.house, name)
    desks.set(name, page)
    return page
  }

  /** Opens the case and presses a command; where it has a form, fills and sends it; then waits for the state that it leads to. */
  async function act(page: Page, command: string, state: string | undefined, filled?: Filled): Promise<void> {
    await page.goto(`/case/${id}`)
    await page.locator('#actions').getByRole('button', { name: command, exact: true }).click()
    if (filled) await fill(page.locator('#actions form'), filled)
    await page
      .getByRole('status')
      .filter({ hasText: `${command}：好了` })
      .waitFor()
    if (state !== undefined) await page.locator('.chip', { hasText: state }).first().waitFor()
  }

  async function fill(form: Locator, { texts = {}, choices = [], units = {}, photo }: Filled): Promise<void> {
    await form.locator('button[type=submit]').waitFor()
    for (const words of choices) await form.getByText(words, { exact: true }).click()
    for (const [label, name] of Object.entries(units)) {
      const other = form.getByRole('button', { name: '换一个' })
      if (await other.isVisible()) await other.click()
      await form.getByLabel(label).fill(name)
      await form.locator('ul.rows').getByRole('button', { name, exact: true }).click()
    }
    for (const [label, text] of Object.entries(texts)) await form.getByLabel(label).fill(text)
    if (photo)
      await form.locator('input[type=file]').first().setInputFiles({ name: 'after.png', mimeType: 'image/png', buffer: onePixel })
    if (photo) await form.locator('img').first().waitFor()
    await form.locator('button[type=submit]').click()
  }

  test('reported at a door, escalated to the street, returned twice, ruled, extended, resolved, and rated "not solved": it is reopened', async () => {
    const phone = await (await doors.browser.phone({ extraHTTPHeaders: doors.house.headers })).newPage()
    await phone.goto('/r/plum-3')
    await phone.getByText('梅园小区3号楼').waitFor()
    await phone.getByLabel('用自己的话说就行').fill('楼顶太阳能支架松动，刮风时响，怕掉下来')
    await phone.getByRole('button', { name: '下一步' }).tap()
    await phone.getByText('换一类').waitFor()
    await phone.getByRole('button', { name: '送出' }).tap()
    await phone.getByRole('link', { name: '去我的报单' }).tap()
    await phone
      .getByRole('link', { name: '看进展' })
      .or(phone.getByRole('button', { name: '看进展' }))
      .first()
      .tap()
    await phone.getByRole('heading', { name: '办理经过' }).waitFor()
    id = /case\/([0-9a-f-]+)/.exec(phone.url())?.[1] ?? ''
    assert.ok(id)

    await act(await deskOf('wangMin'), '承单', '网格处理中')
    await act(await deskOf('wangMin'), '上报', undefined, { texts: { 说明: '须街道协调' } })
    await act(await deskOf('secretary'), '上报', '待分流', { texts: { 说明: '社区无法处理' } })
    await act(await deskOf('streetDesk'), '派单', '待接单', { units: { 主办单位: '供电公司' } })
    const returned = {
      texts: { 说明: '不是电力设施' },
      choices: ['不是我们的职责'],
      units: { 应由哪个单位办: '区住房和城乡建设局' },
    }
    await act(await deskOf('power'), '退单', '待分流', returned)
    await act(await deskOf('streetDesk'), '派单', '待接单', { units: { 主办单位: '区住房和城乡建设局' } })
    await act(await deskOf('housing'), '退单', '待裁定', {
      texts: { 说明: '属于城管职责' },
      choices: ['不是我们的职责'],
      units: { 应由哪个单位办: '区综合行政执法局' },
    })
    await act(await deskOf('dispatcher'), '裁定', '待接单', {
      choices: ['派给承办单位'],
      texts: { 依据的职责条款: '权责清单第12项', 说明: '由执法局主办' },
      units: { 主办单位: '区综合行政执法局' },
    })
    const lamps = await deskOf('lamps')
    await act(lamps, '接单', '办理中')
    await lamps.getByRole('heading', { name: '办理经过' }).waitFor()
    await act(lamps, '首次联系', '办理中', { choices: ['电话', '是'], texts: { 联系结果: '已约定上门' } })
    await act(lamps, '申请延期', '办理中', { texts: { 延长几个工作日: '3', 原因: '需吊车' } })
    await act(await deskOf('dispatcher'), '同意延期', '办理中', {})
    await act(lamps, '办结', '已办结', { choices: ['部分解决'], texts: { 做了什么: '已加固支架，待更换螺栓' } })

    await phone.goto(`/case/${id}`)
    await phone.getByText('多给几天').first().waitFor()
    await phone.getByRole('button', { name: '没解决' }).tap()
    await phone.getByRole('button', { name: '还想说几句' }).tap()
    await phone.getByLabel('想说的话').fill('支架还在晃')
    await phone.reload()
    assert.equal(await phone.getByLabel('想说的话').inputValue(), '支架还在晃')
    await phone.getByRole('button', { name: '不满意', exact: true }).tap()
    await phone.getByRole('button', { name: '送出评价' }).tap()
    await phone.locator('.chip', { hasText: '办理中' }).first().waitFor()
    // The history comes a moment after the state.
    await phone.locator('.history').getByText('作了评价').first().waitFor()
    const history = (await phone.locator('body').textContent()) ?? ''
    // In a reporter's words, not the office's.
    const steps = [
      '接下了',
      '报给了上一级',
      '派给了',
      '退了回来',
      '指挥中心定了',
      '想多要几天',
      '同意多给几天',
      '说办好了',
      '作了评价',
    ]
    for (const step of steps) assert.ok(history.includes(step), `the reporter sees ${step}`)
  })
})

const onePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
