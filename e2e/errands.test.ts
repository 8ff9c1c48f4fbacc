import assert from 'node:assert/strict'
import { before, suite, test } from 'node:test'
import type { Page } from 'playwright-core'
import { flawsOf } from './axe.ts'
import { openDoors } from './doors.ts'
import { letIn, without } from './people.ts'

suite('errands', { skip: without }, () => {
  const doors = openDoors()
  const phone = async () => await (await doors.browser.phone({ extraHTTPHeaders: doors.house.headers })).newPage()
  const pressed = async (page: Page, name: string | RegExp) => await page.getByRole('button', { name }).first().tap()
  /** A step whose form asks for nothing, or is filled in already. */
  const does = async (page: Page, name: string) => {
    await pressed(page, name)
    await page.locator('form').getByRole('button', { name }).tap()
  }

  /** The catalogue has one item, with an original. */
  before(async () => {
    const admin = await (await doors.browser.desk({ extraHTTPHeaders: doors.house.headers })).newPage()
    await letIn(admin, doors.house, 'admin')
    await admin.goto('/console')
    const papers = [{ name: '旧不动产证', kind: 'original', count: 1 }]
    const about = { steps: '收齐材料，到不动产登记中心递交。', department: '不动产登记中心', days: 5, hours: 4, letter: true }
    const entry = { code: 'renewal', name: { zh: '不动产证换证' }, kind: 'propertyCertificate', papers, ...about }
    const status = await admin.evaluate(
      async (body) => {
        const headers = { 'content-type': 'application/json', 'idempotency-key': 'the first item' }
        return (await fetch('/api/registers/errand-items/renewal', { method: 'PUT', headers, body: JSON.stringify(body) })).status
      },
      { entry, version: 0 },
    )
    assert.equal(status, 200)
  })

  test('an errand from request to rating with a handover', async () => {
    const resident = await phone()
    await resident.goto('/errands')
    await resident.getByText('旧不动产证（原件）').waitFor()
    assert.deepEqual(await flawsOf(resident), [])
    await pressed(resident, '请人帮我办')
    await resident.getByLabel('手机号').fill('13800006666')
    await pressed(resident, /验证码/)
    await resident.getByRole('button', { name: '登录', exact: true }).tap()
    await resident.getByLabel('联系电话').fill('13800006666')
    await resident.getByLabel('您住在哪个小区').fill('梅园')
    await resident.getByRole('button', { name: '梅园小区' }).tap()
    await resident.getByLabel('请上门来取材料').check()
    assert.deepEqual(await flawsOf(resident), [])
    // Who is torn away finds what they chose.
    await resident.reload()
    await resident.getByText('梅园小区').waitFor()
    assert.ok(await resident.getByLabel('请上门来取材料').isChecked())
    await pressed(resident, '送出请求')
    await resident.getByText('等社区安排').waitFor()
    await resident.getByText(/收到了，编号 \d{5}-\d{5}/).waitFor()
    // Where they live is not asked for again, and nothing else of the last request is left.
    await pressed(resident, '请人帮我办')
    await resident.getByText('梅园小区').waitFor()
    assert.equal(await resident.getByLabel('请上门来取材料').isChecked(), false)
    await pressed(resident, '‹ 看别的事项')

    const helper = await phone()
    await letIn(helper, doors.house, 'secretary')
    await helper.goto('/work/errands')
    await pressed(helper, /^打开/)
    await pressed(helper, '安排代办员')
    await helper.getByLabel('请谁代办').selectOption({ label: '赵书记（社区书记 · 花园社区）' })
    await helper.locator('form').getByRole('button', { name: '安排代办员' }).tap()
    await does(helper, '开始办')
    await pressed(helper, '登记收到：旧不动产证')
    await helper.getByText('等对方确认').waitFor()
    assert.equal(await helper.getByRole('button', { name: /^确认/ }).count(), 0, 'nobody confirms for both')
    assert.deepEqual(await flawsOf(helper), [])

    await resident.goto('/errands')
    await pressed(resident, /^打开/)
    await pressed(resident, '确认已交出：旧不动产证')
    await resident.getByText('在代办员手里').waitFor()
    await resident.getByRole('link', { name: '打印委托书' }).tap()
    await resident.getByRole('heading', { name: '委托书' }).waitFor()
    await resident.getByText('受托人：赵书记').waitFor()

    await helper.goto('/work/errands')
    await pressed(helper, /^打开/)
    await does(helper, '交到部门')
    await does(helper, '从部门取回原件')
    await pressed(helper, '登记交出：旧不动产证')
    await helper.getByText('等对方确认').waitFor()

    await resident.goto('/errands')
    await pressed(resident, /^打开/)
    await pressed(resident, '确认收到：旧不动产证')
    await resident.getByText('已还给您').waitFor()

    await helper.goto('/work/errands')
    await pressed(helper, /^打开/)
    await does(helper, '办好了')
    await helper.getByText('已办好，待居民确认').first().waitFor()

    await resident.goto('/errands')
    await pressed(resident, /^打开/)
    await pressed(resident, '确认并评价')
    await resident.getByRole('radio', { name: '满意', exact: true }).check()
    await resident.locator('form').getByRole('button', { name: '确认并评价' }).tap()
    await resident.getByText('已确认').first().waitFor()
    assert.deepEqual(await flawsOf(resident), [])
  })

  /** Somebody signs with a finger. */
  const signs = async (page: Page) => {
    const field = page.getByRole('img', { name: '签名的地方' })
    await field.scrollIntoViewIfNeeded()
    const { x, y, width, height } = (await field.boundingBox()) ?? assert.fail('there is nowhere to sign')
    await page.mouse.move(x + width / 4, y + height / 2)
    await page.mouse.down()
    for (const [across, down] of [
      [2, 3],
      [3, 1],
      [3.5, 3],
    ] as const)
      await page.mouse.move(x + (width * across) / 4, y + (height * down) / 4)
    await page.mouse.up()
    await pressed(page, '签好了')
  }

  test('an errand of somebody without an account: written down, signed for on the screen, handed back and closed', async () => {
    const helper = await phone()
    await letIn(helper, doors.house, 'secretary')
    await helper.goto('/work/errands')
    await helper.getByRole('link', { name: '替人登记' }).tap()
    await helper.getByLabel('找一找，如“医保”').fill('不动产')
    await pressed(helper, /^登记这一件/)
    // Back is the catalogue, with nothing lost of it.
    await helper.goBack()
    await pressed(helper, /^登记这一件/)
    await helper.getByLabel('居民姓名').fill('王桂英')
    await helper.getByLabel('电话').fill('13800009999')
    await helper.getByLabel('住在哪个小区').fill('梅园')
    await helper.getByRole('button', { name: '梅园小区' }).tap()
    await helper.getByLabel('旧不动产证').check()
    assert.deepEqual(await flawsOf(helper), [])
    await helper.getByRole('button', { name: '登记', exact: true }).tap()
    await helper.getByText('我把“旧不动产证”交给代办员').waitFor()
    await helper.getByText('138****9999').waitFor()
    const code = (await helper.getByTestId('query-code').textContent()) ?? ''
    assert.equal(await helper.getByRole('button', { name: /^确认/ }).count(), 0, 'nobody confirms for both')
    assert.equal(await helper.getByRole('button', { name: '先签名' }).isDisabled(), true, 'an empty field is no signature')
    assert.deepEqual(await flawsOf(helper), [])
    await signs(helper)
    await helper.getByText('居民已确认（在屏幕上签字）').waitFor()
    await helper.getByText('在代办员手里').waitFor()
    const resident = await phone()
    await resident.goto('/query')
    await resident.getByLabel('查询码').fill(code)
    await pressed(resident, '查进展')
    await resident.getByText('在代办员手里').waitFor()
    await resident.getByText('您还有原件没拿回来').waitFor()
    assert.equal(await resident.getByRole('button', { name: /^(确认|登记|撤回)/ }).count(), 0, 'a code changes nothing')
    assert.deepEqual(await flawsOf(resident), [])
    const [signature] = await Promise.all([
      helper.context().waitForEvent('page'),
      helper.getByRole('link', { name: '看签字' }).tap(),
    ])
    await signature.locator('img').waitFor()
    await signature.close()
    await does(helper, '交到部门')
    await does(helper, '从部门取回原件')
    await pressed(helper, '登记交出：旧不动产证')
    await helper.getByText('我收回了“旧不动产证”').waitFor()
    await signs(helper)
    await helper.getByText('已还给居民').waitFor()
    await does(helper, '办好了')
    await does(helper, '办结')
    await helper.getByRole('link', { name: '‹ 全部代办' }).tap()
    await helper.getByLabel('哪些').selectOption({ label: '办成的' })
    await helper.getByText('已确认').first().waitFor()

    await resident.reload()
    await resident.getByText('已还给您').waitFor()
    await resident.getByRole('link', { name: /^谁看过我的信息/ }).tap()
    await resident.getByText('是给您办的：不动产证换证').first().waitFor()
    await pressed(resident, '我要删除')
    await pressed(resident, '确定，全部删除')
    await resident.getByText('您的资料已经删除。').waitFor()
  })

  test('the community erases an errand as the person asks, and it is over', async () => {
    const helper = await phone()
    await letIn(helper, doors.house, 'secretary')
    await helper.goto('/work/errands/new')
    await pressed(helper, /^登记这一件/)
    await helper.getByLabel('居民姓名').fill('李桂芳')
    await helper.getByLabel('住在哪个小区').fill('梅园')
    await helper.getByRole('button', { name: '梅园小区' }).tap()
    await helper.getByRole('button', { name: '登记', exact: true }).tap()
    await helper.getByText('李桂芳').waitFor()
    await pressed(helper, '按本人要求删除')
    await helper.getByLabel('本人怎么提出的').fill('本人到社区书面申请')
    assert.deepEqual(await flawsOf(helper), [])
    await helper.locator('form').getByRole('button', { name: '按本人要求删除' }).tap()
    await helper.getByText('本人到社区书面申请（赵书记）').waitFor()
    assert.equal(await helper.getByText('李桂芳').count(), 0)
  })

  test('a desk finds an errand by its number in the table, opens it there, and writes one down', async () => {
    const desk = await (await doors.browser.desk({ extraHTTPHeaders: doors.house.headers })).newPage()
    await letIn(desk, doors.house, 'secretary')
    await desk.goto('/console/errands')
    const rows = desk.getByRole('region', { name: '代办' }).getByRole('row')
    await rows.nth(1).waitFor()
    assert.deepEqual(await flawsOf(desk), [])
    const number = (await rows.nth(1).getByRole('button').textContent()) ?? ''
    await desk.getByLabel('编号或事项').fill('没有这样的事项')
    await desk.getByText('没有这样的代办').waitFor()
    await desk.getByLabel('编号或事项').fill(number)
    // What is looked for stands in the address: a reload asks the same.
    await desk.waitForURL((url) => url.searchParams.get('q') === number)
    await desk.reload()
    assert.equal(await desk.getByLabel('编号或事项').inputValue(), number)
    await rows.getByRole('button', { name: number }).click()
    await desk.getByText('旧不动产证 · 原件').waitFor()
    await desk.getByText(/^累计帮办代办 /).click()
    await desk.getByText('是本区的估计，不是实测').waitFor()
    assert.deepEqual(await flawsOf(desk), [])
    const [sheet] = await Promise.all([desk.waitForEvent('download'), desk.getByRole('link', { name: '导出 XLSX' }).click()])
    assert.match(sheet.suggestedFilename(), /^errands-.*\.xlsx$/)
    await desk.getByRole('link', { name: '替人登记' }).click()
    await desk.getByRole('button', { name: /^登记这一件/ }).click()
    await desk.getByLabel('以前办好的，补录').check()
    await desk.getByLabel('哪一天办好的').fill('2025-05-06')
    await desk.getByRole('button', { name: '补录', exact: true }).click()
    await desk.getByText('已补录。').waitFor()
  })
})
