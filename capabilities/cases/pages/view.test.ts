import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isDoneAgain } from './view.ts'

const rating = { round: 1, solved: false, level: 2, at: '2026-03-02T01:00:00Z', by: 'rating', own: true }

test('whoever said that it was not solved reads that it is done again, until there is a new result', () => {
  const again = { ratings: [rating], round: 2, state: 'handling' }
  assert.equal(isDoneAgain(again), true)
  assert.equal(isDoneAgain({ ...again, state: 'resolved' }), false)
  assert.equal(isDoneAgain({ ...again, state: 'closed' }), false)
  assert.equal(isDoneAgain({ ...again, round: 3 }), false, 'that was two rounds ago')
  assert.equal(isDoneAgain({ ...again, ratings: [{ ...rating, own: false }] }), false, 'somebody else said so')
  assert.equal(isDoneAgain({ ...again, ratings: [{ ...rating, solved: true }] }), false)
})
