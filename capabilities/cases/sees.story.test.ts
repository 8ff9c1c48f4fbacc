import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { sql } from 'kysely'
import { newId } from '#kernel/database/ids.ts'
import { within } from '#kernel/database/within.ts'
import { points } from '#testing/neighbourhood.ts'
import { readerOf, sightAt, wholeSight } from '#testing/reading.ts'
import { type Hand, lampReport, setStage } from '#testing/stage.ts'

const stage = await setStage()
const { database, district } = stage

const person = {
  phone: '13912345678',
  name: '宋阿姨甲乙',
  home: '三号楼二单元五零一室',
  where: '东门老槐树旁边',
  words: '夜里走路摔了一跤，血压也高',
}
let plum: string
let code: string

before(async () => {
  const told = await stage.nobody().send('report', '', lampReport({ ...person, category: 'neighbours.dispute' }))
  plum = told.body.id
  code = told.body.secret.queryCode
})

const read = readerOf(stage)

/** Whether somebody finds a case: in their list, by its id, in its history. */
async function finds(hand: Hand, id: string): Promise<boolean[]> {
  const list = await hand.get('/api/cases?limit=200')
  const [whole, events] = [await hand.get(`/api/cases/${id}`), await hand.get(`/api/cases/${id}/events`)]
  return [list.body.rows.some((row: { id: string }) => row.id === id), whole.status === 200, events.status === 200]
}
const yes = [true, true, true]
const no = [false, false, false]

test('a report about the grid worker skips them: the community has it, and they find it nowhere', async () => {
  const { body } = await stage.nobody().send('report', '', lampReport({ about: ['g-plum'], category: 'neighbours.dispute' }))
  assert.deepEqual([body.view.item.holder.role, body.view.item.holder.unit], ['communitySecretary', 'garden'])
  assert.match(body.view.item.routedBy.zh, /越过/)
  const worker = await stage.at('wangMin')
  assert.deepEqual(await finds(worker, body.id), no)
  assert.equal((await worker.send('comment', body.id, { words: '我看看' })).status, 404)
  assert.deepEqual(await finds(await stage.at('secretary'), body.id), yes)
  assert.deepEqual(await read(sightAt('g-plum'), sql`select 1 from cases.cases where id = ${body.id}`), [])
})

test('a report about the community skips it and all below: the street has it', async () => {
  const { body } = await stage.nobody().send('report', '', lampReport({ about: ['garden'], category: 'neighbours.dispute' }))
  assert.deepEqual([body.view.item.holder.role, body.view.item.holder.unit], ['streetDesk', 'north'])
  for (const name of ['secretary', 'wangMin'] as const) {
    assert.deepEqual(await finds(await stage.at(name), body.id), no, name)
    assert.equal((await (await stage.at(name)).send('approve', body.id, { summary: '好了' })).status, 404)
  }
  assert.deepEqual(await finds(await stage.at('streetDesk'), body.id), yes)
  const similar = await stage.nobody().get('/api/cases/similar?community=garden')
  assert.ok(!similar.body.some((row: { id: string }) => row.id === body.id), 'nor is it told to neighbours')
  const dispatched = await (await stage.at('dispatcher')).send('dispatch', body.id, { lead: 'garden' })
  assert.equal(dispatched.status, 409, 'nor is it dispatched to them')
})

