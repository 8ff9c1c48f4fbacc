import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { namesBy } from '#bin/house.ts'
import { turn } from '#bin/rounds.ts'
import { caseFlow } from '#capabilities/cases/flow.ts'
import { within } from '#kernel/database/within.ts'
import { provable, verify } from '#kernel/flow/verify.ts'
import { sealDistrict } from '#kernel/record/seal.ts'
import { everybodysPassword, points, type StaffName } from '#testing/neighbourhood.ts'
import { type Hand, lampReport, setStage } from '#testing/stage.ts'
import { specialFlow } from './flow.ts'
import { proposeSpecials } from './store/propose.ts'

const stage = await setStage()
const { database, district, clock, house, cases } = stage
const look = () => proposeSpecials(house, district, namesBy(cases))
const report = async (more: object = {}, hand: Hand = stage.nobody()) => {
  const told = await hand.send('report', '', lampReport(more))
  assert.equal(told.status, 200, JSON.stringify(told.body))
  return told.body.id as string
}
const fault = (what: unknown) => assert.fail(String(what))
/** Somebody signed in anew: sessions are over by the next day. */
const today = async (name: StaffName) =>
  stage.hand(await stage.cookieOf('/api/session', { account: `${name}.${district}`, password: everybodysPassword }))
const listed = async (hand: Hand) => (await hand.get('/api/specials')).body.rows
let key = 0
const send = (hand: Hand, id: string, command: string, input: object = {}) =>
  hand.post(`/api/specials/${id}/${command}`, input, { 'idempotency-key': `special ${key++}` })

test('where the same comes up a third time in thirty days, one special task is proposed to the community, once', async () => {
  const first = [await report(), await report()]
  assert.equal(await look(), 0, 'twice is no hot spot')
  await report({ category: 'neighbours.dispute' })
  const third = await report()
  const [one, other] = await Promise.all([look(), look()])
  assert.ok(one + other >= 1)
  assert.equal(await look(), 0)
  const secretary = await stage.at('secretary')
  const [special, ...more] = await listed(secretary)
  assert.equal(more.length, 0)
  assert.deepEqual([special.state, special.place], ['proposed', '梅园网格'])
  assert.deepEqual(special.cases.map(({ id }: { id: string }) => id).toSorted(), [...first, third].toSorted())
  await turn(stage, district, fault)
  const notices = (await secretary.get('/api/notices')).body
  const told = notices.filter(({ item }: { item: string }) => item === special.id)
  assert.deepEqual(
    told.map(({ flow }: { flow: string }) => flow),
    ['special'],
  )
  assert.match(told[0].words.zh, /三十天内有 3 件“.*”，建议立为专项/)
  for (const name of ['streetDesk', 'dispatcher', 'leader'] as const)
    assert.equal((await listed(await stage.at(name))).length, 1, name)
  for (const name of ['eastSecretary', 'property', 'lamps'] as const)
    assert.equal((await listed(await stage.at(name))).length, 0, name)
  assert.equal((await stage.nobody().get('/api/specials')).status, 401)
  const hanging = (await (await stage.at('admin')).get('/api/units/garden/hanging')).body
  assert.equal(
    hanging.find(({ what }: { what: string }) => what === 'specials')?.count,
    1,
    'its community does not end meanwhile',
  )
})

test('what comes in later grows the task that is open, and does not propose another', async () => {
  await report()
  assert.equal(await look(), 1)
  assert.equal(await look(), 0)
  const [special, ...more] = await listed(await stage.at('secretary'))
  assert.deepEqual([special.cases.length, more.length], [4, 0])
})

test('the community takes it with a plan and a day, and concludes it; others may not, and are told why', async () => {
  const secretary = await stage.at('secretary')
  const [{ id }] = await listed(secretary)
  const [row] = await listed(secretary)
  assert.deepEqual(row.may, ['take', 'setAside'])
  assert.deepEqual((await listed(await stage.at('leader')))[0].may, [], 'who only reads has no buttons')
  const view = (await secretary.get(`/api/specials/${id}`)).body
  assert.deepEqual(view.may, ['take', 'setAside'])
  const leader = await stage.at('leader')
  assert.equal((await send(leader, id, 'take', { plan: '统一更换灯具', until: '2026-03-20' })).status, 403)
  assert.equal((await send(secretary, id, 'take', { plan: '统一更换灯具', until: '2026-03-01' })).status, 400)
  assert.equal((await send(secretary, id, 'take', { plan: ' ', until: '2026-03-20' })).status, 400)
  const taken = await send(secretary, id, 'take', { plan: '统一更换灯具', until: '2026-03-20' })
  assert.equal(taken.status, 200, JSON.stringify(taken.body))
  assert.deepEqual([taken.body.view.item.state, taken.body.view.item.plan], ['taken', '统一更换灯具'])
  const done = await send(secretary, id, 'conclude', { did: '更换 12 盏' })
  assert.equal(done.body.view.item.state, 'done')
  assert.equal(await look(), 0, 'its cases are not counted a second time')
  assert.deepEqual((await (await stage.at('secretary')).get('/api/specials?open=true')).body.rows, [])
})

