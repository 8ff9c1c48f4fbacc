import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { turn } from '#bin/rounds.ts'
import { provable, verify } from '#kernel/flow/verify.ts'
import { sealDistrict } from '#kernel/record/seal.ts'
import { followsFromEvents } from '#kernel/register/verify.ts'
import { forgetOld } from '#kernel/retention/round.ts'
import { everybodysPassword, type StaffName } from '#testing/neighbourhood.ts'
import { attached, type Hand, setStage } from '#testing/stage.ts'
import { meetingFlow } from './meetings/flow.ts'
import { committeeRegister } from './registers/committees.ts'
import { committeeKindRegister } from './registers/kinds.ts'
import { committeeRules } from './store/retention.ts'
import { taskFlow } from './tasks/flow.ts'

const stage = await setStage()
const { database, district, clock } = stage
const fault = (what: unknown) => assert.fail(String(what))
/** Somebody signed in anew: sessions are over by the next day. */
const today = async (name: StaffName) =>
  stage.hand(await stage.cookieOf('/api/session', { account: `${name}.${district}`, password: everybodysPassword }))
const begin = (hand: Hand, path: string, input: object) => hand.post(path, input, { 'idempotency-key': randomUUID() })
const send = (hand: Hand, path: string, id: string, command: string, input: object = {}) =>
  begin(hand, `/api/${path}/${id}/${command}`, input)
const done = async (answer: Promise<Awaited<ReturnType<Hand['get']>>>) => {
  const { status, body } = await answer
  assert.equal(status, 200, JSON.stringify(body))
  return body
}

const kind = { code: 'property', name: { zh: '物业专委会', en: 'property' }, about: '物业服务、业委会' }
const north = {
  ...{ code: 'north', name: '城北街道治理委员会', sort: 'governance', unit: 'north', setUpOn: '2025-01-01', seats: 5 },
  members: [
    { name: '杨区长', organisation: '区委', office: 'chair', from: '2025-01-01', post: { role: 'leader', unit: district } },
    {
      name: '孙街',
      organisation: '城北街道',
      office: 'secretary',
      from: '2025-01-01',
      post: { role: 'streetDesk', unit: 'north' },
    },
    {
      name: '赵书记',
      organisation: '花园社区',
      office: 'member',
      from: '2025-01-01',
      post: { role: 'communitySecretary', unit: 'garden' },
    },
    { name: '郑局', organisation: '区综合行政执法局', office: 'member', from: '2025-01-01', unit: 'urban' },
  ],
}
const special = {
  ...{ code: 'north-property', name: '城北街道物业专委会', sort: 'special', unit: 'north', parent: 'north', kind: 'property' },
  ...{ setUpOn: '2025-01-01', seats: 3, members: [] },
}
/** Who was elected in the place of the last of them. */
const successor = { name: '冯局', organisation: '区综合行政执法局', office: 'member', from: '2026-03-11' }
const put = (hand: Hand, path: string, entry: { code: string }, version = 0) =>
  hand.put(`/api/registers/${path}/${entry.code}`, { entry, version })

const agenda = [
  { subject: '梅园停车位改造', presenter: '赵书记', decides: true },
  { subject: '通报一季度工作', presenter: '孙街', decides: false },
]
const when = { startsAt: '2026-03-18T01:30:00Z', endsAt: '2026-03-18T03:00:00Z' }
const plan = { committee: 'north', ...when, venue: '街道二楼会议室', agenda }
const attendance = ['present', 'present', 'present', 'excused'].map((is, index) => ({ seat: index + 1, is }))
const vote = { item: 1, recused: [], for: 3, against: 0, abstained: 0 }
let meeting = ''
let task = ''

