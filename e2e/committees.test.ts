import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { systemClock } from '#kernel/time/clock.ts'
import { flawsOf } from './axe.ts'
import { openDoors } from './doors.ts'
import { letIn, sit, without } from './people.ts'

/** A day and hour as the fields have it, so many hours from now, by clocks in Shanghai. */
const local = (hours: number) => new Date(Date.now() + (hours + 8) * 3_600_000).toISOString().slice(0, 16)

suite('a committee', { skip: without }, () => {
  let ahead = 0
  const doors = openDoors(undefined, { clock: () => systemClock().add({ hours: ahead }) })
  const desk = async (name: string): Promise<Page> => {
    const page = await sit(doors, 'desk')
    await letIn(page, doors.house, name)
    return page
  }

  /** The committee of the street: its chair is a leader of the district, and one of five seats is vacant. */
  async function setUp(page: Page) {
    const member = (name: string, office: string, role: string, unit: string) => ({
      ...{ name, office, organisation: '城北街道', from: '2025-01-01', post: { role, unit } },
    })
    const entry = {
      ...{ code: 'north', name: '城北街道治理委员会', sort: 'governance', unit: 'north', setUpOn: '2025-01-01', seats: 5 },
      members: [
        member('杨区长', 'chair', 'leader', doors.house.district),
        member('孙街', 'secretary', 'streetDesk', 'north'),
        member('赵书记', 'member', 'communitySecretary', 'garden'),
        member('郑局', 'member', 'unitLeader', 'urban'),
      ],
    }
    const headers = { 'idempotency-key': 'the committee of the street' }
    const kept = await page.request.put('/api/registers/committees/north', { data: { entry, version: 0 }, headers })
    assert.ok(kept.ok(), await kept.text())
  }

  test('is called, meets with a quorum, decides with a recusal, is minuted and signed by two, and its task is done and accepted', async () => {
    const street = await desk('streetDesk')
    await setUp(street)
    await street.goto('/console/committees')
    await street.getByText('5 席，名册 4 人').waitFor()
    assert.deepEqual(await flawsOf(street), [])

    await street.goto('/console/meetings')
    await street.getByText('没有筹备或进行中的会议').waitFor()
    await street.getByRole('link', { name: '筹备会议' }).click()
    await street.getByLabel('委员会').selectOption({ label: '城北街道治理委员会' })
    await street.getByLabel('开始').fill(local(2))
    await street.getByLabel('结束').fill(local(4))
    await street.getByLabel('地点').fill('街道二楼会议室')
    await street.getByLabel('事项').fill('梅园停车位改造')
    await street.getByLabel('汇报').fill('赵书记')
    await street.getByRole('radio', { name: '是', exact: true }).check()
    assert.deepEqual(await flawsOf(street), [])
    await street.getByRole('button', { name: '筹备会议' }).click()
    await street.getByRole('button', { name: '通知开会' }).click()
    await street.getByText('已通知', { exact: true }).waitFor()
    await street.getByRole('button', { name: '改议程' }).click()
    await street.getByLabel('地点').fill('街道三楼会议室')
    await street.getByRole('button', { name: '改议程' }).click()
    await street.getByText('街道三楼会议室').waitFor()
    const phone = await sit(doors, 'phone')
    await phone.goto('/committees')
    await phone.getByText(/下次会议：.*街道三楼会议室/).waitFor()
    await phone.getByText('杨区长').waitFor()
    assert.deepEqual(await flawsOf(phone), [])
    const file = street.waitForEvent('download')
    await street.getByRole('link', { name: '加到日历' }).click()
    assert.equal((await file).suggestedFilename(), 'north.ics')

    ahead = 3
    await street.reload()
    await street.getByRole('button', { name: /都到会$/ }).click()
    await street.getByLabel('郑局是否到会').selectOption({ label: '请假' })
    await street.getByLabel('赵书记是否到会').selectOption({ label: '缺席' })
    await street.getByText('到会 2 人，不足法定人数').waitFor()
    await street.getByLabel('赵书记是否到会').selectOption({ label: '到会' })
    await street.getByLabel('郑局是否到会').selectOption({ label: '到会' })
    await street.getByText('到会 4 人，达到法定人数').waitFor()
    await street.getByRole('button', { name: '记好签到，开会' }).click()

    await street.getByRole('button', { name: '记表决' }).click()
    await street.getByRole('checkbox', { name: '赵书记' }).check()
    await street.getByLabel('赵书记为什么回避').fill('改造在本社区')
    await street.getByLabel('赞成').fill('2')
    await street.getByText('还有 1 票没有记').waitFor()
    await street.getByLabel('赞成').fill('3')
    await street.getByText('票数对上了').waitFor()
    assert.deepEqual(await flawsOf(street), [])
    await street.getByRole('button', { name: '记好表决' }).click()
    await street.getByText('赞成 3，反对 0，弃权 0；有表决权 4 席').waitFor()
    await street.getByText('赵书记回避：改造在本社区').waitFor()
    // What is put right begins as it was written down.
    await street.getByRole('button', { name: '改表决' }).click()
    assert.equal(await street.getByLabel('赞成').inputValue(), '3')
    assert.equal(await street.getByLabel('赵书记为什么回避').inputValue(), '改造在本社区')
    await street.getByLabel('赵书记为什么回避').fill('')
    await street.getByText('还差回避的原因').waitFor()
    await street.getByRole('button', { name: '先不记' }).click()
    await street.getByRole('button', { name: '形成决议' }).click()
    await street.getByLabel('内容').fill('梅园增设 30 个停车位')
    await street.getByRole('radio', { name: '是', exact: true }).check()
    await street.getByRole('button', { name: '形成决议' }).click()
    await street.getByText('（公开）').waitFor()

    await street.getByRole('button', { name: '更正记录' }).click()
    await street.getByLabel('地点').fill('街道四楼会议室')
    await street.getByLabel('原因').fill('会议室记错')
    await street.getByRole('button', { name: '更正记录' }).click()
    await street.getByText('更正：会议室记错').waitFor()

    await street.getByRole('button', { name: '写纪要' }).click()
    await street.getByLabel('内容').fill('会议同意梅园停车位改造')
    await street.getByRole('button', { name: '写纪要' }).click()
    await street.getByRole('button', { name: '在第 1 版上签字' }).click()
    await street.getByText('✓ 秘书 孙街').waitFor()
    assert.equal(await street.getByRole('button', { name: '在第 1 版上签字' }).count(), 0, 'never one for both')
    const leader = await desk('leader')
    await leader.goto(new URL(street.url()).pathname)
    await leader.getByRole('button', { name: '在第 1 版上签字' }).click()
    await leader.getByText('已签发，不能再改').waitFor()
    assert.deepEqual(await flawsOf(leader), [])

    await street.reload()
    await street.getByRole('button', { name: '交办' }).click()
    await street.getByLabel('事项').fill('施划停车位')
    await street.getByLabel('承办单位').fill('综合行政')
    await street.getByRole('button', { name: '区综合行政执法局' }).click()
    await street.getByLabel('完成期限').fill(local(240).slice(0, 10))
    await street.getByRole('button', { name: '交办' }).click()
    await street.getByRole('link', { name: '施划停车位' }).waitFor()

    const lamps = await desk('lamps')
    await lamps.setViewportSize({ width: 390, height: 800 })
    await lamps.goto('/console/tasks?part=mine')
    await lamps.getByRole('link', { name: '施划停车位' }).click()
    await lamps.getByText('梅园增设 30 个停车位').waitFor()
    await lamps.getByRole('button', { name: '报完成' }).click()
    await lamps.getByLabel('做了什么').fill('已划 30 个车位')
    const buffer = await sharp({ create: { width: 60, height: 40, channels: 3, background: 'teal' } })
      .jpeg()
      .toBuffer()
    await lamps.locator('input[type=file]').last().setInputFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer })
    await lamps.getByRole('button', { name: '去掉第 1 张' }).waitFor()
    await lamps.getByRole('button', { name: '报完成' }).click()
    await lamps.getByText('待验收').waitFor()
    assert.deepEqual(await flawsOf(lamps), [])
    await street.getByRole('link', { name: '施划停车位' }).click()
    await street.getByRole('img', { name: '完成后的照片第 1 张' }).waitFor()
    await street.getByRole('button', { name: '验收' }).click()
    await street.getByText('已办结', { exact: true }).waitFor()
    assert.deepEqual(await flawsOf(street), [])

    await street.goto('/console/tasks?part=closed')
    await street.getByLabel('搜索').fill('绿化')
    await street.getByText('这里没有议定事项').waitFor()
    await street.getByLabel('搜索').fill('停车')
    await street.getByRole('link', { name: '施划停车位' }).waitFor()
    await street.goto('/console/meetings?over')
    await street.getByLabel('状态').selectOption({ label: '已取消' })
    await street.getByText('没有对上的').waitFor()
    await street.getByLabel('状态').selectOption({ label: '纪要已签发' })
    await street.getByRole('link', { name: '城北街道治理委员会' }).waitFor()
    assert.deepEqual(await flawsOf(street), [])

    await phone.reload()
    await phone.getByText('梅园增设 30 个停车位').waitFor()
    await phone.getByText('施划停车位').waitFor()
    assert.equal(await phone.getByText('下次会议').count(), 0)
    assert.deepEqual(await flawsOf(phone), [])
  })
})
