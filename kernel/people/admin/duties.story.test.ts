import assert from 'node:assert/strict'
import { test } from 'node:test'
import { within } from '#kernel/database/within.ts'
import { writePosts } from '#kernel/people/posts.ts'
import { everybodysPassword, type StaffName } from '#testing/neighbourhood.ts'
import { type Hand, lampReport, setStage } from '#testing/stage.ts'

const evening = (day: string) => `${day}T18:00:00+08:00`
const night = (account: StaffName, day: string, next: string) => ({ account, from: evening(day), to: `${next}T08:00:00+08:00` })
const third = (account: StaffName) => night(account, '2026-03-03', '2026-03-04')

/** A street that keeps the roster of a week, on the Monday of it. */
async function street() {
  const stage = await setStage('2026-03-02T09:00:00+08:00')
  const { district, clock } = stage
  /** Somebody, signed in at the moment that it is: a session does not last for days. */
  const as = async (name: StaffName): Promise<Hand> =>
    stage.hand(await stage.cookieOf('/api/session', { account: `${name}.${district}`, password: everybodysPassword }))
  const [admin, desk] = [await as('admin'), await as('streetDesk')]
  const week = { unit: 'north', from: '2026-03-02T12:00:00+08:00', to: '2026-03-09T12:00:00+08:00' }
  const put = (...slots: object[]) => desk.put('/api/duties', { ...week, slots })
  const given = async (post: object) => {
    const { status, body } = await admin.post('/api/posts', { starts: '2026-03-02', ...post })
    assert.equal(status, 200, JSON.stringify(body))
    return body.id
  }
  const onDuty = async (): Promise<string[]> => {
    const query = new URLSearchParams({ ...week, from: '2026-03-01T12:00:00+08:00' })
    return (await (await as('streetDesk')).get(`/api/duties?${query}`)).body.map(
      ({ account, to }: { account: string; to: string }) => `${account} ${to}`,
    )
  }
  const postsOf = async (name: StaffName): Promise<string[]> =>
    (await (await as(name)).get('/api/session')).body.posts.map(
      ({ role, unit }: { role: string; unit: string }) => `${role}@${unit}`,
    )
  return { stage, district, clock, as, admin, desk, week, put, given, onDuty, postsOf }
}

test('whoever is on the roster is made no administrator and no property manager for those nights, be it as a stand-in', async () => {
  const { district, admin, put, given } = await street()
  assert.equal((await put(third('wangMin'))).status, 200)
  const manager = { account: 'wangMin', role: 'propertyManager', unit: 'property-1', starts: '2026-03-02' }
  for (const post of [manager, { ...manager, role: 'auditAdmin', unit: district }]) {
    const { status, body } = await admin.post('/api/posts', post)
    assert.deepEqual([status, body.because?.zh.includes('2026年3月3日（周二）18:00')], [409, true], JSON.stringify(body))
  }
  const [{ id }] = (await admin.get('/api/posts?role=propertyManager')).body.rows
  const leave = { account: 'wangMin', from: '2026-03-03', until: '2026-03-04' }
  assert.equal((await admin.post(`/api/posts/${id}/stand-ins`, leave)).status, 409)
  const later = await given({ ...manager, starts: '2026-03-05' })
  assert.equal((await admin.delete(`/api/posts/${later}`)).status, 200)
  const before = await given({ ...manager, until: '2026-03-02' })
  assert.equal((await admin.patch(`/api/posts/${before}`, { until: '2026-03-31' })).status, 409, 'nor by a later last day')
  assert.equal((await put()).status, 200)
  assert.equal(
    (await admin.patch(`/api/posts/${before}`, { until: '2026-03-31' })).status,
    200,
    'once somebody else has the night',
  )
})

test('whoever loses their only post while they are on the roster is taken off it, and whoever ends it is told before', async () => {
  const { admin, put, onDuty, clock, postsOf } = await street()
  const tuesday = third('market')
  assert.equal((await put(tuesday, night('market', '2026-03-06', '2026-03-07'))).status, 200)
  const held = await admin.patch('/api/posts/p-market', { until: '2026-03-05' })
  assert.deepEqual([held.status, held.body.fields?.[0].field], [409, 'anyway'], JSON.stringify(held.body))
  assert.match(held.body.fields[0].because.zh, /2026年3月6日（周五）18:00/)
  assert.equal((await onDuty()).length, 2)
  assert.equal((await admin.patch('/api/posts/p-market', { until: '2026-03-05', anyway: true })).status, 200)
  assert.deepEqual(await onDuty(), ['market 2026-03-04T00:00:00.000Z'])
  clock.moveTo(evening('2026-03-03'))
  assert.ok((await postsOf('market')).includes('dutyOfficer@north'))
})

