import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addressesIn } from './addresses.ts'

test('an address lies in a network, however it is written', () => {
  const office = addressesIn('10.2.0.0/16, 192.0.2.7,2001:db8::/32,::1')
  for (const inside of ['10.2.0.0', '10.2.255.255', '192.0.2.7', '2001:db8:1::5', '::1', '::ffff:10.2.3.4'])
    assert.equal(office(inside), true, inside)
  for (const outside of ['10.3.0.1', '192.0.2.8', '2001:db9::', '::2', '::ffff:10.3.0.1', '', 'unknown'])
    assert.equal(office(outside), false, outside)
  assert.equal(addressesIn('0.0.0.0/0')('203.0.113.9'), true)
})

test('what is no network is refused, and by its name', () => {
  for (const wrong of [
    '',
    'office',
    '10.2.0.0/33',
    '10.2.0.0/',
    '10.2.0.0/8/8',
    '10.2.0/16',
    '::/129',
    '10.2.0.0/16,',
    '10.2.0.0/-1',
  ])
    assert.throws(() => addressesIn(wrong), /is no network, such as/, wrong)
})
