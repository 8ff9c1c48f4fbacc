import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { suite, test } from 'node:test'
import { sql } from 'kysely'
import { within } from '#kernel/database/within.ts'
import { provable, verify } from '#kernel/flow/verify.ts'
import { writeUnits } from '#kernel/place/store/write.ts'
import { deliver } from '#kernel/record/deliver.ts'
import { sealDistrict } from '#kernel/record/seal.ts'
import { type Hand, setStage } from '#testing/stage.ts'
import { sheetIn } from '#testing/workbook.ts'
import { declarationFlow } from './flow.ts'

const stage = await setStage('2026-03-02T09:00:00+08:00')
const { clock, database, district } = stage
await within(database, { as: 'owner', district }, (connection) =>
  writeUnits(connection, district, [
    { code: 'pine', kind: 'estate', name: '松园小区', parent: 'garden', street: 'north', community: 'garden' },
  ]),
)
await (await stage.at('secretary')).put('/api/registers/branches/plum', {
  version: 0,
  entry: {
    ...{ code: 'plum', name: '梅园小区党支部', kind: 'solo', community: 'garden', estates: ['plum'], secretary: '林梅' },
    ...{ committee: [], groups: [], households: [], foundedOn: '2024-07-01' },
  },
})

const phones = { wang: '13877771001', li: '13877771002', neighbour: '13877771003' }
const wang = await stage.resident(phones.wang)
const li = await stage.resident(phones.li)
const neighbour = await stage.resident(phones.neighbour)
const key = () => ({ 'idempotency-key': randomUUID() })
const declare = (hand: Hand, more: object = {}) =>
  hand.post('/api/declarations', { estate: 'plum', kind: 'employed', ...more }, key())
const send = (hand: Hand, id: string, command: string, input: object = {}) =>
  hand.post(`/api/declarations/${id}/${command}`, input, key())
const mine = async (hand: Hand) => (await hand.get('/api/declarations/mine')).body
const areas = async (hand: Hand, estate = 'plum') => (await hand.get(`/api/branches/at/${estate}`)).body.areas
const lamps = { kind: 'lampRow', where: '3号楼东边一排路灯', promise: '每周看一次，坏了就报单' }
const rowsOf = async (name: Parameters<typeof stage.at>[0], query = '') =>
  (await (await stage.at(name)).get(`/api/declarations${query}`)).body.rows
const figure = async (id: string) => {
  const { rows } = await within(database, { as: 'owner', district }, (connection) =>
    sql<{ count: number }>`select count(*)::integer as count from declarations.declarations
      where district = ${district} and claimed_as = ${id}`.execute(connection),
  )
  return rows[0]?.count
}
/** Everything in the database in which somebody's words could stand open. */
const lies = (said: string) =>
  within(database, { as: 'owner', district }, async (connection) => {
    const { rows } = await sql<{
      found: boolean
    }>`select exists (select 1 from record.events e where e.district = ${district} and e.body::text like ${`%${said}%`})
      or exists (select 1 from declarations.areas a where a.district = ${district} and a::text like ${`%${said}%`})
      or exists (select 1 from declarations.declarations d where d.district = ${district} and d::text like ${`%${said}%`}) as found`.execute(
      connection,
    )
    return rows[0]?.found
  })

