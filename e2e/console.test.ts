import assert from 'node:assert/strict'
import { before, suite, test } from 'node:test'
import type { Page } from 'playwright-core'
import { flawsInEveryDress } from './axe.ts'
import { openDoors } from './doors.ts'
import { letIn, report, send, without } from './people.ts'

suite('a dispatcher at a desk', { skip: without }, () => {
  const doors = openDoors()
  let number = ''
  before(async () => {
    number = await file('13800007777', '小区北门的路灯不亮，晚上看不见路')
  })

  const sit = async (name: string): Promise<Page> => {
    const page = await (await doors.browser.desk({ extraHTTPHeaders: doors.house.headers })).newPage()
    await letIn(page, doors.house, name)
    return page
  }
  /** Files for a caller, by keys alone but for the place, and gives the number. */
  const file = async (phone: string, words: string): Promise<string> => {
    const page = await sit('dispatcher')
    await page.goto('/console/intake')
    await page.getByLabel('电话', { exact: false }).first().fill(phone)
    await page.getByLabel('什么事').fill(words)
    await page.getByLabel('小区').focus()
    await page.getByRole('button', { name: '梅园小区' }).click()
    await page.getByRole('button', { name: '3号楼' }).click()
    await page.getByText('换一类').waitFor()
    await page.getByLabel('什么事').press('Control+Enter')
    const told = (await page.getByText('已登记，编号').textContent()) ?? ''
    assert.match(told, /查询码已发到 138\*\*\*\*\d{4}/)
    assert.ok(!(await page.content()).includes(doors.house.cameTo(phone)), 'the code is the caller’s alone')
    await page.context().close()
    return /编号 ([0-9-]+)/.exec(told)?.[1] ?? ''
  }

  test('files for a caller, and sees on the next call what that number told before', async () => {
    assert.match(number, /^\d{4}-\d{5}$/)
    const page = await sit('dispatcher')
    await page.goto('/console/intake')
    await page.getByLabel('电话', { exact: false }).first().fill('13800007777')
    await page.getByRole('heading', { name: '这个号码以前报过的' }).waitFor()
    await page.getByText(number).waitFor()
  })

  test('files by keys alone: the cursor is where the talk begins, and Enter takes the first that is found', async () => {
    const page = await sit('dispatcher')
    await page.goto('/console/intake')
    await page.getByRole('heading', { name: '来电来访登记' }).waitFor()
    const { keyboard } = page
    await keyboard.insertText('13800007778')
    for (const key of ['Tab', 'Tab']) await keyboard.press(key)
    await keyboard.insertText('路灯不亮')
    await keyboard.press('Tab')
    await keyboard.insertText('梅园')
    await keyboard.press('Enter')
    await page.getByRole('button', { name: '3号楼' }).waitFor()
    await keyboard.insertText('3')
    await keyboard.press('Enter')
    await page.getByRole('button', { name: '换一处' }).waitFor()
    await keyboard.insertText('北门')
    assert.equal(await page.getByLabel('具体位置').inputValue(), '北门')
    await page.getByText('换一类').waitFor()
    await keyboard.press('Control+Enter')
    await page.getByText('已登记，编号').waitFor()
    assert.ok(
      await page
        .getByLabel('电话', { exact: false })
        .first()
        .evaluate((field) => field === document.activeElement),
    )
  })

  test('has the whole form in sight: a list opens where somebody is, over what follows, and closes by Escape', async () => {
    const page = await sit('dispatcher')
    await page.goto('/console/intake')
    const send = page.getByRole('button', { name: /^登记/ })
    const [estate, list] = [page.getByLabel('小区'), page.locator('.offered')]
    await estate.waitFor()
    assert.equal(await list.count(), 0)
    const before = await send.boundingBox()
    assert.ok(before && before.y + before.height <= (page.viewportSize()?.height ?? 0), 'the form fits the window')
    await estate.focus()
    await list.getByRole('button', { name: '梅园小区' }).waitFor()
    assert.deepEqual(await send.boundingBox(), before, 'nothing was moved by it')
    await page.keyboard.press('Escape')
    await list.waitFor({ state: 'detached' })
    await page.keyboard.type('梅')
    await list.waitFor()
    await page.getByLabel('怎么称呼').focus()
    await list.waitFor({ state: 'detached' })
  })

  test('finds a case by a word of it, opens it beside the list, closes it by key, and finds the filter again after going back', async () => {
    const page = await sit('dispatcher')
    await page.goto('/console/cases')
    await page.keyboard.press('/')
    await page.keyboard.type('北门')
    const row = page.locator('tbody tr', { hasText: number })
    await row.waitFor()
    await row.click()
    await page.locator('.beside').getByRole('heading', { name: '路灯' }).waitFor()
    await page.keyboard.press('Escape')
    await page.locator('.beside').waitFor({ state: 'detached' })
    await page.getByLabel(/搜索/).fill('没有人写过的词')
    await page.getByText('没有符合条件的事项').waitFor()
    await page.getByRole('button', { name: '清空条件' }).click()
    await row.waitFor()
    const sheet = page.waitForEvent('download')
    await page.getByRole('button', { name: '导出 Excel' }).click()
    assert.match((await sheet).suggestedFilename(), /\.xlsx$/)
    assert.equal(await page.getByLabel(/搜索/).inputValue(), '')
    await page.getByText('更多筛选').click()
    await page.locator('.more-filters').getByLabel('缓急').selectOption('ordinary')
    await page.getByText('更多筛选（用了 1 个）').waitFor()
    await page.getByText('保存现在的条件').click()
    await page.getByLabel('名称').fill('一般的')
    await page.getByRole('button', { name: '保存', exact: true }).click()
    await page.getByRole('button', { name: '清空条件' }).click()
    await page.getByLabel('常用条件').selectOption({ label: '一般的' })
    await page.waitForURL('**urgency=ordinary**')
    await row.waitFor()
    await page.getByRole('button', { name: '缓急 一般' }).click()
    await page.waitForFunction(() => !location.search.includes('urgency'))
    await page.goBack()
    await page.locator('.filters').getByLabel('状态').selectOption('closed')
    await page.getByText('没有符合条件的事项').waitFor()
    await page.goBack()
    await row.waitFor()
  })

  test('has the main action beside the list at every width: no bar at the thumb lies there', async () => {
    const page = await sit('wangMin')
    await page.goto('/console/cases')
    await page.locator('tbody tr', { hasText: number }).click()
    const main = page.locator('.beside .acts > .main')
    await main.waitFor()
    assert.equal(await main.textContent(), '承单')
    for (const width of [1000, 700]) {
      await page.setViewportSize({ width, height: 900 })
      await main.waitFor()
    }
  })

  test('reads by when each case is due also beside one that is open, with what runs out first on top', async () => {
    const page = await sit('dispatcher')
    await page.goto('/console/cases')
    const row = page.locator('tbody tr', { hasText: number })
    await row.waitFor()
    assert.equal(await page.getByRole('columnheader', { name: '时限' }).getAttribute('aria-sort'), 'ascending')
    await row.click()
    await page.locator('.beside').getByRole('heading', { name: '路灯' }).waitFor()
    const edge = (await page.locator('.beside').boundingBox())?.x ?? 0
    const due = await page.getByRole('columnheader', { name: '时限' }).boundingBox()
    assert.ok(due && due.x + due.width <= edge, 'the limit is in sight')
    assert.ok(await page.getByRole('columnheader', { name: '报单时间' }).isHidden(), 'what is lesser made room')
    await page.goto('/console/cases?state=closed')
    await page.getByText('没有符合条件的事项').waitFor()
    await page.getByRole('button', { name: '状态 已归档' }).click()
    await row.waitFor()
  })

  test('reads how many cases fit, asked for once however they are sorted', async () => {
    const page = await sit('dispatcher')
    const counts: string[] = []
    page.on('request', (request) => request.url().includes('/api/cases/count') && counts.push(request.url()))
    await page.goto('/console/cases')
    const [rows, told] = [page.locator('tbody tr'), page.getByText(/^共 \d+ 件$/)]
    await rows.first().waitFor()
    assert.equal(await told.textContent(), `共 ${await rows.count()} 件`)
    await page.getByRole('columnheader', { name: '报单时间' }).getByRole('button').click()
    await page.waitForURL('**sort=newest**')
    await rows.first().waitFor()
    await page.locator('.filters').getByLabel('状态').selectOption('closed')
    await page.getByText('共 0 件').waitFor()
    assert.equal(counts.length, 2)
  })

  test('merges into a case of another kind that is found by its number', async () => {
    const page = await sit('dispatcher')
    const again = await file('13800007779', '单元门口的下水道堵了，污水漫出来')
    await page.goto(`/console/cases?q=${again}`)
    await page.locator('tbody tr', { hasText: again }).click()
    await page.getByRole('button', { name: '并案', exact: true }).click()
    await page.getByLabel('按编号或原话找').fill(number)
    await page.getByRole('button', { name: number }).click()
    await page.locator('form').getByRole('button', { name: '并案', exact: true }).click()
    await page.locator('.chip', { hasText: '已并案' }).first().waitFor()
  })

  test('splits a case: the first part begins with its category, and says in words of its own what it is about', async () => {
    const page = await sit('dispatcher')
    const whole = await report(doors.house, '东门口的路灯不亮，旁边的井盖也松了')
    await send(await sit('wangMin'), `/api/cases/${whole.id}/accept`, {})
    await page.goto(`/console/cases?q=${whole.number}`)
    await page.locator('tbody tr', { hasText: whole.number }).click()
    await page.getByRole('button', { name: '拆单', exact: true }).click()
    const words = page.getByLabel('这一件是什么事')
    assert.equal(await words.inputValue(), '')
    await page.getByText('这一件还在，剩下的仍在这里办').waitFor()
    await page.locator('form').getByText('路灯').first().waitFor()
    await words.fill('旁边的井盖松了')
    await page.locator('form').getByRole('button', { name: '拆单', exact: true }).click()
    await page.getByText('并入或由此而来的').first().waitFor()
  })

  test('comes back from a case to its row, and asks there for the keys of the page', async () => {
    const page = await sit('dispatcher')
    await page.goto('/work/queue?tab=all')
    const row = page.locator('.card.current', { hasText: number })
    await page.locator('.card', { hasText: number }).waitFor()
    for (let step = 0; step < 10 && (await row.count()) === 0; step++) await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: '路灯' }).waitFor()
    await page.getByText('键盘操作（按 ?）').waitFor()
    await page.setViewportSize({ width: 1440, height: 400 })
    await page.keyboard.press('?')
    const keys = await page.getByText('Esc 回列表').boundingBox()
    assert.ok(keys && keys.y + keys.height <= 400, 'the keys are in sight, however long the page is')
    await page.keyboard.press('Escape')
    await page.waitForURL('**/work/queue**')
    await row.waitFor()
  })

  test('has each case on the board once: what is to be ruled on does not wait for the dispatcher a second time', async () => {
    const { id } = await report(doors.house, '单元门禁坏了，谁都能进')
    const grid = await sit('wangMin')
    await send(grid, `/api/cases/${id}/accept`, {})
    await send(grid, `/api/cases/${id}/proposeDecline`, { reason: 'court', words: '正在诉讼' })
    const page = await sit('dispatcher')
    await page.goto('/console/board')
    const ruled = page.getByLabel('待裁定', { exact: true }).locator('.ticket', { hasText: '门禁' })
    await ruled.waitFor()
    await page
      .getByRole('navigation', { name: '看板各栏' })
      .getByRole('button', { name: '等我处理 0 · 前面栏里还有 1' })
      .waitFor()
    await page.getByText('都在前面几栏里了').waitFor()
    assert.equal(await page.locator('.ticket', { hasText: '门禁' }).count(), 1)
  })

  test('takes no sheet any more once the page is left that was to give it', async () => {
    const page = await sit('dispatcher')
    await page.goto('/console/cases')
    await page.route('**/export.xlsx?**', () => {})
    await page.getByRole('button', { name: '导出 Excel' }).click()
    await page.getByText('正在导出').waitFor()
    const ended = page.waitForEvent('requestfailed', (request) => request.url().includes('export.xlsx'))
    await page.getByRole('link', { name: '看板' }).first().click()
    await ended
  })

  test('finds every column of the board by its name, also those beyond the edge, and reads when a case is due soon', async () => {
    const page = await sit('dispatcher')
    await page.goto('/console/board')
    const bar = page.getByRole('navigation', { name: '看板各栏' })
    const jump = bar.getByRole('button', { name: /快到时/ })
    await bar.locator('.beyond', { hasText: '快到时' }).waitFor()
    await jump.click()
    await bar.locator('.beyond', { hasText: '快到时' }).waitFor({ state: 'detached' })
    await bar.getByRole('button', { name: /还没人承接 [1-9]/ }).waitFor()
    await page.getByRole('button', { name: '快到时：怎么算' }).click()
    await page.getByText('时限过了 75%').waitFor()
  })

  test('sees on the board what waits, live, and on the map where it is', async () => {
    const page = await sit('dispatcher')
    const asked: string[] = []
    page.on('request', (request) => asked.push(new URL(request.url()).pathname))
    await page.goto('/console/board')
    await page.getByRole('heading', { name: /还没人承接/ }).waitFor()
    const column = page.getByLabel('还没人承接')
    await column.locator('.ticket').first().waitFor()
    const timesAsked = asked.filter((path) => path === '/api/categories').length
    assert.ok(timesAsked >= 1 && timesAsked <= 3, `all tickets together ask for the categories once, not ${timesAsked} times`)
    const before = await column.locator('.ticket').count()
    await report(doors.house, '楼道里堆满杂物，走不过去')
    await page.waitForFunction((count) => document.querySelectorAll('[aria-label="还没人承接"] .ticket').length > count, before)
    await page.goto('/console/map')
    await page.locator('.map canvas').waitFor()
    await page.getByText(/图上 [1-9]\d* 件/).waitFor()
  })

  test('reads first, as a leader, what is over and what waits for a decision, and comes from the sentence to its rows', async () => {
    const page = await sit('leader')
    await page.goto('/console/overview')
    const first = page.getByRole('region', { name: '要点' })
    await first.getByText(/等人定夺 \d+ 件/).waitFor()
    await first.getByRole('link', { name: /超时未办 \d+ 件/ }).click()
    await page.waitForURL('**/console/cases**when=over**')
    await page.getByRole('button', { name: '状态 所有在办的' }).waitFor()
    await page.getByRole('button', { name: '时限 已超时' }).waitFor()
  })

  test('reads a figure with its definition, and comes from it to its rows', async () => {
    const page = await sit('leader')
    await page.goto('/console/overview')
    const figure = page.locator('.figure', { hasText: '收到事项' })
    await figure.getByText('怎么算的').click()
    await figure.getByText('报单数').waitFor()
    await page.locator('.chart svg').waitFor()
    // The month that runs is not over, whatever day it is.
    await page
      .getByRole('rowheader', { name: /不满一月/ })
      .first()
      .waitFor()
    await figure.getByRole('link', { name: '看这些事项' }).click()
    await page.locator('tbody tr', { hasText: number }).waitFor()
    await page.goBack()
    // A share leads to what it is out of; the condition is a chip that can be taken away.
    await page
      .locator('.figure', { hasText: '按时承单率' })
      .getByRole('link', { name: '看算进分母的事项（办过几轮也只列一次）' })
      .click()
    await page.getByRole('button', { name: '指标 按时承单率' }).waitFor()
  })

  test('every room can be read and worked by everybody, in ordinary and large type, light and dark', async () => {
    const page = await sit('dispatcher')
    const flaws: string[] = []
    for (const [address, words] of [
      ['/console/board', '还没人承接'],
      ['/console/cases', '编号'],
      ['/console/intake', '怎么来的'],
      ['/console/map', '图上'],
      ['/console/overview', '不是排名'],
      ['/console/specials', '同一地点'],
      ['/console/monthly', '不是排名'],
    ] as const) {
      await page.goto(address)
      await page.getByText(words).first().waitFor()
      flaws.push(...(await flawsInEveryDress(page)).map((flaw) => `${address}: ${flaw}`))
    }
    assert.deepEqual(flaws, [])
  })

  test('is told where more cases are found to merge into than are listed', async () => {
    const page = await sit('dispatcher')
    for (let index = 1; index <= 22; index += 1) await report(doors.house, `喷泉池第${index}级台阶松动了`)
    const again = await file('13800007781', '喷泉池边的栏杆断了')
    await page.goto(`/console/cases?q=${again}`)
    await page.locator('tbody tr', { hasText: again }).click()
    await page.getByRole('button', { name: '并案', exact: true }).click()
    await page.getByLabel('按编号或原话找').fill('喷泉池')
    await page.getByText('还有更多没有列出').waitFor()
    await page.getByLabel('按编号或原话找').fill(number)
    await page.getByText('还有更多没有列出').waitFor({ state: 'hidden' })
  })
})
