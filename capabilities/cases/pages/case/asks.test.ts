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

test('a split begins with what is known: the words and the category of the whole, to be cut down; of what is protected the category alone', () => {
  const whole = { ...unwanted, category: 'municipal.streetLamp', words: '路灯不亮，井盖也松了' }
  const fresh = () => 'fresh'
  const begun = (item: object, maySpread = true) => begunFor('split', { ...whole, ...item }, { maySpread, fresh })
  const part = { id: 'fresh', category: 'municipal.streetLamp' }
  assert.deepEqual(begun({}), { parts: [{ ...part, words: whole.words }] })
  assert.deepEqual(begun({ words: '长'.repeat(1500) }), { parts: [{ ...part, words: '长'.repeat(1000) }] })
  assert.deepEqual(begun({ words: undefined }), { parts: [part] }, 'whoever may not read them')
  assert.deepEqual(begun({}, false), { parts: [part] })
  assert.ok(aboutOf('split', whole, 'parts.0.words'))
  assert.equal(aboutOf('split', whole, 'parts.1.words'), undefined)
})
