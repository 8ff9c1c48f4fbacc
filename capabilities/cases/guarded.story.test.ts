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

test('what is about a worker is not split off from what they read; from what is hidden from them it is, and goes past them', async () => {
  const { handled, does, refused, item, shown } = await play()
  const id = await handled()
  await does('lamps', 'askReporter', id, { question: '几号楼？' })
  const part = (category: string) => ({ parts: [{ id: randomUUID(), category, words: '网格员收了钱' }] })
  await refused('lamps', 'split', id, part('chain.worker'), /请把整件更正/)
  await refused('dispatcher', 'split', id, part('care.minors'), /请把整件更正/)
  await does('dispatcher', 'correct', id, { category: 'care.minors', words: '涉及未成年人' })
  await does('dispatcher', 'accept', id)
  const about = part('chain.worker')
  await does('dispatcher', 'split', id, about)
  const [{ id: own } = { id: '' }] = about.parts
  const { followers, question, photos, state } = await item(own)
  assert.deepEqual([followers, question, photos, state], [[], null, [], 'reported'])
  assert.deepEqual(await shown('wangMin', own), {})
})

test('what was split off before goes past whom the whole is about, and shows nothing that came with what is protected', async () => {
  const { report, does, item, at, photoOf } = await play()
  const splitOff = async (correction: object, photos: string[] = []) => {
    const [whole, part] = [await report('grandma', { photos }), randomUUID()]
    await does('wangMin', 'accept', whole)
    await does('wangMin', 'split', whole, { parts: [{ id: part, category: 'municipal.streetLamp', words: '路灯不亮' }] })
    await does('dispatcher', 'correct', whole, { ...correction, words: '核实后更正' })
    return part
  }
  const photo = await photoOf('grandma')
  const [apart, hidden] = [await splitOff({ category: 'care.minors' }, [photo]), await splitOff({ concerns: ['grid'] })]
  const worker = await at('wangMin')
  assert.equal((await worker.get(`/api/cases/${apart}`)).status, 200, 'it is another matter')
  assert.equal((await worker.bytes(`/api/cases/${apart}/photos/${photo}`)).status, 404)
  assert.equal((await worker.get(`/api/cases/${hidden}`)).status, 404)
  assert.deepEqual([(await item(apart)).photos, (await item(hidden)).state], [[], 'reported'])
})

test('what somebody who followed it has as their own is guarded along, and so is what that came of', async () => {
  const { resolved, handled, does, item, at } = await play()
  const family = async () => {
    const id = await handled({ words: '602的男人打他孩子' })
    await does('neighbour', 'join', id)
    await does('lamps', 'resolve', id, { outcome: 'solved', done: '好了' })
    await does('neighbour', 'rate', id, { solved: false, level: 1, words: '602还在打孩子' })
    return [id, (await item(id)).children.at(-1) ?? ''] as const
  }
  const other = await resolved()
  for (const which of [0, 1] as const) {
    const both = await family()
    await does('dispatcher', 'correct', both[which], { category: 'care.minors', words: '实为伤害未成年人' })
    for (const id of both)
      for (const who of ['wangMin', 'steward', 'secretary', 'streetDesk'] as const)
        assert.equal((await (await at(who)).get(`/api/cases/${id}`)).status, 404, `${who} ${which}`)
  }
  assert.equal((await (await at('wangMin')).get(`/api/cases/${other}`)).status, 200)
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

test('what was split off, and merged elsewhere since, stays there; where the whole is about those who have it, it comes out and leaves nothing', async () => {
  const { report, does, item, at, photoOf } = await play()
  const splitOff = async (from: string) => {
    const id = randomUUID()
    await does('wangMin', 'split', from, { parts: [{ id, category: 'neighbours.dispute', words: '另一件：夜里吵' }] })
    return id
  }
  const family = async (photos: string[] = []) => {
    const [whole, elsewhere] = [await report('grandma', { photos }), await report('neighbour')]
    for (const id of [whole, elsewhere]) await does('wangMin', 'accept', id)
    const part = await splitOff(whole)
    const ofPart = await splitOff(part)
    await does('dispatcher', 'merge', part, { parent: elsewhere })
    return { whole, elsewhere, part, ofPart }
  }
  const apart = await family([await photoOf('grandma')])
  await does('dispatcher', 'correct', apart.whole, { category: 'care.minors', words: '实为伤害未成年人' })
  const stayed = await item(apart.part)
  assert.deepEqual([stayed.state, stayed.photos, (await item(apart.ofPart)).photos], ['merged', [], []])
  assert.deepEqual((await item(apart.elsewhere)).children, [apart.part])

  const about = await family()
  assert.deepEqual((await item(about.elsewhere)).followers, ['grandma'])
  await does('dispatcher', 'correct', about.whole, { concerns: ['grid'], words: '说的是网格员' })
  const { followers, children } = await item(about.elsewhere)
  assert.deepEqual([(await item(about.part)).state, followers, children], ['reported', [], []])
  for (const id of [about.whole, about.part, about.ofPart])
    assert.equal((await (await at('wangMin')).get(`/api/cases/${id}`)).status, 404)
  assert.equal((await (await at('wangMin')).get(`/api/cases/${about.elsewhere}`)).status, 200)
})
