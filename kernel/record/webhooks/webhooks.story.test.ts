import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { after, before, beforeEach, suite, test } from 'node:test'
import { sql } from 'kysely'
import { everybodysPassword, type StaffName } from '#testing/neighbourhood.ts'
import { type Got, openReceiver, saying } from '#testing/receiver.ts'
import { type Hand, lampReport, setStage } from '#testing/stage.ts'
import { within } from '../../database/within.ts'
import { forgetOld } from '../../retention/round.ts'
import { kernelRules } from '../../retention/rules.ts'
import { deliver } from '../deliver.ts'
import { leaseNext, webhooksDue } from './lease.ts'
import { post } from './post.ts'
import { webhookSender } from './send.ts'
import { openSecret } from './sign.ts'

process.env.LINLI_WEBHOOK_LOOPBACK = '1'
const [stage, receiver] = [await setStage(), await openReceiver()]
const { database, district, clock, house } = stage
suite('webhooks', () => {
  after(() => receiver.close())

  let admin: Hand
  let worker: Hand
  const signIn = async (name: StaffName) => {
    const payload = { account: `${name}.${district}`, password: everybodysPassword }
    const { cookies } = await stage.app.inject({ method: 'POST', url: '/api/session', payload })
    return stage.hand(cookies[0]?.value)
  }
  const everybodySignsIn = async () => {
    admin = await signIn('admin')
    worker = await signIn('wangMin')
  }
  before(everybodySignsIn)
  /** Long after that, when nobody is signed in any more. */
  const hoursLater = async (hours: number) => {
    clock.moveOn({ hours })
    await everybodySignsIn()
  }
  beforeEach(async () => {
    for (const { id } of (await admin.get('/api/webhooks')).body) await admin.delete(`/api/webhooks/${id}`)
    receiver.received.length = 0
    receiver.answers(saying(200))
  })

  const inDistrict = <Result>(work: Parameters<typeof within<Result>>[2]) => within(database, { as: 'command', district }, work)
  const open = async (more: object = {}) => {
    const made = await admin.post('/api/webhooks', { name: '市热线', address: receiver.address, ...more })
    assert.equal(made.status, 200, JSON.stringify(made.body))
    return { id: made.body.webhook.id as string, secret: made.body.secret as string }
  }
  const report = async (more: object = {}) => {
    const { status, body } = await stage.nobody().send('report', '', lampReport(more))
    assert.equal(status, 200, JSON.stringify(body))
    return body.id as string
  }
  const accepted = async () => {
    const id = await report()
    await worker.send('accept', id)
    return id
  }
  const deliverAll = async () => {
    for (let some = 1; some > 0; ) some = (await deliver(database, district, clock.now())).sent
  }
  const fault = (error: unknown) => assert.ifError(String(error))
  /** One process's turn: whatever waits leaves, and is waited for. */
  const send = async (sender = webhookSender(house, fault)) => {
    await deliverAll()
    await sender.begin(district)
    await sender.idle()
  }
  const told = (got: readonly Got[] = receiver.received) => got.map(({ text }) => JSON.parse(text))
  const deliveries = async (webhook: string) => (await admin.get(`/api/webhooks/${webhook}/deliveries`)).body

  test('a receiver hears of each event once, in order, signed, and of nothing personal', async () => {
    const { id, secret } = await open()
    const item = await accepted()
    await worker.send('comment', item, { words: '到现场看了' })
    await send()
    await send()
    assert.deepEqual(
      told().map(({ event, sequence, state }) => [event, sequence, state]),
      [
        ['cases.report', 1, 'reported'],
        ['cases.accept', 2, 'accepted'],
        ['cases.comment', 3, 'accepted'],
      ],
    )
    for (const { text, headers } of receiver.received) {
      const body = JSON.parse(text)
      assert.deepEqual(Object.keys(body).sort(), ['at', 'district', 'event', 'id', 'item', 'sequence', 'state'])
      assert.deepEqual([body.district, body.item, headers['linli-delivery']], [district, item, body.id])
      const seconds = Math.floor(clock.now().epochMilliseconds / 1000)
      const expected = createHmac('sha256', secret).update(`${seconds}.${text}`).digest('hex')
      assert.equal(headers['linli-signature'], `t=${seconds},v1=${expected}`)
    }
    const shown = await deliveries(id)
    assert.deepEqual(
      shown.map(({ event, state, attempts }: Record<string, unknown>) => [event, state, attempts]),
      ['cases.comment', 'cases.accept', 'cases.report'].map((event) => [event, 'delivered', 1]),
    )
  })

  test('a webhook hears of the events that it asked for, and others of all', async () => {
    await open({ events: ['cases.accept'], address: `${receiver.address}/some` })
    await open({ address: `${receiver.address}/all` })
    await accepted()
    await send()
    const to = (end: string) => told(receiver.received.filter(({ path }) => path.endsWith(end))).map(({ event }) => event)
    assert.deepEqual([to('/some'), to('/all')], [['cases.accept'], ['cases.report', 'cases.accept']])
  })

  test('nobody outside hears of protected cases and of those about the chain itself', async () => {
    const { id } = await open()
    await report({ category: 'care.minors' })
    await report({ about: ['g-plum'], category: 'neighbours.dispute' })
    await send()
    assert.deepEqual([told(), await deliveries(id)], [[], []])
  })

  test('a case that turns out to need protection is not told of any more, nor shown among what was', async () => {
    const { id } = await open()
    const item = await accepted()
    await send()
    receiver.answers(saying(503))
    await worker.send('comment', item, { words: '到现场看了' })
    await send()
    assert.equal((await worker.send('correct', item, { category: 'care.minors', words: '涉及孩子' })).status, 200)
    await deliverAll()
    assert.deepEqual(await deliveries(id), [])
  })

  test('while a receiver fails on one case its next events wait, other cases go on, and the order holds afterwards', async () => {
    const { id } = await open()
    const stuck = await accepted()
    receiver.answers((got, reply) => saying(got.text.includes(stuck) ? 500 : 200, '维护中')(got, reply))
    await send()
    const other = await accepted()
    await send()
    const of = (item: string) => told().filter((body) => body.item === item)
    assert.deepEqual(
      of(stuck).map(({ sequence }) => sequence),
      [1],
      'tried once, and not at once again',
    )
    assert.deepEqual(
      of(other).map(({ sequence }) => sequence),
      [1, 2],
    )
    const [waiting, failing] = (await deliveries(id)).filter(({ item }: { item: string }) => item === stuck)
    assert.deepEqual([waiting.state, failing.state, failing.attempts], ['waiting', 'failing', 1])
    assert.equal(failing.lastError.en, 'the receiver answered 500: 维护中')
    receiver.answers(saying(200))
    clock.moveOn({ seconds: 5 })
    await send()
    assert.deepEqual(
      of(stuck).map(({ sequence }) => sequence),
      [1, 1, 2],
    )
    assert.equal(of(stuck)[0].id, of(stuck)[1].id, 'the same delivery has the same id each time')
  })

  test('what waits behind one that failed is not looked at before its time, then leaves with it', async () => {
    const { id } = await open()
    receiver.answers(saying(500))
    await accepted()
    await send()
    const due = () => inDistrict((connection) => webhooksDue(connection, district, clock.now(), 4))
    assert.deepEqual(await due(), [])
    clock.moveOn({ seconds: 5 })
    assert.deepEqual(await due(), [{ id, count: 2 }])
    receiver.answers(saying(200))
    await send()
    assert.deepEqual(
      told().map(({ sequence }) => sequence),
      [1, 1, 2],
    )
  })

  test('what may leave is found, however much stands before it and waits for others', async () => {
    const { id } = await open()
    const now = clock.now()
    const [earlier, later] = [now.subtract({ hours: 1 }).toString(), now.add({ hours: 1 }).toString()]
    await within(database, { as: 'owner', district }, (connection) =>
      sql`insert into record.deliveries (district, id, webhook, item, sequence, event, body, made_at, since, next_at)
      select ${district}, gen_random_uuid(), ${id}::uuid, 'item-' || item, sequence, 'cases.accept', '{}'::jsonb,
        ${earlier}::timestamptz, ${earlier}::timestamptz, (case sequence when 1 then ${later} else ${earlier} end)::timestamptz
      from generate_series(1, 200) item, generate_series(1, 5) sequence
      union all select ${district}, gen_random_uuid(), ${id}::uuid, 'free', 1, 'cases.accept', '{}'::jsonb,
        ${earlier}::timestamptz, ${earlier}::timestamptz, ${now.toString()}::timestamptz`.execute(connection),
    )
    const found = async () => (await inDistrict((connection) => leaseNext(connection, district, id, now))) !== undefined
    let looks = 1
    while (looks < 10 && !(await found())) looks++
    assert.equal(looks, 5, 'four looks of 200 each put off what waits, the fifth finds it')
    const due = (at: Temporal.Instant) => inDistrict((connection) => webhooksDue(connection, district, at, 5000))
    assert.deepEqual(await due(now), [])
    assert.deepEqual(await due(now.add({ hours: 1 })), [{ id, count: 1001 }], 'each waits as long as the first of its item')
  })

  test('after three days of failing a delivery is given up, the next one goes on, and it can be sent again by hand', async () => {
    const { id } = await open()
    receiver.answers(saying(410))
    const item = await accepted()
    await send()
    await hoursLater(71)
    await send()
    assert.deepEqual(
      (await deliveries(id)).map(({ state }: { state: string }) => state),
      ['waiting', 'failing'],
    )
    await hoursLater(1)
    receiver.answers((got, reply) => saying(JSON.parse(got.text).sequence === 1 ? 410 : 200)(got, reply))
    await send()
    const [second, first] = await deliveries(id)
    assert.deepEqual([second.state, first.state, first.item], ['delivered', 'givenUp', item])
    receiver.answers(saying(200))
    assert.equal((await admin.post(`/api/webhooks/${id}/deliveries/${first.id}/again`)).status, 200)
    await send()
    assert.deepEqual(
      (await deliveries(id)).map(({ state }: { state: string }) => state),
      ['delivered', 'delivered'],
    )
  })

  test('whoever dies between sending and noting it has it sent once more, under the same id', async () => {
    const { id } = await open()
    await report()
    await deliverAll()
    const leased = await inDistrict((connection) => leaseNext(connection, district, id, clock.now()))
    assert.ok(leased)
    const secret = openSecret(house.ring, district, id, leased.sealed)
    assert.equal(await post({ ...leased, body: JSON.stringify(leased.body), secret }, clock.now()), undefined)
    // Here the process ends. Nothing was settled.
    await send()
    assert.equal(told().length, 1, 'its lease still runs')
    clock.moveOn({ seconds: 60 })
    await send()
    assert.equal(told().length, 2)
    assert.equal(told()[0].id, told()[1].id)
    assert.equal(receiver.received[0]?.text, receiver.received[1]?.text)
  })

  test('two processes do not send the same thing at the same time, and keep the order between them', async () => {
    await open()
    const items = await Promise.all(Array.from({ length: 6 }, accepted))
    const under = new Map<string, number>()
    let together = 0
    receiver.answers((got, reply) => {
      const { item } = JSON.parse(got.text)
      under.set(item, (under.get(item) ?? 0) + 1)
      together = Math.max(together, ...under.values())
      setTimeout(() => {
        under.set(item, (under.get(item) ?? 1) - 1)
        reply.end()
      }, 20)
    })
    await deliverAll()
    const two = [webhookSender(house, fault), webhookSender(house, fault)]
    for (let turn = 0; turn < 3; turn++) await Promise.all(two.map((sender) => send(sender)))
    assert.equal(receiver.received.length, 12, 'each once')
    assert.equal(together, 1, 'of one case one at a time')
    for (const item of items)
      assert.deepEqual(
        told()
          .filter((body) => body.item === item)
          .map(({ sequence }) => sequence),
        [1, 2],
      )
  })

  test('a receiver that does not answer holds up neither others nor the house, and is asked by four at most', async () => {
    await open({ address: `${receiver.address}/slow` })
    await open({ address: `${receiver.address}/quick` })
    receiver.answers((got, reply) => (got.path.endsWith('/quick') ? reply.end() : undefined))
    for (let number = 0; number < 6; number++) await report()
    await deliverAll()
    const sender = webhookSender(house, fault, { patience: 1500 })
    await sender.begin(district)
    const to = (end: string) => receiver.received.filter(({ path }) => path.endsWith(end)).length
    for (let wait = 0; wait < 50 && to('/quick') < 6; wait++) await new Promise((resolve) => setTimeout(resolve, 20))
    assert.deepEqual([to('/quick'), to('/slow')], [6, 4])
    assert.equal((await worker.get('/api/notices')).status, 200, 'no transaction is open meanwhile')
    await sender.stop()
  })

  test('what happens while a webhook is paused waits until it is taken up again, and its three days count from then', async () => {
    const { id } = await open()
    assert.equal((await admin.patch(`/api/webhooks/${id}`, { paused: true })).body.paused, true)
    await accepted()
    await send()
    assert.equal(receiver.received.length, 0)
    await hoursLater(24 * 10)
    receiver.answers(saying(500))
    await admin.patch(`/api/webhooks/${id}`, { paused: false })
    await send()
    assert.equal((await deliveries(id)).at(-1).state, 'failing')
    receiver.answers(saying(200))
    await hoursLater(1)
    await send()
    assert.deepEqual(
      (await deliveries(id)).map(({ state }: { state: string }) => state),
      ['delivered', 'delivered'],
    )
  })

  test('deliveries of more than 30 days ago are forgotten', async () => {
    const { id } = await open()
    await accepted()
    await send()
    await hoursLater(24 * 31)
    await report()
    await send()
    const forget = () =>
      forgetOld({
        house,
        store: { remove: async () => {} },
        rules: kernelRules.filter(({ table }) => table === 'record.deliveries'),
        district,
        report: assert.ifError,
      })
    assert.deepEqual([await forget(), await forget()], [2, 0])
    assert.equal((await deliveries(id)).length, 1)
  })

  test('a ping says at once whether it arrived', async () => {
    const { id } = await open()
    assert.deepEqual((await admin.post(`/api/webhooks/${id}/ping`)).body, { arrived: true })
    assert.deepEqual([told()[0].event, told()[0].district], ['ping', district])
    receiver.answers(saying(404))
    const { body } = await admin.post(`/api/webhooks/${id}/ping`)
    assert.deepEqual([body.arrived, body.error.zh], [false, '对方答复 404'])
  })

  test('the secret is shown once and kept encrypted', async () => {
    const { secret } = await open()
    assert.match(secret, /^whsec_[\w-]{43}$/)
    assert.ok(!JSON.stringify((await admin.get('/api/webhooks')).body).includes(secret))
    const { rows } = await inDistrict((connection) =>
      sql<{ secret: string }>`select secret from record.webhooks`.execute(connection),
    )
    assert.ok(rows.every((row) => row.secret !== '' && !row.secret.includes(secret)))
  })

  test('only the system administrator looks after webhooks, of their own district', async () => {
    const { id } = await open()
    await accepted()
    await send()
    const [delivery] = await deliveries(id)
    const asked = async (hand: Hand) => [
      (await hand.get('/api/webhooks')).status,
      (await hand.post('/api/webhooks', { name: 'x', address: 'https://example.org/' })).status,
      (await hand.patch(`/api/webhooks/${id}`, { paused: true })).status,
      (await hand.delete(`/api/webhooks/${id}`)).status,
      (await hand.post(`/api/webhooks/${id}/ping`)).status,
      (await hand.get(`/api/webhooks/${id}/deliveries`)).status,
      (await hand.post(`/api/webhooks/${id}/deliveries/${delivery.id}/again`)).status,
    ]
    const all = (status: number) => Array.from({ length: 7 }, () => status)
    for (const name of ['wangMin', 'dispatcher', 'supervisor', 'leader'] as const)
      assert.deepEqual(await asked(await stage.at(name)), all(403), name)
    assert.deepEqual(await asked(await stage.resident('13900000055')), all(403))
    assert.deepEqual(await asked(stage.nobody()), all(401))
    const elsewhere = await (await setStage()).at('admin')
    assert.deepEqual(await asked(elsewhere), [200, 200, 404, 404, 404, 404, 404])
    assert.equal((await admin.get('/api/webhooks')).body.length, 1)
  })

  test('what makes no sense is refused in words, and changes nothing', async () => {
    const { id } = await open()
    const good = { name: '市热线', address: 'https://example.org/hook' }
    for (const wrong of [
      {},
      { ...good, name: ' ' },
      { ...good, name: '一\u0000二' },
      { ...good, name: '一\ud800二' },
      { ...good, name: '名'.repeat(61) },
      { ...good, address: 'http://example.org/' },
      { ...good, address: 'https://10.0.0.1/' },
      { ...good, address: 'https://a:b@example.org/' },
      { ...good, address: `https://example.org/${'x'.repeat(500)}` },
      { ...good, address: 'hook' },
      { ...good, events: [] },
      { ...good, events: ['cases.fly'] },
      { ...good, events: ['cases.accept', 'cases.accept'] },
      { ...good, secret: 'mine' },
    ]) {
      const made = await admin.post('/api/webhooks', wrong)
      assert.deepEqual([made.status, made.body.code], [400, 'badInput'], JSON.stringify(wrong))
      if (Object.keys(wrong).length === 2)
        assert.equal((await admin.patch(`/api/webhooks/${id}`, wrong)).status, 400, JSON.stringify(wrong))
    }
    assert.equal((await admin.patch(`/api/webhooks/${id}`, {})).status, 400)
    const nowhere = '0197f7a0-0000-7000-8000-000000000000'
    assert.equal((await admin.patch(`/api/webhooks/${nowhere}`, { paused: true })).status, 404)
    assert.equal((await admin.delete('/api/webhooks/nothing')).status, 400)
    assert.equal((await admin.post(`/api/webhooks/${id}/deliveries/${nowhere}/again`)).status, 404)
    for (let number = 1; number < 20; number++) await open()
    assert.equal((await admin.post('/api/webhooks', good)).status, 409)
    assert.equal((await admin.get('/api/webhooks')).body.length, 20)
  })
})
