import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { sql } from 'kysely'
import sharp from 'sharp'
import { within } from '#kernel/database/within.ts'
import { folderStore, keepPhoto } from '#kernel/files/store.ts'
import { perform } from '#kernel/flow/perform.ts'
import { isRefusal } from '#kernel/flow/refusal.ts'
import { see } from '#kernel/flow/see.ts'
import type { Actor } from '#kernel/people/actor.ts'
import { eventsOf } from '#kernel/record/event.ts'
import { type StaffName, staff } from '#testing/neighbourhood.ts'
import { lampReport, setStage } from '#testing/stage.ts'
import { categories } from './catalogue/categories.ts'
import type { Case } from './contract/item.ts'
import { historyOf } from './history.ts'

// What keeps the loop honest (`loop.md`), and what hurts the peers' users most (`peers.md`), one story each.

/** A stage on which people act by the one way through for every command; days may pass without anybody signing in again. */
async function play(start?: string) {
  const stage = await setStage(start)
  const { house, cases, database, district, clock } = stage
  const actorOf = (who: string): Actor => {
    const known = Object.entries(staff).find(([name]) => name === who)
    if (!known) return { district, id: who, name: '报单人', role: 'resident' }
    const [id, { name, role, unit }] = known
    return { district, id, name, role, unit: unit || district }
  }
  const send = (who: string, name: string, id: string, input: object = {}) =>
    perform(house, cases, { name, id, input, actor: actorOf(who), key: randomUUID(), scope: who })
  const item = async (id: string): Promise<Case> => {
    const found = await within(database, { as: 'owner', district }, (connection) => cases.itemOf(connection, district, id))
    assert(found)
    return found
  }
  const does = async (who: StaffName | 'grandma' | 'neighbour', name: string, id: string, input: object = {}): Promise<Case> => {
    const outcome = await send(who, name, id, input)
    assert.ok(!isRefusal(outcome), `${who} ${name}: ${JSON.stringify(outcome)}`)
    return item(id)
  }
  const refused = async (who: StaffName | 'grandma' | 'neighbour', name: string, id: string, input: object, because: RegExp) => {
    const outcome = await send(who, name, id, input)
    assert.ok(isRefusal(outcome), `${who} ${name} was carried out`)
    assert.match(`${outcome.kind} ${outcome.because.zh}`, because)
    assert.ok(outcome.because.en)
  }
  const report = async (who: 'grandma' | 'neighbour' = 'grandma', more: object = {}) => {
    const id = randomUUID()
    await does(who, 'report', id, lampReport({ category: 'neighbours.dispute', ...more }))
    return id
  }
  const handled = async (more: object = {}) => {
    const id = await report('grandma', more)
    await does('wangMin', 'accept', id)
    await does('wangMin', 'dispatch', id, { lead: 'urban' })
    await does('lamps', 'receive', id)
    return id
  }
  const resolved = async (more: object = {}) => {
    const id = await handled(more)
    await does('lamps', 'resolve', id, { outcome: 'solved', done: '已处理' })
    return id
  }
  const rated = (id: string, solved: boolean, who: 'grandma' | 'neighbour' = 'grandma') =>
    does(who, 'rate', id, { solved, level: solved ? 5 : 1 })
  /** A photo that somebody uploaded. */
  const photoOf = async (who: StaffName) => {
    const jpeg = await sharp({ create: { width: 40, height: 30, channels: 3, background: 'grey' } })
      .jpeg()
      .toBuffer()
    const store = folderStore(join(tmpdir(), `linli-test-${process.pid}`))
    return keepPhoto({ database, store, ring: house.ring }, district, { jpeg, width: 40, height: 30 }, who, clock.now())
  }
  /** A case as somebody sees it. */
  const shown = async (who: StaffName, id: string): Promise<{ item?: { words?: string } }> => {
    const view = await see(house, cases, actorOf(who), id)
    return isRefusal(view) ? {} : JSON.parse(JSON.stringify(view))
  }
  /** Rings until nobody is called any more. */
  const ring = async () => {
    for (;;) {
      const { sent, faults } = await stage.ringTimers()
      assert.deepEqual(faults, [])
      if (sent === 0) return
    }
  }
  const events = (id: string) => within(database, { as: 'owner', district }, (connection) => eventsOf(connection, district, id))
  /** The steps of a case as its reporter reads them. */
  const told = async (id: string) => {
    const rules = await within(database, { as: 'owner', district }, (connection) => cases.rulesOf(connection, district))
    return historyOf(await events(id), 'reporter', rules)
  }
  const notices = async (id: string, command: string) => {
    const { rows } = await within(database, { as: 'owner', district }, (connection) =>
      sql<{ to: { role?: string; unit?: string; party?: string } }>`
        select notice->'to' as to from record.outbox, jsonb_array_elements(body->'notices') notice
        where district = ${district} and item = ${id} and body->>'command' = ${command} order by sequence`.execute(connection),
    )
    return rows.map(({ to }) => to.party ?? `${to.role}@${to.unit === district ? '' : to.unit}`)
  }
  return {
    ...stage,
    clock,
    send,
    item,
    does,
    refused,
    report,
    handled,
    resolved,
    rated,
    ring,
    events,
    told,
    notices,
    photoOf,
    shown,
  }
}

