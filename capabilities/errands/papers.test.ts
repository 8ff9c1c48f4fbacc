import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { isRefusal } from '#kernel/flow/refusal.ts'
import type { Paper, Side } from './contract/errand.ts'
import { acknowledge, fromDepartment, hand, lose, mustBeBack, toDepartment } from './papers.ts'

const at = '2026-03-02T09:00:00Z'
const fresh: Paper = { name: '旧不动产证', kind: 'original', count: 1, state: 'wanted', handovers: [] }
const side = fc.constantFrom<Side>('resident', 'helper')
const move = fc.oneof(
  fc.record({ does: fc.constant('hand' as const), to: side, by: side }),
  fc.record({ does: fc.constant('acknowledge' as const), by: side }),
  fc.record({ does: fc.constantFrom('lose' as const, 'submit' as const, 'fetch' as const) }),
)
type Move = typeof move extends fc.Arbitrary<infer One> ? One : never

function after(paper: Paper, one: Move): Paper {
  switch (one.does) {
    case 'hand':
      return kept(paper, hand(paper, { to: one.to }, one.by, at))
    case 'acknowledge':
      return kept(paper, acknowledge(paper, one.by, at))
    case 'lose':
      return kept(paper, lose(paper, '补办'))
    case 'submit':
      return toDepartment([paper])[0] ?? paper
    case 'fetch':
      return fromDepartment([paper])[0] ?? paper
  }
}
const kept = (before: Paper, outcome: ReturnType<typeof hand>) => (isRefusal(outcome) ? before : outcome)

suite('papers', () => {
  test('whatever is done in whatever order, nobody confirms for both, and where an original is follows from what was confirmed', () => {
    fc.assert(
      fc.property(fc.array(move, { maxLength: 30 }), (moves) => {
        const paper = moves.reduce(after, fresh)
        const confirmed = paper.handovers.filter(({ confirmedBy }) => confirmedBy !== undefined)
        assert.ok(confirmed.every(({ saidBy, confirmedBy }) => saidBy !== confirmedBy))
        assert.ok(confirmed.every(({ to }, index) => to === (index % 2 === 0 ? 'helper' : 'resident')))
        const ways = { wanted: 0, returned: 0, handedOver: 1, withDepartment: 1, lost: 1, destroyed: 1 }
        assert.equal(confirmed.length % 2, ways[paper.state])
      }),
    )
  })

  test('nothing ends while an original is out; a copy, and what is lost, hold nothing up', () => {
    const ends = (more: Partial<Paper>) => mustBeBack({ papers: [{ ...fresh, ...more }] }) === undefined
    const waits = [{ to: 'helper' as const, saidBy: 'helper' as const, saidAt: at }]
    assert.deepEqual(
      [ends({}), ends({ state: 'returned' }), ends({ state: 'lost' }), ends({ kind: 'copy', state: 'handedOver' })],
      [true, true, true, true],
    )
    assert.deepEqual(
      [ends({ state: 'handedOver' }), ends({ state: 'withDepartment' }), ends({ handovers: waits })],
      [false, false, false],
    )
  })
})
