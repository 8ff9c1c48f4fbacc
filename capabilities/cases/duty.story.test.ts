import assert from 'node:assert/strict'
import { test } from 'node:test'
import { within } from '#kernel/database/within.ts'
import { isRefusal } from '#kernel/flow/refusal.ts'
import { limit, play } from '#testing/play.ts'
import { categories } from './catalogue/categories.ts'
import { writeCategories } from './store/rulebook.ts'

// What is protected comes with the duty to report (`loop.md`, 强制报告).

const police = { to: 'police', receipt: 'JQ20260302001', words: '已电话报告并移交线索' }

test('what the law wants reported runs against two hours, and does not end unreported', async () => {
  const { report, does, refused, item } = await play()
  const id = await report('grandma', { category: 'care.minors' })
  assert.equal(limit(await item(id), 'duty').dueAt, '2026-03-02T03:00:00Z')
  await refused('dispatcher', 'decline', id, { reason: 'unfounded', words: '不具体' }, /先报告公安/)
  await does('dispatcher', 'accept', id)
  await refused('dispatcher', 'solveOnSite', id, { outcome: 'solved', done: '已劝导' }, /强制报告/)
  await does('dispatcher', 'dispatch', id, { lead: 'urban' })
  await does('lamps', 'receive', id)
  await refused('lamps', 'resolve', id, { outcome: 'solved', done: '已处理' }, /强制报告/)
  const told = await does('lamps', 'reportToAuthority', id, police)
  assert.deepEqual([told.authority?.to, told.limits.some(({ step }) => step === 'duty')], ['police', false])
  await refused('dispatcher', 'reportToAuthority', id, police, /已登记/)
  assert.equal((await does('lamps', 'resolve', id, { outcome: 'solved', done: '公安已介入' })).state, 'resolved')
})

test('a case that turns out to need protection owes it from then on; whoever sees the reporter’s phone reads nothing of it', async () => {
  const { report, does, ring, clock, notices, item, shown, told } = await play()
  const id = await report()
  await does('wangMin', 'accept', id)
  assert.ok(!(await item(id)).limits.some(({ step }) => step === 'duty'))
  const corrected = await does('wangMin', 'correct', id, { category: 'care.violence', words: '其实是家暴' })
  clock.moveTo(limit(corrected, 'duty').dueAt)
  await ring()
  assert.ok((await notices(id, 'alert')).includes('dispatcher@'))
  await does('dispatcher', 'reportToAuthority', id, police)
  const seen = JSON.stringify([(await shown('grandma', id)).item, await told(id)])
  assert.match(seen, /家暴/)
  assert.doesNotMatch(seen, /authority|JQ2026|duty/i)
})

test('the two hours run on through pauses, the ledger and corrections', async () => {
  const { report, does, item, clock } = await play()
  const handling = async () => {
    const id = await report('grandma', { category: 'care.minors' })
    await does('dispatcher', 'accept', id)
    await does('dispatcher', 'dispatch', id, { lead: 'urban' })
    await does('lamps', 'receive', id)
    return id
  }
  const [paused, listed, waiting] = [await handling(), await handling(), await report('grandma', { category: 'care.minors' })]
  const { dueAt } = limit(await item(waiting), 'duty')
  clock.moveOn({ minutes: 110 })
  await does('lamps', 'askSuspension', paused, { reason: 'procedure', until: '2026-03-20', words: '等鉴定' })
  await does('supervisor', 'grantSuspension', paused)
  await does('lamps', 'askLedger', listed, { missing: '缺资金', plan: '分步解决' })
  await does('supervisor', 'enterLedger', listed, { leader: '郑局', plan: '分步解决', missing: '缺资金' })
  await does('dispatcher', 'correct', waiting, { urgency: 'urgent', words: '正在发生' })
  for (const id of [paused, listed, waiting]) assert.equal(limit(await item(id), 'duty').dueAt, dueAt)
  await does('dispatcher', 'reportToAuthority', paused, police)
  assert.deepEqual((await item(paused)).limits, [])
})

test('whoever reported it cannot take it back, whatever a district’s own category says', async () => {
  const { report, does, database, district } = await play()
  const lax = categories.map((one) => (one.code === 'care.minors' ? { ...one, withdrawable: true } : one))
  await within(database, { as: 'owner', district }, (connection) => writeCategories(connection, district, lax))
  const kept = await does('grandma', 'withdraw', await report('grandma', { category: 'care.minors' }))
  assert.deepEqual([kept.state, kept.staffReported, kept.limits.some(({ step }) => step === 'duty')], ['reported', true, true])
})

test('no unit is asked to assist in what it may not see', async () => {
  const { report, refused } = await play()
  const id = await report('grandma', { category: 'care.minors' })
  const assisting = [{ unit: 'housing', task: '协助核实' }]
  await refused('dispatcher', 'dispatch', id, { lead: 'urban', assisting }, /受保护/)
})

test('nothing else is noted as reported', async () => {
  const { report, send } = await play()
  const id = await report()
  const outcome = await send('wangMin', 'reportToAuthority', id, police)
  assert.ok(isRefusal(outcome) && /只有侵害未成年人/.test(outcome.because.zh))
})