test('a report about the chain goes past it also where nobody named a unit: by its category, or by what the reporter ticked', async () => {
  const worker = await stage.at('wangMin')
  const street = await stage.at('streetDesk')
  const conduct = (await stage.nobody().send('report', '', lampReport({ category: 'chain.worker', words: '网格员态度恶劣' })))
    .body
  assert.deepEqual(await finds(worker, conduct.id), no)
  assert.deepEqual(await finds(await stage.at('secretary'), conduct.id), no)
  assert.deepEqual(await finds(street, conduct.id), yes)
  assert.match(conduct.view.item.routedBy.zh, /涉及办理链条自身/)

  const ticked = async (concerns: string[], more = {}) =>
    (await stage.nobody().send('report', '', lampReport({ category: 'neighbours.dispute', concerns, ...more }))).body.id
  const onlyGrid = await ticked(['grid'])
  assert.deepEqual(await finds(worker, onlyGrid), no)
  assert.deepEqual(await finds(await stage.at('secretary'), onlyGrid), yes)
  const upToStreet = await ticked(['street'])
  for (const name of ['wangMin', 'secretary', 'streetDesk'] as const)
    assert.deepEqual(await finds(await stage.at(name), upToStreet), no, name)
  assert.deepEqual(await finds(await stage.at('dispatcher'), upToStreet), yes)
  const company = await ticked(['property'], { place: { code: 'plum-3' } })
  const refused = await (await stage.at('dispatcher')).send('dispatch', company, { lead: 'property-1' })
  assert.equal(refused.status, 409)
  assert.match(refused.body.because.zh, /涉及该单位自身/)
  assert.equal((await stage.nobody().send('report', '', lampReport({ concerns: ['mayor'] }))).status, 400)
})

test('a report about the chain that is corrected to another place goes past those who look after that one', async () => {
  const { id } = (await stage.nobody().send('report', '', lampReport({ category: 'chain.worker', words: '网格员态度恶劣' }))).body
  const street = await stage.at('streetDesk')
  const place = { point: { longitude: 119.03, latitude: 36.005, system: 'wgs84' } }
  const moved = await street.send('correct', id, { place, words: '实为河畔社区' })
  assert.equal(moved.status, 200, JSON.stringify(moved.body))
  assert.equal(moved.body.view.item.place.community, 'river')
  assert.deepEqual(await finds(await stage.at('eastSecretary'), id), no)
  assert.deepEqual(await finds(street, id), yes)
})

test('a report that turns out to be about whoever has it leaves their sight', async () => {
  const worker = await stage.at('wangMin')
  const { id } = (await stage.nobody().send('report', '', lampReport({ category: 'neighbours.dispute' }))).body
  await worker.send('accept', id)
  const { body, status } = await worker.send('correct', id, { concerns: ['grid'], words: '说的是网格员本人' })
  assert.deepEqual([status, body.view], [200, null])
  assert.deepEqual(await finds(worker, id), no)
  assert.deepEqual(await finds(await stage.at('secretary'), id), yes)
})

test('whom it is about goes along when its place is corrected; and no unit passes a case on by saying so', async () => {
  const about = { category: 'neighbours.dispute', concerns: ['grid', 'community'] }
  const { id } = (await stage.nobody().send('report', '', lampReport(about))).body
  const street = await stage.at('streetDesk')
  const place = { point: { longitude: points.pine[0], latitude: points.pine[1], system: 'wgs84' } }
  const moved = await street.send('correct', id, { place, words: '其实在松园' })
  assert.equal(moved.status, 200, JSON.stringify(moved.body))
  for (const name of ['liQiang', 'wangMin', 'secretary'] as const)
    assert.deepEqual(await finds(await stage.at(name), id), no, name)
  assert.deepEqual(await finds(street, id), yes)

  const handled = (await stage.nobody().send('report', '', lampReport({ category: 'neighbours.dispute' }))).body.id
  const worker = await stage.at('wangMin')
  await worker.send('accept', handled)
  await worker.send('dispatch', handled, { lead: 'urban' })
  const lamps = await stage.at('lamps')
  await lamps.send('receive', handled)
  const shed = await lamps.send('correct', handled, { concerns: ['grid'], words: '说的是网格' })
  assert.equal(shed.status, 409)
  assert.match(shed.body.because.zh, /请指挥中心更正/)
})

