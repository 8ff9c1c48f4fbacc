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

test('a name, typed by its sounds, with a year is nobody’s password, whose name it ever is', async () => {
  for (const password of ['zhangsan1988', 'lisi@2020!', 'Chenjianguo88', '1990liuqiang', 'ouyangna2001'])
    assert.equal(await takes(password), password.startsWith('ouyang'), password)
  assert.equal(await takes('zhangsan jie mi de jiu bu huan'), true, 'one within a sentence is a word of it')
})

test('what others can look up is worth next to nothing: an identity card, how it begins, a birthday, a telephone', async () => {
  for (const password of [
    '370703198803',
    '37070319880312123X',
    '1988-03-12ab',
    '1988年3月12日生',
    '19880312abcd',
    '13805361234a',
  ])
    assert.equal(await takes(password), false, password)
  assert.equal(await takes('1988年搬来，院里那棵石榴树还在'), true)
})

test('the lines that everybody learned are everybody’s password', async () => {
  for (const password of ['床前明月光疑是地上霜', '白日依山尽，黄河入海流', 'chunmianbujuexiao', 'chuangqianmingyueguang1'])
    assert.equal(await takes(password), false, password)
  assert.equal(await takes('床前明月光，邻居家的猫又来了'), true)
})

test('who somebody is, and where, is what is tried first', async () => {
  for (const password of ['wangmin1988', 'wangmin2026', '王敏王敏王敏1234', '梅园区梅园区梅园区']) {
    assert.equal(await takes(password), false, password)
    assert.equal(await takes(`${password}，后院晒着三床被子`), true)
  }
})
