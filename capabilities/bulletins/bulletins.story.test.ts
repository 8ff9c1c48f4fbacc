import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { turn } from '#bin/rounds.ts'
import { kinds } from '#capabilities/bulletins/contract/kinds.ts'
import { categories } from '#capabilities/cases/catalogue/categories.ts'
import { within } from '#kernel/database/within.ts'
import { provable, verify } from '#kernel/flow/verify.ts'
import { sealDistrict } from '#kernel/record/seal.ts'
import { dayOf } from '#kernel/time/zone.ts'
import { everybodysPassword, type StaffName } from '#testing/neighbourhood.ts'
import { type Hand, setStage } from '#testing/stage.ts'
import { bulletinFlow } from './flow.ts'

const stage = await setStage()
const { database, district, clock } = stage
const fault = (what: unknown) => assert.fail(String(what))
let key = 0
const headers = () => ({ 'idempotency-key': `bulletin ${key++}` })
const waterOff = {
  ...{ kind: 'water', what: '供水管道检修，全小区停水', places: ['plum'] },
  ...{ from: '2026-03-03T09:00:00+08:00', until: '2026-03-03T17:00:00+08:00' },
  ...{ advice: '请提前储水', call: '供水热线 0536-7000000' },
}
const publish = (hand: Hand, more: object = {}) => hand.post('/api/bulletins', { ...waterOff, ...more }, headers())
const send = (hand: Hand, id: string, command: string, input: object) =>
  hand.post(`/api/bulletins/${id}/${command}`, input, headers())
const at = async (code: string) => (await stage.nobody().get(`/api/bulletins/at/${code}`)).body
const idsAt = async (code: string) => (await at(code)).map(({ id }: { id: string }) => id)
/** Somebody signed in anew: sessions are over by the next day. */
const today = async (name: StaffName) =>
  stage.hand(await stage.cookieOf('/api/session', { account: `${name}.${district}`, password: everybodysPassword }))

test('a community tells an estate that its water is off; whoever scans a door there reads it, without an account', async () => {
  const secretary = await stage.at('secretary')
  const told = await publish(secretary)
  assert.equal(told.status, 200, JSON.stringify(told.body))
  const { id } = told.body
  for (const code of ['plum', 'plum-3', 'garden', 'g-plum']) assert.deepEqual(await idsAt(code), [id], code)
  assert.deepEqual(await idsAt('river'), [])
  const [read] = await at('plum-3')
  assert.equal(read.signedBy, '花园社区')
  assert.deepEqual(
    read.places.map(({ name }: { name: string }) => name),
    ['梅园小区'],
  )
  assert.equal(JSON.stringify(read).includes('赵书记'), false, 'the unit signs, not the person')
  assert.deepEqual((await stage.nobody().get(`/api/bulletins/read/${id}`)).body, read)
  assert.equal((await stage.nobody().get('/api/bulletins/at/nowhere')).status, 404)
  assert.equal((await stage.nobody().get('/api/bulletins/read/0199a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b')).status, 404)
})

test('each writes to their own places only, and is told why not elsewhere', async () => {
  const refused = async (name: StaffName, more: object, status: number, words: RegExp) => {
    const answer = await publish(await stage.at(name), more)
    assert.equal(answer.status, status, `${name} ${JSON.stringify(answer.body)}`)
    assert.match(answer.body.because.zh, words)
  }
  await refused('eastSecretary', {}, 403, /“梅园小区”不在您可以通知的范围内/)
  await refused('property', { places: ['garden'] }, 403, /“花园社区”不在您可以通知的范围内/)
  await refused('lamps', {}, 403, /专营单位/)
  await refused('wangMin', {}, 403, /只有社区、街道、物业和水电气暖单位可以发布/)
  await refused('dispatcher', {}, 403, /只有社区/)
  await refused('secretary', { places: ['urban'] }, 400, /没有小区、楼栋或社区“urban”/)
  await refused('secretary', { until: waterOff.from }, 400, /结束时间须晚于开始时间/)
  await refused('secretary', { from: '2026-03-01T09:00:00+08:00', until: '2026-03-01T17:00:00+08:00' }, 400, /结束时间已过/)
  await refused('secretary', { until: '2027-06-01T09:00:00+08:00' }, 400, /最多一年/)
  assert.equal((await publish(await stage.at('secretary'), { places: [] })).status, 400)
  assert.equal((await publish(await stage.at('secretary'), { what: ' ' })).status, 400)
  assert.equal((await publish(stage.nobody())).status, 401)
  assert.equal((await publish(await stage.resident('13900000001'))).status, 403)
  assert.equal((await stage.nobody().get('/api/bulletins')).status, 401)
  assert.equal((await (await stage.resident('13900000001')).get('/api/bulletins')).status, 403)
})

