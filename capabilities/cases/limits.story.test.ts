import assert from 'node:assert/strict'
import { test } from 'node:test'
import { within } from '#kernel/database/within.ts'
import { saveYear } from '#kernel/time/store.ts'
import { specialDays, usualHours } from '#kernel/time/years.ts'
import { points } from '#testing/neighbourhood.ts'
import { inShanghai, limit, play } from '#testing/play.ts'

// How time is counted, stretched and overrun (`loop.md`).

test('an extension is asked before the limit, at most twice and ten working days a round, and red waits for the answer', async () => {
  const { handled, does, refused, clock, ring, item } = await play()
  const id = await handled()
  const before = limit(await item(id), 'resolve')
  await does('lamps', 'askExtension', id, { days: 6, reason: '材料' })
  await refused('lamps', 'askExtension', id, { days: 1, reason: '材料' }, /等答复/)
  const longer = await does('dispatcher', 'grantExtension', id)
  assert.ok(limit(longer, 'resolve').dueAt > before.dueAt)
  assert.match(limit(longer, 'resolve').cause.zh, /延期 6 个工作日：材料/)
  await refused('lamps', 'askExtension', id, { days: 5, reason: '材料' }, /还可延期 4/)
  clock.moveTo(Temporal.Instant.from(limit(longer, 'resolve').dueAt).subtract({ minutes: 5 }))
  await ring()
  await does('lamps', 'askExtension', id, { days: 4, reason: '材料' })
  clock.moveOn({ hours: 1 })
  await ring()
  assert.equal(limit(await item(id), 'resolve').told, 1, 'yellow was told, red waits')
  await does('dispatcher', 'refuseExtension', id, { words: '已延过一次' })
  await ring()
  assert.equal(limit(await item(id), 'resolve').told, 2, 'the answer was no: red is told now')
  await refused('lamps', 'askExtension', id, { days: 1, reason: '材料' }, /已过办结时限/)

  const twice = await handled()
  for (const _ of [1, 2]) {
    await does('lamps', 'askExtension', twice, { days: 1, reason: '材料' })
    await does('dispatcher', 'grantExtension', twice)
  }
  await refused('lamps', 'askExtension', twice, { days: 1, reason: '材料' }, /已用完/)
})

test('pauses last thirty days a round at most, however often they are asked', async () => {
  const { handled, does, refused, clock, ring, item } = await play()
  const id = await handled()
  await refused('lamps', 'askSuspension', id, { reason: 'weather', until: '2026-04-20', words: '雨季' }, /30 天/)
  await does('lamps', 'askSuspension', id, { reason: 'weather', until: '2026-03-22', words: '雨季' })
  await does('supervisor', 'grantSuspension', id)
  clock.moveOn({ hours: 24 * 21 })
  await ring()
  assert.equal((await item(id)).state, 'handling', 'it goes on by itself when its last day is over')
  await refused('lamps', 'askSuspension', id, { reason: 'weather', until: '2026-04-15', words: '雨季' }, /还可挂起 10 天/)
})

test('a corrected category or urgency sets a new limit, counted from where the old one began, with its cause', async () => {
  const { handled, does, item } = await play()
  const id = await handled()
  const before = limit(await item(id), 'resolve')
  const corrected = await does('dispatcher', 'correct', id, { category: 'municipal.streetLamp', words: '其实是路灯' })
  const after = limit(corrected, 'resolve')
  assert.notEqual(after.id, before.id)
  assert.equal(after.startsAt, before.startsAt)
  assert.match(after.cause.zh, /更正：其实是路灯/)
  assert.match(after.rule, /^municipal.streetLamp@/)
  const urgent = limit(await does('dispatcher', 'correct', id, { urgency: 'urgent', words: '有人摔倒' }), 'resolve')
  assert.ok(urgent.dueAt < after.dueAt, 'urgent is sooner')
})

