import assert from 'node:assert/strict'
import { before, suite, test } from 'node:test'
import { type RawBuilder, sql } from 'kysely'
import { newId } from '#kernel/database/ids.ts'
import { within } from '#kernel/database/within.ts'
import { deliver } from '#kernel/record/deliver.ts'
import { forgetOld } from '#kernel/retention/round.ts'
import { dayOf, startOf } from '#kernel/time/zone.ts'
import { points } from '#testing/neighbourhood.ts'
import { attached, type Hand, lampReport, setStage, sheetSent } from '#testing/stage.ts'
import { rules } from './retention.ts'

const stage = await setStage()
const { database, district, clock, store } = stage
const begun = clock.now()
const phone = '13877772222'

/** What a rule is tried on: since when it counts, and what of it is left. */
interface Planted {
  from: Temporal.Instant
  left: RawBuilder<{ count: number }>
}
const rowsOf = (table: string, where: RawBuilder<unknown>) =>
  sql<{ count: number }>`select count(*)::integer as count from ${sql.table(table)} where district = ${district} and ${where}`
const count = async ({ left }: Planted) =>
  (await within(database, { as: 'owner' }, (connection) => left.execute(connection))).rows[0]?.count ?? 0

/** By the English name of what it is: how each comes to be kept. */
const plants: Record<string, () => Promise<Planted>> = {
  async 'of a withdrawn report what is personal, its words, photos and query codes'() {
    const id = await reported()
    assert.equal((await resident.send('withdraw', id)).status, 200)
    return { from: begun, left: rowsOf('vault.secrets', sql`item = ${id}`) }
  },
  async 'the same of what was closed, declined or merged'() {
    const [id, other] = [await reported(), await reported()]
    const worker = await stage.at('wangMin')
    for (const one of [id, other]) assert.equal((await worker.send('accept', one)).status, 200)
    assert.equal((await worker.send('merge', other, { parent: id })).status, 200)
    assert.equal((await worker.send('solveOnSite', id, { outcome: 'solved', done: '修好了' })).status, 200)
    assert.equal((await resident.send('rate', id, { solved: true, level: 5, words: '谢谢' })).status, 200)
    return { from: begun, left: rowsOf('vault.secrets', sql`item in (${id}, ${other})`) }
  },
  async 'what residents told their helpers, of errands that ended'() {
    const entry = {
      ...{ code: 'forms', name: { zh: '代填表' }, kind: 'forms', papers: [], letter: false },
      ...{ steps: '带上手机，代办员陪您填好。', department: '便民服务窗口', days: 1, hours: 1 },
    }
    const kept = await (await stage.at('admin')).put('/api/registers/errand-items/forms', { entry, version: 0 })
    assert.equal(kept.status, 200, JSON.stringify(kept.body))
    const key = () => ({ 'idempotency-key': newId() })
    const { body } = await resident.post('/api/errands', { item: 'forms', unit: 'plum', note: '眼睛不好', atHome: false }, key())
    assert.equal((await resident.post(`/api/errands/${body.id}/withdraw`, {}, key())).status, 200)
    return { from: begun, left: rowsOf('vault.secrets', sql`item = ${body.id}`) }
  },
  async 'members of branches, their names encrypted'() {
    const entry = {
      ...{ code: 'plum', name: '梅园小区党支部', kind: 'solo', community: 'garden', estates: ['plum'], secretary: '林梅' },
      ...{ committee: [], groups: [], households: [], foundedOn: '2024-07-01' },
    }
    const secretary = await stage.at('secretary')
    const kept = await secretary.put('/api/registers/branches/plum', { entry, version: 0 })
    assert.equal(kept.status, 200, JSON.stringify(kept.body))
    const text = 'branch,name,system,number,asOf\nplum,林一心,党员系统,A-1,2026-03-01'
    const brought = await sheetSent(stage, secretary, '/api/branch-members/sheet', text)
    assert.equal(brought.status, 200, JSON.stringify(brought.body))
    return { from: begun, left: rowsOf('vault.secrets', sql`item = 'members/plum'`) }
  },
  async 'photos of papers and signatures of errands'() {
    const entry = {
      ...{ code: 'card', name: { zh: '优待证' }, kind: 'certificates', letter: false, days: 1, hours: 1 },
      ...{ steps: '收复印件，到窗口递交。', department: '便民服务窗口', papers: [{ name: '复印件', kind: 'copy', count: 1 }] },
    }
    const [secretary, key] = [await stage.at('secretary'), () => ({ 'idempotency-key': newId() })]
    const kept = await (await stage.at('admin')).put('/api/registers/errand-items/card', { entry, version: 0 })
    assert.equal(kept.status, 200, JSON.stringify(kept.body))
    const filed = { item: 'card', unit: 'plum', name: '王桂英', atHome: false, brings: [0] }
    const { id } = (await secretary.post('/api/errands/file', filed, key())).body
    const photo = await attached(stage, secretary)
    for (const [command, input] of [
      ['sign', { papers: [0], as: 'signature', photo }],
      ['submit', {}],
      ['conclude', {}],
    ] as const)
      assert.equal((await secretary.post(`/api/errands/${id}/${command}`, input, key())).status, 200, command)
    return { from: begun, left: rowsOf('files.files', sql`id = ${photo} and wrapped is not null`) }
  },
  async 'photos of what was done for tasks of committees'() {
    const photo = await attached(stage, await stage.at('streetDesk'))
    const named = sql`update files.files set named = true where district = ${district} and id = ${photo}`
    const item = JSON.stringify({ state: 'accepted', photos: [photo], acceptedAt: begun.toString() })
    const task = sql`insert into tasks.tasks
        (district, id, version, state, item, places, parties, tip, committee, unit, holder, meeting, limit_on)
      values (${district}, ${newId()}, 1, 'accepted', ${item}::jsonb, '{}', '{}', '', 'north', 'north', 'garden', '', '2026-03-02')`
    for (const write of [named, task]) await within(database, { as: 'owner' }, (connection) => write.execute(connection))
    return { from: begun, left: rowsOf('files.files', sql`id = ${photo} and wrapped is not null`) }
  },
  async 'photos of stations that have ended'() {
    const entry = {
      ...{ code: 'plum', kind: 'neighbour', name: '梅园近邻驿站', community: 'garden', address: '梅园物业楼一层' },
      ...{ longitude: points.plum[0], latitude: points.plum[1], host: { kind: 'propertyOffice', name: '万家物业' } },
      ...{ keeper: 'property-1', services: ['reading'], facilities: ['water'], openedOn: '2025-05-01' },
      hours: { weekly: [{ days: [1, 2, 3, 4, 5], opens: '08:30', closes: '17:30' }], exceptions: [] },
    }
    const [secretary, today] = [await stage.at('secretary'), dayOf(begun)]
    const kept = await secretary.put('/api/registers/stations/plum', { entry, version: 0 })
    assert.equal(kept.status, 200, JSON.stringify(kept.body))
    const id = await attached(stage, secretary)
    assert.equal((await secretary.post('/api/stations/plum/photos', { id, caption: '门口' })).status, 200)
    assert.equal((await secretary.put('/api/registers/stations/plum', { entry, version: 1, ends: today })).status, 200)
    return { from: startOf(today), left: rowsOf('files.files', sql`id = ${id} and wrapped is not null`) }
  },
  async 'of applications to become a station whose it is, its address, telephone and what was said of it, encrypted'() {
    const shop = {
      ...{ kind: 'convenience', name: '便民驿站', address: '梅园东门', longitude: points.plum[0], latitude: points.plum[1] },
      ...{ host: { kind: 'shop', name: '裁缝铺' }, phone: '0531-1234567', services: ['tailoring'], facilities: ['rest'] },
      hours: { weekly: [{ days: [1], opens: '08:00', closes: '19:00' }], exceptions: [] },
    }
    const key = () => ({ 'idempotency-key': newId() })
    const { id } = (await resident.post('/api/applications', shop, key())).body
    assert.equal((await resident.post(`/api/applications/${id}/withdraw`, {}, key())).status, 200)
    return { from: begun, left: rowsOf('vault.secrets', sql`item = ${id}`) }
  },
  async 'notes of visits, encrypted'() {
    const entry = {
      ...{ code: 'order', name: { zh: '综治', en: 'order' }, carriedBy: ['level2'] },
      items: [{ what: '巡查楼道', by: 'gridWorker', rhythm: 'weekly' }],
    }
    const kept = await (await stage.at('admin')).put('/api/registers/networks/order', { entry, version: 0 })
    assert.equal(kept.status, 200, JSON.stringify(kept.body))
    const made = { on: dayOf(begun), done: [{ network: 'order', what: '巡查楼道' }], note: '楼道有堆物' }
    const { body } = await (await stage.at('wangMin')).post('/api/visits', made, { 'idempotency-key': newId() })
    return { from: startOf(dayOf(begun)), left: rowsOf('vault.secrets', sql`item = ${body.id}`) }
  },
  async 'links to answer a question, hashed'() {
    const row = sql`insert into cases.questions (district, hash, item, asked_at, ends_at)
      values (${district}, 'old', 'none', ${begun.toString()}::timestamptz, ${begun.toString()}::timestamptz)`
    await within(database, { as: 'owner' }, (connection) => row.execute(connection))
    return { from: begun, left: rowsOf('cases.questions', sql`hash = 'old'`) }
  },
  async 'who looked at personal data'() {
    const id = await reported()
    assert.equal((await (await stage.at('wangMin')).get(`/api/cases/${id}`)).status, 200)
    return { from: begun, left: rowsOf('vault.looks', sql`item = ${id}`) }
  },
  async 'changes of people, posts and rosters'() {
    const made = await (await stage.at('admin')).post('/api/people', { name: '新人', account: `new.${district}` })
    assert.equal(made.status, 200, JSON.stringify(made.body))
    return { from: begun, left: rowsOf('people.changes', sql`true`) }
  },
  async 'who of the staff signed in'() {
    await stage.nobody().post('/api/session', { account: `wangMin.${district}`, password: 'a guess' })
    return { from: begun, left: rowsOf('people.sign_ins', sql`true`) }
  },
  async 'notices in the product'() {
    await deliver(database, district, begun)
    return { from: begun, left: rowsOf('record.notices', sql`true`) }
  },
  async 'what has left: notices, live updates'() {
    const row = sql`insert into record.outbox (district, id, item, sequence, body, delivered)
      values (${district}, ${newId(begun.epochMilliseconds)}::uuid, 'of the first day', 1, '{}', true)`
    await within(database, { as: 'owner' }, (connection) => row.execute(connection))
    return { from: begun, left: rowsOf('record.outbox', sql`item = 'of the first day'`) }
  },
  async 'deliveries to webhooks'() {
    const webhook = await (await stage.at('admin')).post('/api/webhooks', { name: '热线', address: 'https://example.org/hook' })
    assert.equal(webhook.status, 200, JSON.stringify(webhook.body))
    await reported()
    await deliver(database, district, begun)
    return { from: begun, left: rowsOf('record.deliveries', sql`true`) }
  },
  async 'keys of commands, against sending twice'() {
    return { from: begun, left: rowsOf('flow.keys', sql`true`) }
  },
  async 'photos that were never named in anything'() {
    const id = await attached(stage, resident)
    return { from: begun, left: rowsOf('files.files', sql`id = ${id} and wrapped is not null`) }
  },
  async 'what is left of an erased photo, without its content'() {
    const id = await attached(stage, resident)
    const erased = sql`update files.files set wrapped = null, erased_at = ${begun.toString()}::timestamptz where id = ${id}`
    await within(database, { as: 'owner' }, (connection) => erased.execute(connection))
    return { from: begun, left: rowsOf('files.files', sql`id = ${id}`) }
  },
  async 'sessions: the device, from when to when'() {
    return { from: begun.add({ hours: 24 * 30 }), left: rowsOf('people.sessions', sql`kind = 'resident'`) }
  },
  async 'one-time codes, hashed'() {
    return { from: begun, left: rowsOf('people.phone_codes', sql`true`) }
  },
  async 'attempts, with network addresses'() {
    return { from: begun, left: rowsOf('people.attempts', sql`true`) }
  },
}