test('a code that a worker had in hand hands the case to nobody, and makes it no case of staff', async () => {
  const desk = await stage.at('secretary')
  const filed = async (more: object) => (await desk.send('report', '', lampReport({ as: 'phone', ...more }))).body
  const { id, secret } = await filed({ category: 'neighbours.dispute' })
  const friend = await stage.resident('13900004444')
  const similar = async () => (await friend.get('/api/cases/similar?category=neighbours.dispute&code=plum-3')).body
  const offered = async () => (await similar()).find((row: { id: string }) => row.id === id)?.own
  assert.equal(await offered(), undefined)
  assert.equal((await friend.send('join', id)).status, 200)
  assert.equal(await offered(), true, 'what one has joined is offered no more')
  const [mine] = (await friend.get('/api/cases?scope=mine')).body.rows
  assert.deepEqual([mine.id, mine.joined], [id, true])
  const holder = await stage.holder(secret.queryCode)
  assert.equal((await holder.send('withdraw', id)).status, 409)
  const danger = await filed({ category: 'property.liftTrapped' })
  assert.equal((await (await stage.holder(danger.secret.queryCode)).send('withdraw', danger.id)).status, 409)
})

test('a reporter takes back that a company may know them', async () => {
  const input = { ...person, place: { code: 'plum-3' }, category: 'neighbours.dispute', shareContact: true }
  const { body } = await stage.nobody().send('report', '', input)
  const worker = await stage.at('wangMin')
  await worker.send('accept', body.id)
  await worker.send('dispatch', body.id, { lead: 'property-1' })
  const company = await stage.at('property')
  const phone = async () => (await company.get(`/api/cases/${body.id}`)).body.item.phone
  assert.equal(await phone(), '139****5678')
  const reporter = await stage.holder(body.secret.queryCode)
  assert.equal((await reporter.send('hideContact', body.id)).status, 200)
  assert.equal(await phone(), undefined)
  assert.equal((await reporter.send('hideContact', body.id)).status, 409)
  assert.equal((await company.send('hideContact', body.id)).status, 403)
})

test('whoever is about to report is shown what is near and alike, the nearest first, with how it was solved; never how near exactly', async () => {
  const at = (longitude: number, latitude: number) => ({ place: { point: { longitude, latitude, system: 'wgs84' } } })
  const [plum, beside, far] = [
    points.plum,
    [points.plum[0] + 0.0008, points.plum[1]],
    [points.plum[0] + 0.003, points.plum[1]],
  ] as const
  const category = 'neighbours.dispute'
  const ids: string[] = []
  for (const point of [far, beside])
    ids.push((await stage.nobody().send('report', '', lampReport({ category, ...at(...point) }))).body.id)
  const query = `category=${category}&longitude=${plum[0]}&latitude=${plum[1]}&system=wgs84`
  const { body } = await stage.nobody().get(`/api/cases/similar?${query}`)
  const mine = body.filter(({ id }: { id: string }) => ids.includes(id))
  assert.deepEqual(
    mine.map(({ id, metres }: { id: string; metres: number }) => [id, metres]),
    [
      [ids[1], 100],
      [ids[0], 300],
    ],
  )
  for (const one of body) assert.ok(!('words' in one) && !('point' in one) && one.metres % 50 === 0)
  const byDoor = await stage.nobody().get(`/api/cases/similar?category=${category}&code=plum-3`)
  assert.equal(byDoor.body.length, body.length)
  assert.equal((await stage.nobody().get('/api/cases/similar?code=nowhere')).status, 400)
  assert.deepEqual((await stage.nobody().get('/api/cases/similar')).body, [])
})

for (const category of ['care.minors', 'care.violence'])
  test(`${category} goes to the protected queue, and nobody else sees it, whatever they may see otherwise`, async () => {
    const { body } = await stage.nobody().send('report', '', lampReport({ category }))
    assert.equal(body.view.item.holder.role, 'dispatcher')
    for (const name of ['wangMin', 'secretary', 'streetDesk', 'leader', 'caller', 'lamps', 'property'] as const)
      assert.deepEqual(await finds(await stage.at(name), body.id), no, name)
    assert.equal((await (await stage.at('leader')).send('supervise', body.id, { words: '督办' })).status, 404)
    for (const name of ['dispatcher', 'supervisor'] as const)
      assert.deepEqual(await finds(await stage.at(name), body.id), yes, name)
    assert.deepEqual(await read(wholeSight, sql`select 1 from cases.cases where id = ${body.id}`), [])
  })