test('whoever ends the only post of somebody with open work and a night to come is told of both, and neither is lost', async () => {
  const { stage, as, admin, put, onDuty } = await street()
  const { id } = (await stage.nobody().send('report', '', lampReport())).body
  assert.equal((await (await as('wangMin')).send('accept', id)).status, 200)
  assert.equal((await put(third('wangMin'))).status, 200)
  const { status, body } = await admin.delete('/api/posts/p-wangMin')
  assert.deepEqual([status, body.fields?.[0].field], [409, 'anyway'], JSON.stringify(body))
  assert.match(body.because.zh, /还有 1 件没办完的事项.*还排着 1 班值班/)
  assert.deepEqual(await onDuty(), ['wangMin 2026-03-04T00:00:00.000Z'])
  assert.ok((await (await as('wangMin')).get('/api/session')).body.posts.length > 0)
})

test('whoever loses it in the middle of the night is on duty no more, and was until then', async () => {
  const { as, put, clock, postsOf } = await street()
  assert.equal((await put(third('market'))).status, 200)
  clock.moveTo('2026-03-03T22:00:00+08:00')
  assert.equal((await (await as('admin')).delete('/api/posts/p-market?anyway=true')).status, 200)
  assert.deepEqual(await postsOf('market'), [])
  clock.moveTo('2026-03-04T09:00:00+08:00')
  const rows = await (await as('streetDesk')).get('/api/duties?unit=north&from=2026-03-03T00:00:00Z&to=2026-03-05T00:00:00Z')
  assert.deepEqual(
    rows.body.map(({ to }: { to: string }) => to),
    ['2026-03-03T14:00:00.000Z'],
  )
})

test('the night that is running goes to somebody else from now on: who was on duty until then stays known', async () => {
  const { put, as, week, onDuty, clock } = await street()
  assert.equal((await put(third('wangMin'))).status, 200)
  clock.moveTo('2026-03-03T21:00:00+08:00')
  const desk = await as('streetDesk')
  assert.equal((await desk.put('/api/duties', { ...week, slots: [third('market')] })).status, 200)
  assert.deepEqual(await onDuty(), ['wangMin 2026-03-03T13:00:00.000Z', 'market 2026-03-04T00:00:00.000Z'])
})

test('a roster takes whoever holds a post on that night, until its end', async () => {
  const { admin, put, given, desk } = await street()
  assert.equal((await admin.patch('/api/posts/p-market', { until: '2026-03-03' })).status, 200)
  const { status, body } = await put(third('market'))
  assert.deepEqual([status, /2026-03-04 没有岗位/.test(body.because?.zh)], [409, true], JSON.stringify(body))
  assert.equal((await put({ ...third('market'), to: '2026-03-04T00:00:00+08:00' })).status, 200, 'until midnight they do')
  await given({ account: 'market', role: 'gridWorker', unit: 'g-pine', starts: '2026-03-04' })
  assert.equal((await put(third('market'))).status, 200, 'one post after the other')
  const manager = { account: 'lamps', role: 'propertyManager', unit: 'property-1', starts: '2026-03-05' }
  await given(manager)
  assert.equal((await put(third('lamps'))).status, 200, 'before')
  assert.equal((await put(night('lamps', '2026-03-04', '2026-03-05'))).status, 409)
  const month = { unit: 'north', from: '2026-04-01T00:00:00+08:00', to: '2026-04-05T00:00:00+08:00' }
  assert.equal((await admin.patch('/api/posts/p-power', { until: '2026-03-10' })).status, 200)
  const slots = [night('power', '2026-04-01', '2026-04-02')]
  assert.equal((await desk.put('/api/duties', { ...month, slots })).status, 409, 'at no post by then')
})

test('whatever a roster says, nobody reads as one on duty who administers, manages property, or is at no post', async () => {
  const { stage, district, clock, put, postsOf, as } = await street()
  assert.equal((await put(third('wangMin'), third('liQiang'), third('market'), third('lamps'))).status, 200)
  const { id } = (await stage.nobody().send('report', '', lampReport())).body
  const since = { starts: '2026-03-02' }
  await within(stage.database, { as: 'owner', district }, (connection) =>
    writePosts(connection, district, [
      { id: 'p-1', account: 'wangMin', role: 'propertyManager', unit: 'property-1', ...since },
      { id: 'p-2', account: 'liQiang', role: 'auditAdmin', unit: district, ...since },
      { id: 'p-market', account: 'market', role: 'gridWorker', unit: 'd-market', ...since, ends: '2026-03-03' },
    ]),
  )
  clock.moveTo('2026-03-03T20:00:00+08:00')
  for (const name of ['wangMin', 'liQiang', 'market'] as const) {
    assert.ok(!(await postsOf(name)).includes('dutyOfficer@north'), name)
    const read = await (await as(name)).get(`/api/cases/${id}`, { 'linli-post': 'duty.north' })
    assert.notEqual(read.status, 200, name)
  }
  assert.ok((await postsOf('lamps')).includes('dutyOfficer@north'))
})