const limit = ({ limits }: Case, step: string) => {
  const found = limits.find((one) => one.step === step)
  assert(found, `a limit to ${step} runs`)
  return found
}
const inShanghai = (instant: string) =>
  Temporal.Instant.from(instant).toZonedDateTimeISO('Asia/Shanghai').toPlainDateTime().toString({ smallestUnit: 'minute' })

test('only the reporter rates, once a round; nobody of the house does, and no person closes', async () => {
  const { resolved, refused, rated, send, item } = await play()
  const id = await resolved()
  for (const name of ['wangMin', 'lamps', 'lampsLeader', 'secretary', 'dispatcher', 'supervisor', 'leader'] as const) {
    await refused(name, 'rate', id, { solved: true, level: 5 }, /notYou/)
    await refused(name, 'close', id, {}, /notYou/)
  }
  await refused('neighbour', 'rate', id, { solved: true, level: 5 }, /notFound/)
  assert.equal((await rated(id, true)).state, 'closed')
  assert.ok(isRefusal(await send('grandma', 'rate', id, { solved: true, level: 1 })))
  const { ratings } = await item(id)
  assert.deepEqual(
    ratings.map(({ by, level }) => [by, level]),
    [['rating', 5]],
  )
})

test('nobody verifies or checks their own work: another eye looks', async () => {
  const { report, does, refused, photoOf } = await play()
  const onSite = categories.find((one) => one.verifiedOnSite && !one.protected && one.dispatchBy === 'grid')?.code
  assert(onSite)
  const id = await report('grandma', { category: onSite })
  await does('wangMin', 'accept', id)
  const looking = await does('wangMin', 'solveOnSite', id, {
    outcome: 'solved',
    done: '已处理',
    photos: [await photoOf('wangMin')],
  })
  assert.equal(looking.state, 'verifying')
  assert.deepEqual('holder' in looking && looking.holder, { role: 'communitySecretary', unit: 'garden' })
  await refused('wangMin', 'verify', id, {}, /notYou/)
  await refused('secretary', 'handOver', id, { to: { role: 'gridWorker', unit: 'g-plum' }, words: '请看' }, /rule/)
  assert.equal((await does('secretary', 'sendBack', id, { words: '没有处理' })).state, 'accepted')

  const own = randomUUID()
  await does('secretary', 'report', own, lampReport({ category: 'neighbours.dispute', as: 'patrol' }))
  await does('wangMin', 'accept', own)
  await does('wangMin', 'escalate', own, { words: '请社区处理' })
  await does('secretary', 'solveOnSite', own, { outcome: 'solved', done: '已处理' })
  await refused('secretary', 'check', own, { good: true }, /自己办理/)
  await refused('secretary', 'rate', own, { solved: true, level: 5 }, /验收/)
})

