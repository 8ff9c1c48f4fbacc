import assert from 'node:assert/strict'
import { test } from 'node:test'
import { freshKeyring } from '../vault/keyring.ts'
import { queryCode } from './codes.ts'

test('a query code has thirteen signs, each any of the thirty-two that can be read out, and belongs to its installation', () => {
  const ring = freshKeyring()
  const codes = Array.from({ length: 1000 }, (_, number) => queryCode(ring, `a report ${number}`))
  for (const code of codes) assert.match(code, /^[0-9A-HJKMNP-TV-Z]{13}$/)
  for (let place = 0; place < 13; place += 1)
    assert.equal(new Set(codes.map((code) => code[place])).size, 32, `at place ${place}`)
  assert.equal(queryCode(ring, 'a report 7'), codes[7], 'told again to whoever repeats what they sent')
  assert.notEqual(queryCode(freshKeyring(), 'a report 7'), codes[7])
})
