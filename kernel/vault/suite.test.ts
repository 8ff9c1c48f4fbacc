import assert from 'node:assert/strict'
import { createCipheriv, createHash, randomBytes } from 'node:crypto'
import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { suite as group, test } from 'node:test'
import { testFolder } from '#testing/folder.ts'
import { open, openBytes, seal, sealBytes } from './cipher.ts'
import { keyringIn } from './keyring.ts'
import { digest, suite, suiteOf, suites } from './suite.ts'

const hex = (text: string) => Buffer.from(text, 'hex')

group('suites of algorithms', () => {
  test('SM3 and SM4-GCM here are those of the standards, by their own examples', () => {
    // GB/T 32905-2016, annex A.1; RFC 8998, annex A.1.
    assert.equal(
      createHash('sm3').update('abc').digest('hex'),
      '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0',
    )
    const cipher = createCipheriv('sm4-gcm', hex('0123456789abcdeffedcba9876543210'), hex('00001234567800000000abcd'))
    assert.ok('setAAD' in cipher && typeof cipher.setAAD === 'function')
    cipher.setAAD(hex('feedfacedeadbeeffeedfacedeadbeefabaddad2'))
    const words = ['aa', 'bb', 'cc', 'dd', 'ee', 'ff', 'ee', 'aa'].map((byte) => byte.repeat(8)).join('')
    assert.equal(
      Buffer.concat([cipher.update(hex(words)), cipher.final()]).toString('hex'),
      '17f399f08c67d5ee19d0dc9969c4bb7d5fd46fd3756489069157b282bb200735d82710ca5c22f0ccfa7cbf93d496ac15a56834cbcf98c397b4024a2691233b8d',
    )
  })

  for (const by of Object.values(suites))
    test(`what ${by.name} sealed is opened by its mark, whichever is in use, and by nothing else`, () => {
      const key = randomBytes(32)
      const sealed = seal(key, 'here', '李奶奶', by)
      assert.equal(suiteOf(sealed), by)
      assert.equal(open(key, 'here', sealed).toString(), '李奶奶')
      assert.throws(() => open(key, 'elsewhere', sealed))
      assert.throws(() => open(randomBytes(32), 'here', sealed))
      const other = by === suites.gm ? suites.international : suites.gm
      assert.throws(() => openBytes(key, 'here', sealBytes(key, 'here', 'x', by), other))
      assert.equal(suiteOf(digest('x', by)), by)
      assert.match(digest('x', by), by === suites.gm ? /^gm\.[0-9a-f]{64}$/ : /^[0-9a-f]{64}$/)
    })

  test('an installation stays with the suite that it was founded with', async () => {
    const file = join(await mkdtemp(join(testFolder, 'suite-')), 'keyring.json')
    await keyringIn(file)
    const kept = JSON.parse(await readFile(file, 'utf8'))
    assert.equal(kept.suite, suite.name)
    const other = suite === suites.gm ? 'international' : 'gm'
    await writeFile(file, JSON.stringify({ ...kept, suite: other }))
    await assert.rejects(keyringIn(file), /this installation was founded/)
  })
})
