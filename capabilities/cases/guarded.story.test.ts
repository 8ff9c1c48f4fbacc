import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { isRefusal } from '#kernel/flow/refusal.ts'
import { play } from '#testing/play.ts'
import { lampReport } from '#testing/stage.ts'

// What turns out to be protected, or about those who handle it, takes along what hangs on it; nobody who reported it is left without a case.

const nearby = ['wangMin', 'steward', 'secretary', 'streetDesk'] as const

test('what was merged into what becomes protected, by way of another too, is guarded itself, and its reporters have cases of theirs', async () => {
  const { report, does, at, item } = await play()
  const [parent, child] = [await report('neighbour'), await report('grandma', { words: '我看见602的男人打他孩子' })]
  const grandchild = await report('grandma', { words: '602又在打孩子' })
  await does('wangMin', 'merge', grandchild, { parent: child })
  await does('wangMin', 'merge', child, { parent })
  await does('dispatcher', 'correct', parent, { category: 'care.minors', words: '实为伤害未成年人' })
  for (const who of nearby)
    for (const id of [parent, child, grandchild])
      assert.equal((await (await at(who)).get(`/api/cases/${id}`)).status, 404, `${who} ${id}`)
  for (const id of [child, grandchild]) {
    const { state, protected: guarded, limits } = await item(id)
    assert.deepEqual([state, guarded, limits.some(({ step }) => step === 'duty')], ['reported', true, true])
  }
  assert.deepEqual((await item(parent)).children, [])
  await does('grandma', 'comment', child, { words: '请快一点' })
})

test('the same where it turns out to be about the grid: nobody of it finds or takes out again what had been merged', async () => {
  const { report, does, at, send } = await play()
  const [parent, child] = [await report('neighbour'), await report('grandma', { words: '网格员收钱' })]
  await does('wangMin', 'merge', child, { parent })
  await does('dispatcher', 'correct', parent, { concerns: ['grid'], words: '说的是网格员' })
  assert.ok(isRefusal(await send('wangMin', 'unmerge', child, { parent })))
  assert.equal((await (await at('wangMin')).get(`/api/cases/${child}`)).status, 404)
  assert.equal((await (await at('dispatcher')).get(`/api/cases/${child}`)).body.item.state, 'reported')
})

test('what was withdrawn and goes on as what becomes protected is read no longer by those whom that is hidden from', async () => {
  const { report, does, at, item } = await play()
  const withdrawn = await report('neighbour', { words: '602的男人打他孩子' })
  await does('grandma', 'join', withdrawn)
  await does('neighbour', 'withdraw', withdrawn)
  const before = await item(withdrawn)
  assert.ok(before.state === 'withdrawn' && before.continuedAs !== undefined)
  await does('dispatcher', 'correct', before.continuedAs, { category: 'care.minors', words: '实为伤害未成年人' })
  for (const who of nearby) assert.equal((await (await at(who)).get(`/api/cases/${withdrawn}`)).status, 404, who)
  assert.equal((await item(withdrawn)).state, 'withdrawn')
})

test('also where it was withdrawn twice, and what had been merged into the first goes along', async () => {
  const { report, does, at, item, resident } = await play()
  const [first, merged] = [
    await report('neighbour', { words: '602的男人打他孩子' }),
    await report('grandma', { words: '602又打孩子' }),
  ]
  await does('grandma', 'join', first)
  assert.equal((await (await resident('13900007001')).send('join', first)).status, 200)
  await does('wangMin', 'merge', merged, { parent: first })
  const goesOnAs = async (id: string) => {
    const one = await item(id)
    assert.ok(one.state === 'withdrawn' && one.continuedAs !== undefined)
    return one.continuedAs
  }
  await does('neighbour', 'withdraw', first)
  const second = await goesOnAs(first)
  await does('grandma', 'withdraw', second)
  const last = await goesOnAs(second)
  await does('dispatcher', 'correct', last, { category: 'care.minors', words: '实为伤害未成年人' })
  for (const who of nearby)
    for (const id of [first, second, merged, last])
      assert.equal((await (await at(who)).get(`/api/cases/${id}`)).status, 404, `${who} ${id}`)
  assert.equal((await item(merged)).state, 'reported')
})

