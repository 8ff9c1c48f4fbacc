import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { troubles } from '#capabilities/stations/contract/troubles.ts'
import { isTrouble, saidIn, wordsOf } from './said.ts'

suite('what is said of a station', () => {
  const table = [
    [{ trouble: undefined, more: '' }, ''],
    [{ trouble: 'noWater', more: '' }, '没有水了'],
    [{ trouble: 'noWater', more: '从昨天起' }, '没有水了。从昨天起'],
    [{ trouble: 'other', more: '灯坏了' }, '灯坏了'],
  ] as const
  for (const [said, words] of table)
    test(`${said.trouble ?? 'nothing'} and “${said.more}” is “${words}”, and back`, () => {
      assert.equal(wordsOf(said), words)
      assert.deepEqual(saidIn(words), said)
    })

  test('words that begin with a trouble and go on otherwise are one’s own', () => {
    assert.deepEqual(saidIn('没有水了吗'), { trouble: 'other', more: '没有水了吗' })
  })

  test('what was tapped and written is there again, whatever it was', () => {
    const names = Object.keys(troubles).filter((name) => isTrouble(name) && name !== 'other')
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.string(), (name, more) => {
        const said = { trouble: isTrouble(name) ? name : undefined, more }
        assert.deepEqual(saidIn(wordsOf(said)), said)
      }),
    )
    fc.assert(fc.property(fc.string(), (words) => assert.equal(wordsOf(saidIn(words)), words)))
  })
})