test('limits know the Spring Festival of 2026 and its make-up days', async () => {
  // 14 February (Saturday) is worked; 15 to 23 February is the holiday; 28 February (Saturday) is worked again.
  const { report, does } = await play('2026-02-13T17:00:00+08:00')
  const id = await report()
  const accepted = await does('wangMin', 'accept', id)
  assert.equal(inShanghai(limit(accepted, 'solve').dueAt), '2026-02-14T17:00')
  const eve = await play('2026-02-14T17:00:00+08:00')
  const late = await eve.does('wangMin', 'accept', await eve.report())
  assert.equal(inShanghai(limit(late, 'solve').dueAt), '2026-02-24T17:00', 'the holiday does not count')
  const after = await play('2026-02-27T17:00:00+08:00')
  const saturday = await after.does('wangMin', 'accept', await after.report())
  assert.equal(inShanghai(limit(saturday, 'solve').dueAt), '2026-02-28T17:00', 'a Saturday that is worked counts')
})

test('each level above is told once as a limit is overrun, also of a unit; telling moves nothing', async () => {
  const { report, handled, ring, clock, notices, item } = await play()
  const id = await report()
  const unit = await handled()
  const held = await item(unit)
  clock.moveOn({ hours: 24 * 90 })
  await ring()
  const grid = [...(await notices(id, 'warn')), ...(await notices(id, 'alert'))]
  assert.deepEqual(grid, [
    'gridWorker@g-plum',
    'gridWorker@g-plum',
    'communitySecretary@garden',
    'streetDesk@north',
    'supervisor@',
    'leader@',
  ])
  const of = (await notices(unit, 'alert')).filter((to) => to !== 'clerk@urban')
  for (const level of ['unitLeader@urban', 'supervisor@', 'leader@'])
    assert.equal(of.filter((to) => to === level).length, held.limits.length, `${level} once a limit`)
  const now = await item(unit)
  assert.deepEqual('holder' in now && now.holder, 'holder' in held && held.holder)
  await ring()
  assert.equal((await notices(id, 'alert')).length, 5, 'and never again')
})

test('what is asked is told to whoever answers it, the answer to the lead, and an answer that is late to those above the dispatcher', async () => {
  const { handled, does, notices, clock, ring, item } = await play()
  const id = await handled()
  await does('lamps', 'askExtension', id, { days: 2, reason: '材料' })
  assert.ok((await notices(id, 'askExtension')).includes('dispatcher@'))
  clock.moveTo(limit(await item(id), 'extension').dueAt)
  await ring()
  const late = await notices(id, 'alert')
  assert.ok(late.includes('dispatcher@') && !late.includes('clerk@urban'), late.join())
  await does('dispatcher', 'grantExtension', id)
  assert.ok((await notices(id, 'grantExtension')).includes('clerk@urban'))
  await does('lamps', 'askSuspension', id, { reason: 'weather', until: '2026-03-10', words: '雨季' })
  assert.ok((await notices(id, 'askSuspension')).includes('supervisor@'))
  await does('supervisor', 'supervise', id, { words: '请抓紧' })
  assert.ok((await notices(id, 'supervise')).includes('clerk@urban'))
})

test('what is in the ledger owes its reporter a word each month; who is late with it is told upwards', async () => {
  const { handled, does, notices, clock, ring, item, told } = await play()
  const id = await handled()
  await does('lamps', 'askLedger', id, { missing: '管线改造资金', plan: '列入明年计划' })
  const entered = await does('supervisor', 'enterLedger', id, { leader: '分管领导', plan: '列入明年计划', missing: '资金' })
  assert.deepEqual(
    entered.limits.map(({ step }) => step),
    ['word'],
  )
  clock.moveOn({ hours: 24 * 20 })
  const informed = await does('lamps', 'inform', id, { words: '方案已报审' })
  assert.equal(informed.limits.length, 1)
  assert.ok(
    (await told(id)).some(({ said }) => said.some(({ text }) => text === '方案已报审')),
    'the reporter reads it',
  )
  clock.moveOn({ hours: 24 * 31 })
  await ring()
  assert.ok((await notices(id, 'alert')).includes('clerk@urban'))
  const left = await does('supervisor', 'leaveLedger', id, { words: '资金到位' })
  assert.ok(!left.limits.some(({ step }) => step === 'word') && left.limits.some(({ step }) => step === 'resolve'))
  assert.equal((await item(id)).state, 'handling')
})