suite('what members declare and claim', () => {
  test('a member declares themself where a branch is, once at a time, and in nobody else’s name', async () => {
    assert.equal((await declare(stage.nobody())).status, 401)
    assert.equal((await declare(await stage.at('secretary'))).status, 403, 'a community declares nobody')
    const nowhere = await declare(wang, { estate: 'pine' })
    assert.equal(nowhere.status, 400)
    assert.match(nowhere.body.because.zh, /还没有登记党支部/)
    assert.equal((await declare(wang, { estate: 'nowhere' })).status, 400)
    assert.equal((await declare(wang, { declarer: 'somebody' })).status, 400)
    assert.equal((await declare(wang, { kind: 'secret' })).status, 400)
    assert.equal((await declare(wang, { shownName: '13877771001' })).status, 400, 'a number is no name')
    assert.equal((await mine(wang)).view, undefined)
    const { status, body } = await declare(wang)
    assert.equal(status, 200, JSON.stringify(body))
    assert.deepEqual(body.view.item.mine.kind, 'employed')
    const twice = await declare(wang, { kind: 'unposted' })
    assert.equal(twice.status, 409)
    assert.match(twice.body.because.zh, /已在梅园小区亮身份/)
    assert.equal((await mine(wang)).view.item.mine.kind, 'employed')
    const { id } = await mine(wang)
    assert.equal((await li.post('/api/declarations', { id, estate: 'plum', kind: 'employed' }, key())).status, 400)
    assert.notEqual((await mine(li)).id, id)
  })

  test('they claim areas; a claim in their name, without words or by the community is refused and changes nothing', async () => {
    const { id } = await mine(wang)
    assert.equal((await send(li, id, 'claimArea', lamps)).status, 404, 'another learns not even that it is there')
    assert.equal((await send(await stage.at('secretary'), id, 'claimArea', lamps)).status, 403)
    for (const wrong of [{ ...lamps, promise: ' ' }, { ...lamps, where: '' }, { kind: 'lampRow' }, { ...lamps, kind: 'roof' }])
      assert.equal((await send(wang, id, 'claimArea', wrong)).status, 400)
    assert.deepEqual(await areas(neighbour), [])
    assert.equal(await figure('employed'), 0, 'who only declared is not counted')
    assert.equal((await send(wang, id, 'claimArea', lamps)).status, 200)
    assert.equal((await send(wang, id, 'claimArea', { kind: 'green', where: '南门花坛', promise: '捡垃圾' })).status, 200)
    assert.equal(await figure('employed'), 1, 'once, however many areas')
    assert.equal(await lies(lamps.where), false, 'its words lie in the vault alone')
  })

  test('neighbours read who looks after what only by the name that the member agreed to, and as long as they do', async () => {
    const { id } = await mine(wang)
    const by = async (hand: Hand) => (await areas(hand)).map((area: { by?: string; where: string }) => [area.where, area.by])
    assert.deepEqual(await by(neighbour), [
      [lamps.where, undefined],
      ['南门花坛', undefined],
    ])
    assert.equal((await send(wang, id, 'showName', { name: '一二三四五六七八九十一二三' })).status, 400)
    assert.equal((await send(li, id, 'showName', { name: '小李' })).status, 404)
    assert.equal((await send(wang, id, 'showName', { name: '王师傅' })).status, 200)
    assert.deepEqual(await by(neighbour), [
      [lamps.where, '王师傅'],
      ['南门花坛', '王师傅'],
    ])
    assert.equal(await lies('王师傅'), false)
    const told = JSON.stringify((await neighbour.get('/api/branches/at/plum')).body)
    const account = (await wang.get('/api/session')).body.account
    assert.ok(!told.includes(phones.wang) && !told.includes(account) && !told.includes(id))
    assert.equal((await send(wang, id, 'hideName')).status, 200)
    assert.equal((await send(wang, id, 'hideName')).status, 409)
    assert.deepEqual((await by(neighbour))[0], [lamps.where, undefined])
    assert.equal((await send(wang, id, 'showName', { name: '王师傅' })).status, 200)
  })

  test('the community sees how many declared and what is looked after, and nothing else about the person', async () => {
    assert.equal((await declare(li, { kind: 'unposted', shownName: '小李' })).status, 200)
    const read = async (hand: Hand) => (await hand.get('/api/branches/areas')).body
    const { rows } = await read(await stage.at('secretary'))
    assert.deepEqual(
      rows.map(({ code, declared, areas: some }: { code: string; declared: number; areas: { by: string }[] }) => [
        code,
        declared,
        some.map(({ by }) => by),
      ]),
      [['plum', 2, ['王师傅', '王师傅']]],
    )
    assert.deepEqual((await read(await stage.at('eastSecretary'))).rows, [], 'another community sees its own')
    assert.equal((await read(await stage.at('leader'))).count, 1)
    assert.equal((await wang.get('/api/branches/areas')).status, 403)
    assert.equal((await (await stage.at('wangMin')).get('/api/branches/areas')).status, 403)
    const seen = await (await stage.at('secretary')).get(`/api/declarations/${(await mine(wang)).id}`)
    assert.deepEqual(Object.keys(seen.body.item).toSorted(), ['estateName', 'id', 'state', 'version'])
    assert.equal((await neighbour.get(`/api/declarations/${(await mine(wang)).id}`)).status, 404)
    assert.equal((await (await stage.at('eastSecretary')).get(`/api/declarations/${(await mine(wang)).id}`)).status, 404)
  })

  test('figures drill down to rows that tell nobody apart, within the reach of whoever asks', async () => {
    const [row, ...more] = await rowsOf('secretary', '?kind=employed')
    assert.deepEqual(row, {
      ...{ kind: 'employed', estateName: '梅园小区', communityName: '花园社区', claimedOn: '2026-03-02' },
      ...{ standing: true, areas: 2 },
    })
    assert.deepEqual([more.length, await rowsOf('eastSecretary'), (await rowsOf('leader')).length], [0, [], 1])
    assert.equal((await wang.get('/api/declarations')).status, 403)
    const sheet = await (await stage.at('secretary')).bytes('/api/declarations.xlsx?kind=employed')
    const cells = sheetIn(sheet.bytes)
    assert.match(cells, /梅园小区.*在职党员.*2026-03-02/s)
    assert.equal((await wang.bytes('/api/declarations.xlsx')).status, 403)
    const theirs = await (await stage.at('eastSecretary')).bytes('/api/declarations.xlsx?community=garden')
    assert.doesNotMatch(sheetIn(theirs.bytes), /梅园/, 'whatever is asked for, a community has its own')
    const brief = (await (await stage.at('leader')).get('/api/brief')).body
    const told = JSON.stringify(brief)
    assert.ok(told.includes('soloBranches'), told.slice(0, 400))
  })

  test('a claim is released by its member alone; renewed, or reminded of two weeks before its year ends, when it lapses', async () => {
    const { id, view } = await mine(wang)
    const [first, second] = view.item.mine.claims
    assert.equal(first.until, '2027-03-01')
    assert.equal((await send(li, id, 'release', { claim: first.id })).status, 404)
    assert.equal((await send(wang, id, 'release', { claim: randomUUID() })).status, 409)
    assert.equal((await send(wang, id, 'release', { claim: second.id })).status, 200)
    assert.deepEqual((await areas(neighbour)).length, 1)
    clock.moveOn({ hours: 24 * 352 })
    assert.deepEqual((await stage.ringTimers()).faults, [])
    await deliver(database, district, clock.now())
    const again = await stage.resident(phones.wang)
    const notices = (await again.get('/api/notices')).body.filter(({ flow }: { flow: string }) => flow === 'declaration')
    assert.equal(notices.length, 1)
    assert.match(notices[0].words.zh, /到 2027-03-01 期满/)
    assert.ok(!JSON.stringify(notices).includes(lamps.where))
    assert.equal((await send(again, id, 'renew', { claim: first.id })).status, 200)
    clock.moveOn({ hours: 24 * 20 })
    await stage.ringTimers()
    assert.equal((await areas(again)).length, 1, 'it was renewed')
    assert.equal((await mine(again)).view.item.mine.claims[0].until, '2028-02-16')
    clock.moveOn({ hours: 24 * 365 })
    await stage.ringTimers()
    await stage.ringTimers()
    const later = await stage.resident(phones.wang)
    assert.deepEqual(await areas(later), [])
    assert.deepEqual((await mine(later)).view.item.mine.claims, [])
    assert.equal(await figure('employed'), 1, 'what was once claimed stays counted')
  })

  test('it is withdrawn at any time, claims end with it, and may be declared anew: the same person counts once', async () => {
    const hand = await stage.resident(phones.li)
    const { id } = await mine(hand)
    assert.equal((await send(hand, id, 'claimArea', lamps)).status, 200)
    const names = async () => (await areas(hand)).map(({ by }: { by?: string }) => by)
    assert.deepEqual(await names(), ['小李'], 'a name agreed to before stands with what is claimed after')
    assert.equal((await send(await stage.resident(phones.wang), id, 'withdraw')).status, 404)
    assert.equal((await send(hand, id, 'withdraw')).status, 200)
    assert.deepEqual(await areas(hand), [])
    const { rows } = await within(database, { as: 'owner', district }, (connection) =>
      sql`select 1 from vault.secrets where district = ${district} and item = ${id}`.execute(connection),
    )
    assert.equal(rows.length, 0, 'what it said is forgotten at once')
    assert.equal((await send(hand, id, 'claimArea', lamps)).status, 409)
    assert.equal(await figure('unposted'), 1)
    assert.equal((await declare(hand, { kind: 'employed' })).status, 200)
    assert.equal((await send(hand, id, 'claimArea', lamps)).status, 200)
    assert.deepEqual(await names(), [undefined], 'and went with the withdrawal')
    assert.deepEqual([await figure('unposted'), await figure('employed')], [1, 1])
  })

  test('whoever takes their data along has it in it, and whoever is erased leaves nothing, also no number', async () => {
    const hand = await stage.resident(phones.li)
    const { id } = await mine(hand)
    const archive = (await hand.bytes('/api/me/data.zip')).bytes
    assert.ok(archive.length > 0)
    const erased = await hand.post('/api/me/erase', { sure: true })
    assert.ok(erased.status < 300, JSON.stringify(erased.body))
    assert.deepEqual((await stage.ringTimers()).faults, [])
    assert.equal((await stage.ringTimers()).sent, 0, 'and it is not called again')
    const other = await stage.resident(phones.neighbour)
    assert.deepEqual(await areas(other), [])
    const { rows } = await within(database, { as: 'owner', district }, (connection) =>
      sql<{ state: string }>`select state from declarations.declarations where district = ${district} and id = ${id}`.execute(
        connection,
      ),
    )
    assert.deepEqual([rows[0]?.state, await figure('unposted')], ['withdrawn', 0])
  })

  test('one person with one telephone is counted once, however often they have themself erased', async () => {
    for (const isWithdrawn of [false, true, false]) {
      const hand = await stage.resident('13877771009')
      const { id } = (await declare(hand, { kind: 'unposted' })).body
      assert.equal((await send(hand, id, 'claimArea', lamps)).status, 200)
      assert.equal(await figure('unposted'), 1)
      if (isWithdrawn) assert.equal((await send(hand, id, 'withdraw')).status, 200)
      assert.equal((await hand.post('/api/me/erase', { sure: true })).status, 200)
      assert.deepEqual((await stage.ringTimers()).faults, [])
      assert.equal(await figure('unposted'), 0)
    }
  })

  test('its record is proven like that of any flow, and nothing of it is told outside', async () => {
    while (await sealDistrict(database, district, clock.now()));
    const { findings } = await verify(database, [provable(declarationFlow)], district)
    assert.deepEqual(findings, [])
    assert.equal(declarationFlow.hidden?.(declarationFlow.parse((await sample()).item)), true)
  })
})

const sample = async () => {
  const { rows } = await within(database, { as: 'owner', district }, (connection) =>
    sql<{ item: unknown }>`select item from declarations.declarations where district = ${district} limit 1`.execute(connection),
  )
  const [row] = rows
  if (!row) throw new Error('nobody declared')
  return row
}
