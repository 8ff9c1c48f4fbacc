import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addressesIn, networkOf } from './addresses.ts'

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

test('the network of a request is its IPv4 address, or the /64 of its IPv6 address, however that is written', () => {
  const networks: [ip: string, network: string][] = [
    ['203.0.113.9', '203.0.113.9'],
    ['::ffff:203.0.113.9', '203.0.113.9'],
    ['::FFFF:203.0.113.9', '203.0.113.9'],
    ['::ffff:cb00:7109', '203.0.113.9'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:DB8:1:2::9', '2001:db8:1:2::/64'],
    ['2001:db8:1::9', '2001:db8:1:0::/64'],
    ['2001:db8::1:2:3:4', '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['64:ff9b::203.0.113.9', '64:ff9b:0:0::/64'],
    ['unknown', 'unknown'],
  ]
  for (const [ip, network] of networks) assert.equal(networkOf({ ip }), network, ip)
})