test('a corrected category sends the case to the unit whose it is, by the dispatcher and by a rule that is said; the lead returns it instead', async () => {
  const { handled, does, refused, item } = await play()
  const id = await handled()
  const before = limit(await item(id), 'resolve')
  await refused('lamps', 'correct', id, { category: 'utilities.power', words: '是供电的事' }, /由供电公司主办，请退单/)
  const sent = await does('dispatcher', 'correct', id, { category: 'utilities.power', words: '是供电的事' })
  assert.ok(sent.state === 'dispatched' && sent.lead === 'power' && sent.former.includes('urban'))
  assert.match(sent.routedBy.zh, /类别更正，按类别规则由供电公司主办/)
  assert.equal(limit(sent, 'resolve').startsAt, before.startsAt, 'the clock goes on')
  assert.equal(sent.returns, 0)
})

test('whoever keeps a limit does not make it longer by correcting the case', async () => {
  const { handled, refused, does, clock, ring, item } = await play()
  const id = await handled({ urgency: 'urgent' })
  await refused('lamps', 'correct', id, { urgency: 'ordinary', words: '不急' }, /请指挥中心更正/)
  clock.moveTo(limit(await item(id), 'resolve').dueAt)
  await ring()
  assert.ok(limit(await does('dispatcher', 'correct', id, { urgency: 'ordinary', words: '不急' }), 'resolve'))
})

test('whoever is to accept a case does not begin their clock anew by correcting it', async () => {
  const { report, does, refused, item, clock } = await play()
  const id = await report()
  const { startsAt, dueAt } = limit(await item(id), 'accept')
  clock.moveTo('2026-03-02T13:45:00+08:00')
  const corrected = limit(await does('wangMin', 'correct', id, { kind: 'complaint', words: '是投诉' }), 'accept')
  assert.deepEqual([corrected.startsAt, corrected.dueAt], [startsAt, dueAt], 'already over, and stays so')
  const urgent = await report('grandma', { urgency: 'urgent' })
  clock.moveOn({ minutes: 40 })
  await refused('wangMin', 'correct', urgent, { urgency: 'ordinary', words: '不急' }, /请指挥中心更正/)
  const moved = await does('wangMin', 'correct', id, { concerns: ['grid'], words: '说的是网格' })
  assert.ok(limit(moved, 'accept').startsAt > startsAt, 'whom it goes to has the whole time')
})

test('a corrected place goes to the grid that covers it, as long as no unit has the case', async () => {
  const { report, does } = await play()
  const id = await report()
  await does('wangMin', 'accept', id)
  const place = { point: { longitude: points.pine[0], latitude: points.pine[1], system: 'wgs84' } }
  const moved = await does('wangMin', 'correct', id, { place, words: '其实在松园' })
  assert.ok(moved.state === 'reported' && moved.holder.unit === 'g-pine')
})

test('a calendar that is changed later moves no limit that runs: red comes when it was promised, and is explained by the calendar of then', async () => {
  const { handled, clock, ring, item, shown, database, district } = await play()
  const id = await handled()
  const before = limit(await item(id), 'resolve')
  const explained = async () => JSON.stringify((await shown('lamps', id)).item)
  const then = await explained()
  const days = (specialDays(2026) ?? []).concat(
    ['03', '04', '05', '06'].map((day) => ({ day: `2026-03-${day}`, working: false, name: { zh: '停工', en: 'closed' } })),
  )
  const saved = await within(database, { as: 'command', district }, (connection) =>
    saveYear(connection, district, 2026, { hours: usualHours, days: days.toSorted((a, b) => (a.day < b.day ? -1 : 1)) }),
  )
  assert.ok('version' in saved, JSON.stringify(saved))
  assert.equal(await explained(), then, 'the explanation is that of the calendar it was counted by')
  clock.moveTo(before.yellowAt)
  await ring()
  clock.moveTo(Temporal.Instant.from(before.dueAt).subtract({ minutes: 1 }))
  await ring()
  assert.equal(limit(await item(id), 'resolve').told, 1)
  clock.moveTo(before.dueAt)
  await ring()
  const after = limit(await item(id), 'resolve')
  assert.deepEqual([after.told, after.dueAt], [2, before.dueAt])
})