test('"not solved" brings it back to the last handler and tells the supervisor; the second time the dispatcher rules, and names a leader', async () => {
  const { resolved, rated, does, refused, notices } = await play()
  const id = await resolved()
  const again = await rated(id, false)
  assert.deepEqual([again.state, 'holder' in again && again.holder.unit, again.round], ['handling', 'urban', 2])
  assert.equal(limit(again, 'resolve').round, 2)
  const heard = await notices(id, 'rate')
  assert.ok(heard.includes('clerk@urban') && heard.includes('supervisor@'), heard.join(' '))
  await does('lamps', 'resolve', id, { outcome: 'solved', done: '又处理了' })
  const contested = await rated(id, false)
  assert.deepEqual([contested.state, contested.ratings.length], ['contested', 2], 'and the old rating stays')
  const duty = { duty: '权责清单第 12 项', words: '由住建局牵头' }
  await refused('dispatcher', 'rule', id, { decision: 'dispatch', lead: 'housing', ...duty }, /负责人/)
  const ruled = await does('dispatcher', 'rule', id, { decision: 'dispatch', lead: 'housing', leader: '冯建', ...duty })
  assert.equal(ruled.state, 'dispatched')
})

test('a closed case may be reopened for thirty days, by the reporter or the supervisor, and goes to whoever had it last', async () => {
  const { resolved, rated, does, refused, clock } = await play()
  const [id, late] = [await resolved(), await resolved()]
  await rated(id, true)
  await rated(late, true)
  clock.moveOn({ hours: 24 * 29 })
  await refused('lamps', 'reopen', id, { words: '想重办' }, /notYou/)
  assert.equal((await does('supervisor', 'reopen', id, { words: '回访发现未解决' })).state, 'handling')
  clock.moveOn({ hours: 24 * 2 })
  await refused('grandma', 'reopen', late, { words: '又坏了' }, /30 天/)
})

test('pause, return and extension are steps that the reporter reads, with who and why', async () => {
  const { handled, does, told, clock } = await play()
  const id = await handled()
  await does('lamps', 'askExtension', id, { days: 3, reason: '等配件到货' })
  await does('dispatcher', 'grantExtension', id, { words: '同意' })
  await does('lamps', 'askSuspension', id, { reason: 'material', until: '2026-03-20', words: '专用灯具停产' })
  const paused = await does('supervisor', 'grantSuspension', id)
  assert.deepEqual(paused.limits, [], 'the clocks stand still')
  clock.moveOn({ hours: 24 * 7 })
  await does('lamps', 'resume', id)
  const other = await handled()
  await does('lamps', 'return', other, { reason: 'notOurDuty', words: '小区内道路不归我局', rightBody: 'housing' })
  const steps = [...(await told(id)), ...(await told(other))]
  const said = (command: string) => steps.find((step) => step.command === command)
  for (const [command, name, words] of [
    ['askExtension', '吴城', '等配件到货'],
    ['grantExtension', '卫派', '同意'],
    ['askSuspension', '吴城', '等待专用材料或配件'],
    ['resume', '吴城', undefined],
    ['return', '吴城', '不属本单位职责'],
  ] as const) {
    const step = said(command)
    assert.equal(step?.by.name, name, command)
    if (words)
      assert.ok(
        step?.said.some(({ text }) => text === words),
        `${command} says ${words}: ${JSON.stringify(step)}`,
      )
  }
  assert.ok(said('grantSuspension'))
})

