import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { isRefusal } from '#kernel/flow/refusal.ts'
import { limit, play } from '#testing/play.ts'
import { lampReport } from '#testing/stage.ts'
import { categories } from './catalogue/categories.ts'

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
