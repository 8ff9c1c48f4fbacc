import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deliver } from '#kernel/record/deliver.ts'
import { everybodysPassword, type StaffName } from '#testing/neighbourhood.ts'
import { lampReport, setStage } from '#testing/stage.ts'
import { categories } from './catalogue/categories.ts'

// What is urgent at night is for whoever is on duty at that moment; where nobody is, for the dispatcher, who is told.

const on = (day: number, time: string) => `2026-03-0${day}T${time}:00+08:00`

/** 城北街道 with a roster of some turns, made on the Monday, and who gets what is urgent there. */
async function street(...slots: { account: StaffName; from: string; to: string }[]) {
  const stage = await setStage(on(2, '09:00'))
  const as = async (name: StaffName) =>
    stage.hand(await stage.cookieOf('/api/session', { account: `${name}.${stage.district}`, password: everybodysPassword }))
  const desk = await as('streetDesk')
  const roster = { unit: 'north', from: on(2, '12:00'), to: on(9, '12:00'), slots }
  assert.equal((await desk.put('/api/duties', roster)).status, 200)
  /** Who takes what is reported at a moment; whoever that is, is told of it. */
  const taking = async (moment: string) => {
    stage.clock.moveTo(moment)
    const urgent = lampReport({
      category: 'neighbours.dispute',
      urgency: 'urgent',
    })
    const { status, body } = await stage.nobody().send('report', '', urgent)
    assert.equal(status, 200, JSON.stringify(body))
    const dispatcher = await as('dispatcher')
    const { role } = (await dispatcher.get(`/api/cases/${body.id}`)).body.item.holder
    await deliver(stage.database, stage.district, stage.clock.now())
    const told = (await dispatcher.get('/api/notices')).body.some(({ item }: { item: string }) => item === body.id)
    assert.equal(told, role === 'dispatcher', `${moment}: ${role}`)
    return role
  }
  const isOnDuty = async (name: StaffName) =>
    (await (await as(name)).get('/api/session')).body.posts.some(({ role }: { role: string }) => role === 'dutyOfficer')
  return { stage, as, taking, isOnDuty }
}

test('a turn that ends at midnight is over then, and not a day later', async () => {
  const { taking } = await street({ account: 'wangMin', from: on(2, '18:00'), to: on(3, '00:00') })
  assert.equal(await taking(on(2, '23:59')), 'dutyOfficer')
  for (const moment of [on(3, '00:00'), on(3, '21:00')]) assert.equal(await taking(moment), 'dispatcher', moment)
})

test('the last hours of one night do not stand for the next, which nobody has', async () => {
  const { taking } = await street(
    { account: 'wangMin', from: on(2, '20:00'), to: on(3, '08:00') },
    { account: 'wangMin', from: on(4, '20:00'), to: on(5, '08:00') },
  )
  assert.equal(await taking(on(2, '19:59')), 'dispatcher', 'it has not begun')
  for (const moment of [on(2, '20:00'), on(3, '07:59')]) assert.equal(await taking(moment), 'dutyOfficer', moment)
  assert.equal(await taking(on(3, '21:00')), 'dispatcher')
  for (const moment of [on(4, '20:00'), on(5, '07:00')]) assert.equal(await taking(moment), 'dutyOfficer', moment)
  assert.equal(await taking(on(5, '21:00')), 'dispatcher')
})

test('whoever loses their post or account in the night is not waited for until midnight', async () => {
  const turn = { from: on(2, '18:00'), to: on(3, '08:00') }
  for (const end of ['post', 'account'] as const) {
    const { as, taking } = await street({ account: 'market', ...turn })
    assert.equal(await taking(on(2, '21:00')), 'dutyOfficer')
    const admin = await as('admin')
    const { status, body } =
      end === 'post'
        ? await admin.delete('/api/posts/p-market?anyway=true')
        : await admin.patch('/api/people/market', { ended: true, anyway: true })
    assert.equal(status, 200, JSON.stringify(body))
    assert.equal(await taking(on(2, '21:01')), 'dispatcher', end)
  }
})

test('whoever has a last day stays on duty until it is over', async () => {
  const { as, taking, isOnDuty } = await street({ account: 'market', from: on(2, '18:00'), to: on(3, '08:00') })
  assert.equal(await taking(on(2, '21:00')), 'dutyOfficer')
  const last = await (await as('admin')).patch('/api/posts/p-market', { until: '2026-03-02', anyway: true })
  assert.equal(last.status, 200, JSON.stringify(last.body))
  assert.equal(await taking(on(2, '23:00')), 'dutyOfficer')
  assert.ok(await isOnDuty('market'))
  assert.equal(await taking(on(3, '00:30')), 'dispatcher')
})

test('a turn that is taken over or added in the night holds at once', async () => {
  const { as, taking } = await street()
  assert.equal(await taking(on(2, '21:00')), 'dispatcher')
  const slots = [{ account: 'wangMin', from: on(2, '21:30'), to: on(3, '08:00') }]
  const roster = { unit: 'north', from: on(2, '12:00'), to: on(9, '12:00'), slots }
  assert.equal((await (await as('streetDesk')).put('/api/duties', roster)).status, 200)
  assert.equal(await taking(on(2, '21:29')), 'dispatcher')
  assert.equal(await taking(on(2, '21:30')), 'dutyOfficer')
})

test('a rehearsal goes by who was on duty when a case came in, or that nobody was', async () => {
  const { stage, as } = await street(
    { account: 'wangMin', from: on(2, '18:00'), to: on(3, '08:00') },
    { account: 'wangMin', from: on(4, '18:00'), to: on(5, '08:00') },
  )
  for (const moment of [on(2, '21:00'), on(3, '21:00')]) {
    stage.clock.moveTo(moment)
    assert.equal((await stage.nobody().send('report', '', lampReport())).status, 200)
  }
  stage.clock.moveTo(on(4, '10:00'))
  const entry = {
    ...categories.find(({ code }) => code === lampReport().category),
    urgency: 'urgent',
    danger: { call: ['110'], advice: { zh: '远离', en: 'keep away' } },
  }
  const { status, body } = await (await as('admin')).post('/api/registers/categories/rehearsal', { entry, version: 1 })
  assert.equal(status, 200, JSON.stringify(body))
  const taken = body.examples.map(
    ({ changes }: { changes: { what: string; after: { zh: string } }[] }) =>
      changes.find(({ what }) => what === 'accepting')?.after.zh,
  )
  assert.deepEqual(taken.toSorted(), ['城北街道 街道值班员', '试验区 派单员'])
})