test('a returned case goes back to who dispatched it; the second return is ruled on, and a ruled lead cannot return', async () => {
  const { handled, does, refused } = await play()
  const id = await handled()
  const words = { reason: 'notOurDuty', words: '不归我局' }
  await refused('lamps', 'return', id, { ...words, rightBody: 'nowhere' }, /正确的承办单位/)
  await refused('lamps', 'return', id, { ...words, rightBody: 'urban' }, /另一个/)
  const back = await does('lamps', 'return', id, { ...words, rightBody: 'housing' })
  assert.deepEqual([back.state, 'holder' in back && back.holder.unit], ['accepted', 'g-plum'])
  const clock = limit(back, 'resolve')
  const passed = await does('wangMin', 'dispatch', id, { lead: 'housing' })
  assert.equal(limit(passed, 'resolve').dueAt, clock.dueAt, 'nobody passes a case sideways: the clock goes on')
  const contested = await does('housing', 'return', id, { ...words, rightBody: 'urban' })
  assert.deepEqual([contested.state, 'holder' in contested && contested.holder.role], ['contested', 'dispatcher'])
  await does('dispatcher', 'rule', id, { decision: 'dispatch', lead: 'urban', duty: '履职清单第 3 项', words: '由执法局办理' })
  await refused('lamps', 'return', id, { ...words, rightBody: 'housing' }, /裁定/)
  await does('lamps', 'receive', id)
  await refused('lamps', 'return', id, { ...words, rightBody: 'housing' }, /裁定/)
})

test('a working day after receiving it is too late to return', async () => {
  const { handled, refused, clock } = await play()
  const id = await handled()
  clock.moveOn({ hours: 25 })
  await refused('lamps', 'return', id, { reason: 'notOurDuty', words: '不归我局', rightBody: 'housing' }, /1 个工作日/)
})

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

test('the lead resolves only when every part is in or relieved', async () => {
  const { report, does, refused } = await play()
  const id = await report()
  await does('wangMin', 'accept', id)
  const assisting = [
    { unit: 'housing', task: '看房屋' },
    { unit: 'power', task: '看线路' },
  ]
  await does('wangMin', 'dispatch', id, { lead: 'urban', assisting })
  await does('lamps', 'receive', id)
  const done = { outcome: 'solved', done: '好了' }
  await refused('lamps', 'resolve', id, done, /住房和城乡建设局.*供电公司/)
  await does('housing', 'receivePart', id)
  await does('housing', 'contribute', id, { answer: '房屋安全' })
  await refused('lamps', 'resolve', id, done, /供电公司/)
  const relieved = await does('lamps', 'relieve', id, { unit: 'power', words: '一直没有回音' })
  assert.ok(!relieved.limits.some(({ step }) => step.startsWith('part:')))
  assert.equal((await does('lamps', 'resolve', id, done)).state, 'resolved')
})

test('whoever is merged follows, hears, and rates for themselves; what is not solved for them comes back as their own case', async () => {
  const { report, does, refused, rated, item, notices, ring, clock, shown } = await play()
  const [parent, child] = [await report('grandma'), await report('neighbour')]
  await does('wangMin', 'accept', parent)
  await refused('wangMin', 'merge', child, { parent: child }, /自己/)
  assert.equal((await does('wangMin', 'merge', child, { parent })).state, 'merged')
  await refused('wangMin', 'merge', parent, { parent: child }, /不在办理/)
  await does('wangMin', 'solveOnSite', parent, { outcome: 'solved', done: '已处理' })
  assert.ok((await notices(parent, 'solveOnSite')).includes('neighbour'), 'a follower hears of it')
  const after = await does('neighbour', 'rate', parent, { solved: false, level: 1, words: '我家门口还是那样' })
  assert.deepEqual([after.state, after.round], ['resolved', 1], 'the parent stays as it is')
  const own = await item(after.children.at(-1) ?? '')
  assert.deepEqual([own.state, own.reporter, own.origin, own.name, own.photos], ['reported', 'neighbour', parent, undefined, []])
  assert.equal('holder' in own && own.holder.unit, 'g-plum')
  const seen = await shown('wangMin', own.id)
  assert.equal(seen.item?.words, '我家门口还是那样', 'in their words')
  await refused('neighbour', 'rate', parent, { solved: true, level: 5 }, /已评价/)
  assert.equal((await rated(parent, true)).state, 'closed')
  clock.moveOn({ hours: 4 })
  await ring()
})

