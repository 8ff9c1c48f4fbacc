import assert from 'node:assert/strict'
import { before, suite, test } from 'node:test'
import { flawsInEveryDress } from './axe.ts'
import { openDoors } from './doors.ts'
import { report, without } from './people.ts'

suite('every page', { skip: without }, () => {
  const doors = openDoors()
  let path = ''
  before(async () => {
    path = `/case/${(await report(doors.house, '路灯不亮，晚上很黑')).id}`
  })

  test('can be read and worked by everybody, in ordinary and large type, light and dark; nothing is wider than a phone', async () => {
    const context = await doors.browser.phone({ extraHTTPHeaders: doors.house.headers })
    const page = await context.newPage()
    const flaws: string[] = []
    const judge = async (name: string, words: string) => {
      await page.getByText(words).first().waitFor()
      flaws.push(...(await flawsInEveryDress(page)).map((flaw) => `${name}: ${flaw}`))
    }
    const look = async (address: string, words: string) => {
      await page.goto(address)
      await judge(address, words)
    }
    await look('/', '用查询码查')
    await look('/report', '出了什么事')
    await page.getByLabel('用自己的话说就行').fill('路灯不亮')
    await page.getByRole('button', { name: '下一步' }).tap()
    await judge('where', '梅园小区')
    await page.getByRole('button', { name: '梅园小区' }).tap()
    await page.getByRole('button', { name: '3号楼' }).tap()
    await judge('check', '附近有人报过')
    await look('/my', '获取验证码')
    await look('/query', '查进展')
    await look('/solved', '身边办成的事')
    await look('/unsent', '都送出了')
    await look(path, '先说一下您是谁')
    await look('/work', '密码')
    await page.getByLabel('账号').fill(`wangMin.${doors.house.district}`)
    await page.getByLabel('密码').fill(doors.house.password)
    await page.getByRole('button', { name: '登录', exact: true }).tap()
    await judge('queue', '承单')
    await look('/work/queue?tab=all', '只看超时')
    await look('/sessions', '就是这里')
    await look('/notices', '消息')
    await look(path, '可以做的')
    await page.getByText('其他操作').tap()
    await judge('refused', '办结')
    assert.deepEqual(flaws, [])
  })
})
