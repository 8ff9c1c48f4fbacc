import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { needed, passes } from './quorum.ts'

test('a quorum is more than half of the seats, or the share that a committee set itself', () => {
  const cases = [
    [3, undefined, 2],
    [4, undefined, 3],
    [9, undefined, 5],
    [9, 67, 7],
    [9, 66, 6],
    [10, 51, 6],
    [7, 100, 7],
  ] as const
  for (const [seats, share, least] of cases) assert.equal(needed(seats, share), least, `${seats} seats, ${share}`)
})

test('an item passes with more than half of the seats that may vote on it, whoever stays away', () => {
  const cases = [
    [5, 9, 0, true],
    [4, 9, 0, false],
    [4, 9, 2, true],
    [4, 8, 0, false],
    [3, 8, 3, true],
    [0, 3, 3, false],
  ] as const
  for (const [votes, seats, recused, passed] of cases)
    assert.equal(passes(votes, seats, recused), passed, `${votes} of ${seats} less ${recused}`)
})

test('two opposite votes never both pass, and a quorum of half or less is none', () => {
  const seats = fc.integer({ min: 3, max: 60 })
  fc.assert(
    fc.property(seats, fc.nat(60), fc.nat(60), fc.nat(60), (all, recused, one, other) => {
      fc.pre(recused + one + other <= all)
      assert.ok(!(passes(one, all, recused) && passes(other, all, recused)))
    }),
  )
  fc.assert(
    fc.property(seats, fc.option(fc.integer({ min: 51, max: 100 }), { nil: undefined }), (all, share) => {
      assert.ok(needed(all, share) * 2 > all)
      assert.ok(needed(all, share) <= all)
    }),
  )
})
