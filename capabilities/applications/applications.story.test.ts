import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { suite, test } from 'node:test'
import { sql } from 'kysely'
import { within } from '#kernel/database/within.ts'
import { nextTimer } from '#kernel/flow/store/timers.ts'
import { unzip } from '#kernel/register/sheet/xlsx/unzip.ts'
import { everybodysPassword, points, type StaffName } from '#testing/neighbourhood.ts'
import { type Hand, setStage } from '#testing/stage.ts'
import { applicationFlow } from './flow.ts'
import { show } from './show.ts'

const stage = await setStage('2026-03-02T09:00:00+08:00')
const shop = {
  ...{ kind: 'convenience', name: '裁缝铺便民驿站', address: '梅园东门', longitude: points.plum[0], latitude: points.plum[1] },
  ...{ host: { kind: 'shop', name: '裁缝铺' }, services: ['tailoring'], facilities: ['rest'] },
  hours: { weekly: [{ days: [1, 2, 3, 4, 5], opens: '08:00', closes: '19:00' }], exceptions: [] },
}
const key = () => ({ 'idempotency-key': randomUUID() })
const applies = (hand: Hand, more: object = {}) => hand.post('/api/applications', { ...shop, ...more }, key())
const does = (hand: Hand, id: string, name: string, input: object = {}) =>
  hand.post(`/api/applications/${id}/${name}`, input, key())
const listOf = async (hand: Hand) => (await hand.get('/api/applications')).body.rows
/** Somebody of the staff who signs in anew, after some days. */
const login = async (name: StaffName) =>
  stage.hand(await stage.cookieOf('/api/session', { account: `${name}.${stage.district}`, password: everybodysPassword }))
const tailor = () => stage.resident('13877773333')

