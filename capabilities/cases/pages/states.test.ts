import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lookOfCase } from './states.ts'

const now = Date.parse('2026-03-04T10:00:00+08:00')
const before = '2026-03-04T09:00:00+08:00'
const after = '2026-03-04T11:00:00+08:00'

for (const [what, look, ...given] of [
  ['a case in hand within its limit', 'inhand', 'handling', after, after],
  ['one past its early warning', 'soon', 'handling', after, before],
  ['one past its limit', 'over', 'handling', before, before],
  ['one on the ledger whose reporter was told this month', 'stopped', 'ledger', after, after],
  ['one on the ledger whose reporter was not, as lists of what is over have it', 'over', 'ledger', before, before],
  ['a pause without any limit', 'stopped', 'suspended', undefined, undefined],
  ['a pause in which the duty to report is over', 'over', 'suspended', before, before],
  ['a closed case, whatever its limit was', 'done', 'closed', before, before],
] as const)
  test(`${what} looks ${look}`, () => {
    const [state, dueAt, yellowAt] = given
    assert.equal(lookOfCase(state, now, dueAt, yellowAt), look)
  })