test('a street keeps its committees; two chairs, a term that runs backwards and a stranger’s street are refused', async () => {
  const [admin, desk] = [await stage.at('admin'), await stage.at('streetDesk')]
  await done(put(admin, 'committee-kinds', kind))
  assert.equal((await put(desk, 'committee-kinds', { ...kind, code: 'other' } as typeof kind)).status, 403)
  const [chair, ...others] = north.members
  const wrong: [string, object, RegExp][] = [
    ['two chairs', { members: [chair, { ...chair, name: '另一位' }] }, /members\.1\.office/],
    ['backwards', { members: [{ ...chair, until: '2024-01-01' }, ...others] }, /members\.0\.until/],
    ['more than seats', { seats: 3 }, /members\.3\.from/],
    ['no street', { unit: 'garden' }, /unit/],
    ['a number for a name', { members: [{ ...chair, name: '13800000000' }] }, /members\.0\.name/],
    ['a number for an organisation', { members: [{ ...chair, organisation: '街道 138-0000-0000' }] }, /members\.0\.organisation/],
    [
      'a post nowhere',
      { members: [{ ...chair, post: { role: 'resident', unit: 'no-such-unit' } }, ...others] },
      /members\.0\.post\.unit.*本区没有“no-such-unit”/,
    ],
    [
      'a post that is elsewhere',
      { members: [{ ...chair, post: { role: 'gridWorker', unit: 'north' } }, ...others] },
      /members\.0\.post\.role.*网格员不能设在/,
    ],
    ['no post', { members: [{ ...chair, post: { role: 'resident', unit: 'north' } }, ...others] }, /members\.0\.post\.role/],
    ['a telephone', { members: [{ ...chair, phone: '13800000000' }] }, /phone/],
    ['to come', { setUpOn: '2026-03-03' }, /setUpOn/],
  ]
  for (const [what, more, field] of wrong) {
    const refused = await put(desk, 'committees', { ...north, ...more })
    assert.ok(refused.status >= 400 && refused.status < 500, what)
    assert.match(JSON.stringify(refused.body), field, what)
  }
  assert.equal((await desk.get('/api/registers/committees')).body.rows.length, 0, 'nothing of it stays')
  assert.equal((await put(await stage.at('secretary'), 'committees', north)).status, 403)
  await done(put(desk, 'committees', north))
  await done(put(desk, 'committees', special))
  for (const more of [{ code: 'twin' }, { code: 'orphan', parent: 'nowhere' }, { code: 'odd', kind: 'nothing' }])
    assert.equal((await put(desk, 'committees', { ...special, ...more })).status, 400, JSON.stringify(more))
  assert.equal((await put(desk, 'committees', { ...north, code: 'second' })).status, 400, 'one a street')
  assert.equal((await stage.nobody().get('/api/registers/committees')).status, 401)
})

