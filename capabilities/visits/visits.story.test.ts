import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { suite, test } from 'node:test'
import { sql } from 'kysely'
import { within } from '#kernel/database/within.ts'
import { forgetOld } from '#kernel/retention/round.ts'
import { everybodysPassword } from '#testing/neighbourhood.ts'
import { type Hand, setStage } from '#testing/stage.ts'
import { visitFlow } from './flow.ts'
import { visitRules } from './store/retention.ts'

const stage = await setStage('2026-03-02T09:00:00+08:00')
const { database, district } = stage
const key = () => ({ 'idempotency-key': randomUUID() })
const network = (code: string, zh: string, what: string, rhythm: string, carriedBy: string[]) => ({
  ...{ code, name: { zh, en: code }, carriedBy },
  items: [{ what, by: 'gridWorker', rhythm }],
})
const name = async (entry: { code: string }) =>
  assert.equal((await (await stage.at('admin')).put(`/api/registers/networks/${entry.code}`, { entry, version: 0 })).status, 200)
const login = (name: string) =>
  stage.cookieOf('/api/session', { account: `${name}.${district}`, password: everybodysPassword }).then(stage.hand)
const dueOf = async (hand: Hand) =>
  (await hand.get('/api/visits/due')).body.due.map(({ what, dueOn }: { what: string; dueOn?: string }) => [what, dueOn])
const [stairs, elderly] = [
  { network: 'order', what: '巡查楼道' },
  { network: 'civil', what: '探访独居老人' },
]