test('a proposal that nobody decides on for five days is told to the street, and one set aside says why', async () => {
  for (const _ of [1, 2, 3]) await report()
  assert.equal(await look(), 1, 'three new ones after the last task')
  clock.moveOn({ hours: 5 * 24 + 1 })
  await turn(stage, district, fault)
  const desk = await today('streetDesk')
  const told = (await desk.get('/api/notices')).body.filter(({ flow }: { flow: string }) => flow === 'special')
  assert.match(told[0].words.zh, /五天了还没有研判/)
  const secretary = await today('secretary')
  const [{ id }] = (await secretary.get('/api/specials?open=true')).body.rows
  const { body } = await send(secretary, id, 'setAside', { because: '三处路灯各有原因，已分别修好' })
  assert.deepEqual([body.view.item.state, body.view.item.because], ['setAside', '三处路灯各有原因，已分别修好'])
})

test('what is about the chain, protected, taken back or older than thirty days is no part of it', async () => {
  for (const _ of [1, 2, 3]) await report({ category: 'care.minors' })
  for (const _ of [1, 2, 3]) await report({ category: 'neighbours.dispute', about: ['garden'] })
  assert.equal(await look(), 0)
  for (const _ of [1, 2]) await report({ category: 'neighbours.dispute' })
  clock.moveOn({ hours: 31 * 24 })
  await report({ category: 'neighbours.dispute' })
  assert.equal(await look(), 0)
})

test('a case that is hidden from a reader since is no longer named to them', async () => {
  const dispatcher = await today('dispatcher')
  const secretary = await today('secretary')
  const before = (await secretary.get('/api/specials')).body.rows
  const special = before.find(({ cases: some }: { cases: unknown[] }) => some.length > 0)
  const [{ id }] = special.cases
  const state = (await dispatcher.get(`/api/cases/${id}`)).body.item.state
  assert.equal(state, 'reported')
  assert.equal((await dispatcher.send('correct', id, { concerns: ['community'], words: '说的是社区' })).status, 200)
  const seen = async (hand: Hand) =>
    (await hand.get('/api/specials')).body.rows
      .find((one: { id: string }) => one.id === special.id)
      .cases.map((one: { id: string }) => one.id)
  assert.ok(!(await seen(secretary)).includes(id))
  assert.ok((await seen(dispatcher)).includes(id))
  const view = (await secretary.get(`/api/specials/${special.id}`)).body.item
  assert.ok(!view.cases.some((one: { id: string }) => one.id === id))
})

test('three of one resident and one category propose a task that does not name them', async () => {
  const resident = await stage.resident('13900000123')
  for (const point of ['plum', 'pine', 'plum'] as const) {
    const place = { point: { longitude: points[point][0], latitude: points[point][1], system: 'wgs84' } }
    await report({ category: 'neighbours.dispute', place, name: '周梅' }, resident)
    await report({ category: 'municipal.streetLamp', place }, resident)
  }
  await look()
  const dispatcher = await today('dispatcher')
  const mine = (await dispatcher.get('/api/specials?open=true')).body.rows.filter(({ by }: { by: string }) => by === 'reporter')
  assert.deepEqual(
    mine.map(({ category }: { category: string }) => category),
    ['neighbours.dispute'],
    'where they did not say who they are, nobody is told that they are one and the same',
  )
  const { rows } = await within(database, { as: 'owner', district }, (connection) =>
    sql<{ item: unknown }>`select item from specials.specials where district = ${district}`.execute(connection),
  )
  const me = (await resident.get('/api/session')).body.account
  assert.ok(me && !JSON.stringify(rows).includes(me))
})

test('its record is proven like that of any flow', async () => {
  while (await sealDistrict(database, district, clock.now()));
  const { findings } = await verify(database, [provable(caseFlow), provable(specialFlow)], district)
  assert.deepEqual(findings, [])
})

test('a long list comes page by page, each task once', async () => {
  await within(database, { as: 'owner', district }, (connection) =>
    sql`insert into specials.specials (district, id, version, state, item, places, parties, tip, spot, category, street, community, proposed_at)
      select district, copy, version, state, jsonb_set(item, '{id}', to_jsonb(copy)), places, parties, tip, spot, category, street, community,
        proposed_at - n * interval '1 minute'
      from (select *, md5(id || n)::uuid::text as copy from specials.specials, generate_series(1, 60) n
        where district = ${district} and places && array['garden'] order by id limit 60) many`.execute(connection),
  )
  const secretary = await today('secretary')
  const seen: string[] = []
  for (let after: string | undefined, pages = 0; pages < 10; pages++) {
    const { rows, more } = (await secretary.get(`/api/specials${after === undefined ? '' : `?after=${after}`}`)).body
    assert.ok(rows.length <= 50)
    seen.push(...rows.map(({ id }: { id: string }) => id))
    after = rows.at(-1)?.id
    if (!more) break
  }
  assert.ok(seen.length > 60)
  assert.equal(new Set(seen).size, seen.length)
})
