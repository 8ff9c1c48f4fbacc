import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { termsOf, tokensOf } from './tokens.ts'

const han = fc.constantFrom(...'梅园小区三号楼路灯不亮了水管漏垃圾没人清运〇々𠮷')
const texts = fc.array(fc.oneof({ weight: 6, arbitrary: han }, fc.constantFrom(...' ，。3号Wi-FiＡ１é')), { maxLength: 60 })

test('every part of a text that begins and ends within words of Han characters is found by what was typed', () => {
  fc.assert(
    fc.property(texts, fc.nat(), fc.nat(), (signs, one, other) => {
      const text = signs.join('')
      const [from, to] = [one % (signs.length + 1), other % (signs.length + 1)].sort((a, b) => a - b)
      const part = signs.slice(from, to)
      if (!part.every((sign) => /^[\p{Script=Han} ，。]$/u.test(sign))) return
      const tokens = tokensOf(text)
      for (const { token } of termsOf(part.join(''))) assert.ok(tokens.has(token), `${part.join('')} in ${text}: ${token}`)
    }),
  )
})

test('two characters that are no neighbours in a text do not find it', () => {
  fc.assert(
    fc.property(texts, han, han, (signs, one, other) => {
      const text = signs.join('')
      const found = termsOf(one + other).every(({ token }) => tokensOf(text).has(token))
      assert.equal(found, text.includes(one + other))
    }),
  )
})

test('width, case and signs between words make no difference; what cannot be looked for is no term', () => {
  for (const [question, tokens] of [
    ['ＷＩＦＩ', ['wifi']],
    ['路灯，不亮', ['路灯', '不亮']],
    ['3号楼', ['3', '号楼']],
    ['灯', ['灯']],
    ['路灯路灯', ['路灯', '灯路']],
    ["'; drop\\:*", ['drop']],
    ['，。 !&|', []],
  ] as const)
    assert.deepEqual(
      termsOf(question).map(({ token }) => token),
      tokens,
      question,
    )
})

test('only longer words are beginnings: 3 is building 3 and not 30', () => {
  assert.deepEqual(
    termsOf('3 wif').map(({ starts }) => starts),
    [false, true],
  )
})