test('a case that turns out to need protection gets it', async () => {
  const { body } = await stage.nobody().send('report', '', lampReport())
  const worker = await stage.at('wangMin')
  await worker.send('accept', body.id)
  const corrected = await worker.send('correct', body.id, { category: 'care.minors', words: '涉及孩子' })
  assert.equal(corrected.status, 200, JSON.stringify(corrected.body))
  assert.equal(corrected.body.view, null, 'it has left their sight')
  assert.deepEqual(await finds(worker, body.id), no)
  assert.deepEqual(await finds(await stage.at('dispatcher'), body.id), yes)
})

test('what the reporter said of themselves stands nowhere in plain text', async () => {
  const worker = await stage.at('wangMin')
  await worker.send('accept', plum)
  await worker.send('comment', plum, { words: `给${person.name}打过电话 ${person.phone}` })
  await stage.resident(person.phone)
  const holder = await stage.holder(code)
  await holder.send('remind', plum)
  const texts = await within(database, { as: 'owner' }, async (connection) => {
    const { rows } = await sql<{ table: string; column: string }>`
      select table_schema || '.' || table_name as table, column_name as column from information_schema.columns join information_schema.tables using (table_schema, table_name)
      where table_type = 'BASE TABLE' and table_schema in ('cases', 'record', 'vault', 'flow', 'files', 'place', 'time', 'people')
      and data_type in ('text', 'jsonb', 'ARRAY', 'character varying')`.execute(connection)
    assert.ok(rows.length > 80)
    const found: string[] = []
    for (const { table, column } of rows)
      for (const secret of [...Object.values(person), code]) {
        const hit =
          await sql`select 1 from ${sql.table(table)} where ${sql.ref(column)}::text like ${`%${secret}%`} limit 1`.execute(
            connection,
          )
        if (hit.rows.length > 0) found.push(`${table}.${column} has ${secret}`)
      }
    return found
  })
  assert.deepEqual(texts, [])
})

test('who is looked at reads it the latest first, by when it was, also where it was written down later', async () => {
  const { body } = await stage.nobody().send('report', '', lampReport({ ...person, category: 'neighbours.dispute' }))
  const worker = await stage.at('wangMin')
  await worker.get(`/api/cases/${body.id}`)
  await within(database, { as: 'command', district }, (connection) =>
    sql`insert into vault.looks (district, id, subject, item, fields, by_account, by_name, by_role, reason, at)
      select district, ${newId()}, subject, item, fields, by_account, by_name, by_role, '三天前看过', at - interval '3 days'
      from vault.looks where district = ${district} and item = ${body.id}`.execute(connection),
  )
  await worker.post(`/api/cases/${body.id}/reveal`, { reason: '约定上门时间' })
  const { body: looks } = await (await stage.holder(body.secret.queryCode)).get('/api/looks')
  assert.deepEqual(
    looks.map(({ reason }: { reason: string }) => reason).filter((reason: string) => reason !== 'opened'),
    ['约定上门时间', '三天前看过'],
  )
  assert.equal(looks.at(-1).reason, '三天前看过')
})

test('a case that a phone keeps for the way is a look of its own name, and to open it is another', async () => {
  const { body } = await stage.nobody().send('report', '', lampReport({ ...person, category: 'neighbours.dispute' }))
  const worker = await stage.at('wangMin')
  const holder = await stage.holder(body.secret.queryCode)
  const reasons = async () => (await holder.get('/api/looks')).body.map(({ reason }: { reason: string }) => reason)
  await worker.get(`/api/cases/${body.id}?ahead=true`)
  await worker.get(`/api/cases/${body.id}/events?ahead=true`)
  assert.deepEqual(await reasons(), ['ahead'])
  await worker.get(`/api/cases/${body.id}`)
  assert.deepEqual(await reasons(), ['opened', 'ahead'])
})

