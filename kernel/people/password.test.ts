import assert from 'node:assert/strict'
import { argon2Sync } from 'node:crypto'
import { test } from 'node:test'
import { hashPassword, passwordFits } from './password.ts'

test('a password fits what was kept of it alone, and the same one is never kept the same', async () => {
  const kept = await hashPassword('三号楼的路灯不亮')
  assert.notEqual(kept, await hashPassword('三号楼的路灯不亮'))
  assert.equal(await passwordFits('三号楼的路灯不亮', kept), true)
  for (const other of ['三号楼的路灯亮了', '', ' 三号楼的路灯不亮']) assert.equal(await passwordFits(other, kept), false)
  for (const nothing of [null, undefined]) assert.equal(await passwordFits('三号楼的路灯不亮', nothing), false)
})

test('what was kept when less work was asked for fits as before', async () => {
  const nonce = Buffer.alloc(16, 7)
  const how = { nonce, parallelism: 1, tagLength: 32, memory: 8 * 1024, passes: 1 }
  const digest = argon2Sync('argon2id', { message: 'of some years ago', ...how }).toString('base64')
  const kept = `argon2id$${how.memory}$${how.passes}$${nonce.toString('base64')}$${digest}`
  assert.equal(await passwordFits('of some years ago', kept), true)
  assert.equal(await passwordFits('of some months ago', kept), false)
})