test('a property manager writes to a building of theirs, a utility anywhere; the community hears of it', async () => {
  const lift = await publish(await stage.at('property'), { kind: 'lift', what: '电梯年检', places: ['plum-3'] })
  assert.equal(lift.status, 200, JSON.stringify(lift.body))
  assert.equal(lift.body.view.item.places[0].name, '梅园小区3号楼')
  const power = await publish(await stage.at('power'), { kind: 'power', what: '线路检修', places: ['river', 'plum'] })
  assert.equal(power.status, 200, JSON.stringify(power.body))
  assert.ok((await idsAt('plum')).includes(lift.body.id), 'who asks for the estate hears of its buildings')
  assert.deepEqual(await idsAt('river'), [power.body.id])
  await turn(stage, district, fault)
  const notices = (await (await stage.at('secretary')).get('/api/notices')).body
  const told = notices.filter(({ item }: { item: string }) => item === lift.body.id || item === power.body.id)
  assert.deepEqual(told.map(({ words }: { words: { zh: string } }) => words.zh).toSorted(), [
    '万家物业发了“电梯停运”通知，涉及您的社区',
    '供电公司发了“停电”通知，涉及您的社区',
  ])
  const listed = (await (await stage.at('property')).get('/api/bulletins')).body
  const mine = listed.rows.find(({ id }: { id: string }) => id === lift.body.id)
  assert.deepEqual(mine.may, ['correct', 'takeBack'])
  assert.deepEqual(listed.may, ['publish'])
  const seen = (await (await stage.at('secretary')).get('/api/bulletins')).body.rows
  assert.deepEqual(seen.find(({ id }: { id: string }) => id === lift.body.id).may, [], 'another unit’s is read, not changed')
  const leader = (await (await stage.at('leader')).get('/api/bulletins')).body
  assert.equal(leader.rows.length, 3)
  assert.match(leader.mayNot.publish.zh, /只有社区/)
})

test('whoever writes is offered the places that are theirs, and the buildings of an estate', async () => {
  const offered = async (name: StaffName, query = '') =>
    (await (await stage.at(name)).get(`/api/bulletins/places${query}`)).body.map(({ code }: { code: string }) => code)
  assert.deepEqual(await offered('secretary'), ['garden', 'plum'])
  assert.deepEqual(await offered('eastSecretary'), ['river'])
  assert.deepEqual(await offered('streetDesk'), ['river', 'garden', 'plum'])
  assert.deepEqual(await offered('property'), ['plum'])
  assert.deepEqual(await offered('property', '?inside=plum'), ['plum-3'])
  assert.deepEqual(await offered('power', `?search=${encodeURIComponent('梅园')}`), ['plum'])
  assert.deepEqual(await offered('lamps'), [])
  assert.equal((await (await stage.at('leader')).get('/api/bulletins/places')).status, 403)
})

test('what is corrected keeps what it said before; what is taken back says why; others may do neither', async () => {
  const secretary = await stage.at('secretary')
  const { id } = (await publish(secretary, { what: '停水一天' })).body
  const { kind: _, ...wording } = waterOff
  const corrected = await send(secretary, id, 'correct', {
    ...wording,
    what: '停水延长到晚上',
    until: '2026-03-03T20:00:00+08:00',
  })
  assert.equal(corrected.status, 200, JSON.stringify(corrected.body))
  const { item } = corrected.body.view
  assert.deepEqual([item.what, item.until], ['停水延长到晚上', '2026-03-03T12:00:00Z'])
  assert.deepEqual([item.earlier.length, item.earlier[0].what, item.earlier[0].until], [1, '停水一天', '2026-03-03T09:00:00Z'])
  const desk = await stage.at('streetDesk')
  assert.equal((await send(desk, id, 'correct', wording)).status, 403)
  assert.equal((await send(await stage.at('eastSecretary'), id, 'takeBack', { because: '不是我发的' })).status, 404)
  assert.equal((await send(secretary, id, 'correct', { ...wording, places: ['river'] })).status, 403)
  assert.equal((await send(secretary, id, 'takeBack', { because: '' })).status, 400)
  assert.equal((await send(secretary, id, 'takeBack', { because: '检修改期' })).status, 200)
  const read = (await at('plum-3')).find((one: { id: string }) => one.id === id)
  assert.deepEqual([read.state, read.because], ['takenBack', '检修改期'], 'whoever read it before learns of it')
  const again = await send(secretary, id, 'correct', wording)
  assert.equal(again.status, 409)
  assert.match(again.body.because.zh, /已撤回/)
})