test('a meeting is planned for a day to come and called; its members hear of it, and their calendars take it', async () => {
  const desk = await stage.at('streetDesk')
  const past = { startsAt: '2026-03-01T01:00:00Z', endsAt: '2026-03-01T02:00:00Z' }
  assert.equal((await begin(desk, '/api/meetings', { ...plan, ...past })).status, 400)
  assert.equal((await begin(desk, '/api/meetings', { ...plan, endsAt: when.startsAt })).status, 400)
  assert.equal((await begin(desk, '/api/meetings', { ...plan, committee: 'nowhere' })).status, 400)
  assert.equal((await begin(await stage.at('secretary'), '/api/meetings', plan)).status, 403)
  const atOnce = await Promise.all(Array.from({ length: 5 }, () => begin(desk, '/api/meetings', plan)))
  assert.deepEqual(atOnce.map(({ status }) => status).toSorted(), [200, 409, 409, 409, 409], 'whoever plans it at once')
  meeting = atOnce.find(({ status }) => status === 200)?.body.id
  assert.equal((await begin(desk, '/api/meetings', plan)).status, 409, 'once a day')
  const secretary = await stage.at('secretary')
  assert.equal((await send(secretary, 'meetings', meeting, 'call')).status, 403)
  const called = await done(send(desk, 'meetings', meeting, 'call'))
  assert.deepEqual([called.view.item.state, called.view.item.needed], ['called', 3])
  await turn(stage, district, fault)
  const notices = (await secretary.get('/api/notices')).body
  assert.match(notices[0].words.zh, /请参加城北街道治理委员会会议/)
  const calendar = (await secretary.bytes(`/api/meetings/${meeting}/calendar.ics`)).bytes.toString()
  assert.match(calendar, /SEQUENCE:1\r\n/)
  assert.match(calendar, /DTSTART:20260318T013000Z/)
  await done(
    send(desk, 'meetings', meeting, 'putOff', {
      startsAt: '2026-03-18T02:00:00Z',
      endsAt: '2026-03-18T03:30:00Z',
      because: '会议室占用',
    }),
  )
  assert.match((await secretary.bytes(`/api/meetings/${meeting}/calendar.ics`)).bytes.toString(), /SEQUENCE:2\r\n/)
  const told = async () =>
    (await (await stage.at('secretary')).get('/api/notices')).body.filter(({ words }: { words: { zh: string } }) =>
      /地点或议程改了/.test(words.zh),
    ).length
  await done(send(desk, 'meetings', meeting, 'amend', { venue: '街道三楼会议室', agenda }))
  await turn(stage, district, fault)
  assert.equal(await told(), 1, 'whoever was called is told again')
  assert.match((await secretary.bytes(`/api/meetings/${meeting}/calendar.ics`)).bytes.toString(), /SEQUENCE:3\r\n/)
  const [coming] = (await stage.nobody().get('/api/committees/public')).body.committees
  assert.deepEqual(
    coming.next,
    { startsAt: '2026-03-18T02:00:00.000Z', venue: '街道三楼会议室' },
    'everybody may know when it meets',
  )
  const listed = async (query: string) => (await desk.get(`/api/meetings?${new URLSearchParams(query)}`)).body.rows.length
  assert.deepEqual([await listed('state=called'), await listed('state=held'), await listed('committee=north')], [1, 0, 1])
  assert.deepEqual(
    [await listed('text=停车位'), await listed('text=三楼'), await listed('text=%'), await listed('text=绿化')],
    [1, 1, 0, 0],
  )
  assert.equal((await desk.get('/api/meetings?state=asleep')).status, 400)
  for (const name of ['eastSecretary', 'property', 'admin'] as const) {
    assert.equal((await (await stage.at(name)).get(`/api/meetings/${meeting}`)).status, 404, name)
    assert.equal((await (await stage.at(name)).bytes(`/api/meetings/${meeting}/calendar.ics`)).status, 404, name)
  }
  assert.equal((await stage.nobody().bytes(`/api/meetings/${meeting}/calendar.ics`)).status, 401)
  for (const name of ['streetDesk', 'secretary', 'leader', 'supervisor'] as const)
    assert.equal((await (await stage.at(name)).get('/api/meetings')).body.rows.length, 1, name)
})