suite('a shop applies to become a station', () => {
  test('the community looks, approves and registers it; the shop hears each time, and a neighbour finds it as the nearest', async () => {
    const [owner, secretary] = [await tailor(), await stage.at('secretary')]
    const { id } = (await applies(owner)).body
    assert.deepEqual(
      (await listOf(owner)).map(({ state, may }: { state: string; may: string[] }) => [state, may]),
      [['applied', ['withdraw']]],
    )
    const [waiting] = await listOf(secretary)
    assert.deepEqual([waiting.name, waiting.communityName, waiting.may], [shop.name, '花园社区', ['visit', 'decline']])
    assert.ok(!JSON.stringify(waiting).includes('applicant'), 'who applied is nobody’s to read')
    const left = await (await stage.at('admin')).delete('/api/posts/p-secretary')
    assert.deepEqual([left.status, left.body.because.zh.includes('驿站申请 2026-03-02')], [409, true], 'nobody would answer it')
    assert.ok(!JSON.stringify(left.body).includes(shop.name), 'what somebody calls their place is not for who keeps the posts')
    assert.equal((await does(secretary, id, 'visit', { visitedOn: '2026-03-03', found: '可以' })).status, 400, 'a visit to come')
    assert.equal((await does(secretary, id, 'approve')).status, 409, 'nobody has looked yet')
    assert.equal((await does(secretary, id, 'visit', { visitedOn: '2026-03-02', found: '门口无台阶，有座位' })).status, 200)
    assert.equal((await does(secretary, id, 'approve')).status, 200)
    assert.equal((await does(secretary, id, 'publish', { station: 'tailor' })).status, 400, 'it is not registered yet')

    const entry = {
      ...shop,
      code: 'tailor',
      community: 'garden',
      keeper: 'garden',
      openedOn: '2026-03-02',
      verifiedOn: '2026-03-02',
    }
    assert.equal((await secretary.put('/api/registers/stations/tailor', { entry, version: 0 })).status, 200)
    assert.equal((await does(secretary, id, 'publish', { station: 'tailor' })).status, 200)
    const [mine] = await listOf(owner)
    assert.deepEqual([mine.state, mine.station], ['published', 'tailor'])
    const here = new URLSearchParams({ longitude: String(points.plum[0]), latitude: String(points.plum[1]), open: 'true' })
    const near = (await stage.nobody().get(`/api/stations?${here}`)).body.rows
    assert.deepEqual([near[0].code, near[0].minutes], ['tailor', 0])
  })

  test('one is published as a station that stands, and that no other was published as', async () => {
    const [owner, secretary] = [await stage.resident('13877773338'), await login('secretary')]
    const approved = async () => {
      const { id } = (await applies(owner)).body
      assert.equal((await does(secretary, id, 'visit', { visitedOn: '2026-03-02', found: '可以' })).status, 200)
      assert.equal((await does(secretary, id, 'approve')).status, 200)
      return id as string
    }
    const registers = async (code: string, ends?: string) => {
      const entry = {
        ...shop,
        code,
        name: code,
        community: 'garden',
        keeper: 'garden',
        openedOn: '2026-03-01',
        verifiedOn: '2026-03-01',
      }
      const kept = await secretary.put(`/api/registers/stations/${code}`, { entry, version: 0, ...(ends && { ends }) })
      assert.equal(kept.status, 200, JSON.stringify(kept.body))
    }
    await registers('ended', '2026-03-02')
    await registers('sewing')
    const [one, other] = [await approved(), await approved()]
    const isOver = await does(secretary, one, 'publish', { station: 'ended' })
    assert.deepEqual([isOver.status, isOver.body.because?.zh], [400, '没有登记代码为“ended”的驿站，或已停用'])
    const both = await Promise.all([one, other].map((id) => does(secretary, id, 'publish', { station: 'sewing' })))
    assert.deepEqual(both.map(({ status }) => status).toSorted(), [200, 400], 'one station is one shop')
    assert.match(JSON.stringify(both.map(({ body }) => body.because)), /另一份申请/)
  })

  test('it is refused with a reason that the shop reads; others see nothing of it', async () => {
    const owner = await tailor()
    const { id } = (await applies(owner, { name: '另一家' })).body
    assert.deepEqual(await listOf(await stage.at('eastSecretary')), [])
    assert.deepEqual(await listOf(await stage.resident('13877774444')), [])
    assert.equal((await does(await stage.at('eastSecretary'), id, 'decline', { because: '太远' })).status, 404)
    assert.equal((await does(await stage.at('streetDesk'), id, 'decline', { because: '太远' })).status, 403)
    assert.equal((await does(await stage.at('secretary'), id, 'decline', { because: '' })).status, 400, 'not without a reason')
    assert.equal((await does(await stage.at('secretary'), id, 'decline', { because: '店里没有能坐的地方' })).status, 200)
    const mine = (await listOf(owner)).find((one: { id: string }) => one.id === id)
    assert.deepEqual([mine.state, mine.because, mine.may], ['declined', '店里没有能坐的地方', []])
  })

  test('what the community says of it takes no number, and is read by the shop and the community alone', async () => {
    const [owner, secretary, street] = [await stage.resident('13877773339'), await login('secretary'), await login('streetDesk')]
    const { id } = (await applies(owner)).body
    const of = async (hand: Hand) => {
      const rows: { id: string; found?: string; because?: string }[] = await listOf(hand)
      const { found, because } = rows.find((one) => one.id === id) ?? {}
      return { found, because, item: (await hand.get(`/api/applications/${id}`)).body.item.because }
    }
    const refused = async (name: string, input: object) => {
      const { status, body } = await does(secretary, id, name, input)
      assert.deepEqual([status, body.because?.zh.includes('不要填手机号、身份证号')], [400, true], name)
    }
    await refused('visit', { visitedOn: '2026-03-02', found: '店主电话13800009999' })
    await refused('decline', { because: '370702194503071234 不是本人' })
    const visit = { visitedOn: '2026-03-02', found: '老人独居' }
    assert.equal((await does(secretary, id, 'visit', visit)).status, 200)
    assert.equal((await does(secretary, id, 'decline', { because: '家里没有人照看' })).status, 200)
    const said = { found: '老人独居', because: '家里没有人照看', item: '家里没有人照看' }
    assert.deepEqual([await of(owner), await of(secretary)], [said, said])
    assert.deepEqual(await of(street), { found: undefined, because: undefined, item: undefined })
  })

  test('what cannot be is refused, and changes nothing', async () => {
    const owner = await tailor()
    const before = (await listOf(owner)).length
    assert.equal((await applies(stage.nobody())).status, 401)
    assert.equal((await applies(await stage.at('secretary'))).status, 403, 'whoever decides does not apply')
    const outside = await applies(owner, { longitude: points.sea[0], latitude: points.sea[1] })
    assert.match(outside.body.because.zh, /不在本区的社区里/)
    const backwards = await applies(owner, {
      hours: { weekly: [{ days: [1], opens: '19:00', closes: '08:00' }], exceptions: [] },
    })
    assert.match(backwards.body.because.zh, /开放时间有误/)
    assert.equal((await applies(owner, { kind: 'serviceCentre' })).status, 400)
    assert.equal((await listOf(owner)).length, before)
  })

  test('one that nobody visits for a week is told to the street; the shop may withdraw it', async () => {
    const owner = await tailor()
    const { id } = (await applies(owner, { name: '等了一周' })).body
    stage.clock.moveOn({ hours: 7 * 24 })
    await stage.ringTimers()
    const street = (await (await stage.at('streetDesk')).get('/api/applications')).body
    assert.equal(street.code, 'notSignedIn', 'a week later one signs in again')
    const item = (await (await login('streetDesk')).get(`/api/applications/${id}`)).body.item
    assert.equal(item.state, 'applied')
    const back = await tailor()
    assert.equal((await does(back, id, 'withdraw')).status, 200)
    assert.equal((await does(back, id, 'withdraw')).status, 409, 'once is enough')
  })
})

