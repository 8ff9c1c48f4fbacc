import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { askedWith, asks, leadsAsk } from './columns.ts'

test('whatever else is asked for too, a list of what asks for one thing finds it, and nothing that does not ask for it', () => {
  fc.assert(
    fc.property(fc.subarray([...leadsAsk], { minLength: 1 }), fc.constantFrom(...asks), (open, ask) => {
      const column = leadsAsk.filter((one) => open.includes(one)).join(' ')
      assert.equal(
        askedWith(ask).includes(column),
        open.some((one) => one === ask),
      )
    }),
  )
})
