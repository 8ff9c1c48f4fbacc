import assert from 'node:assert/strict'
import { test } from 'node:test'
import Type from 'typebox'
import { contractOfKept } from './contractOfKept.ts'

const closed = { additionalProperties: false }
const Step = Type.Object({ at: Type.String() }, closed)
const { parse, mustFit } = contractOfKept(
  Type.Union([
    Type.Object({ state: Type.Literal('open'), steps: Type.Array(Step) }, closed),
    Type.Object({ state: Type.Literal('over'), because: Type.String() }, closed),
  ]),
  'thing',
)
const open = { state: 'open', steps: [{ at: 'noon' }] }
const later = { state: 'open', steps: [{ at: 'noon', by: 'a later program' }], more: 1 }

test('what a later program wrote is read as it is, and goes on; this one adds no field that it does not know', () => {
  assert.equal(parse(open), open)
  assert.equal(parse(later), later)
  for (const [after, before] of [[open], [open, later], [later, later], [{ ...later, steps: [] }, later]]) mustFit(after, before)
  for (const [after, before] of [[later], [later, open]]) assert.throws(() => mustFit(after, before), /no thing/)
})

test('what lacks something, or is of another kind, is none, with more fields or without', () => {
  for (const none of [
    { state: 'open' },
    { state: 'over', more: 1 },
    { state: 'new', steps: [] },
    { ...later, steps: [{}] },
    null,
  ]) {
    assert.throws(() => parse(none), /no thing/)
    assert.throws(() => mustFit(none, later), /no thing/)
  }
})
