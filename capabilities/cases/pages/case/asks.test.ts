import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aboutOf, begunFor, neededFor, rulingsOf } from './asks.ts'

const wanted = { photosWanted: { before: false, after: true } }
const unwanted = { photosWanted: { before: false, after: false } }

test('what is solved needs a photo where the closing standard asks for one, and is told so before', () => {
  for (const command of ['solveOnSite', 'resolve']) {
    assert.deepEqual(neededFor(command, wanted, { outcome: 'solved' }), ['photos'])
    assert.ok(aboutOf(command, wanted, 'photos'))
  }
  assert.deepEqual(neededFor('solveOnSite', unwanted, { outcome: 'solved' }), [])
  assert.equal(aboutOf('solveOnSite', unwanted, 'photos'), undefined)
  assert.deepEqual(neededFor('solveOnSite', wanted, { outcome: 'partly' }), [])
  assert.deepEqual(neededFor('replyToAsk', wanted, {}), [])
})

test('what was not solved twice needs somebody who answers for it by name, unless it is declined', () => {
  const twice = { ...unwanted, dispute: { why: 'notSolved', words: '' } }
  assert.deepEqual(neededFor('rule', twice, { decision: 'keep' }), ['leader'])
  assert.deepEqual(neededFor('rule', twice, { decision: 'dispatch' }), ['lead', 'leader'])
  assert.deepEqual(neededFor('rule', twice, { decision: 'decline' }), ['decline'])
  assert.deepEqual(neededFor('rule', unwanted, { decision: 'keep' }), [])
})

test('a ruling needs what it decides about: a lead, who answers for the ledger, why it is declined unless that was proposed', () => {
  const disputed = (why: string) => ({ ...unwanted, dispute: { why, words: '' } })
  assert.deepEqual(neededFor('rule', disputed('returned'), {}), [])
  assert.deepEqual(neededFor('rule', disputed('returned'), { decision: 'dispatch' }), ['lead'])
  assert.deepEqual(neededFor('rule', disputed('returned'), { decision: 'triage' }), [])
  assert.deepEqual(neededFor('rule', disputed('decline'), { decision: 'ledger' }), ['leader', 'plan'])
  assert.deepEqual(neededFor('rule', disputed('decline'), { decision: 'decline' }), [])
})

test('where a unit has returned a case none can keep it, and the form says so', () => {
  const all = ['dispatch', 'keep', 'grid', 'triage', 'ledger', 'decline']
  assert.deepEqual(rulingsOf(all, {}), ['dispatch', 'grid', 'triage', 'decline'])
  assert.match(aboutOf('rule', unwanted, 'decision')?.zh ?? '', /没有单位在办/)
  const held = { lead: { unit: 'urban', name: '城管局', bound: false } }
  assert.deepEqual(rulingsOf(all, held), all)
  assert.equal(aboutOf('rule', { ...unwanted, ...held }, 'decision'), undefined)
})

test('what cannot be done needs its ground, and what is another’s duty the one whose it is, unless that is said in words', () => {
  assert.deepEqual(neededFor('resolve', unwanted, { outcome: 'cannot' }), ['because'])
  assert.deepEqual(neededFor('resolve', unwanted, { outcome: 'notOurs' }), ['rightBody'])
  assert.deepEqual(neededFor('resolve', unwanted, { outcome: 'notOurs', because: '归供电公司' }), [])
})

test('a split begins with the category of the whole, and never with words that are sealed', () => {
  const whole = { ...unwanted, category: 'municipal.streetLamp', words: '路灯不亮，井盖也松了' }
  assert.deepEqual(
    begunFor('split', whole, () => 'fresh'),
    { parts: [{ id: 'fresh', category: 'municipal.streetLamp' }] },
  )
  assert.match(aboutOf('split', whole, 'parts')?.zh ?? '', /这一件还在/)
})
