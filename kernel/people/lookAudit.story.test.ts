import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { sql } from 'kysely'
import { everybodysPassword } from '#testing/neighbourhood.ts'
import { type Hand, lampReport, setStage } from '#testing/stage.ts'
import { within } from '../database/within.ts'
import { readXlsx } from '../register/sheet/xlsx/read.ts'
import { writeAccounts } from './accounts.ts'
import { hashPassword } from './password.ts'
import { writePosts } from './posts.ts'

const stage = await setStage()
const { database, district, clock } = stage
let auditor: Hand
const phone = '13912345678'

before(async () => {
  const password = await hashPassword(everybodysPassword)
  await within(database, { as: 'owner', district }, async (connection) => {
    await writeAccounts(connection, district, [
      { id: 'auditor', kind: 'staff', signInName: `auditor.${district}`, displayName: '审计员', password },
    ])
    await writePosts(connection, district, [
      { id: 'p-auditor', account: 'auditor', role: 'auditAdmin', unit: district, starts: '2020-01-01' },
    ])
  })
  auditor = stage.hand(await stage.cookieOf('/api/session', { account: `auditor.${district}`, password: everybodysPassword }))
  const worker = await stage.at('wangMin')
  for (const _ of [1, 2]) {
    const { body } = await stage.nobody().send('report', '', lampReport({ name: '某居民', phone, place: { code: 'plum-3' } }))
    assert.equal((await worker.get(`/api/cases/${body.id}`)).status, 200)
    assert.equal((await worker.post(`/api/cases/${body.id}/reveal`, { reason: '约定上门时间' })).status, 200)
  }
  clock.moveOn({ hours: 24 })
})

const nextDay = async () =>
  stage.hand(await stage.cookieOf('/api/session', { account: `auditor.${district}`, password: everybodysPassword }))

test('the audit administrator reads who looked at what kind of data, when and why, and nothing of whose', async () => {
  auditor = await nextDay()
  const { status, body } = await auditor.get('/api/looks/audit')
  assert.equal(status, 200, JSON.stringify(body))
  const reasons = body.rows.map(({ reason }: { reason: string }) => reason)
  assert.deepEqual([reasons.length, new Set(reasons)], [4, new Set(['opened', '约定上门时间'])])
  const [latest] = body.rows
  assert.deepEqual([latest.name, latest.role, latest.unitName], ['王敏', 'gridWorker', '梅园网格'])
  const text = JSON.stringify(body)
  for (const secret of [phone, '某居民', '路灯', 'of:']) assert.equal(text.includes(secret), false, secret)
})

test('looks are added up by person, unit and day, with how many cases and people', async () => {
  const sums = async (of: string) => (await auditor.get(`/api/looks/audit/sums?of=${of}`)).body.rows
  const [person] = await sums('person')
  assert.deepEqual([person.name, person.role, person.looks, person.cases, person.people], ['王敏', 'gridWorker', 4, 2, 2])
  assert.deepEqual([person.fields.phone, person.fields.photos], [4, 0])
  const [unit] = await sums('unit')
  assert.deepEqual([unit.key, unit.unitName, unit.looks], ['g-plum', '梅园网格', 4])
  assert.deepEqual(
    (await sums('day')).map(({ key, looks }: { key: string; looks: number }) => [key, looks]),
    [['2026-03-02', 4]],
  )
})

test('filters narrow it, days that are too many are refused, and a page says where to read on', async () => {
  const count = async (query: string) => (await auditor.get(`/api/looks/audit?${query}`)).body.rows.length
  assert.equal(await count('by=wangMin&field=phone'), 4)
  assert.equal(await count('by=liQiang'), 0)
  assert.equal(await count('unit=g-plum'), 4)
  assert.equal(await count('field=photos'), 0)
  assert.equal(await count('from=2026-03-02&until=2026-03-02'), 4)
  assert.equal(await count('from=2026-03-03&until=2026-03-03'), 0)
  const long = await auditor.get('/api/looks/audit?from=2025-01-01&until=2026-03-01')
  assert.deepEqual([long.status, long.body.because.zh], [400, '一次最多查 92 天，请缩短日期'])
  assert.equal((await auditor.get('/api/looks/audit?from=2026-03-03&until=2026-03-02')).status, 400)
  assert.equal((await auditor.get('/api/looks/audit?from=never')).status, 400)
  await within(database, { as: 'owner', district }, (connection) =>
    sql`insert into vault.looks (district, id, subject, item, fields, by_account, by_name, by_role, by_unit, reason, at)
      select district, gen_random_uuid(), subject, item, fields, by_account, by_name, by_role, 'g-pine', reason, at - n * interval '1 minute'
      from (select * from vault.looks where district = ${district} limit 1) one, generate_series(1, 120) n`.execute(connection),
  )
  const seen = new Set<string>()
  let next: string | undefined
  do {
    const { body } = await auditor.get(`/api/looks/audit?unit=g-pine${next === undefined ? '' : `&after=${next}`}`)
    assert.ok(body.rows.length <= 50)
    for (const { id } of body.rows) seen.add(id)
    next = body.next
  } while (next !== undefined)
  assert.equal(seen.size, 120)
})

test('it is a sheet too, and who took it along is in the trail', async () => {
  const { status, bytes } = await auditor.bytes('/api/looks/audit.xlsx?unit=g-plum')
  assert.equal(status, 200)
  const text = JSON.stringify(readXlsx(bytes, ''))
  assert.ok(text.includes('约定上门时间') && text.includes('梅园网格'))
  assert.equal(text.includes(phone), false)
  const [change] = (await auditor.get('/api/people/changes')).body.rows
  assert.deepEqual([change.what, change.byName, change.told.unit], ['looks exported', '审计员', 'g-plum'])
})

test('nobody else may, and without the right of an audit the database itself shows no row', async () => {
  for (const name of ['admin', 'leader', 'dispatcher', 'secretary'] as const) {
    const hand = stage.hand(
      await stage.cookieOf('/api/session', { account: `${name}.${district}`, password: everybodysPassword }),
    )
    for (const path of ['/api/looks/audit', '/api/looks/audit/sums?of=day', '/api/looks/audit.xlsx'])
      assert.equal((await hand.get(path)).status, 403, `${name} ${path}`)
  }
  assert.equal((await stage.nobody().get('/api/looks/audit')).status, 401)
  const counted = (audits: boolean) =>
    within(
      database,
      { as: 'read', district, sight: { everything: true, audits, places: [], party: 'x' } },
      async (connection) => {
        const looks = await sql`select 1 from vault.looks where district = ${district}`.execute(connection)
        const secrets = await sql`select 1 from vault.secrets where district = ${district}`.execute(connection)
        return [looks.rows.length > 0, secrets.rows.length]
      },
    )
  assert.deepEqual(await counted(false), [false, 0])
  assert.deepEqual(await counted(true), [true, 0], 'an audit opens nothing of the vault')
})