test('nothing is decided without a quorum of seats, and the votes are those who are there', async () => {
  const early = await today('streetDesk')
  assert.equal((await send(early, 'meetings', meeting, 'hold', { attendance })).status, 409, 'it has not begun')
  clock.moveTo('2026-03-18T10:05:00+08:00')
  const desk = await today('streetDesk')
  assert.equal((await send(desk, 'meetings', meeting, 'hold', { attendance: attendance.slice(1) })).status, 400)
  const elected = { ...successor, post: { role: 'clerk', unit: 'urban' } }
  const members = [...north.members.slice(0, 3), { ...north.members[3], until: '2026-03-10' }, elected]
  const renewed = { ...north, members }
  await done(put(desk, 'committees', renewed, 1))
  const stale = await send(desk, 'meetings', meeting, 'hold', { attendance })
  assert.deepEqual([stale.status, /更新委员/.test(stale.body.because.zh)], [409, true], 'somebody was elected since')
  assert.equal((await send(await today('secretary'), 'meetings', meeting, 'reseat')).status, 403)
  const seated = (await done(send(desk, 'meetings', meeting, 'reseat'))).view.item
  assert.deepEqual([seated.members[3].name, seated.sequence], ['冯局', 4])
  assert.equal((await send(desk, 'meetings', meeting, 'reseat')).status, 409, 'once')
  await turn(stage, district, fault)
  const invited = (await (await today('lamps')).get('/api/notices')).body
  assert.match(invited[0].words.zh, /请参加城北街道治理委员会会议/, 'whoever is new is called too')
  const few = attendance.map((one) => (one.seat === 3 ? { ...one, is: 'absent' } : one))
  const sparse = await done(send(desk, 'meetings', meeting, 'hold', { attendance: few }))
  assert.equal(sparse.view.item.hasQuorum, false)
  const refused = await send(desk, 'meetings', meeting, 'vote', { ...vote, for: 2 })
  assert.deepEqual([refused.status, refused.body.because.zh], [409, '到会 2 人，不足法定人数 3 席，不能表决'])
  await done(send(desk, 'meetings', meeting, 'hold', { attendance }))
  const unvoted = await send(desk, 'meetings', meeting, 'minute', { text: '先写了一半' })
  assert.deepEqual(
    [unvoted.status, /第 1 项还没有记表决/.test(unvoted.body.because?.zh)],
    [409, true],
    'it could not be voted on any more',
  )
  const recused = [{ seat: 3, because: '改造在本社区' }]
  const wrong: [object, number][] = [
    [{ ...vote, for: 4 }, 400],
    [{ ...vote, for: 3, recused }, 400],
    [{ ...vote, item: 2 }, 400],
    [{ ...vote, item: 9 }, 400],
    [{ ...vote, for: 2, recused: [{ seat: 4, because: '不在' }] }, 400],
  ]
  for (const [input, status] of wrong)
    assert.equal((await send(desk, 'meetings', meeting, 'vote', input)).status, status, JSON.stringify(input))
  const failed = await done(send(desk, 'meetings', meeting, 'vote', { ...vote, for: 2, recused }))
  assert.equal(failed.view.item.agenda[0].vote.passed, false, 'two of four seats are not more than half')
  assert.equal((await send(desk, 'meetings', meeting, 'resolve', { item: 1, text: '同意', public: true })).status, 409)
  const passed = await done(send(desk, 'meetings', meeting, 'vote', vote))
  assert.equal(passed.view.item.agenda[0].vote.passed, true, 'three of five seats are')
  assert.equal((await send(desk, 'meetings', meeting, 'hold', { attendance: few })).status, 409)
  const resolved = await done(send(desk, 'meetings', meeting, 'resolve', { item: 1, text: '梅园增设 30 个停车位', public: true }))
  assert.equal(resolved.view.item.agenda[0].resolution.number, 'north-20260318-1')
})

test('what was written down wrongly is put right until the minutes are signed off; what was decided stays', async () => {
  const [desk, secretary] = [await today('streetDesk'), await today('secretary')]
  const correction = {
    ...{ startsAt: '2026-03-18T01:45:00Z', endsAt: '2026-03-18T03:00:00Z', venue: '街道四楼会议室', because: '会议室记错' },
    agenda: [{ ...agenda[0], presenter: '郑局' }, agenda[1]],
  }
  const wrong: [object, number][] = [
    [{ ...correction, agenda: [{ ...agenda[0], decides: false }, agenda[1]] }, 409],
    [{ ...correction, startsAt: '2026-03-17T01:45:00Z', endsAt: '2026-03-17T03:00:00Z' }, 409],
    [{ ...correction, startsAt: '2026-03-19T01:45:00Z', endsAt: '2026-03-19T03:00:00Z' }, 400],
    [{ ...correction, endsAt: correction.startsAt }, 400],
    [{ ...correction, because: ' ' }, 400],
  ]
  for (const [input, status] of wrong)
    assert.equal((await send(desk, 'meetings', meeting, 'correct', input)).status, status, JSON.stringify(input))
  assert.equal((await send(secretary, 'meetings', meeting, 'correct', correction)).status, 403)
  const { item } = (await done(send(desk, 'meetings', meeting, 'correct', correction))).view
  assert.deepEqual([item.venue, item.agenda[0].presenter, item.agenda[0].vote.passed], ['街道四楼会议室', '郑局', true])
  assert.equal(item.agenda[0].resolution.number, 'north-20260318-1')
  assert.deepEqual(
    item.corrections.map(({ because, by }: { because: string; by: string }) => [because, by]),
    [['会议室记错', '孙街']],
  )
  await turn(stage, district, fault)
  const { body } = await secretary.get('/api/notices')
  assert.ok(body.some(({ words }: { words: { zh: string } }) => /记录有更正/.test(words.zh)))
  assert.match((await secretary.bytes(`/api/meetings/${meeting}/calendar.ics`)).bytes.toString(), /SEQUENCE:5\r\n/)
})