test('residents whose reports were merged into what was found on patrol rate it, and may say that it is not solved', async () => {
  const { report, does, refused, at, item } = await play()
  const found = (await (await at('wangMin')).send('report', '', lampReport({ as: 'patrol', category: 'neighbours.dispute' })))
    .body.id
  await does('wangMin', 'merge', await report('grandma'), { parent: found })
  await does('wangMin', 'accept', found)
  await does('wangMin', 'solveOnSite', found, { outcome: 'solved', done: '好了' })
  await refused('secretary', 'check', found, { good: true }, /须等他们评价/)
  await does('grandma', 'rate', found, { solved: false, level: 1 })
  const own = await item((await item(found)).children.at(-1) ?? '')
  assert.deepEqual([own.reporter, own.state], ['grandma', 'reported'])
})

test('a code that staff had in hand closes nothing for others, and makes no rating that counts, however often it was merged', async () => {
  const { report, does, at, holder, item } = await play()
  const filed = async () => {
    const { body } = await (await at('wangMin')).send('report', '', lampReport({ as: 'counter', category: 'neighbours.dispute' }))
    return { id: String(body.id), code: String(body.secret.queryCode) }
  }
  const solved = async (id: string) => {
    await does('wangMin', 'accept', id)
    await does('wangMin', 'solveOnSite', id, { outcome: 'solved', done: '好了' })
  }
  const [one, other] = [await filed(), await filed()]
  await does('wangMin', 'merge', await report('grandma'), { parent: one.id })
  await does('wangMin', 'merge', other.id, { parent: one.id })
  await solved(one.id)
  assert.equal((await (await holder(one.code)).send('rate', one.id, { solved: true, level: 5 })).status, 200)
  assert.equal((await item(one.id)).state, 'resolved')
  const hand = await holder(other.code)
  assert.equal((await hand.send('rate', one.id, { solved: false, level: 1 })).status, 200)
  const own = (await item(one.id)).children.at(-1) ?? ''
  await solved(own)
  assert.equal((await hand.send('rate', own, { solved: true, level: 5 })).status, 200)
  assert.deepEqual(
    (await item(own)).ratings.map(({ by }) => by),
    ['codeSeenByStaff'],
  )
})

test('a unit that merges what it had goes on seeing it, and so does its leader', async () => {
  const { handled, does, at } = await play()
  const [parent, child] = [await handled(), await handled()]
  await does('lamps', 'merge', child, { parent })
  assert.equal((await (await at('lampsLeader')).get(`/api/cases/${child}`)).status, 200)
})

test('what is split off as being about a worker goes past them and whoever followed the whole, as a report of it does', async () => {
  const { report, handled, does, item, shown } = await play()
  assert.deepEqual(await shown('wangMin', await report('grandma', { category: 'chain.worker' })), {})
  const id = await handled()
  await does('neighbour', 'join', id)
  await does('lamps', 'askReporter', id, { question: '几号楼？' })
  const part = randomUUID()
  await does('lamps', 'split', id, { parts: [{ id: part, category: 'chain.worker', words: '网格员收了钱' }] })
  assert.deepEqual(await shown('wangMin', part), {})
  const { followers, question, state } = await item(part)
  assert.deepEqual([followers, question, state], [[], null, 'reported'])
})

test('what turns out to be harm to a child is guarded however far it has come, by the dispatcher', async () => {
  const { report, handled, resolved, rated, does, refused, at, clock, shown } = await play()
  const [paused, done, closed, withdrawn] = [await handled(), await resolved(), await resolved(), await report()]
  const until = clock
    .now()
    .add({ hours: 24 * 20 })
    .toString()
    .slice(0, 10)
  await does('lamps', 'askSuspension', paused, { reason: 'procedure', until, words: '等鉴定' })
  await does('supervisor', 'grantSuspension', paused)
  await rated(closed, true)
  await does('grandma', 'withdraw', withdrawn)
  const guard = { category: 'care.minors', words: '实为伤害未成年人' }
  for (const id of [paused, done, closed, withdrawn]) {
    assert.equal((await (await at('wangMin')).get(`/api/cases/${id}`)).status, 200)
    await refused('dispatcher', 'correct', id, { category: 'municipal.streetLamp', words: '是路灯' }, /只能更正为受保护的/)
    await refused('supervisor', 'correct', id, guard, /notYou/)
    const guarded = await does('dispatcher', 'correct', id, guard)
    assert.deepEqual([guarded.state, guarded.protected], ['reported', true])
    assert.ok(guarded.limits.some(({ step }) => step === 'duty'))
    assert.deepEqual(await shown('wangMin', id), {})
    assert.equal((await (await at('wangMin')).get(`/api/cases/${id}`)).status, 404)
  }
})
