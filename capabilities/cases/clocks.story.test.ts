import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { points } from '#testing/neighbourhood.ts'
import { limit, play } from '#testing/play.ts'

// A clock that was set going is of the case: nobody who keeps it begins it anew.

test('a correction of the place after a return leaves the limit to resolve as it runs', async () => {
  const { handled, does, item, clock } = await play()
  const id = await handled()
  const { startsAt, dueAt } = limit(await item(id), 'resolve')
  clock.moveOn({ hours: 4 })
  await does('lamps', 'return', id, { reason: 'notOurDuty', words: '不归我们', rightBody: 'housing' })
  const [longitude, latitude] = points.pine
  await does('wangMin', 'correct', id, { place: { point: { longitude, latitude, system: 'wgs84' } }, words: '地点不对' })
  await does('liQiang', 'accept', id)
  await does('liQiang', 'dispatch', id, { lead: 'housing' })
  const runs = limit(await item(id), 'resolve')
  assert.deepEqual([runs.startsAt, runs.dueAt], [startsAt, dueAt])
})

test('what was said to be done and was not goes on with what was left of its limit', async () => {
  const { report, does, item, clock, photoOf } = await play()
  const id = await report('grandma', { category: 'municipal.streetLamp' })
  await does('wangMin', 'accept', id)
  await does('wangMin', 'dispatch', id, { lead: 'urban' })
  await does('lamps', 'receive', id)
  const { dueAt } = limit(await item(id), 'resolve')
  clock.moveTo(Temporal.Instant.from(dueAt).subtract({ hours: 1 }).toString())
  const photos = [await photoOf('lamps')]
  await does('lamps', 'resolve', id, { outcome: 'solved', done: '修好了', photos })
  clock.moveOn({ hours: 24 })
  await does('wangMin', 'sendBack', id, { words: '没有修' })
  const again = limit(await item(id), 'resolve')
  const left = Temporal.Instant.from(again.startsAt).until(Temporal.Instant.from(again.dueAt)).total('minutes')
  assert.equal(left, 90, 'an hour of work was left, and work begins half an hour later')
})

test('what goes into the ledger and out of it again begins no new limit', async () => {
  const { handled, does, item, clock } = await play()
  const id = await handled()
  const { dueAt } = limit(await item(id), 'resolve')
  clock.moveTo(Temporal.Instant.from(dueAt).subtract({ hours: 2 }).toString())
  await does('lamps', 'askLedger', id, { missing: '缺资金', plan: '明年列入预算' })
  await does('supervisor', 'enterLedger', id, { leader: '周局长', plan: '明年列入预算', missing: '缺资金' })
  clock.moveOn({ hours: 24 * 14 })
  await does('lamps', 'leaveLedger', id, { words: '资金到位' })
  const again = limit(await item(id), 'resolve')
  const left = Temporal.Instant.from(again.startsAt).until(Temporal.Instant.from(again.dueAt)).total('minutes')
  assert.equal(left, 120)
})

test('nobody who works against a limit is rid of it, or has a later one, by merging; the dispatcher decides', async () => {
  const { report, handled, does, refused, clock } = await play()
  const first = await handled()
  clock.moveOn({ hours: 2 })
  const second = await handled()
  await refused('lamps', 'merge', first, { parent: second }, /推迟、了结时限/)
  const elsewhere = await report('neighbour')
  await does('wangMin', 'accept', elsewhere)
  await refused('lamps', 'merge', second, { parent: elsewhere }, /没有找到|推迟、了结时限/)
  const untaken = await report('neighbour')
  await refused('wangMin', 'merge', elsewhere, { parent: untaken }, /推迟、了结时限/)
  assert.equal((await does('wangMin', 'merge', untaken, { parent: elsewhere })).state, 'merged')
  assert.equal((await does('wangMin', 'merge', elsewhere, { parent: second })).state, 'merged', 'what is with a unit is further')
  assert.equal((await does('dispatcher', 'merge', first, { parent: second })).state, 'merged')
  const late = await report('neighbour')
  const { limits } = await does('wangMin', 'accept', late)
  clock.moveTo(limits.find(({ step }) => step === 'solve')?.dueAt ?? '')
  await refused('wangMin', 'merge', late, { parent: await handled() }, /推迟、了结时限/)
})

test('what is protected is not split off from what everybody reads who has it in hand', async () => {
  const { report, does, refused, item, photoOf } = await play()
  const id = await report('grandma', { words: '灯坏了；602的男人打他孩子', photos: [await photoOf('grandma')] })
  await does('wangMin', 'accept', id)
  const child = { id: randomUUID(), category: 'care.minors', words: '打孩子' }
  await refused('wangMin', 'split', id, { parts: [child] }, /请把整件更正为这一类/)
  await does('wangMin', 'correct', id, { category: 'care.minors', words: '涉及未成年人' })
  await does('dispatcher', 'accept', id)
  const lamp = { id: randomUUID(), category: 'municipal.streetLamp', words: '灯坏了' }
  await does('dispatcher', 'split', id, { parts: [lamp] })
  const part = await item(lamp.id)
  assert.deepEqual([part.protected, part.photos], [false, []])
})

test('what kept a case out of the figures keeps no part out that is split off, nor do its ratings speak for it', async () => {
  const { resolved, does, item } = await play()
  const id = await resolved()
  await does('grandma', 'rate', id, { solved: true, level: 5 })
  await does('supervisor', 'exclude', id, { ground: '不属统计' })
  await does('secondSupervisor', 'exclude', id, { ground: '不属统计' })
  await does('grandma', 'reopen', id, { words: '又坏了' })
  const part = randomUUID()
  await does('lamps', 'split', id, { parts: [{ id: part, category: 'neighbours.dispute', words: '另一件' }] })
  const { excluded, ratings } = await item(part)
  assert.deepEqual([excluded, ratings], [undefined, []])
})

test('a round that was taken out of the figures takes no later one along, which two people have to agree upon anew', async () => {
  const { resolved, does, refused, at, clock, photoOf } = await play()
  const id = await resolved()
  await does('grandma', 'rate', id, { solved: true, level: 5 })
  const agreed = async () => {
    await does('supervisor', 'exclude', id, { ground: '台风' })
    await does('secondSupervisor', 'exclude', id, { ground: '台风' })
  }
  await agreed()
  await refused('supervisor', 'exclude', id, { ground: '台风' }, /已经剔除/)
  await does('grandma', 'reopen', id, { words: '又坏了' })
  clock.moveOn({ hours: 24 * 20 })
  await does('lamps', 'resolve', id, { outcome: 'solved', done: '修好了', photos: [await photoOf('lamps')] })
  const counted = async (name: string) => {
    const told = (await (await at('dispatcher')).get(`/api/metrics/${name}`)).body
    return [told.numerator, told.denominator, told.beside.excluded]
  }
  assert.deepEqual(await counted('resolvedInTime'), [0, 1, 1])
  await does('grandma', 'rate', id, { solved: true, level: 2 })
  await refused('leader', 'exclude', id, { ground: '同意' }, /须先由督办员提出/)
  await agreed()
  assert.deepEqual(await counted('resolvedInTime'), [0, 0, 2])
})
