import assert from 'node:assert/strict'
import { test } from 'node:test'
import { paperWords } from './paperWords.ts'

test('a paper whose name says its kind is not called so twice', () => {
  assert.equal(paperWords({ name: '身份证复印件', kind: 'copy' }).zh, '身份证复印件')
  assert.equal(paperWords({ name: '身份证复印件', kind: 'copy' }, 2).zh, '身份证复印件 × 2')
  assert.equal(paperWords({ name: '户口本', kind: 'original' }).zh, '户口本（原件）')
  assert.equal(paperWords({ name: '户口本', kind: 'original' }, 2).zh, '户口本（原件 × 2）')
})
