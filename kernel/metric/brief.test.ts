import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { words } from '../words.ts'
import { saidOf } from './brief.ts'

const unit = words('名', 'people')

test('a figure that is told round is told with 余, and only where something is left over', () => {
  const said = (value: number | null, roundedTo?: number) => saidOf({ unit, ...(roundedTo && { roundedTo }) }, value).zh
  assert.equal(said(573, 10), '570余名')
  assert.equal(said(570, 10), '570名')
  assert.equal(said(1250, 100), '1200余名')
  assert.equal(said(1756), '1756名')
  assert.equal(said(7, 10), '7名')
  assert.equal(said(0, 100), '0名')
  assert.equal(said(null, 10), '—')
  assert.equal(saidOf({ unit, roundedTo: 10 }, 573).en, 'more than 570 people')
})

test('what is told round is never more than there is, and less than one round more', () => {
  fc.assert(
    fc.property(fc.nat(100_000), fc.constantFrom(1, 10, 100), (value, roundedTo) => {
      const told = Number.parseInt(saidOf({ unit, roundedTo }, value).zh, 10)
      return told <= value && value < told + roundedTo
    }),
  )
})
