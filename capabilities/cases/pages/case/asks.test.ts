import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aboutOf, neededFor } from './asks.ts'

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
  assert.deepEqual(neededFor('rule', twice, { decision: 'decline' }), [])
  assert.deepEqual(neededFor('rule', unwanted, { decision: 'keep' }), [])
})

test('what cannot be done needs its ground, and what is another’s duty the one whose it is, unless that is said in words', () => {
  assert.deepEqual(neededFor('resolve', unwanted, { outcome: 'cannot' }), ['because'])
  assert.deepEqual(neededFor('resolve', unwanted, { outcome: 'notOurs' }), ['rightBody'])
  assert.deepEqual(neededFor('resolve', unwanted, { outcome: 'notOurs', because: '归供电公司' }), [])
})