test('a look is written before the reply goes out, and the reporter sees who looked at what', async () => {
  const { body } = await stage.nobody().send('report', '', lampReport({ ...person, category: 'neighbours.dispute' }))
  const looksAt = async () =>
    (
      await within(database, { as: 'owner', district }, (connection) =>
        sql<{
          by_account: string
          fields: string[]
        }>`select by_account, fields from vault.looks where district = ${district} and item = ${body.id}`.execute(connection),
      )
    ).rows
  assert.deepEqual(await looksAt(), [])
  const worker = await stage.at('wangMin')
  await worker.get('/api/cases?scope=queue')
  assert.deepEqual(await looksAt(), [], 'lists never open the vault')
  const seen = await worker.get(`/api/cases/${body.id}`)
  assert.equal(seen.body.item.phone, '139****5678')
  const [look] = await looksAt()
  assert.equal(look?.by_account, 'wangMin')
  assert.ok(look?.fields.includes('words'))
  const revealed = await worker.post(`/api/cases/${body.id}/reveal`, { reason: '约定上门时间' })
  assert.equal(revealed.body.phone, person.phone)
  const told = await (await stage.holder(body.secret.queryCode)).get('/api/looks')
  const telling = told.body.map(({ reason, fields, masked }: { reason: string; fields: string[]; masked: string[] }) => ({
    reason,
    fields: fields.toSorted(),
    masked: masked.toSorted(),
  }))
  assert.deepEqual(telling, [
    { reason: '约定上门时间', fields: ['home', 'name', 'phone'], masked: [] },
    { reason: 'opened', fields: ['home', 'name', 'phone', 'where', 'words'], masked: ['home', 'name', 'phone'] },
  ])
  assert.ok(told.body.some(({ by, reason }: { by: string; reason: string }) => by === '王敏' && reason === '约定上门时间'))
  const [{ about }] = told.body
  assert.deepEqual(
    [about.number, about.matter.zh],
    [body.view.item.number, body.view.item.categoryName.zh],
    'and for which report',
  )

  await within(database, { as: 'owner' }, (connection) =>
    sql`revoke insert on vault.looks from linli_command`.execute(connection),
  )
  const refused = await (await stage.at('secretary')).get(`/api/cases/${body.id}`)
  await within(database, { as: 'owner' }, (connection) => sql`grant insert on vault.looks to linli_command`.execute(connection))
  assert.equal(refused.status, 500, 'if it cannot be written, nothing is shown')
  assert.ok(!JSON.stringify(refused.body).includes(person.words))
})

test('each sees of a case what the table says', async () => {
  const place = { point: { longitude: points.plum[0], latitude: points.plum[1], system: 'wgs84' } }
  const { body } = await stage.nobody().send('report', '', { ...person, place, category: 'neighbours.dispute' })
  const { id } = body
  const worker = await stage.at('wangMin')
  await worker.send('accept', id)
  await worker.send('dispatch', id, { lead: 'property-1' })
  const shown = async (hand: Hand) => {
    const { item } = (await hand.get(`/api/cases/${id}`)).body
    return [item.standing, item.words !== undefined, item.phone ?? 'none']
  }
  assert.deepEqual(await shown(await stage.holder(body.secret.queryCode)), ['reporter', true, person.phone])
  assert.deepEqual(await shown(worker), ['handler', true, '139****5678'])
  assert.deepEqual(await shown(await stage.at('property')), ['private', true, 'none'])
  assert.deepEqual(await shown(await stage.at('leader')), ['overseer', false, 'none'])
  const steward = await stage.at('steward')
  assert.deepEqual(await shown(steward), ['steward', true, 'none'], 'a neighbour who helps is told no telephone')
  assert.equal((await steward.post(`/api/cases/${id}/reveal`, { reason: '想打个电话' })).status, 403)
  const follower = await stage.resident('13800000009')
  assert.equal((await follower.send('join', id)).status, 200)
  assert.deepEqual(await shown(follower), ['follower', false, 'none'])
})