suite('a neighbour offers their home', () => {
  const { database, district } = stage
  const told = {
    host: { kind: 'other', name: '钱独特' },
    address: '梅园3号楼2单元301',
    phone: '13877779999',
    about: '独居，白天都在',
  }
  const personal = ['钱独特', '梅园3号楼2单元301', '13877779999', '独居，白天都在']
  const saysAny = (said: string) => personal.filter((one) => said.includes(one))
  const offered = async (phone: string) => {
    const owner = await stage.resident(phone)
    const { status, body } = await applies(owner, { kind: 'neighbour', name: '3号楼邻居驿站', ...told })
    assert.equal(status, 200, JSON.stringify(body))
    return { owner, id: body.id as string }
  }
  const itemFor = async (hand: Hand, id: string) => (await hand.get(`/api/applications/${id}`)).body.item
  /** What can be read of it in the tables. */
  const kept = (id: string) =>
    within(database, { as: 'owner', district }, async (connection) => {
      const { rows } = await sql<{ row: string }>`
        select a::text as row from applications.applications a where district = ${district} and id = ${id}
        union all select e::text from record.events e where district = ${district} and item = ${id}
        union all select o::text from record.outbox o where district = ${district} and item = ${id}`.execute(connection)
      return saysAny(rows.map(({ row }) => row).join())
    })

  test('whose it is is sealed, in no list, and read by who decides alone, with a look that they see', async () => {
    const { owner, id } = await offered('13877773331')
    const secretary = await login('secretary')
    assert.deepEqual(await kept(id), [])
    for (const hand of [owner, secretary])
      assert.deepEqual(saysAny(JSON.stringify((await hand.get('/api/applications')).body)), [])
    const { host, address, phone, about } = await itemFor(owner, id)
    assert.deepEqual({ host, address, phone, about }, told)
    assert.deepEqual((await owner.get('/api/looks')).body, [], 'their own is no look')
    assert.equal((await itemFor(secretary, id)).phone, told.phone, 'it is theirs to publish')
    const [look] = (await owner.get('/api/looks')).body
    assert.deepEqual([look.by, look.fields.toSorted()], ['赵书记', ['about', 'address', 'host.name', 'phone']])
    const street = await itemFor(await login('streetDesk'), id)
    assert.deepEqual([street.name, street.host, saysAny(JSON.stringify(street))], ['3号楼邻居驿站', { kind: 'other' }, []])
  })

  test('they take it along; as they are erased it is forgotten, and what waits for an answer is withdrawn', async () => {
    const { owner, id } = await offered('13877773332')
    const along = unzip((await owner.bytes('/api/me/data.zip')).bytes, 10_000_000)
    for (const name of ['linli.json', '我的资料.html']) assert.deepEqual(saysAny(along(name)?.toString() ?? ''), personal, name)
    assert.equal((await owner.post('/api/me/erase', { sure: true })).status, 200)
    await stage.ringTimers()
    const left = await itemFor(await login('secretary'), id)
    assert.deepEqual([left.state, saysAny(JSON.stringify(left))], ['withdrawn', []])
  })

  test('one that is answered while whoever made it is erased leaves nothing to be done again and again', async () => {
    const { owner, id } = await offered('13877773333')
    assert.equal((await owner.post('/api/me/erase', { sure: true })).status, 200)
    const now = await within(database, { as: 'command', district }, (connection) => nextTimer(connection, district))
    assert.equal(now?.toString(), stage.clock.now().toString())
    const declined = await does(await login('secretary'), id, 'decline', { because: '没有能坐的地方' })
    assert.equal(declined.status, 200, JSON.stringify(declined.body))
    await stage.ringTimers()
    const left = await within(database, { as: 'owner', district }, async (connection) => {
      const { rows } = await sql`select key from flow.timers where district = ${district} and item = ${id}`.execute(connection)
      return rows
    })
    assert.deepEqual(left, [])
  })

  test('one of before, told in the clear, is read as it stands', () => {
    const item = {
      ...{ ...shop, ...told, kind: 'neighbour', district, id: randomUUID(), version: 1, state: 'applied', applicant: 'somebody' },
      ...{ community: 'garden', communityName: '花园社区', holder: { role: 'communitySecretary', unit: 'garden' } },
      appliedAt: stage.clock.now().toString(),
    }
    const { host, address, phone, about } = show(applicationFlow.parse(item), {
      actor: { district, id: 'somebody', name: '', role: 'resident' },
    })
    assert.deepEqual({ host, address, phone, about }, told)
  })
})