test('the minutes are read by who was there and signed by two, never one for both; then they stay, and what is public is read by all', async () => {
  const [desk, leader, secretary] = [await today('streetDesk'), await today('leader'), await today('secretary')]
  await done(send(desk, 'meetings', meeting, 'minute', { text: '会议同意停车位改造' }))
  assert.equal((await send(leader, 'meetings', meeting, 'minute', { text: '另写' })).status, 403)
  const hanging = (await (await today('admin')).get('/api/units/north/hanging')).body
  assert.equal(hanging.find(({ what }: { what: string }) => what === 'meetings')?.count, 1, 'the street does not end before')
  await done(send(secretary, 'meetings', meeting, 'remark', { words: '请写明位置' }))
  await done(send(desk, 'meetings', meeting, 'sign', { drafts: 1, corrections: 1 }))
  const second = await done(send(desk, 'meetings', meeting, 'minute', { text: '会议同意梅园东门停车位改造' }))
  assert.deepEqual(second.view.item.signatures, [], 'a new version is signed anew')
  assert.deepEqual(
    second.view.item.drafts.map(({ by }: { by: string }) => by),
    ['孙街', '孙街'],
  )
  assert.equal((await send(secretary, 'meetings', meeting, 'sign', { drafts: 2, corrections: 1 })).status, 403)
  assert.equal((await send(desk, 'meetings', meeting, 'sign', { drafts: 1, corrections: 1 })).status, 409, 'an old version')
  await done(send(desk, 'meetings', meeting, 'sign', { drafts: 2, corrections: 1 }))
  assert.equal((await send(desk, 'meetings', meeting, 'sign', { drafts: 2, corrections: 1 })).status, 409, 'twice by one')
  const { startsAt, endsAt, venue } = second.view.item
  const again = { startsAt, endsAt, venue, agenda, because: '汇报人写错' }
  const corrected = await done(send(desk, 'meetings', meeting, 'correct', again))
  assert.deepEqual(corrected.view.item.signatures, [], 'what was corrected is signed anew')
  assert.equal((await send(desk, 'meetings', meeting, 'sign', { drafts: 2, corrections: 1 })).status, 409, 'what was read before')
  await done(send(desk, 'meetings', meeting, 'sign', { drafts: 2, corrections: 2 }))
  assert.deepEqual((await stage.nobody().get('/api/committees/public')).body.resolutions, [], 'not before it is signed off')
  const signed = await done(send(leader, 'meetings', meeting, 'sign', { drafts: 2, corrections: 2 }))
  assert.equal(signed.view.item.state, 'signed')
  assert.ok(!JSON.stringify(signed.view.item).includes('account'))
  assert.equal((await send(desk, 'meetings', meeting, 'minute', { text: '再改' })).status, 409)
  assert.equal((await send(desk, 'meetings', meeting, 'correct', again)).status, 409, 'nor is it corrected any more')
  const open = (await stage.nobody().get('/api/committees/public')).body
  const sits = ({ name, organisation, office }: Pick<(typeof north.members)[number], 'name' | 'organisation' | 'office'>) => ({
    name,
    organisation,
    office,
  })
  const under = { code: special.code, name: special.name, kind: kind.name, members: [] }
  assert.deepEqual(open.committees, [
    {
      ...{ code: 'north', name: north.name, unit: 'north', unitName: '城北街道' },
      ...{ members: [...north.members.slice(0, 3), successor].map(sits), special: [under] },
    },
  ])
  assert.deepEqual(
    open.resolutions.map(({ number }: { number: string }) => number),
    ['north-20260318-1'],
  )
  assert.ok(!JSON.stringify(open).includes('role'), 'whose post a member has stays inside')
  const elsewhere = (await stage.nobody().get('/api/committees/public?committee=east')).body
  assert.deepEqual(elsewhere.resolutions, [])
  const later = { startsAt: '2026-03-25T01:30:00Z', endsAt: '2026-03-25T02:30:00Z' }
  assert.equal((await begin(desk, '/api/meetings', { ...plan, ...later, corrects: randomUUID() })).status, 400)
  const correcting = await done(begin(desk, '/api/meetings', { ...plan, ...later, corrects: meeting }))
  await done(send(desk, 'meetings', correcting.id, 'cancel', { because: '无需更正' }))
  assert.match((await desk.bytes(`/api/meetings/${correcting.id}/calendar.ics`)).bytes.toString(), /STATUS:CANCELLED/)
})

