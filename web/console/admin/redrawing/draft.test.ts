import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { askedIn, type Draft, fresh, type Grid, lackingIn, nextCode } from './draft.ts'

const day = '2026-03-02'
const lacks = (hasBelow: boolean, more: Partial<Draft>) => lackingIn(hasBelow, { ...fresh(day), ...more }).map(({ zh }) => zh)
const split = { code: 'g-9', name: '新网格', words: '户数多' }
const cut = {
  line: [
    [1, 2],
    [3, 4],
  ],
  at: [1, 1],
} as const

suite('a change of boundaries, as far as it is filled in', () => {
  const table = [
    [false, {}, ['新网格的名称', '新网格的编码', '画线', '点要划出去的一边', '为什么调整']],
    [false, { ...split, line: cut.line }, ['点要划出去的一边']],
    [false, { ...split, ...cut }, []],
    [true, split, ['哪些下级网格划出去']],
    [true, { act: 'move', words: '户数多', below: ['g-1'] }, ['哪个邻格']],
    [true, { act: 'merge', words: ' ', neighbour: 'g-2', on: '' }, ['从哪天起', '为什么调整']],
  ] as const
  for (const [hasBelow, draft, missing] of table)
    test(`lacks ${missing.join(', ') || 'nothing'}`, () => assert.deepEqual(lacks(hasBelow, draft), missing))

  test('is sent when nothing is lacking, and only then', () => {
    const draft = fc.record({
      ...{ act: fc.constantFrom('split', 'move', 'merge'), line: fc.array(fc.tuple(fc.float(), fc.float()), { maxLength: 3 }) },
      ...{ at: fc.option(fc.constant([1, 1] as const), { nil: undefined }), below: fc.array(fc.string(), { maxLength: 2 }) },
      ...{ code: fc.constantFrom('', ' ', 'g'), name: fc.constantFrom('', 'n'), on: fc.constantFrom('', day) },
      ...{ neighbour: fc.option(fc.constant('g-2'), { nil: undefined }), words: fc.constantFrom('', ' ', 'w') },
    })
    fc.assert(
      fc.property(draft, fc.boolean(), (some, hasBelow) => {
        assert.equal(askedIn('g-1', hasBelow, some) !== undefined, lackingIn(hasBelow, some).length === 0)
      }),
    )
  })
})

suite('the code that a new grid may have', () => {
  const grid = (code: string, level = 3, parent: string | undefined = '3701001'): Grid => ({
    ...{ code, name: code, kind: 'base', level, networks: [] },
    ...(parent !== undefined && { parent }),
  })
  test('passes over those that lie over the base ones, which have numbers of their own', () => {
    const over = { ...grid('370100191'), kind: 'dedicated' }
    assert.equal(nextCode(grid('370100106'), [grid('370100106'), over]), '370100107')
  })

  const table = [
    ['370100106', ['370100105', '370100106', '370100107'], '370100108'],
    ['370100106', ['370100106', '370100299', '37010011234'], '370100107'],
    ['370100199', ['370100199'], ''],
    ['north', ['north'], ''],
    ['g-9', ['g-9', 'g-x'], ''],
    ['g-3', ['g-3', 'g-5'], 'g-6'],
  ] as const
  for (const [code, around, next] of table)
    test(`beside ${around.join(', ')} is ${next || 'for whoever makes it to say'}`, () =>
      assert.equal(
        nextCode(
          grid(code),
          around.map((one) => grid(one)),
        ),
        next,
      ))
})
