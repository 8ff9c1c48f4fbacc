import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { within } from '#kernel/database/within.ts'
import { lampReport, setStage } from '#testing/stage.ts'
import { writeAliases } from './store/write.ts'

// Codes on doors, as a phone that scans one asks for them: whatever kind of code it is, it opens its place or says why not.
const stage = await setStage()
const { database, district } = stage
const phone = stage.nobody()
const open = (code: string) => phone.get(`/api/places/${encodeURIComponent(code)}`)

const address = '潍坊市试验区城北街道花园社区梅园小区3号楼（原机床厂宿舍第二排东头）'
await within(database, { as: 'owner', district }, (connection) =>
  writeAliases(connection, district, [
    { alias: '3707030010101', kind: 'grid', targetKind: 'grid', target: 'g-plum-1' },
    { alias: 'HT/2026#17?a=1', kind: 'doorPlate', targetKind: 'unit', target: 'plum-3' },
    { alias: address, kind: 'doorPlate', targetKind: 'unit', target: 'plum-3' },
    { alias: 'OLD-9', kind: 'doorPlate', targetKind: 'unit', target: 'plum' },
  ]),
)

for (const [what, code, label, estate] of [
  ['a building', 'plum-3', '梅园小区3号楼', 'plum'],
  ['an estate', 'plum', '梅园小区', 'plum'],
  ['a grid', 'g-plum', '梅园网格', undefined],
  ['a dedicated grid', 'd-market', '谷德市场网格', undefined],
  ['an official code of a grid', '3707030010101', '梅园一号楼栋网格', undefined],
  ['a door plate with signs that addresses escape', 'HT/2026#17?a=1', '梅园小区3号楼', 'plum'],
  ['a long address', address, '梅园小区3号楼', 'plum'],
] as const)
  test(`${what} opens its place, and a report from there is taken`, async () => {
    const { status, body } = await open(code)
    assert.equal(status, 200, JSON.stringify(body))
    assert.equal(body.label, label)
    assert.equal(body.where.community, 'garden')
    assert.equal(body.estate, estate)
    const sent = await phone.send('report', '', lampReport({ place: { code: body.code } }))
    assert.equal(sent.status, 200, JSON.stringify(sent.body))
  })

test('a building says where it is, so that a map can begin there', async () => {
  assert.deepEqual((await open('plum-3')).body.point, { longitude: 119.005, latitude: 36.005 })
  assert.equal((await open('g-plum')).body.point, undefined)
})

test('a code that there never was says so, in both languages', async () => {
  const { status, body } = await open('no-such-door')
  assert.equal(status, 404)
  assert.match(body.because.zh, /没有“no-such-door”这个地点/)
  assert.match(body.because.en, /no place has the code/)
})

test('a code whose place has ended says which it was and since when, also by its other name', async () => {
  await within(database, { as: 'owner', district }, async (connection) => {
    await sql`update place.units set ends = '2026-01-01' where district = ${district} and code = 'plum'`.execute(connection)
    await sql`update place.grids set ends = '2026-02-01' where district = ${district} and code = 'd-market'`.execute(connection)
  })
  for (const code of ['plum', 'OLD-9']) {
    const { status, body } = await open(code)
    assert.equal(status, 404)
    assert.match(body.because.zh, /“梅园小区”的，2026-01-01 起已停用/)
  }
  assert.match((await open('d-market')).body.because.zh, /“谷德市场网格”的，2026-02-01 起已停用/)
})

test('a code longer than any is refused as bad input', async () => {
  const { status, body } = await open('x'.repeat(201))
  assert.deepEqual([status, body.code], [400, 'badInput'])
})
