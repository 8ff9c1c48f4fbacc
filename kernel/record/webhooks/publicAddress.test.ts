import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { isRefusal } from '../../flow/refusal.ts'
import { addressOf } from './address.ts'
import { isPublicAddress } from './publicAddress.ts'

const inside = [
  ...['0.0.0.0', '0.1.2.3', '10.0.0.1', '10.255.255.255', '100.64.0.1', '100.100.100.200', '100.127.255.255', '127.0.0.1'],
  ...['127.1.2.3', '168.63.129.16', '169.254.169.254', '172.16.0.1', '172.31.255.255', '192.0.0.8', '192.0.2.1', '192.88.99.1'],
  ...['192.168.1.1', '198.18.0.1', '198.19.255.255', '198.51.100.7', '203.0.113.7', '224.0.0.1', '239.1.1.1', '240.0.0.1'],
  ...['255.255.255.255', '::', '::1', '::127.0.0.1', '::ffff:127.0.0.1', '::ffff:8.8.8.8', '::ffff:0a00:1', '64:ff9b::a00:1'],
  ...['64:ff9b:1::1', '100::1', '2001::1', '2001:0:4136:e378::1', '2001:db8::1', '2002:7f00:1::', '2002:a00:1::', '3fff::1'],
  ...['fc00::1', 'fd00:ec2::254', 'fe80::1', 'fe80::1%eth0', '2a00::1%eth0', 'fec0::1', 'ff02::1', '4000::1', '5f00::1'],
  ...['', 'localhost', '8.8.8', '010.0.0.1', '0x7f.1', '2130706433', '8.8.8.8:80', '[2a00::1]'],
]
const outside = ['8.8.8.8', '1.1.1.1', '11.0.0.1', '100.63.255.255', '100.128.0.1', '172.15.0.1', '172.32.0.1', '192.169.0.1']
const outside6 = ['2400:3200::1', '2a00:1450::1', '2001:4860:4860::8888', '240e::1', '2606:4700::1111']

test('what leads to ourselves, to our neighbours, to everybody or to nobody is no public address', () => {
  assert.deepEqual(inside.filter(isPublicAddress), [])
})
test('what stands on the open internet is one', () => {
  const all = [...outside, ...outside6]
  assert.deepEqual(all.filter(isPublicAddress), all)
})
test('no address in IPv6 that carries one of IPv4 is let through', () => {
  fc.assert(
    fc.property(
      fc.ipV4(),
      fc.constantFrom('::ffff:', '::', '64:ff9b::'),
      (address, prefix) => !isPublicAddress(prefix + address),
    ),
  )
})
test('no host of a private network is let through', () => {
  const byte = fc.integer({ min: 0, max: 255 })
  fc.assert(
    fc.property(byte, byte, byte, (a, b, c) => !isPublicAddress(`10.${a}.${b}.${c}`) && !isPublicAddress(`127.${a}.${b}.${c}`)),
  )
})

const refused = (address: string, loopback = false) => isRefusal(addressOf(address, loopback))

for (const address of [
  'http://example.org/hook',
  'ftp://example.org/hook',
  'https://name:secret@example.org/',
  'https://name@example.org/',
  'https://127.0.0.1/',
  'https://127.1/',
  'https://0x7f000001/',
  'https://2130706433/',
  'https://0177.0.0.1/',
  'https://[::1]/',
  'https://[::ffff:169.254.169.254]/',
  'https://[fe80::1]/',
  'https://169.254.169.254/latest/meta-data/',
  'https://１２７.0.0.1/',
  'example.org/hook',
  'https://',
  'file:///etc/passwd',
])
  test(`nothing is sent to ${address}`, () => assert.ok(refused(address)))

test('a name on the open internet is taken, and this machine only where that is allowed', () => {
  assert.ok(!refused('https://example.org/hook?a=b') && !refused('https://8.8.8.8:8443/'))
  for (const address of ['http://127.0.0.1:3000/', 'http://localhost/', 'https://[::1]:8443/'])
    assert.deepEqual([refused(address, true), address.startsWith('https:') || refused(address)], [false, true])
  assert.ok(refused('http://example.org/', true) && refused('https://10.0.0.1/', true))
})