test('who joined takes over what its reporter withdraws, without who that was; a danger goes on as staff’s', async () => {
  const { report, does } = await play()
  const id = await report('grandma', { phone: '13900000001', name: '李奶奶' })
  await does('neighbour', 'join', id)
  const next = await does('grandma', 'withdraw', id)
  assert.deepEqual(
    [next.state, next.reporter, next.followers, next.name, next.phone],
    ['reported', 'neighbour', [], undefined, undefined],
  )
  assert.equal((await does('neighbour', 'withdraw', id)).state, 'withdrawn')
  const danger = categories.find(({ withdrawable, protected: guarded }) => !withdrawable && !guarded)?.code
  const kept = await does('grandma', 'withdraw', await report('grandma', { category: danger }))
  assert.deepEqual([kept.state, kept.staffReported], ['reported', true])
})

test('what is declined names its ground and the right door, and is appealed once', async () => {
  const { report, does, refused, clock } = await play()
  const id = await report()
  const words = { words: '正在诉讼' }
  assert.equal((await does('wangMin', 'proposeDecline', id, { reason: 'court', ...words })).state, 'contested')
  const declined = await does('dispatcher', 'decline', id, { reason: 'court', ...words })
  assert.ok(declined.state === 'declined' && /民事诉讼法/.test(declined.decline.ground) && /法院/.test(declined.decline.door))
  await refused('neighbour', 'appeal', id, words, /notFound/)
  assert.equal((await does('grandma', 'appeal', id, words)).state, 'appealed')
  await refused('dispatcher', 'reject', id, words, /notYou/)
  const final = await does('supervisor', 'reject', id, words)
  assert.ok(final.state === 'declined' && final.final)
  await refused('grandma', 'appeal', id, words, /复核过一次/)
  const late = await report()
  await does('dispatcher', 'decline', late, { reason: 'court', ...words })
  clock.moveOn({ hours: 24 * 16 })
  await refused('grandma', 'appeal', late, words, /15 天/)
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

test('what nobody rates closes by itself after seven days, unrated, and counts for nobody', async () => {
  const { resolved, ring, item, clock } = await play()
  const id = await resolved()
  clock.moveOn({ hours: 24 * 7 - 1 })
  await ring()
  assert.equal((await item(id)).state, 'resolved')
  clock.moveOn({ hours: 1 })
  await ring()
  const closed = await item(id)
  assert.ok(closed.state === 'closed' && closed.unrated && closed.ratings.length === 0)
})

test('a case is excluded from the rates by two people, with its ground', async () => {
  const { resolved, rated, does, refused, item } = await play()
  const id = await resolved()
  await rated(id, true)
  await refused('lamps', 'exclude', id, { ground: '不想算' }, /notYou/)
  await does('supervisor', 'exclude', id, { ground: '重复统计' })
  assert.equal((await item(id)).excluded?.agreedBy, undefined)
  await refused('supervisor', 'exclude', id, { ground: '重复统计' }, /另一人/)
  assert.equal((await does('secondSupervisor', 'exclude', id, { ground: '同意' })).excluded?.agreedBy, 'secondSupervisor')
})

test('a call-back is made by somebody outside the chain, and its "not solved" reopens', async () => {
  const { resolved, refused, does } = await play()
  const id = await resolved()
  await refused('lamps', 'callBack', id, { answered: true, solved: true, level: 5 }, /notYou/)
  assert.equal((await does('caller', 'callBack', id, { answered: false })).ratings.length, 0)
  const again = await does('caller', 'callBack', id, { answered: true, solved: false, level: 1 })
  assert.deepEqual([again.state, again.ratings[0]?.by], ['handling', 'callBack'])
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