test('a resolution gives a unit a task, which is tracked until it is done and accepted', async () => {
  const [desk, lamps, secretary] = [await today('streetDesk'), await today('lamps'), await today('secretary')]
  const assign = { meeting, item: 1, subject: '施划停车位', holder: 'urban', limit: '2026-04-10' }
  assert.equal((await begin(desk, '/api/tasks', { ...assign, limit: '2026-03-17' })).status, 400, 'a limit in the past')
  assert.equal((await begin(desk, '/api/tasks', { ...assign, item: 2 })).status, 400, 'no resolution')
  assert.equal((await begin(desk, '/api/tasks', { ...assign, holder: 'plum' })).status, 400, 'an estate does nothing')
  assert.equal((await begin(secretary, '/api/tasks', assign)).status, 403)
  task = (await done(begin(desk, '/api/tasks', assign))).id
  const progress = async () => (await stage.nobody().get('/api/committees/public?committee=north')).body.resolutions[0].tasks
  const first = { subject: '施划停车位', holderName: '区综合行政执法局', state: 'assigned' }
  assert.deepEqual(await progress(), [{ ...first, limit: '2026-04-10', overdue: false }])
  const mine = (await lamps.get('/api/tasks?mine=true')).body.rows
  assert.deepEqual(
    mine.map(({ subject }: { subject: string }) => subject),
    ['施划停车位'],
  )
  const read = (await lamps.get(`/api/tasks/${task}`)).body
  assert.equal(read.item.resolution, '梅园增设 30 个停车位')
  assert.deepEqual(read.may, ['report', 'finish'])
  assert.equal((await (await today('power')).get(`/api/tasks/${task}`)).status, 404)
  assert.equal((await (await today('power')).get('/api/tasks?mine=true')).body.rows.length, 0)
  await done(send(lamps, 'tasks', task, 'report', { words: '已勘察' }))
  const counted = async (query: string) => (await desk.get(`/api/tasks?meeting=${meeting}${query}`)).body.rows.length
  assert.deepEqual(
    await Promise.all(['', '&state=assigned', '&state=accepted', '&closed=true', '&overdue=true'].map(counted)),
    [1, 1, 0, 0, 0],
    'all of a meeting, or what is asked for of it',
  )
  const left = await (await today('admin')).delete('/api/posts/p-lamps')
  assert.equal(left.status, 409, 'nobody else of the bureau would have it')
  assert.match(left.body.because.zh, new RegExp(`还有 1 件没办完的事项，没有人接手：${read.item.number}`))
  assert.equal((await send(lamps, 'tasks', task, 'putOff', { limit: '2026-05-01', because: '忙' })).status, 403)
  await done(send(desk, 'tasks', task, 'putOff', { limit: '2026-04-20', because: '雨季' }))
  clock.moveTo('2026-04-21T09:00:00+08:00')
  await turn(stage, district, fault)
  const [late, has] = [await today('streetDesk'), await today('lamps')]
  assert.equal((await late.get('/api/tasks?overdue=true')).body.rows.length, 1)
  assert.deepEqual(await progress(), [{ ...first, limit: '2026-04-20', overdue: true }], 'everybody reads that it is late')
  for (const hand of [late, has])
    assert.ok(
      (await hand.get('/api/notices')).body.some(({ words }: { words: { zh: string } }) => /已过期限 2026-04-20/.test(words.zh)),
    )
  await done(send(has, 'tasks', task, 'finish', { did: '划线完成' }))
  assert.equal((await send(has, 'tasks', task, 'accept')).status, 403)
  const back = await done(send(late, 'tasks', task, 'giveBack', { because: '缺无障碍车位' }))
  assert.equal(back.view.item.state, 'assigned')
  const photo = await attached(stage, has)
  const theirs = await attached(stage, late)
  assert.equal((await send(has, 'tasks', task, 'finish', { did: '已补两个', photos: [theirs] })).status, 400, 'not theirs')
  await done(send(has, 'tasks', task, 'finish', { did: '已补两个', photos: [photo] }))
  const unaccepted = await (await today('admin')).delete('/api/posts/p-streetDesk')
  assert.deepEqual(
    [unaccepted.status, unaccepted.body.because.zh.includes(read.item.number)],
    [409, true],
    'nobody would accept it',
  )
  const shown = await late.bytes(`/api/tasks/${task}/photos/${photo}`)
  assert.deepEqual([shown.status, shown.bytes.subarray(0, 2).toString('hex')], [200, 'ffd8'])
  for (const hand of [await today('power'), stage.nobody()])
    assert.ok([401, 404].includes((await hand.bytes(`/api/tasks/${task}/photos/${photo}`)).status))
  assert.equal((await late.bytes(`/api/tasks/${task}/photos/${theirs}`)).status, 404, 'what is not on it')
  const accepted = await done(send(late, 'tasks', task, 'accept'))
  assert.equal(accepted.view.item.state, 'accepted')
  assert.equal((await late.get('/api/tasks?closed=true')).body.rows.length, 1)
  const listed = async (query: string) => (await late.get(`/api/tasks?${query}`)).body.rows.length
  assert.deepEqual([await listed('state=accepted'), await listed('state=done')], [1, 0])
  assert.deepEqual([await listed('state=accepted&text=停车'), await listed('state=accepted&text=绿化')], [1, 0])
  assert.deepEqual((await progress())[0].state, 'accepted')
  assert.equal((await late.get('/api/tasks?overdue=true')).body.rows.length, 0)
  assert.equal((await late.get(`/api/tasks?meeting=${meeting}`)).body.rows.length, 1)
})

