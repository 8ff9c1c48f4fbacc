import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hostsOf } from './hosts.ts'

test('an address of several hosts stands for one of each, with the same name, password and database', () => {
  assert.deepEqual(hostsOf('postgres://linli:p%40ss@one:5432,two:5433,three/linli?target_session_attrs=read-write'), [
    'postgres://linli:p%40ss@one:5432/linli?target_session_attrs=read-write',
    'postgres://linli:p%40ss@two:5433/linli?target_session_attrs=read-write',
    'postgres://linli:p%40ss@three/linli?target_session_attrs=read-write',
  ])
  assert.deepEqual(hostsOf('postgres://one,two/linli'), ['postgres://one/linli', 'postgres://two/linli'])
})

test('an address of one host is left as it is', () => {
  for (const address of [
    'postgres://postgres@127.0.0.1:5432/linli',
    'postgres:///linli?host=/run/postgresql',
    'socket:/run linli',
  ])
    assert.deepEqual(hostsOf(address), [address])
})
