import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isRefusal } from '#kernel/flow/refusal.ts'
import { limit, play } from '#testing/play.ts'

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
