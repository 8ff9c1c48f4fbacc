import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import type { Page } from 'playwright-core'
import { flawsInEveryDress, flawsOf } from './axe.ts'
import { openDoors } from './doors.ts'
import { letIn, report, without } from './people.ts'

suite('the rules of a district, at a desk', { skip: without }, () => {
  const doors = openDoors()

  const admin = async (): Promise<Page> => {
    const page = await (await doors.browser.desk({ extraHTTPHeaders: doors.house.headers })).newPage()
    await letIn(page, doors.house, 'admin')
    return page
  }

  test('a category is found, changed after a try on the latest cases, and its history says what was changed', async () => {
    for (const which of ['一', '二', '三']) await report(doors.house, `第${which}盏路灯的灯泡碎了`)
    const page = await admin()
    await page.goto('/console/categories')
    await page.getByRole('heading', { name: '市政设施' }).waitFor()
    assert.deepEqual(await flawsOf(page), [])
    await page.getByLabel('搜索名称或代码').fill('路灯')
    await page.getByRole('link', { name: '违法建设' }).waitFor({ state: 'detached' })
    await page.getByRole('link', { name: /^路灯/ }).click()
    await page.getByRole('heading', { name: '存之前，先试一试' }).waitFor()
    assert.deepEqual(await flawsOf(page), [])

    // Nothing typed is lost: what was put in is there after a reload.
    await page.getByLabel('求助 · 办结', { exact: true }).fill('9')
    await page.getByLabel('结案标准 中文').fill('灯亮，夜里看过')
    await page.reload()
    assert.equal(await page.getByLabel('求助 · 办结', { exact: true }).inputValue(), '9')
    await page.getByRole('button', { name: '试一试' }).click()
    await page.getByText('3 件的办结时限会推后').waitFor()
    await page.getByText('举例 3 件').click()
    await page.getByText('时限：2 个工作日 → 9 个工作日').first().waitFor()
    assert.deepEqual(await flawsOf(page), [])

    // What breaks a rule stands beside its field.
    await page.getByLabel('求助 · 联系', { exact: true }).fill('50')
    await page.getByRole('button', { name: '保存' }).click()
    const cell = page.locator('td', { has: page.getByLabel('求助 · 联系', { exact: true }) })
    await cell.getByText('比办结时限还长').waitFor()
    await page.getByLabel('求助 · 联系', { exact: true }).fill('1')
    await page.getByLabel('结案标准 中文').fill('')
    await page.getByRole('button', { name: '保存' }).click()
    await page.getByText('还差：结案标准').waitFor()
    await page.getByLabel('结案标准 中文').fill('灯亮，夜里看过')
    await page.getByRole('button', { name: '保存' }).click()
    await page.getByText('已保存，现在是第 2 版').waitFor()
    await page.getByText('时限·求助·办结：从“2 个工作日”改为“9 个工作日”').waitFor()
    await page.getByText(/结案标准：从“.*”改为“灯亮，夜里看过”/).waitFor()

    await page.getByRole('button', { name: '停用这一类' }).click()
    await page.getByRole('button', { name: '确定停用，今天起生效' }).click()
    await page.getByText('起已停用，新的报单选不到它').waitFor()
    assert.deepEqual(await flawsOf(page), [])
    await page.getByRole('button', { name: '恢复使用' }).click()
    await page.getByRole('button', { name: '停用这一类' }).waitFor()
    await page.getByText('恢复使用').waitFor()
  })

  test('two administrators change the same one: the later is shown what differs, and saves over it on purpose', async () => {
    const [one, other] = [await admin(), await admin()]
    for (const page of [one, other]) {
      await page.goto('/console/categories/house.leak')
      await page.getByLabel('名称 中文').waitFor()
    }
    await one.getByLabel('名称 中文').fill('房屋渗水')
    await one.getByRole('button', { name: '保存' }).click()
    await one.getByText('已保存，现在是第 2 版').waitFor()
    await other.getByLabel('名称 中文').fill('漏水')
    await other.getByRole('button', { name: '保存' }).click()
    await other.getByText('名称：从“房屋渗水”改为“漏水”').waitFor()
    assert.equal(await other.getByLabel('名称 中文').inputValue(), '漏水')
    await other.getByRole('button', { name: '按我的存，盖过他人的' }).click()
    await other.getByText('已保存，现在是第 3 版').waitFor()

    // What was overwritten by mistake is filled in again from the history, looked at, and saved.
    await other.getByRole('button', { name: '填回修改之前的值' }).first().click()
    await other.getByText('表里已填回这次修改之前的值').waitFor()
    assert.equal(await other.getByLabel('名称 中文').inputValue(), '房屋渗水')
    assert.deepEqual(await flawsOf(other), [])
    await other.getByRole('button', { name: '保存' }).click()
    await other.getByText('已保存，现在是第 4 版').waitFor()
    await other.getByText('名称：从“漏水”改为“房屋渗水”').waitFor()
  })

  test('a new category begins under its group with the usual limits', async () => {
    const page = await admin()
    await page.goto('/console/categories/new')
    await page.getByLabel('属于哪个大类').selectOption({ label: '市政设施' })
    await page.getByLabel(/^代码/).fill('bench')
    await page.getByLabel('名称 中文').fill('座椅损坏')
    await page.getByLabel('名称 英文').fill('broken benches')
    await page.getByRole('group', { name: '诉求类型' }).getByText('求助').click()
    await page.getByRole('group', { name: '主办单位' }).getByText('社区').click()
    await page.getByRole('group', { name: '履职清单' }).getByText('基本履职').click()
    for (const name of ['立案条件', '结案标准', '收到时对报单人说', '答复的底稿，由经办人改好再发'])
      for (const language of ['中文', '英文']) await page.getByLabel(`${name} ${language}`).fill('……')
    await page.getByRole('button', { name: '保存' }).click()
    await page.waitForURL('**/console/categories/municipal.bench')
    await page.getByText('municipal.bench').waitFor()
  })

  test('a sheet is looked at first, told cell by cell what is wrong, and then written as a whole', async () => {
    const page = await admin()
    const csv = await (await page.request.get('/api/registers/categories.csv')).text()
    await page.goto('/console/categories/sheet')
    const put = (text: string) =>
      page.getByLabel(/^改好的表格/).setInputFiles({ name: 'categories.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })
    await put(csv.replace(',complaint,', ',nonsense,'))
    await page.getByRole('button', { name: '先看看，不写入' }).click()
    await page.getByText('有 1 处要改').waitFor()
    await page.getByRole('cell', { name: '诉求类型' }).waitFor()
    assert.deepEqual(await flawsOf(page), [])
    await put(csv.replace('公共厕所', '公厕'))
    await page.getByRole('button', { name: '先看看，不写入' }).click()
    await page
      .getByText(/从“公共厕所”改为“公厕”/)
      .first()
      .waitFor()
    await page.getByRole('button', { name: '写入这 1 行' }).click()
    await page.getByText('已全部写入').waitFor()
  })

  test('every page of it can be read and worked by everybody, in ordinary and large type, light and dark', async () => {
    const page = await admin()
    const flaws: string[] = []
    for (const [address, words] of [
      ['/console/categories', '物业与小区'],
      ['/console/categories/safety.fire', '救援到来前怎么做'],
      ['/console/categories/new', '属于哪个大类'],
      ['/console/categories/sheet', '下载空白模板'],
      ['/console/categories/starting', '起步目录里的类别都有了'],
      ['/console/start', '6 步做好了'],
    ] as const) {
      await page.goto(address)
      await page.getByText(words).first().waitFor()
      flaws.push(...(await flawsInEveryDress(page)).map((flaw) => `${address}: ${flaw}`))
    }
    assert.deepEqual(flaws, [])
  })
})
