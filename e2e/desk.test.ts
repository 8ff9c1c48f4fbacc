import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import type { Locator, Page } from 'playwright-core'
import { flawsOf } from './axe.ts'
import { openDoors } from './doors.ts'
import { letIn, openAtDesk, send, sit, without } from './people.ts'
import { plant } from './plant.ts'

suite('rooms of the desk', { skip: without }, () => {
  const doors = openDoors()

  const open = (name: string, address: string): Promise<Page> => openAtDesk(doors, name, address)

  test('what is wrong in a register’s entry is said beside its fields, in their own words, and the cursor goes to the first', async () => {
    const page = await open('admin', '/console/stations')
    await plant(page, 'plum', '梅园近邻驿站')
    await page.goto('/console/stations/plum')
    await page.getByLabel('经度').fill('200')
    await page.getByLabel('开门').fill('25:99')
    await page.getByRole('button', { name: '保存' }).click()
    await page.getByText('请改好标出的：经度、开门').waitFor()
    await page.getByText('最大 138').waitFor()
    await page.getByText('格式不对，请写成 08:30').waitFor()
    for (const label of ['经度', '开门'])
      assert.equal(await page.locator('input').and(page.getByLabel(label)).getAttribute('aria-invalid'), 'true')
    assert.ok(
      await page
        .locator('input')
        .and(page.getByLabel('经度'))
        .evaluate((field) => field === document.activeElement),
    )
    assert.equal(await page.getByText('entry.').count(), 0)
  })

  test('an entry that is saved says so in sight, where its reader goes on', async () => {
    const page = await open('admin', '/console/stations/plum')
    await page.getByLabel('地址').fill('梅园物业楼三层')
    await page.getByRole('button', { name: '保存' }).click()
    const told = page.getByText('已保存，现在是第 2 版')
    await told.waitFor()
    await page.waitForFunction(() => document.activeElement?.textContent?.includes('已保存'))
    const box = await told.boundingBox()
    assert.ok(box && box.y > 0 && box.y + box.height <= 900, 'it is in sight')
    assert.equal(await told.getAttribute('role'), 'status')
  })

  test('a list that a figure leads to says by which conditions, in words', async () => {
    const page = await open('admin', '/console/stations')
    const works = [{ kind: 'rebuilt', on: '2025-03-01', what: '加装电梯' }]
    await plant(page, 'centre', '花园社区党群服务中心', { kind: 'serviceCentre', works })
    await page.goto('/console/stations?kind=serviceCentre&has_works=yes')
    await page.getByRole('button', { name: '有改扩建：是' }).click()
    await page.waitForURL((url) => !url.search.includes('has_works'))
  })

  test('a list of what no unit leads, or of all places but those that a figure named, says so', async () => {
    const page = await open('leader', '/console/cases?lacks=lead&but=street:north')
    await page.getByRole('button', { name: '除外 1 个街道' }).click()
    await page.waitForURL((url) => !url.search.includes('but='))
    await page.getByRole('button', { name: '没有 主办单位' }).click()
    await page.waitForURL((url) => !url.search.includes('lacks='))
  })

  test('and how many it has', async () => {
    const page = await open('leader', '/console/stations')
    await page.getByText('共 2 个').waitFor()
    await page.getByLabel('类型').selectOption('neighbour')
    await page.getByText('共 1 个').waitFor()
    assert.deepEqual(await flawsOf(page), [])
  })

  test('each room names itself', async () => {
    const page = await open('dispatcher', '/console/board')
    await page.getByRole('heading', { name: '看板' }).waitFor()
    assert.equal(await page.title(), '看板 · 邻里')
    await page.goto('/console/monthly')
    await page.getByRole('heading', { name: /工作月报/ }).waitFor()
    assert.equal(await page.title(), '月报 · 邻里')
  })

  test('whoever goes by keys passes the menu in two of them', async () => {
    const page = await open('dispatcher', '/console/stations')
    await page.getByLabel('搜索').waitFor()
    await page.keyboard.press('Tab')
    const skip = page.getByRole('link', { name: '跳到正文' })
    assert.ok(await skip.evaluate((link) => link === document.activeElement && getComputedStyle(link).clipPath === 'none'))
    assert.deepEqual(await flawsOf(page), [])
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    assert.ok(await page.evaluate(() => document.activeElement?.closest('.room') !== null))
    assert.match(page.url(), /stations$/)
  })

  test('on a phone the menu shows where one is and that it goes on, and lays out all of it by a button', async () => {
    const page = await sit(doors, 'phone')
    await letIn(page, doors.house, 'dispatcher')
    await page.goto('/console/stations')
    const menu = page.getByRole('navigation', { name: '工作台菜单' })
    const isSeen = (link: Locator) =>
      link.evaluate((one) => {
        const [at, within] = [one.getBoundingClientRect(), one.closest('nav')?.getBoundingClientRect()]
        return within !== undefined && at.left >= within.left - 1 && at.right <= within.right + 1
      })
    const [current, last] = [menu.locator('[aria-current]'), menu.getByRole('link').last()]
    await current.waitFor()
    assert.ok(await isSeen(current))
    assert.equal(
      await menu
        .getByRole('link')
        .first()
        .evaluate((one) => one.closest('nav')?.dataset.beyond),
      'before after',
    )
    assert.equal(await isSeen(last), false)
    await page.getByRole('button', { name: '全部菜单' }).tap()
    assert.ok(await isSeen(last))
    assert.deepEqual(await flawsOf(page), [])
    await last.tap()
    await page.getByRole('button', { name: '全部菜单' }).waitFor()
    assert.ok(await isSeen(last), 'one is there')
    await page.getByRole('button', { name: '全部菜单' }).tap()
    await last.tap()
    await page.getByRole('button', { name: '全部菜单' }).waitFor()
    await page.setViewportSize({ width: 1280, height: 800 })
    await page.getByRole('button', { name: '全部菜单' }).waitFor({ state: 'hidden' })
  })

  test('a page that there is not is told apart from one of other posts', async () => {
    const page = await open('dispatcher', '/console/nosuch')
    await page.getByText('没有这一页：可能是地址抄错了').waitFor()
    await page.goto('/console/people')
    await page.getByText('这一页是别的岗位用的，您的岗位用不到').waitFor()
    assert.deepEqual(await flawsOf(page), [])
    await page.getByRole('link', { name: '回我的第一页' }).click()
    await page.waitForURL((url) => !url.pathname.startsWith('/console/people'))
  })

  test('what is urgent is marked so on the board, too', async () => {
    const page = await open('dispatcher', '/console/board')
    const report = { words: '三号楼有孩子被打，一直在哭', place: { code: 'plum-3' }, as: 'phone', category: 'neighbours.dispute' }
    await send(page, '/api/cases', { ...report, urgency: 'urgent' })
    await send(page, '/api/cases', { ...report, words: '楼上半夜装修' })
    const tickets = page.locator('.ticket', { hasText: '纠纷' })
    await tickets.nth(1).waitFor()
    assert.equal(await page.locator('.ticket', { hasText: '紧急' }).count(), 1)
  })

  test('the report of a month is printed whole on a page of A4, upright, with nothing on it to press', async () => {
    const page = await open('leader', '/console/monthly')
    const month = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 7)
    await page.goto(`/console/monthly?month=${month}`)
    await page.locator('table.grid').waitFor()
    await page.emulateMedia({ media: 'print' })
    // 210 mm less two margins of a centimetre.
    await page.setViewportSize({ width: 718, height: 1047 })
    const right = await page.evaluate(() =>
      Math.max(...[...document.querySelectorAll('table.grid :is(th, td)')].map((cell) => cell.getBoundingClientRect().right)),
    )
    assert.ok(right <= 718, `the table ends at ${right} of 718`)
    for (const name of ['下载表格', '打印或存为 PDF']) assert.ok(await page.getByText(name).isHidden(), name)
    assert.ok(await page.getByLabel('月份').isHidden())
    for (const address of ['/console/overview', '/console/brief']) {
      await page.goto(address)
      await page.locator('.figure').first().waitFor({ state: 'attached' })
      assert.ok(await page.getByText('打印或存为 PDF').isHidden(), address)
    }
  })
})