test('after twenty corrections it is to be written anew', async () => {
  const secretary = await stage.at('secretary')
  const { id } = (await publish(secretary)).body
  const { kind: _, ...wording } = waterOff
  for (let count = 0; count < 20; count++)
    assert.equal((await send(secretary, id, 'correct', { ...wording, what: `第 ${count} 次` })).status, 200)
  const refused = await send(secretary, id, 'correct', wording)
  assert.equal(refused.status, 409)
  assert.match(refused.body.because.zh, /已更正 20 次/)
  assert.equal((await send(secretary, id, 'takeBack', { because: '重发' })).status, 200)
})

test('when its time has passed it is over by itself, and nobody is shown it any more', async () => {
  clock.moveOn({ hours: 48 })
  assert.deepEqual(await at('plum'), [], 'also before the timer has rung')
  await turn(stage, district, fault)
  const secretary = await today('secretary')
  assert.deepEqual((await secretary.get('/api/bulletins')).body.rows, [])
  const past = (await secretary.get('/api/bulletins?running=false')).body.rows
  assert.deepEqual([...new Set(past.map(({ state }: { state: string }) => state))].toSorted(), ['over', 'takenBack'])
})

test('its record is proven like that of any flow, and the kinds name categories that there are', async () => {
  while (await sealDistrict(database, district, clock.now()));
  assert.deepEqual((await verify(database, [provable(bulletinFlow)], district)).findings, [])
  const codes = new Set(categories.map(({ code }) => code))
  for (const { categories: named } of Object.values(kinds)) for (const code of named) assert.ok(codes.has(code), code)
})

test('a long list comes page by page, each once', async () => {
  const secretary = await today('secretary')
  const soon = { from: '2026-03-05T09:00:00+08:00', until: '2026-03-05T17:00:00+08:00' }
  for (let count = 0; count < 32; count++) assert.equal((await publish(secretary, soon)).status, 200)
  const first = (await secretary.get('/api/bulletins')).body
  const second = (await secretary.get(`/api/bulletins?after=${first.rows.at(-1).id}`)).body
  assert.deepEqual([first.rows.length, first.more, second.more], [30, true, false])
  assert.equal(new Set([...first.rows, ...second.rows].map(({ id }) => id)).size, 32)
  assert.equal((await at('plum')).length, 20, 'a door shows no more than can be read')
})

test('no unit signs for longer than it stands: who would take it back?', async () => {
  const [property, admin] = [await today('property'), await today('admin')]
  const [from, tomorrow] = [clock.now().add({ hours: 1 }).toString(), clock.now().add({ hours: 30 }).toString()]
  const lasting = await publish(property, {
    kind: 'lift',
    places: ['plum'],
    from,
    until: clock.now().add({ hours: 2 }).toString(),
  })
  assert.equal(lasting.status, 200, JSON.stringify(lasting.body))
  const tonight = Temporal.PlainDate.from(dayOf(clock.now())).add({ days: 1 }).toString()
  const endsOn = (day: string | null) =>
    within(database, { as: 'owner', district }, (connection) =>
      sql`update place.units set ends = ${day}::date where district = ${district} and code = 'property-1'`.execute(connection),
    )
  await endsOn(tonight)
  const refused = await publish(property, { kind: 'lift', places: ['plum'], from, until: tomorrow })
  assert.deepEqual([refused.status, /须在那之前结束/.test(refused.body.because.zh)], [400, true], JSON.stringify(refused.body))
  await endsOn(null)
  assert.equal((await publish(property, { kind: 'lift', places: ['plum'], from, until: tomorrow })).status, 200)
  assert.equal(
    (await admin.patch('/api/units/property-1', { until: dayOf(clock.now()) })).status,
    409,
    'nor does it end with what it signed',
  )
})

test('nothing is told at a door for longer than it stands', async () => {
  const [secretary, admin] = [await today('secretary'), await today('admin')]
  const ending = await admin.patch('/api/units/plum-3', { until: dayOf(clock.now()) })
  assert.equal(ending.status, 200, JSON.stringify(ending.body))
  const [from, tomorrow] = [clock.now().add({ hours: 1 }).toString(), clock.now().add({ hours: 30 }).toString()]
  const refused = await publish(secretary, { places: ['plum-3'], from, until: tomorrow })
  assert.equal(refused.status, 400)
  assert.match(refused.body.because.zh, /到那时已停用/)
  assert.equal((await admin.patch('/api/units/plum-3', { until: null })).status, 200)
  assert.equal((await publish(secretary, { places: ['plum-3'], from, until: tomorrow })).status, 200)
})
