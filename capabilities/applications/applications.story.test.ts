import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { suite, test } from 'node:test'
import { points } from '#testing/neighbourhood.ts'
import { type Hand, setStage } from '#testing/stage.ts'

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
    const again = await stage.hand(
      await stage.cookieOf('/api/session', { account: `streetDesk.${stage.district}`, password: 'a long enough secret' }),
    )
    const item = (await again.get(`/api/applications/${id}`)).body.item
    assert.equal(item.state, 'applied')
    const back = await tailor()
    assert.equal((await does(back, id, 'withdraw')).status, 200)
    assert.equal((await does(back, id, 'withdraw')).status, 409, 'once is enough')
  })
})