suite('visits', () => {
  test('one visit serves all the networks of a grid: what it did is due again in its time', async () => {
    await name(network('order', '综治', stairs.what, 'weekly', ['level2']))
    await name(network('civil', '民政', elderly.what, 'monthly', ['level1', 'level2']))
    await name(network('party', '党建', '联系中心户', 'weekly', ['level1']))
    const worker = await stage.at('wangMin')
    assert.deepEqual(await dueOf(worker), [
      [elderly.what, '2026-03-02'],
      [stairs.what, '2026-03-02'],
    ])
    const { status, body } = await worker.post(
      '/api/visits',
      { on: '2026-03-01', done: [stairs, elderly], note: '2号楼楼道有堆物' },
      key(),
    )
    assert.equal(status, 200)
    assert.deepEqual(await dueOf(worker), [
      [stairs.what, '2026-03-08'],
      [elderly.what, '2026-04-01'],
    ])
    const [visit] = (await worker.get('/api/visits/due')).body.visits
    assert.deepEqual([visit.by, visit.on, visit.may], ['王敏', '2026-03-01', ['takeBack']])
    assert.ok(!/longitude|point|time/.test(JSON.stringify(visit)), 'where and when exactly is nobody’s')
    assert.equal((await worker.post(`/api/visits/${body.id}/takeBack`, {}, key())).status, 200)
    assert.deepEqual((await dueOf(worker))[1], [stairs.what, '2026-03-02'], 'what was taken back was not done')
  })

  test('a note takes no number of whoever is visited; it is sealed, in no list, and read with a look', async () => {
    const [worker, street] = [await stage.at('wangMin'), await stage.at('streetDesk')]
    const make = (note: string) => worker.post('/api/visits', { on: '2026-03-02', done: [elderly], note }, key())
    for (const number of ['138-0000-9999', '370702194503071234', '37070219450307123X', '0536 8791234']) {
      const { status, body } = await make(`301独居老人，${number}`)
      assert.deepEqual([status, body.because.zh.includes('不要填手机号、身份证号')], [400, true], number)
    }
    const { status, body } = await make('301的独特老人，心脏不好')
    assert.equal(status, 200, JSON.stringify(body))
    const kept = await within(database, { as: 'owner', district }, async (connection) => {
      const { rows } = await sql<{ row: string }>`
        select v::text as row from visits.visits v where district = ${district} and id = ${body.id}
        union all select e::text from record.events e where district = ${district} and item = ${body.id}
        union all select o::text from record.outbox o where district = ${district} and item = ${body.id}`.execute(connection)
      return rows.map(({ row }) => row).join()
    })
    assert.ok(kept.includes(body.id) && !kept.includes('独特'))
    const [listed] = (await worker.get('/api/visits/due')).body.visits
    assert.deepEqual([listed.id, listed.noted, listed.note], [body.id, true, undefined])
    assert.equal((await street.get(`/api/visits/${body.id}`)).body.item.note, '301的独特老人，心脏不好')
    const looks = await within(database, { as: 'owner', district }, async (connection) => {
      const { rows } = await sql<{ role: string; fields: string[] }>`
        select by_role as role, fields from vault.looks where district = ${district} and item = ${body.id} order by at, id`.execute(
        connection,
      )
      return rows
    })
    assert.deepEqual(looks, [
      { role: 'gridWorker', fields: ['note'] },
      { role: 'streetDesk', fields: ['note'] },
    ])
  })

  test('whoever takes a visit back takes its note with it; a note is read where the visit was, not wherever its author is later', async () => {
    const [worker, secretary, admin] = [await login('wangMin'), await login('secretary'), await login('admin')]
    const make = async (note: string) =>
      (await worker.post('/api/visits', { on: '2026-03-02', done: [elderly], note }, key())).body.id as string
    const noteFor = async (hand: Hand, id: string, headers = {}) => (await hand.get(`/api/visits/${id}`, headers)).body.item?.note
    const wrong = await make('302的老人，钥匙在门垫下')
    assert.equal(await noteFor(secretary, wrong), '302的老人，钥匙在门垫下')
    assert.equal((await worker.post(`/api/visits/${wrong}/takeBack`, {}, key())).status, 200)
    for (const hand of [worker, secretary]) assert.ok(!(await noteFor(hand, wrong)))
    const kept = await within(database, { as: 'owner', district }, async (connection) => {
      const { rows } = await sql`select 1 from vault.secrets where district = ${district} and item = ${wrong}`.execute(connection)
      return rows.length
    })
    assert.equal(kept, 0)
    const id = await make('303的老人独居')
    assert.equal(await noteFor(worker, id), '303的老人独居')
    for (const name of ['leader', 'supervisor']) assert.equal(await noteFor(await login(name), id), undefined, name)
    const other = { account: 'wangMin', role: 'clerk', unit: 'urban', starts: '2026-03-02' }
    const post = (await admin.post('/api/posts', other)).body.id
    assert.equal(await noteFor(worker, id, { 'linli-post': post }), undefined, 'at another post')
    assert.equal((await admin.delete(`/api/posts/${post}?anyway=true`)).status, 200)
  })

  test('what was done long ago is remembered, however often a grid was visited since', async () => {
    const worker = await login('wangMin')
    await name(network('gas', '燃气', '燃气检查', 'yearly', ['level2']))
    const made = await worker.post('/api/visits', { on: '2026-02-10', done: [{ network: 'gas', what: '燃气检查' }] }, key())
    const { id } = made.body
    await within(database, { as: 'owner', district }, (connection) =>
      sql`
        insert into visits.visits (district, id, version, state, item, places, parties, tip, grid, community, street, on_day)
        select district, id || n, version, state, jsonb_set(item, '{done}', ${JSON.stringify([stairs])}::jsonb), places, parties, tip,
          grid, community, street, '2026-03-02'
        from visits.visits, generate_series(1, 1001) n where district = ${district} and id = ${id}`.execute(connection),
    )
    const gas = (await dueOf(worker)).find(([what]: string[]) => what === '燃气检查')
    assert.deepEqual(gas, ['燃气检查', '2027-02-10'])
    await within(database, { as: 'owner', district }, (connection) =>
      sql`delete from visits.visits where district = ${district} and id like ${`${id}_%`}`.execute(connection),
    )
  })

  test('after two years the note is forgotten, and that they were visited stays; one of before is read as it stands', async () => {
    const worker = await stage.at('wangMin')
    const input = { on: '2026-03-02', done: [elderly], note: '灯坏了，已报' }
    const { id } = (await worker.post('/api/visits', input, key())).body
    const house = { database, clock: () => stage.clock.now().add({ hours: 24 * 732 }) }
    await forgetOld({ house, store: stage.store, rules: visitRules, district, report: assert.ifError })
    const { note, done } = (await worker.get(`/api/visits/${id}`)).body.item
    assert.deepEqual([note, done], ['', [elderly]])
    const old = {
      ...{ ...input, district, id, version: 1, state: 'made', grid: 'g-plum', community: 'garden', street: 'north' },
      ...{ by: { id: 'somebody', name: '王敏' }, madeAt: stage.clock.now().toString() },
    }
    assert.equal(visitFlow.parse(old).note, input.note)
  })

  test('what cannot be is refused', async () => {
    const worker = await stage.at('wangMin')
    const make = async (input: object) => (await worker.post('/api/visits', input, key())).status
    assert.equal(await make({ on: '2026-03-03', done: [stairs] }), 400, 'a day to come')
    assert.equal(await make({ on: '2026-01-01', done: [stairs] }), 400, 'too long ago')
    assert.equal(await make({ on: '2026-03-02', done: [] }), 400, 'nothing was done')
    assert.equal(
      await make({ on: '2026-03-02', done: [{ network: 'party', what: '联系中心户' }] }),
      400,
      'another level carries that',
    )
    assert.equal(
      (await (await stage.at('secretary')).post('/api/visits', { on: '2026-03-02', done: [stairs] }, key())).status,
      403,
    )
    assert.equal((await (await stage.at('leader')).get('/api/visits/due')).status, 403)
    const { id } = (await worker.post('/api/visits', { on: '2026-03-02', done: [stairs] }, key())).body
    assert.equal((await (await stage.at('liQiang')).get(`/api/visits/${id}`)).status, 404, 'another grid’s is not for them')
    assert.equal((await (await stage.at('secretary')).get(`/api/visits/${id}`)).status, 200)
    stage.clock.moveOn({ hours: 23 })
    const again = await stage.hand(
      await stage.cookieOf('/api/session', { account: `wangMin.${stage.district}`, password: everybodysPassword }),
    )
    assert.equal((await again.post(`/api/visits/${id}/takeBack`, {}, key())).status, 409, 'the day after it stands')
  })
})
