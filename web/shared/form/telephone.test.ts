import assert from 'node:assert/strict'
import { test } from 'node:test'
import { wrongTelephone } from './telephone.ts'

test('a telephone is a landline or a mobile number; one that begins as a mobile has its eleven digits', () => {
  for (const right of ['', '13800001111', '0536-8221234', '8221234', '+8613800001111', '4008-123-123'])
    assert.equal(wrongTelephone(right), undefined, right)
  for (const wrong of ['1380000', '138000011112', '12345', 'nobody', '138 0000 1111'])
    assert.notEqual(wrongTelephone(wrong), undefined, wrong)
})
