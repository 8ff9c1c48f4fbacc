import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seenWords } from './looks.ts'

test('what was half hidden is told apart from what was read', () => {
  assert.equal(seenWords(['name', 'phone', 'words'], ['name', 'phone']).zh, '原话（姓名、手机号是遮住的）')
  assert.equal(seenWords(['name', 'phone', 'words'], ['name', 'phone']).en, 'own words (name, phone number half hidden)')
  assert.equal(seenWords(['words', 'where'], []).zh, '原话、具体位置')
  assert.equal(seenWords(['phone'], ['phone']).zh, '手机号（是遮住的）')
  assert.equal(seenWords(['unheard', 'of'], []).zh, '其他信息')
})
