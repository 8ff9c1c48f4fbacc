import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { isRefusal, type Refusal } from '../flow/refusal.ts'
import { lpText } from './lp.ts'
import type { Constraint, Model, Solution } from './model.ts'
import { solve } from './solve.ts'

const yesNo = (...names: string[]) => names.map((name) => ({ name, kind: 'binary' as const }))
const told = (found: Solution | Refusal) => {
  if (found.state !== 'optimal') return found.state
  return { objective: found.objective, values: Object.fromEntries(found.values) }
}

/** Fourteen things of random worth and weight, of which a bag holds half: soon solved, though not at once. */
const bag: Model = {
  goal: 'maximise',
  objective: Array.from({ length: 14 }, (_, index) => [((index * 37) % 11) + 3, `thing ${index}`] as const),
  variables: yesNo(...Array.from({ length: 14 }, (_, index) => `thing ${index}`)),
  constraints: [
    {
      terms: Array.from({ length: 14 }, (_, index) => [((index * 53) % 13) + 2, `thing ${index}`] as const),
      is: 'atMost',
      bound: 50,
    },
  ],
}

suite('the solver', () => {
  test('finds the best yes and no, and numbers beside them, by their names whatever stands in them', async () => {
    const found = await solve({
      goal: 'maximise',
      objective: [
        [2, ''],
        [5, '桌子 <= 3'],
        [-1, 'end \\ Bounds'],
      ],
      variables: [
        ...yesNo('桌子 <= 3'),
        { name: 'end \\ Bounds', kind: 'continuous', least: -4, most: -1e-3 },
        { name: '', kind: 'continuous' },
      ],
      constraints: [
        {
          terms: [
            [1, ''],
            [0.5, ''],
            [3, '桌子 <= 3'],
          ],
          is: 'atMost',
          bound: 4.5,
        },
      ],
    })
    assert.deepEqual(told(found), { objective: 11, values: { '桌子 <= 3': 1, 'end \\ Bounds': -4, '': 1 } })
  })

  test('minimises, and keeps what must be at least and exactly so', async () => {
    const found = await solve({
      goal: 'minimise',
      objective: [
        [3, 'a'],
        [2, 'b'],
      ],
      variables: ['a', 'b', 'c'].map((name) => ({ name, kind: 'continuous' })),
      constraints: [
        {
          terms: [
            [1, 'a'],
            [1, 'b'],
          ],
          is: 'atLeast',
          bound: 10,
        },
        { terms: [[1, 'b']], is: 'exactly', bound: 4 },
      ],
    })
    assert.deepEqual(told(found), { objective: 26, values: { a: 6, b: 4, c: 0 } })
  })

  test('says that nothing keeps the constraints, or that nothing ends what gets better', async () => {
    const one: Omit<Model, 'constraints'> = {
      goal: 'maximise',
      objective: [[1, 'a']],
      variables: [{ name: 'a', kind: 'continuous' }, ...yesNo('b')],
    }
    const less: Constraint = {
      terms: [
        [1, 'b'],
        [-1, 'a'],
      ],
      is: 'atMost',
      bound: 1,
    }
    assert.equal(told(await solve({ ...one, constraints: [less] })), 'unbounded')
    const never: Constraint[] = [
      { terms: [[1, 'b']], is: 'atLeast', bound: 2 },
      { terms: [], is: 'atLeast', bound: 1 },
    ]
    for (const constraint of never) assert.equal(told(await solve({ ...one, constraints: [constraint] })), 'infeasible')
  })

  test('chooses as well as whoever tries everything', async () => {
    const worth = (chosen: number, terms: readonly (readonly [number, string])[]) =>
      terms.reduce((sum, [factor], index) => sum + (chosen & (1 << index) ? factor : 0), 0)
    const weights = bag.constraints[0]?.terms ?? []
    let best = 0
    for (let chosen = 0; chosen < 1 << 14; chosen += 1)
      if (worth(chosen, weights) <= 50) best = Math.max(best, worth(chosen, bag.objective))
    const found = await solve(bag)
    assert.ok(found.state === 'optimal')
    assert.deepEqual([found.objective, found.bound], [best, best])
  })

  test('what is too large, or takes too long, is refused in words', async () => {
    const large = await solve(bag, { factors: 13 })
    assert.ok(isRefusal(large) && large.kind === 'tooLarge' && /规模过大/.test(large.because.zh))
    const late = await solve(bag, { seconds: 0, grace: 0.001 })
    const empty = await solve(bag, { seconds: 0 })
    for (const none of [late, empty]) assert.ok(isRefusal(none) && none.kind === 'tooLarge' && /限定时间/.test(none.because.zh))
  })

  test('without time to search it gives back what it was given to begin with, and does not call it best', async () => {
    const start = new Map([['thing 1', 1]])
    const found = await solve({ ...bag, start }, { seconds: 0 })
    assert.ok(found.state === 'feasible', found.state)
    assert.ok(found.objective >= 7 && found.bound >= found.objective, JSON.stringify(found))
    assert.equal(found.values.get('thing 1'), 1)
  })

  test('of many at once two are solved, the others are told to wait; nobody else waits meanwhile, and then there is room again', async () => {
    let turns = 0
    const clock = setInterval(() => (turns += 1), 1)
    const found = await Promise.all(Array.from({ length: 4 }, () => solve(bag)))
    clearInterval(clock)
    assert.deepEqual(
      found.map(({ state }) => state),
      ['optimal', 'optimal', 'refused', 'refused'],
    )
    assert.ok(turns > 5, `${turns} turns`)
    assert.equal((await solve(bag)).state, 'optimal')
  })

  test('a mistake of the program is told as one', () => {
    const nothing: Model = { goal: 'minimise', objective: [], variables: [], constraints: [] }
    assert.throws(() => lpText(nothing), /at least one variable/)
    assert.throws(() => lpText({ ...nothing, variables: yesNo('a', 'a') }), /same name/)
    assert.throws(() => lpText({ ...nothing, variables: yesNo('a'), objective: [[1, 'b']] }), /no variable b/)
    assert.throws(() => lpText({ ...nothing, variables: yesNo('a'), objective: [[Number.NaN, 'a']] }), /no number/)
  })

  test('whatever number is written is the one that is read', async () => {
    const numbers = fc.sample(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { numRuns: 200, seed: 5 })
    const names = numbers.map((_, index) => `n${index}`)
    const found = await solve({
      goal: 'minimise',
      objective: names.map((name) => [1, name] as const),
      variables: numbers.map((least, index) => ({ name: names[index] ?? '', kind: 'continuous', least })),
      constraints: [],
    })
    assert.ok(found.state === 'optimal')
    assert.deepEqual(
      [...found.values.values()],
      numbers.map((one) => one + 0),
    )
  })
})
