import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { perform } from '#kernel/flow/perform.ts'
import { isRefusal } from '#kernel/flow/refusal.ts'
import { everybodysPassword } from '#testing/neighbourhood.ts'
import { limit, play } from '#testing/play.ts'
import { lampReport, setStage } from '#testing/stage.ts'
import { categories } from './catalogue/categories.ts'
import { columnsOf } from './columns.ts'
import { isDrawn } from './drawing.ts'

// Who says that a case is solved, and what becomes of it when they say no (`loop.md`).

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

test('nobody verifies what they helped to solve, at whatever post they look; who only sent it there does', async () => {
  const { report, does, send, photoOf, district, house, cases } = await play()
  const onSite = categories.find((one) => one.verifiedOnSite && !one.protected && one.dispatchBy === 'grid')?.code
  const id = await report('grandma', { category: onSite })
  await does('wangMin', 'accept', id)
  await does('wangMin', 'dispatch', id, { lead: 'urban', assisting: [{ unit: 'housing', task: '看房屋' }] })
  await does('lamps', 'receive', id)
  await does('housing', 'receivePart', id)
  await does('housing', 'contribute', id, { answer: '已看' })
  const looking = await does('lamps', 'resolve', id, { outcome: 'solved', done: '已修', photos: [await photoOf('lamps')] })
  assert.deepEqual('holder' in looking && looking.holder, { role: 'gridWorker', unit: 'g-plum' })
  // Whoever assisted is at the grid's post too.
  const atOtherPost = { district, id: 'housing', name: '冯建', role: 'gridWorker' as const, unit: 'g-plum' }
  const own = await perform(house, cases, {
    ...{ name: 'verify', id, input: {}, actor: atOtherPost },
    ...{ key: 'own work', scope: 'housing' },
  })
  assert.ok(isRefusal(own) && /自己办理/.test(own.because.zh))
  assert.ok(!isRefusal(await send('wangMin', 'verify', id)))
})

