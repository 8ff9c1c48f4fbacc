import assert from 'node:assert/strict'
import { test } from 'node:test'
import { within } from '#kernel/database/within.ts'
import { namelessOf } from '#kernel/people/nameless.ts'
import { limit, play } from '#testing/play.ts'
import { lampReport } from '#testing/stage.ts'
import { owesAnswer } from './decisions/outside.ts'
import { listCases } from './store/lists.ts'

// What another platform sent here (`loop.md`): it stays that one's to lengthen, to take back and to ask about.

/** A house in which the dispatcher files what the hotline sent, and it comes to the urban management's desk. */
async function hotline() {
  const stage = await play()
  const filed = async (outerId: string, more: object = {}) => {
    const id = crypto.randomUUID()
    await stage.does('dispatcher', 'report', id, {
      ...lampReport({ category: 'neighbours.dispute', outerId }),
      ...more,
    })
    return id
  }
  const handled = async (outerId: string, more: object = {}) => {
    const id = await filed(outerId, more)
    await stage.does('wangMin', 'accept', id)
    await stage.does('wangMin', 'dispatch', id, { lead: 'urban' })
    await stage.does('lamps', 'receive', id)
    return id
  }
  return { ...stage, filed, handled }
}

test('a number of another platform is filed once, also by two at the same moment', async () => {
  const { send, filed, item, refused } = await hotline()
  const { number } = await item(await filed('12345-1'))
  const again = lampReport({ category: 'neighbours.dispute', outerId: '12345-1' })
  await refused('dispatcher', 'report', crypto.randomUUID(), again, new RegExp(number))
  const both = { ...again, outerId: '12345-2' }
  const outcomes = await Promise.all(['dispatcher', 'caller'].map((who) => send(who, 'report', crypto.randomUUID(), both)))
  assert.equal(outcomes.filter((one) => 'state' in one && one.state === 'refused').length, 1, JSON.stringify(outcomes))
})

test('however it was typed; and its number here is told to those who see it', async () => {
  const { filed, refused, item } = await hotline()
  const again = lampReport({ category: 'neighbours.dispute', outerId: ' １２３４５-0 ' })
  const { number } = await item(await filed('12345-0', { category: 'care.minors' }))
  await refused('dispatcher', 'report', crypto.randomUUID(), again, new RegExp(number))
  await refused('liQiang', 'report', crypto.randomUUID(), again, /编号已登记过/)
})

test('an extension past its limit there is granted only with the limit that it has agreed to', async () => {
  const { handled, does, refused, item } = await hotline()
  const id = await handled('12345-3', { outerDueAt: '2026-03-06T12:00:00+08:00' })
  await does('lamps', 'askExtension', id, { days: 5, reason: '等邻居回来' })
  await refused('dispatcher', 'grantExtension', id, {}, /先向来源平台申请延期/)
  await refused('dispatcher', 'grantExtension', id, { outerDueAt: '2026-03-07T12:00:00+08:00' }, /先向来源平台申请延期/)
  const before = limit(await item(id), 'resolve')
  const longer = await does('dispatcher', 'grantExtension', id, { outerDueAt: '2026-04-30T12:00:00+08:00' })
  assert.ok(limit(longer, 'resolve').dueAt > before.dueAt)
  assert.equal(longer.outerDueAt, '2026-04-30T12:00:00+08:00')
})

test('nobody takes it for not theirs without what that platform said to it', async () => {
  const { filed, does, refused } = await hotline()
  const id = await filed('12345-4')
  await refused('dispatcher', 'decline', id, { reason: 'court', words: '已起诉' }, /先与来源平台商定/)
  const declined = await does('dispatcher', 'decline', id, { reason: 'court', words: '已起诉', outside: '同意退回' })
  assert.equal(declined.state === 'declined' && declined.decline.outside, '同意退回')
})

test('that platform asks its caller itself, and what it found counts as a call back', async () => {
  const { handled, resolved, does, refused } = await hotline()
  const id = await handled('12345-5')
  const done = await does('lamps', 'resolve', id, { outcome: 'solved', done: '已修好' })
  assert.equal(done.state, 'resolved')
  const asked = await does('caller', 'callBack', id, { answered: true, solved: true, level: 4, outside: true })
  assert.equal(asked.ratings.at(-1)?.by, 'callBack')
  assert.equal(asked.calls?.at(-1)?.outside, true)
  const own = await resolved()
  await refused('caller', 'callBack', own, { answered: true, solved: true, level: 4, outside: true }, /不是其他平台转来/)
})

