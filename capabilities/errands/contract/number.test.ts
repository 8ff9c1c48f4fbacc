import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { endOf, numberOf } from './number.ts'

test('an errand’s number is read aloud in digits, two groups of five, and leads back to the end of its id', () => {
  fc.assert(
    fc.property(fc.uuid(), (id) => {
      assert.match(numberOf(id), /^\d{5}-\d{5}$/)
      assert.equal(endOf(numberOf(id)), id.slice(-8))
    }),
  )
  assert.equal(numberOf('00000000-0000-4000-8000-0000c87a1670'), '33634-44336')
})

test('it is found as it is typed: in one, with a space or in full width, and as it stands on slips of before', () => {
  for (const typed of [
    '33634-44336',
    '3363444336',
    ' 33634 - 44336 ',
    '３３６３４－４４３３６',
    '编号：33634—44336。',
    '#33634–44336',
    'C87A1670',
    'c87a1670',
  ])
    assert.equal(endOf(typed), 'c87a1670', typed)
  for (const typed of ['', '换证', '33634', '99999-99999', 'C87A167']) assert.equal(endOf(typed), undefined, typed)
})