test('whoever reported a task done does not accept it: another of the desk does', async () => {
  const [desk, admin] = [await today('streetDesk'), await today('admin')]
  const given = { meeting, item: 1, subject: '张贴公告', holder: 'north', limit: '2026-06-10' }
  const own = (await done(begin(desk, '/api/tasks', given))).id
  await done(send(desk, 'tasks', own, 'finish', { did: '已张贴' }))
  const alone = await send(desk, 'tasks', own, 'accept')
  assert.deepEqual([alone.status, /自己报的完成不能自己验收/.test(alone.body.because?.zh)], [409, true])
  const more = { account: 'caller', role: 'streetDesk', unit: 'north', starts: '2026-04-21' }
  const { id: post } = await done(admin.post('/api/posts', more))
  const other = await today('caller')
  const accepted = await done(other.post(`/api/tasks/${own}/accept`, {}, { 'idempotency-key': randomUUID(), 'linli-post': post }))
  assert.equal(accepted.view.item.state, 'accepted')
  assert.ok(!JSON.stringify(accepted.view.item).includes('account'))
})

test('photos of a task are destroyed three years after it was accepted; what was done stays on record', async () => {
  const { photos } = (await done((await today('streetDesk')).get(`/api/tasks/${task}`))).item
  const forgetAfter = (days: number) =>
    forgetOld({
      house: { database, clock: () => clock.now().add({ hours: 24 * days }) },
      ...{ store: stage.store, rules: committeeRules, district, report: fault },
    })
  assert.equal(photos.length, 1)
  assert.equal(await forgetAfter(1095), 0)
  assert.ok(await stage.store.get(photos[0]))
  assert.equal(await forgetAfter(1097), 1)
  assert.equal(await stage.store.get(photos[0]), undefined)
  const desk = await today('streetDesk')
  assert.equal((await desk.bytes(`/api/tasks/${task}/photos/${photos[0]}`)).status, 404)
  assert.deepEqual((await done(desk.get(`/api/tasks/${task}`))).item.did, '已补两个')
})

test('all of it follows from its record, and hangs on the units that hold it', async () => {
  while (await sealDistrict(database, district, clock.now()));
  const { findings } = await verify(database, [provable(meetingFlow), provable(taskFlow)], district, undefined, [
    ...[followsFromEvents(committeeKindRegister), followsFromEvents(committeeRegister)],
  ])
  assert.deepEqual(findings, [])
  const hanging = (await (await today('admin')).get('/api/units/north/hanging')).body
  assert.equal(hanging.find(({ what }: { what: string }) => what === 'committees')?.count, 2)
})