test('each number is answered singly, also of what was merged, and once a round', async () => {
  const { handled, filed, does, refused, item, database, district } = await hotline()
  const parent = await handled('12345-6')
  const child = await filed('12345-7')
  await refused('dispatcher', 'answerOutside', parent, { words: '在办' }, /notNow/)
  await does('dispatcher', 'merge', child, { parent })
  await does('lamps', 'resolve', parent, { outcome: 'solved', done: '已修好' })
  const waiting = async () => {
    const actor = { district, id: 'dispatcher', name: '李派单', role: 'dispatcher', unit: district } as const
    const { rows } = await within(database, { as: 'owner', district }, (connection) =>
      listCases(connection, actor, { scope: 'all', asked: 'answerOutside' }, { sort: 'newest', limit: 10 }),
    )
    return rows.map(({ id }) => id).toSorted()
  }
  assert.deepEqual(await waiting(), [parent, child].toSorted())
  for (const id of [parent, child]) {
    const answered = await does('dispatcher', 'answerOutside', id, { words: '已修好' })
    assert.equal(answered.answeredOutside?.round, 1)
    await refused('dispatcher', 'answerOutside', id, { words: '已修好' }, /这一轮已经回告/)
  }
  assert.deepEqual(await waiting(), [])
  assert.equal((await item(child)).state, 'merged')
})

test('what is merged or declined and goes on after all is answered anew', async () => {
  const { handled, filed, does, send } = await hotline()
  const [parent, merged, declined] = [await handled('12345-9'), await filed('12345-10'), await filed('12345-11')]
  await does('dispatcher', 'merge', merged, { parent })
  await does('dispatcher', 'answerOutside', merged, { words: '已并案' })
  await does('dispatcher', 'unmerge', merged, { parent })
  await does('dispatcher', 'decline', declined, { reason: 'court', words: '已起诉', outside: '同意退回' })
  await does('dispatcher', 'answerOutside', declined, { words: '不予受理' })
  await send(namelessOf(declined), 'appeal', declined, { words: '并没有起诉' })
  await does('supervisor', 'uphold', declined, { words: '确未起诉' })
  for (const id of [merged, declined]) {
    await does('wangMin', 'accept', id)
    const solved = await does('wangMin', 'solveOnSite', id, { outcome: 'solved', done: '已劝和' })
    assert.ok(owesAnswer(solved))
    assert.equal((await does('dispatcher', 'answerOutside', id, { words: '已解决' })).answeredOutside?.round, 1)
  }
})

test('what is split off has no number there: it is answered under the first', async () => {
  const { filed, does, item } = await hotline()
  const id = await filed('12345-8')
  await does('wangMin', 'accept', id)
  const part = crypto.randomUUID()
  await does('wangMin', 'split', id, { parts: [{ id: part, category: 'neighbours.dispute', words: '另一户也漏' }] })
  assert.equal((await item(part)).outerId, undefined)
})

test('what is withdrawn by its code is answered there too', async () => {
  const { filed, does, send } = await hotline()
  const id = await filed('12345-12')
  await send(namelessOf(id), 'withdraw', id)
  assert.equal((await does('dispatcher', 'answerOutside', id, { words: '诉求人已撤回' })).answeredOutside?.round, 1)
})

test('what is waited for there is due no later because it was merged', async () => {
  const { at, report, does } = await play()
  const outerDueAt = '2026-03-04T01:00:00Z'
  const outer = lampReport({ as: 'counter', outerDueAt, category: 'neighbours.dispute' })
  const filed = async (outerId: string) => (await (await at('dispatcher')).send('report', '', { ...outer, outerId })).body.id
  const [early, running] = [await report('grandma'), await report('neighbour')]
  await does('wangMin', 'merge', await filed('12345-13'), { parent: early })
  for (const id of [early, running]) {
    await does('wangMin', 'accept', id)
    await does('wangMin', 'dispatch', id, { lead: 'urban' })
  }
  const merged = await filed('12345-14')
  await does('wangMin', 'merge', merged, { parent: running })
  for (const id of [early, running]) {
    const { limits } = await does('lamps', 'receive', id)
    assert.ok((limits.find(({ step }) => step === 'resolve')?.dueAt ?? '') <= outerDueAt)
  }
})
