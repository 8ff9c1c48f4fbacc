import assert from 'node:assert/strict'
import { test } from 'node:test'
import { weakness } from './weakness.ts'

const takes = async (password: string) => (await weakness(password, ['王敏', 'wangmin', '梅园区'])) === undefined

test('a password is as long as it takes to guess it, of whatever signs', async () => {
  for (const weak of ['', 'short', '九个字不够长的密码', 'aaaaaaaaaaaa', 'x'.repeat(201)])
    assert.equal(await takes(weak), false, weak)
  for (const strong of ['三号楼的路灯一直不亮啊', 'correct horse battery', '8f2k1m0qz7', '梧桐树下有三只橘猫'.repeat(10)])
    assert.equal(await takes(strong), true, strong)
})

test('what everybody chooses is nobody’s password, however long and with whatever signs', async () => {
  const common = [
    '1234567890a',
    'qwertyuiop',
    'P@ssw0rd123',
    'password2026',
    'admin123456',
    '1q2w3e4r5t',
    'qazwsxedc123',
    'Abcd@12345',
  ]
  const bySound = ['woaini520520', 'woaini1314520', 'zhangwei1234', 'linli888888', 'weirenminfuwu']
  const wide = ['ｐａｓｓｗｏｒｄ１２３４', 'Ｗｏａｉｎｉ１３１４', 'ｑｗｅｒｔｙｕｉｏｐ']
  for (const password of [...common, ...bySound, ...wide]) assert.equal(await takes(password), false, password)
})

test('who somebody is, and where, is what is tried first', async () => {
  for (const password of ['wangmin1988', 'wangmin2026', '王敏王敏王敏1234', '梅园区梅园区梅园区']) {
    assert.equal(await takes(password), false, password)
    assert.equal(await takes(`${password}，后院晒着三床被子`), true)
  }
})