test('of a roster and the end of a post at the same instant, the second sees what the first did', async () => {
  const { admin, put, onDuty } = await street()
  for (const name of ['market', 'lamps', 'lampsLeader', 'housing', 'power', 'caller', 'supervisor', 'liQiang'] as const) {
    const [rostered, ended] = await Promise.all([put(third(name)), admin.delete(`/api/posts/p-${name}`)])
    const stands = (await onDuty()).some((one) => one.startsWith(`${name} `))
    assert.deepEqual([rostered.status, ended.status].toSorted(), [200, 409], name)
    assert.equal(stands, rostered.status === 200, name)
  }
})

test('with a merged grid go the turns of whoever has no other post: what is urgent at night is for the district then', async () => {
  const { stage, clock, admin, put, as, onDuty } = await street()
  assert.equal((await put(third('liQiang'))).status, 200)
  const merged = { grid: 'g-pine', to: 'g-plum', on: '2026-03-03', words: '并入' }
  assert.equal((await admin.post('/api/grids/redrawings', merged)).status, 200)
  assert.deepEqual(await onDuty(), [])
  clock.moveTo('2026-03-03T20:00:00+08:00')
  const urgent = lampReport({ category: 'neighbours.dispute', urgency: 'urgent' })
  const { id } = (await (await stage.resident('13877772222')).send('report', '', urgent)).body
  assert.equal((await (await as('dispatcher')).get(`/api/cases/${id}`)).body.item.holder.role, 'dispatcher')
})

test('a grid that is merged today changes nothing of the nights that are over, and ends the one that runs now', async () => {
  const { put, onDuty, clock, as } = await street()
  const nights = [
    { account: 'liQiang', from: evening('2026-03-02'), to: '2026-03-03T08:00:00+08:00' },
    { account: 'liQiang', from: '2026-03-03T12:00:00+08:00', to: '2026-03-03T14:00:00+08:00' },
    third('liQiang'),
  ]
  assert.equal((await put(...nights, night('liQiang', '2026-03-04', '2026-03-05'))).status, 200)
  clock.moveTo('2026-03-03T21:00:00+08:00')
  const merged = { grid: 'g-pine', to: 'g-plum', on: '2026-03-03', words: '并入' }
  const hand = await as('admin')
  const { hangs } = (await hand.post('/api/grids/redrawings?preview=true', merged)).body
  assert.equal(hangs.find(({ what }: { what: string }) => what === 'turns')?.count, 2, 'those that are over are not counted')
  assert.equal((await hand.post('/api/grids/redrawings', merged)).status, 200)
  assert.deepEqual(
    await onDuty(),
    ['2026-03-03T00:00:00.000Z', '2026-03-03T06:00:00.000Z', '2026-03-03T13:00:00.000Z'].map((to) => `liQiang ${to}`),
  )
})

test('a street ends as of yesterday once its last night is over, and not before', async () => {
  const { as, clock, district } = await street()
  const west = { code: 'west', name: '城西街道', kind: 'street', form: 'street', parent: district }
  assert.equal((await (await as('admin')).post('/api/units', west)).status, 200)
  const [from, to] = [evening('2026-03-03'), '2026-03-04T08:00:00+08:00']
  const roster = { unit: 'west', from, to, slots: [{ account: 'wangMin', from, to }] }
  assert.equal((await (await as('admin')).put('/api/duties', roster)).status, 200)
  for (const [time, status] of [
    ['07:59', 409],
    ['08:00', 200],
  ] as const) {
    clock.moveTo(`2026-03-04T${time}:00+08:00`)
    const ended = await (await as('admin')).patch('/api/units/west', { until: '2026-03-03' })
    assert.equal(ended.status, status, JSON.stringify(ended.body))
  }
})

test('an account that is ended says which turns of duty go with it, and takes another press', async () => {
  const { admin, put, onDuty } = await street()
  assert.equal((await put(third('lamps'))).status, 200)
  const held = await admin.patch('/api/people/lamps', { ended: true })
  assert.deepEqual([held.status, held.body.fields?.[0]?.field], [409, 'anyway'], JSON.stringify(held.body))
  assert.match(held.body.because.zh, /还排着 1 班值班（城北街道 2026年3月3日/)
  assert.equal((await onDuty()).length, 1, 'nothing has changed')
  assert.equal((await admin.patch('/api/people/lamps', { ended: true, anyway: true })).status, 200)
  assert.deepEqual(await onDuty(), [])
})

test('a turn that was lost before keeps nobody from another post', async () => {
  const { stage, district, admin, put } = await street()
  assert.equal((await put(third('lamps'))).status, 200)
  await within(stage.database, { as: 'owner', district }, (connection) =>
    writePosts(connection, district, [
      { id: 'p-lamps', account: 'lamps', role: 'clerk', unit: 'urban', starts: '2020-01-01', ends: '2026-03-03' },
    ]),
  )
  const manager = { account: 'lamps', role: 'propertyManager', unit: 'property-1', starts: '2026-03-02', until: '2026-03-02' }
  assert.equal((await admin.post('/api/posts', manager)).status, 200)
})
