import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import { Type } from 'typebox'
import { within } from '#kernel/database/within.ts'
import { ownSight } from '#kernel/people/actor.ts'
import { testDatabase } from '#testing/database.ts'
import { freshDataKey, open, seal, unwrap } from './cipher.ts'
import { freshKeyring, type Keyring } from './keyring.ts'
import { Personal, takePersonal, withReferences } from './personal.ts'
import { dataKeyOf, eraseAll, keepSecrets, openSecrets, rewrap, sealedUnder, unsealed } from './store.ts'

const database = await testDatabase()
const now = Temporal.Instant.from('2026-03-02T01:00:00Z')
const district = `v${randomBytes(5).toString('hex')}`

test('what was sealed opens with its key at its place, and nowhere else', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (text, place) => {
      const key = randomBytes(32)
      const sealed = seal(key, place, text)
      assert.equal(open(key, place, sealed).toString(), Buffer.from(text).toString())
      assert.throws(() => open(key, `${place}!`, sealed))
      assert.throws(() => open(randomBytes(32), place, sealed))
    }),
    { numRuns: 50 },
  )
})

test('two installations have no key in common, nor two purposes of one; each key is 32 bytes', () => {
  const rings = [freshKeyring(), freshKeyring()]
  const keys = rings.flatMap(({ masters, keyFor }) => [...masters.values(), keyFor('telephone'), keyFor('words')])
  assert.deepEqual([...new Set(keys.map((key) => key.length))], [32])
  assert.equal(new Set(keys.map((key) => key.toString('hex'))).size, 6)
})

test('after a rotation old data keys open still, and are wrapped anew with the new master key', async () => {
  const old = freshKeyring()
  const later: Keyring = { ...old, current: 2, masters: new Map([...old.masters, [2, randomBytes(32)]]) }
  const whose = { district, subject: 'rotating' }
  const found = [{ id: `r-${randomBytes(4).toString('hex')}`, field: 'phone', value: '13800001234' }]
  const as = { as: 'command', district } as const
  await within(database, as, async (connection) => {
    const { key, writes } = await dataKeyOf(connection, old, whose, now)
    for (const write of [...writes, ...keepSecrets(key, whose, null, found)]) await write.execute(connection)
  })
  assert.equal(await within(database, as, (connection) => rewrap(connection, later, district)), 1)
  const onlyNew: Keyring = { ...later, masters: new Map([...later.masters].filter(([number]) => number === 2)) }
  const opened = await within(database, as, (connection) => openSecrets(connection, onlyNew, district, [`vault:${found[0]?.id}`]))
  assert.deepEqual([...opened.values()], ['13800001234'])
})

test('whoever was erased cannot be read again, and nothing more is kept for them', async () => {
  const ring = freshKeyring()
  const whose = { district, subject: 'erased' }
  const found = [{ id: `e-${randomBytes(4).toString('hex')}`, field: 'words', value: '不想留下的话' }]
  const as = { as: 'command', district } as const
  await within(database, as, async (connection) => {
    const { key, writes } = await dataKeyOf(connection, ring, whose, now)
    for (const write of [...writes, ...keepSecrets(key, whose, null, found)]) await write.execute(connection)
    await eraseAll(connection, whose.district, [whose.subject], now)
  })
  const opened = await within(database, as, (connection) => openSecrets(connection, ring, district, [`vault:${found[0]?.id}`]))
  assert.equal(opened.size, 0)
  await assert.rejects(
    within(database, as, (connection) => dataKeyOf(connection, ring, whose, now)),
    /were erased/,
  )
})

test('what was told under several items is opened in one read by whoever looks into them; to erase some people leaves the rest', async () => {
  const ring = freshKeyring()
  const told = ['a', 'b', 'c'].map((item) => ({ id: `${item}-${randomBytes(4).toString('hex')}`, field: 'words', value: item }))
  const as = { as: 'command', district } as const
  await within(database, as, async (connection) => {
    for (const one of told) {
      const whose = { district, subject: `of ${one.value}` }
      const { key, writes } = await dataKeyOf(connection, ring, whose, now)
      for (const write of [...writes, ...keepSecrets(key, whose, one.value, [one])]) await write.execute(connection)
    }
  })
  const references = told.map(({ id }) => `vault:${id}`)
  const read = (items: string[]) =>
    within(database, { as: 'read', district, sight: ownSight() }, async (connection) =>
      [...unsealed(ring, district, await sealedUnder(connection, district, items, references)).values()].sort(),
    )
  assert.deepEqual([await read(['a', 'b']), await read(['c']), await read([])], [['a', 'b'], ['c'], []])
  await assert.rejects(read(['a', 'b\u001fc']), /stands between/)
  await within(database, as, (connection) => eraseAll(connection, district, ['of a', 'of b'], now))
  assert.deepEqual(await read(['a', 'b', 'c']), ['c'])
})

test('personal fields leave the input, wherever they stand; the rest stays as it was', () => {
  const schema = Type.Object({
    words: Personal(Type.String()),
    place: Type.Object({ where: Type.Optional(Personal(Type.String())), code: Type.String() }),
  })
  let count = 0
  const fresh = () => `00000000-0000-7000-8000-00000000000${count++}`
  const { input, found } = takePersonal(schema, { words: '灯坏了', place: { where: '二单元', code: 'b1' } }, fresh)
  assert.deepEqual(
    found.map(({ field, value }) => [field, value]),
    [
      ['words', '灯坏了'],
      ['place.where', '二单元'],
    ],
  )
  assert.doesNotMatch(JSON.stringify(input), /灯坏了|二单元/)
  assert.ok(Type.IsObject(withReferences(schema)))
})

test('a data key wrapped by a master key that is gone says what to do', () => {
  const ring = freshKeyring()
  const { kept } = freshDataKey(ring, 'here')
  assert.throws(() => unwrap({ ...ring, masters: new Map() }, 'here', kept), /put the keyring back/)
})
