import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { deliver } from '#kernel/record/deliver.ts'
import { everybodysPassword, type StaffName } from '#testing/neighbourhood.ts'
import { type Hand, setStage } from '#testing/stage.ts'

const stage = await setStage()
const { database, district, clock } = stage
const today = async (name: StaffName) =>
  stage.hand(await stage.cookieOf('/api/session', { account: `${name}.${district}`, password: everybodysPassword }))
const begin = (hand: Hand, path: string, input: object) => hand.post(path, input, { 'idempotency-key': randomUUID() })
const done = async (answer: Promise<Awaited<ReturnType<Hand['get']>>>) => {
  const { status, body } = await answer
  assert.equal(status, 200, JSON.stringify(body))
  return body
}
const member = (name: string, office: string, role: string, unit: string) => ({
  ...{ name, organisation: '街道', office, from: '2025-01-01', post: { role, unit } },
})
const chair = member('郑局', 'chair', 'clerk', 'urban')
const others = [member('孙街', 'secretary', 'streetDesk', 'north'), member('王委员', 'member', 'leader', district)]
const north = {
  ...{ code: 'north', name: '城北街道治理委员会', sort: 'governance', unit: 'north', setUpOn: '2025-01-01', seats: 3 },
  members: [chair, ...others],
}

test('the chair’s post ends before the minutes are signed: that is said before, and whoever is chair since signs them', async () => {
  const desk = await today('streetDesk')
  const { post: _, ...unknown } = chair
  await done(desk.put('/api/registers/committees/north', { entry: { ...north, members: [unknown, ...others] }, version: 0 }))
  const when = { startsAt: '2026-03-18T01:30:00Z', endsAt: '2026-03-18T03:00:00Z' }
  const agenda = [{ subject: '通报一季度工作', presenter: '孙街', decides: false }]
  const { id } = await done(begin(desk, '/api/meetings', { committee: 'north', ...when, venue: '三楼', agenda }))
  const does = (hand: Hand, name: string, input: object = {}) => begin(hand, `/api/meetings/${id}/${name}`, input)
  const mayCall = async () => (await desk.get(`/api/meetings/${id}`)).body.may.includes('call')
  assert.equal(await mayCall(), false)
  assert.match(
    (await desk.get(`/api/meetings/${id}`)).body.mayNot.call.zh,
    /请先在委员会名册里给主任填上/,
    'why not is said before anybody presses',
  )
  await done(desk.put('/api/registers/committees/north', { entry: north, version: 1 }))
  assert.equal(await mayCall(), true, 'the register says by now who signs')
  await done(does(desk, 'call'))
  clock.moveTo('2026-03-18T10:00:00+08:00')
  const [then, admin] = [await today('streetDesk'), await today('admin')]
  await done(does(then, 'hold', { attendance: [1, 2, 3].map((seat) => ({ seat, is: 'present' })) }))
  await done(does(then, 'minute', { text: '听取了通报' }))

  const left = await admin.delete('/api/posts/p-lamps')
  assert.equal(left.status, 409, 'nobody would sign')
  assert.match(left.body.because.zh, /城北街道治理委员会 2026-03-18/)
  await done(admin.delete('/api/posts/p-lamps?anyway=true'))
  clock.moveTo('2026-03-20T09:00:00+08:00')
  const [now, secretary] = [await today('streetDesk'), await today('secretary')]
  assert.equal((await does(now, 'renew')).status, 409, 'the register has nobody else yet')
  const successor = { ...member('赵书记', 'chair', 'communitySecretary', 'garden'), from: '2026-03-20' }
  const members = [{ ...chair, until: '2026-03-19' }, ...others, successor]
  await done(now.put('/api/registers/committees/north', { entry: { ...north, members }, version: 2 }))
  assert.equal((await secretary.get(`/api/meetings/${id}`)).status, 404)
  assert.equal((await does(await today('eastSecretary'), 'renew')).status, 404)
  const renewed = await done(does(now, 'renew'))
  assert.deepEqual(
    renewed.view.item.signers,
    [
      { office: 'chair', name: '赵书记' },
      { office: 'secretary', name: '孙街' },
    ],
    'whose post they have stays inside',
  )
  await deliver(database, district, clock.now())
  assert.match(JSON.stringify((await secretary.get('/api/notices')).body), /会议纪要等您签字/)
  await done(does(secretary, 'sign', { drafts: 1 }))
  await done(does(now, 'minute', { text: '听取了通报，无异议' }))
  await deliver(database, district, clock.now())
  assert.match(JSON.stringify((await secretary.get('/api/notices')).body), /会议纪要有新稿/, 'who has signed signs anew')
  await done(does(now, 'sign', { drafts: 2 }))
  const signed = (await done(does(secretary, 'sign', { drafts: 2 }))).view.item
  assert.deepEqual(
    [signed.state, signed.signatures.map(({ as, by }: { as: string; by: string }) => [as, by])],
    [
      'signed',
      [
        ['secretary', '孙街'],
        ['chair', '赵书记'],
      ],
    ],
  )
})