test('the post that solved it does not check it, whoever is at it now', async () => {
  const { does, district, house, cases } = await play()
  const id = randomUUID()
  await does('wangMin', 'report', id, lampReport({ category: 'neighbours.dispute', as: 'patrol' }))
  await does('wangMin', 'accept', id)
  await does('wangMin', 'escalate', id, { words: '请社区处理' })
  await does('secretary', 'solveOnSite', id, { outcome: 'solved', done: '已处理' })
  const colleague = { district, id: 'colleague', name: '新书记', role: 'communitySecretary' as const, unit: 'garden' }
  const checked = await perform(house, cases, {
    ...{ name: 'check', id, input: { good: true }, actor: colleague },
    ...{ key: 'same post', scope: 'colleague' },
  })
  assert.ok(isRefusal(checked) && /自己办理/.test(checked.because.zh))
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
  await refused('dispatcher', 'rule', id, { decision: 'dispatch', lead: 'housing', ...duty }, /责任领导/)
  const ruled = await does('dispatcher', 'rule', id, { decision: 'dispatch', lead: 'housing', leader: '冯建', ...duty })
  assert.deepEqual([ruled.state, ruled.leader], ['dispatched', '冯建'])
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

test('nothing is closed over the heads of others for whom it was wrong too; nor once it is closed are they without a way', async () => {
  const { handled, report, does, refused, rated, item, ring, clock } = await play()
  const [joined, parent, child] = [await handled(), await report('grandma'), await report('neighbour')]
  await does('neighbour', 'join', joined)
  await does('lamps', 'resolve', joined, { outcome: 'solved', done: '好了' })
  await does('wangMin', 'merge', child, { parent })
  await does('wangMin', 'accept', parent)
  await does('wangMin', 'solveOnSite', parent, { outcome: 'solved', done: '好了' })
  for (const id of [joined, parent]) assert.equal((await rated(id, true)).state, 'resolved')
  await refused('grandma', 'rate', joined, { solved: true, level: 5 }, /已评价/)
  assert.equal((await rated(joined, true, 'neighbour')).state, 'closed', 'once all have said so')

  await refused('neighbour', 'reopen', parent, { words: '没好' }, /等评价/)
  assert.equal(
    (await does('grandma', 'reopen', parent, { words: '第二天又坏了' })).state,
    'accepted',
    'who has rated need not wait',
  )
  await does('wangMin', 'solveOnSite', parent, { outcome: 'solved', done: '又好了' })
  clock.moveOn({ hours: 24 * 7 + 1 })
  await ring()
  const after = await does('neighbour', 'reopen', parent, { words: '我家门口没好' })
  assert.deepEqual([after.state, after.followers], ['closed', []])
  const own = await item(after.children.at(-1) ?? '')
  assert.deepEqual([own.state, own.reporter, own.origin], ['reported', 'neighbour', parent])
  await refused('neighbour', 'reopen', parent, { words: '没好' }, /notFound/)
})

test('who has a case of their own for what is not solved begins no second of the same round', async () => {
  const { handled, does, refused, rated, ring, clock } = await play()
  const id = await handled()
  await does('neighbour', 'join', id)
  await does('lamps', 'resolve', id, { outcome: 'solved', done: '好了' })
  await rated(id, false, 'neighbour')
  clock.moveOn({ hours: 24 * 7 + 1 })
  await ring()
  await refused('neighbour', 'reopen', id, { words: '没好' }, /作为您自己的事项/)
})

test('who was merged into what a worker found appeals when that is declined', async () => {
  const { at, report, does } = await play()
  const found = (await (await at('wangMin')).send('report', '', lampReport({ as: 'patrol', category: 'neighbours.dispute' })))
    .body.id
  await does('wangMin', 'merge', await report('grandma'), { parent: found })
  await does('wangMin', 'proposeDecline', found, { reason: 'unfounded', words: '查无此事' })
  await does('dispatcher', 'decline', found, { reason: 'unfounded', words: '查无此事' })
  assert.equal((await does('grandma', 'appeal', found, { words: '有的' })).state, 'appealed')
})

test('what a caller noted takes nobody’s own word from them', async () => {
  const { resolved, does, rated } = await play()
  const id = await resolved()
  await does('caller', 'callBack', id, { answered: true, solved: true, level: 5 })
  assert.equal((await rated(id, false)).state, 'handling')
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
  await refused('leader', 'exclude', id, { ground: '不想算' }, /督办员/)
  await does('supervisor', 'exclude', id, { ground: '重复统计' })
  assert.equal((await item(id)).excluded?.agreedBy, undefined)
  await refused('supervisor', 'exclude', id, { ground: '重复统计' }, /另一人/)
  assert.equal((await does('secondSupervisor', 'exclude', id, { ground: '同意' })).excluded?.agreedBy, 'secondSupervisor')
  const other = await resolved()
  await rated(other, true)
  await does('supervisor', 'exclude', other, { ground: '重复统计' })
  assert.equal((await does('leader', 'exclude', other, { ground: '同意' })).excluded?.agreedBy, 'leader')
})

test('a call-back is made by somebody outside the chain, and its "not solved" reopens', async () => {
  const { resolved, refused, does } = await play()
  const id = await resolved()
  await refused('lamps', 'callBack', id, { answered: true, solved: true, level: 5 }, /notYou/)
  assert.equal((await does('caller', 'callBack', id, { answered: false })).ratings.length, 0)
  const again = await does('caller', 'callBack', id, { answered: true, solved: false, level: 1 })
  assert.deepEqual([again.state, again.ratings[0]?.by], ['handling', 'callBack'])
})

test('nobody is called twice, or about what they have said themselves, or for ever, or by who worked on it', async () => {
  const { resolved, rated, refused, does, shown, clock, ring, district, house, cases } = await play()
  const id = await resolved()
  for (const _ of [1, 2, 3]) {
    await does('caller', 'callBack', id, { answered: false })
    await refused('caller', 'callBack', id, { answered: false }, /小时后再打/)
    clock.moveOn({ hours: 5 })
  }
  await refused('caller', 'callBack', id, { answered: false }, /不再打扰/)
  assert.deepEqual(
    (await shown('lamps', id)).item?.calls?.map(({ answered }) => answered),
    [false, false, false],
  )
  assert.equal((await shown('grandma', id)).item?.calls, undefined, 'told inside the house')
  assert.equal(
    (await does('caller', 'callBack', id, { answered: true, solved: true, level: 5 })).ratings.length,
    1,
    'who does answer is heard',
  )
  const asked = await resolved()
  const once = await does('caller', 'callBack', asked, { answered: true, solved: true, level: 4 })
  assert.deepEqual(
    once.calls?.map(({ answered, by }) => [answered, by]),
    [[true, '蒋访']],
  )
  await refused('caller', 'callBack', asked, { answered: true, solved: true, level: 5 }, /已经回访过/)
  const own = await resolved()
  await rated(own, true)
  await refused('caller', 'callBack', own, { answered: true, solved: true, level: 5 }, /已自己评价/)
  // Whoever handled it at another post does not call about it.
  const theirs = await resolved()
  const atOtherPost = { district, id: 'lamps', name: '吴城', role: 'caller' as const, unit: district }
  const input = { answered: true, solved: true, level: 5 }
  const outcome = await perform(house, cases, {
    name: 'callBack',
    id: theirs,
    input,
    actor: atOtherPost,
    key: 'two posts',
    scope: 'lamps',
  })
  assert.ok(isRefusal(outcome) && /由别人回访/.test(outcome.because.zh))
  const late = await resolved()
  clock.moveOn({ hours: 24 * 7 + 1 })
  await ring()
  clock.moveOn({ hours: 24 * 31 })
  await refused('caller', 'callBack', late, input, /超过 30 天/)
})

test('whom to call is drawn by nobody: all that could not be done, a tenth of the rest, and never who has rated', async () => {
  const { report, handled, resolved, does, refused, rated, item, house } = await play()
  const cannot = await handled()
  const done = await does('lamps', 'resolve', cannot, { outcome: 'cannot', done: '已说明', because: '规划未批' })
  assert.equal(columnsOf(done).asked, 'callBack')
  await rated(cannot, true)
  const said = await does('supervisor', 'exclude', cannot, { ground: '试' })
  assert.notEqual(columnsOf(said).asked, 'callBack')
  const ids = Array.from({ length: 2000 }, () => randomUUID())
  const drawn = ids.filter((id) => isDrawn(house.ring, { id, round: 1 })).length
  assert.ok(drawn > 140 && drawn < 260, `${drawn} of 2000`)
  assert.equal(columnsOf(await item(await resolved())).asked, 'callBack')
  const other = await report('grandma', {}, false)
  await does('wangMin', 'accept', other)
  assert.notEqual(columnsOf(await does('wangMin', 'solveOnSite', other, { outcome: 'partly', done: '已劝说' })).asked, 'callBack')
  await refused('caller', 'callBack', other, { answered: true, solved: true, level: 5 }, /没有抽中/)
  // There is one draw, of the house's: what has none of this round is not drawn, whatever its id.
  const finished = await item(await resolved())
  for (const id of ids.slice(0, 100)) {
    assert.equal(columnsOf({ ...finished, id, draw: { round: finished.round - 1, is: true } }).asked, null, id)
    assert.equal(columnsOf({ ...finished, id, draw: { round: finished.round, is: true } }).asked, 'callBack', id)
  }
})

test('a rating with a code that a worker had in hand is shown as such, and counts once a call back has confirmed it', async () => {
  const stage = await setStage()
  const desk = await stage.at('secretary')
  const filed = (
    await desk.send('report', '', lampReport({ as: 'counter', phone: '0536-8881234', category: 'neighbours.dispute' }))
  ).body
  const worker = await stage.at('wangMin')
  await worker.send('accept', filed.id)
  await worker.send('dispatch', filed.id, { lead: 'urban' })
  const lamps = await stage.at('lamps')
  await lamps.send('receive', filed.id)
  await lamps.send('resolve', filed.id, { outcome: 'solved', done: '已处理' })
  const forged = await (await stage.holder(filed.secret.queryCode)).send('rate', filed.id, { solved: true, level: 5 })
  assert.equal(forged.body.view.item.ratings[0].by, 'codeSeenByStaff')
  stage.clock.moveOn({ minutes: 1 })
  const rate = async () => (await (await stage.at('dispatcher')).get('/api/metrics/satisfactionRate')).body
  const { beside, denominator } = await rate()
  assert.deepEqual([denominator, beside.answered, beside.throughStaff, beside.unrated], [0, 0, 1, 1])
  const caller = await stage.at('caller')
  const list = await caller.get('/api/cases?asked=callBack')
  assert.deepEqual(
    list.body.rows.map(({ id }: { id: string }) => id),
    [filed.id],
  )
  const handler = await lamps.get('/api/cases?asked=callBack')
  assert.equal(handler.status, 403, 'who handled it is not told what was drawn')
  assert.equal((await caller.send('callBack', filed.id, { answered: true, solved: true, level: 4 })).status, 200)
  assert.ok((await rate()).hidden, 'one answer is counted now, and so few are kept back')
  assert.deepEqual((await caller.get('/api/cases?asked=callBack')).body.rows, [])
})

test('whom to call is listed as long as they may be called, however long it took to get there', async () => {
  const { handled, does, ring, clock, cookieOf, hand, district } = await play()
  const id = await handled()
  clock.moveOn({ hours: 24 * 200 })
  await does('lamps', 'resolve', id, { outcome: 'cannot', done: '已说明', because: '规划未批' })
  const listed = async () => {
    const caller = hand(await cookieOf('/api/session', { account: `caller.${district}`, password: everybodysPassword }))
    const { body } = await caller.get('/api/cases?asked=callBack&sort=newest')
    return body.rows.map((row: { id: string }) => row.id)
  }
  assert.deepEqual(await listed(), [id])
  clock.moveOn({ hours: 24 * 7 + 1 })
  await ring()
  clock.moveOn({ hours: 24 * 29 })
  assert.deepEqual(await listed(), [id])
  clock.moveOn({ hours: 24 * 2 })
  assert.deepEqual(await listed(), [])
})

test('the query code of what staff file for a caller goes to the caller alone, and what is rated with it counts as theirs', async () => {
  const stage = await setStage()
  const desk = await stage.at('secretary')
  const report = lampReport({ as: 'phone', phone: '138-1111-2222', category: 'neighbours.dispute' })
  const key = randomUUID()
  const first = await desk.send('report', '', report, { key })
  const again = await desk.send('report', '', report, { key })
  for (const { body } of [first, again]) assert.deepEqual(body.secret, { codeSentTo: '138****2222' })
  const code = stage.cameTo('13811112222')
  assert.match(code, /^[0-9A-Z]{13}$/)
  assert.ok(!JSON.stringify([first.body, again.body]).includes(code), 'and the worker never learns it')
  const { id } = first.body
  const worker = await stage.at('wangMin')
  await worker.send('accept', id)
  await worker.send('solveOnSite', id, { outcome: 'partly', done: '已劝说' })
  const reporter = await stage.holder(code)
  const rated = await reporter.send('rate', id, { solved: true, level: 5 })
  assert.equal(rated.body.view.item.ratings[0].by, 'rating')
  const found = await desk.send('report', '', lampReport({ as: 'patrol', phone: '13811113333' }))
  assert.equal(stage.cameTo('13811113333'), '', 'what a worker found has no reporter to tell')
  assert.equal(found.status, 200)
})

test('what staff reported waits for the grid leader in a list of its own, and nobody who worked on it checks it', async () => {
  const stage = await setStage()
  const worker = await stage.at('wangMin')
  const { id } = (await worker.send('report', '', lampReport({ as: 'patrol', category: 'neighbours.dispute' }))).body
  await worker.send('accept', id)
  await worker.send('solveOnSite', id, { outcome: 'partly', done: '已劝说' })
  const secretary = await stage.at('secretary')
  const waits = async () => (await secretary.get('/api/cases?asked=check')).body.rows.map((row: { id: string }) => row.id)
  assert.deepEqual(await waits(), [id])
  assert.equal((await secretary.send('check', id, { good: true })).status, 200)
  assert.deepEqual(await waits(), [])
})

test('a call that nobody answered says nothing, whatever was noted with it', async () => {
  const { resolved, does } = await play()
  const called = await does('caller', 'callBack', await resolved(), { answered: false, solved: true, level: 5 })
  assert.deepEqual([called.ratings, called.calls?.length], [[], 1])
})
