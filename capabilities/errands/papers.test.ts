import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { isRefusal } from '#kernel/flow/refusal.ts'
import type { Paper, Side } from './contract/errand.ts'
import { acknowledge, find, fromDepartment, hand, keep, lose, mustBeBack, photosOf, sign, toDepartment, unsay } from './papers.ts'

const at = '2026-03-02T09:00:00Z'
const fresh: Paper = { name: '旧不动产证', kind: 'original', count: 1, state: 'wanted', handovers: [] }
const anySide = fc.constantFrom<Side>('resident', 'helper')
const move = fc.oneof(
  fc.record({ does: fc.constant('hand' as const), to: anySide, by: anySide }),
  fc.record({ does: fc.constant('acknowledge' as const), by: anySide }),
  fc.record({ does: fc.constant('unsay' as const), by: fc.option(anySide, { nil: undefined }) }),
  fc.record({ does: fc.constantFrom('lose' as const, 'find' as const, 'submit' as const, 'fetch' as const) }),
)
type Move = typeof move extends fc.Arbitrary<infer One> ? One : never

function after(paper: Paper, one: Move): Paper {
  switch (one.does) {
    case 'hand':
      return kept(paper, hand(paper, { to: one.to }, one.by, at))
    case 'acknowledge':
      return kept(paper, acknowledge(paper, one.by, at))
    case 'unsay':
      return kept(paper, unsay(paper, one.by))
    case 'lose':
      return kept(paper, lose(paper, '补办'))
    case 'find':
      return kept(paper, find(paper))
    case 'submit':
      return toDepartment([paper])[0] ?? paper
    case 'fetch':
      return fromDepartment([paper])[0] ?? paper
  }
}
const kept = (before: Paper, outcome: ReturnType<typeof hand>) => (isRefusal(outcome) ? before : outcome)

suite('papers', () => {
  test('what is lost and found again goes on where it was, and what is not lost is not found', () => {
    for (const state of ['handedOver', 'withDepartment'] as const) {
      const paper: Paper = { ...fresh, state }
      const gone = lose(paper, '补办')
      assert.ok(!isRefusal(gone))
      assert.deepEqual(find(gone), paper)
      assert.ok(isRefusal(find(paper)))
    }
    assert.deepEqual(
      find({ ...fresh, state: 'lost', remedy: '补办' }),
      { ...fresh, state: 'handedOver' },
      'lost before this was kept',
    )
  })

  test('money changes hands with its amount: some of it to the helper, and no more back than was given', () => {
    const money: Paper = { name: '登记费', kind: 'money', count: 1, state: 'wanted', handovers: [] }
    assert.ok(isRefusal(hand(fresh, { to: 'helper', amount: 1 }, 'helper', at)), 'nothing else has an amount')
    for (const amount of [undefined, 0])
      assert.ok(isRefusal(hand(money, { to: 'helper', ...(amount !== undefined && { amount }) }, 'helper', at)))
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), fc.integer({ min: 0, max: 1_000_000 }), (given, back) => {
        const waits = hand(money, { to: 'helper', amount: given }, 'helper', at)
        assert.ok(!isRefusal(waits))
        const had = acknowledge(waits, 'resident', at)
        assert.ok(!isRefusal(had))
        assert.ok(mustBeBack({ papers: [had] }), 'it is out')
        const [there] = toDepartment([had])
        assert.ok(there && isRefusal(hand(there, { to: 'resident', amount: 0 }, 'helper', at)))
        const [fetched] = fromDepartment([there])
        assert.ok(fetched)
        const left = hand(fetched, { to: 'resident', amount: back }, 'helper', at)
        assert.equal(isRefusal(left), back > given)
        assert.ok(isRefusal(hand(fetched, { to: 'resident' }, 'helper', at)), 'not without saying what is left')
      }),
    )
  })

  test('a card goes back as an original does', () => {
    const card: Paper = { ...fresh, name: '医保卡', kind: 'card', state: 'withDepartment' }
    assert.ok(mustBeBack({ papers: [card] }))
    assert.equal(fromDepartment([card])[0]?.state, 'handedOver')
  })

  test('who signs confirms what was said and no more, as does who acknowledges', () => {
    const signed = { as: 'signature' as const, photo: '019f0000-0000-7000-8000-000000000000' }
    assert.ok(isRefusal(sign(fresh, signed, at)))
    const waits = hand(fresh, { to: 'helper' }, 'helper', at)
    assert.ok(!isRefusal(waits))
    const done = sign(waits, signed, at)
    const same = acknowledge(waits, 'resident', at)
    assert.ok(!isRefusal(done) && !isRefusal(same))
    assert.deepEqual(done, { ...same, handovers: same.handovers.map((one) => ({ ...one, signed })) })
    assert.deepEqual([photosOf([waits]), photosOf([done, done])], [[], [signed.photo]])
  })

  test('what nobody has confirmed is taken back by whoever said it, a helper’s word also by their community; what is confirmed by nobody', () => {
    const said = (by: Side) => {
      const waits = hand(fresh, { to: 'helper' }, by, at)
      assert.ok(!isRefusal(waits))
      return waits
    }
    const takesBack = (by: Side | undefined) => (['resident', 'helper'] as const).map((side) => !isRefusal(unsay(said(side), by)))
    assert.deepEqual(
      [takesBack('resident'), takesBack('helper'), takesBack(undefined)],
      [
        [true, false],
        [false, true],
        [false, true],
      ],
    )
    assert.deepEqual(unsay(said('helper'), 'helper'), fresh)
    const had = acknowledge(said('helper'), 'resident', at)
    assert.ok(!isRefusal(had))
    for (const by of ['resident', 'helper', undefined] as const) assert.ok(isRefusal(unsay(had, by)))
  })

  test('whatever is done in whatever order, nobody confirms for both, and where an original is follows from what was confirmed', () => {
    fc.assert(
      fc.property(fc.array(move, { maxLength: 30 }), (moves) => {
        const paper = moves.reduce(after, fresh)
        const confirmed = paper.handovers.filter(({ confirmedBy }) => confirmedBy !== undefined)
        assert.ok(confirmed.every(({ saidBy, confirmedBy }) => saidBy !== confirmedBy))
        assert.ok(confirmed.every(({ to }, index) => to === (index % 2 === 0 ? 'helper' : 'resident')))
        const ways = { wanted: 0, returned: 0, handedOver: 1, withDepartment: 1, lost: 1, destroyed: 1, kept: 1 }
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

test('of whoever was erased the community keeps an original, and never a copy, which is destroyed', () => {
  const paper = (kind: Paper['kind']): Paper => ({ name: '身份证', kind, count: 1, state: 'handedOver', handovers: [] })
  assert.deepEqual(keep(paper('original'), '林梅', at), {
    ...{ ...paper('original'), state: 'kept' },
    passed: [{ how: 'kept', by: '林梅', at }],
  })
  assert.equal(isRefusal(keep(paper('copy'), '林梅', at)), true)
})