let resident: Hand
let named: string
const reported = async (): Promise<string> =>
  (await resident.send('report', '', lampReport({ category: 'neighbours.dispute', name: '钱独特', phone, home: '独特楼9号' })))
    .body.id

suite('what is forgotten of a case', () => {
  /** So many days later, by the rules about a table alone: whoever is signed in stays so. */
  const forgotten = (table: string, days: number) =>
    forgetOld({
      house: { database, clock: () => clock.now().add({ hours: 24 * days }) },
      store,
      rules: rules.filter((rule) => rule.table.includes(table)),
      district,
      report: assert.ifError,
    })

  before(async () => {
    resident = await stage.resident(phone)
    named = await attached(stage, resident)
    const { status, body } = await resident.send('report', '', lampReport({ photos: [named] }))
    assert.equal(status, 200, JSON.stringify(body))
  })

  test('a photo that a report names stays, and one that nothing names is no bytes any more', async () => {
    const photo = await within(database, { as: 'owner' }, (connection) =>
      sql<{
        id: string
        wrapped: string | null
      }>`select id, wrapped from files.files where district = ${district} and id = ${named}`.execute(connection),
    )
    assert.ok(photo.rows[0]?.wrapped)
    assert.ok(await store.get(named))
    const never = await attached(stage, resident)
    await forgotten('files.files', 8)
    assert.equal(await store.get(never), undefined)
  })

  test('of a case whose words are forgotten its course is still told, and nobody opens or finds it by them', async () => {
    const { body } = await stage.nobody().send('report', '', lampReport({ words: '貔貅挡住了路灯' }))
    const holder = await stage.holder(body.secret.queryCode)
    assert.equal((await holder.send('withdraw', body.id)).status, 200)
    await forgotten('vault.secrets', 184)
    await assert.rejects(stage.holder(body.secret.queryCode))
    const dispatcher = await stage.at('dispatcher')
    const seen = await dispatcher.get(`/api/cases/${body.id}`)
    assert.deepEqual([seen.status, seen.body.item.words, seen.body.item.state], [200, '', 'withdrawn'])
    assert.deepEqual((await dispatcher.get(`/api/cases?q=${encodeURIComponent('貔貅')}`)).body.rows, [])
  })
})

suite('what is kept so long', () => {
  const planted = new Map<string, Planted>()

  before(async () => {
    resident = await stage.resident(phone)
    for (const { what } of rules) {
      const plant = plants[what.en]
      assert.ok(plant, `nothing tries the rule for ${what.en}`)
      planted.set(what.en, await plant())
    }
  })

  const since = (what: string) => planted.get(what)?.from ?? begun
  const ends = rules
    .map((rule) => ({ rule, end: () => since(rule.what.en).add({ hours: 24 * rule.days }) }))
    .toSorted((one, other) => one.rule.days - other.rule.days)
  for (const { rule, end } of ends)
    test(`${rule.what.en}: is there until the last hour, and gone after it`, async () => {
      const kept = planted.get(rule.what.en)
      assert.ok(kept)
      const at = (moment: Temporal.Instant) =>
        forgetOld({ house: { database, clock: () => moment }, store, rules: [rule], district, report: assert.ifError })
      const there = await count(kept)
      assert.ok(there > 0, 'it is there')
      await at(end().subtract({ hours: 1 }))
      assert.equal(await count(kept), there)
      await at(end().add({ hours: 2 }))
      assert.equal(await count(kept), 0)
    })
})
