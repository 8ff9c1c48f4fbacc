import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { lampReport, setStage } from '#testing/stage.ts'

const stage = await setStage()

test('a lamp is reported by somebody without an account, accepted, dispatched, received, contacted, resolved and rated', async () => {
  const neighbour = stage.nobody()
  const told = await neighbour.send(
    'report',
    '',
    lampReport({ category: 'neighbours.dispute', phone: '13800001234', name: '李奶奶' }),
  )
  assert.equal(told.status, 200, JSON.stringify(told.body))
  const { id, secret, view } = told.body
  assert.equal(view.item.state, 'reported')
  assert.equal(view.item.holder.unit, 'g-plum', 'the grid worker of 梅园 has it')
  assert.match(secret.queryCode, /^[0-9A-Z]{13}$/)

  const wangMin = await stage.at('wangMin')
  const queue = await wangMin.get('/api/cases?scope=queue&sort=due')
  assert.ok(queue.body.rows.some((row: { id: string }) => row.id === id))
  const accepted = await wangMin.send('accept', id)
  assert.equal(accepted.body.view.item.state, 'accepted', JSON.stringify(accepted.body))
  assert.equal(accepted.body.view.item.words, '3号楼东边的路灯不亮，晚上很黑')
  assert.equal(accepted.body.view.item.phone, '138****1234')

  const dispatched = await wangMin.send('dispatch', id, { lead: 'property-1' })
  assert.equal(dispatched.status, 200, JSON.stringify(dispatched.body))
  const property = await stage.at('property')
  const received = await property.send('receive', id)
  assert.equal(received.body.view.item.state, 'handling', JSON.stringify(received.body))
  assert.equal(received.body.view.item.phone, undefined, 'a private unit does not see the telephone')
  assert.equal((await property.send('contact', id, { channel: 'message', reached: true, result: '已告知明天来修' })).status, 200)
  const resolved = await property.send('resolve', id, { outcome: 'solved', done: '已更换灯泡' })
  assert.equal(resolved.status, 200, JSON.stringify(resolved.body))

  const holder = await stage.holder(secret.queryCode)
  const seen = await holder.get(`/api/cases/${id}`)
  assert.equal(seen.body.item.state, 'resolved')
  assert.ok(seen.body.may.includes('rate'))
  const rated = await holder.send('rate', id, { solved: true, level: 5, words: '很快' })
  assert.equal(rated.body.view.item.state, 'closed', JSON.stringify(rated.body))

  const history = await holder.get(`/api/cases/${id}/events`)
  assert.deepEqual(
    history.body.map((step: { command: string }) => step.command),
    ['report', 'accept', 'dispatch', 'receive', 'contact', 'resolve', 'rate'],
  )
  const looks = await holder.get('/api/looks')
  assert.ok(
    looks.body.some((look: { by: string }) => look.by === '王敏'),
    'the reporter sees that the grid worker looked',
  )
})

test('a second grid worker who accepts is told who has the case', async () => {
  const told = await stage.nobody().send('report', '', lampReport())
  const { id } = told.body
  const wangMin = await stage.at('wangMin')
  await wangMin.send('accept', id)
  const late = await wangMin.send('accept', id)
  assert.equal(late.status, 409)
  assert.match(late.body.because.zh, /王敏（网格员）已于 .*09:00 承接/)
})

test('a command sent twice on a bad network is one command, and both are told the same', async () => {
  const phone = stage.nobody()
  const key = randomUUID()
  const first = await phone.send('report', '', lampReport(), { key })
  const second = await phone.send('report', '', lampReport(), { key })
  assert.equal(second.body.id, first.body.id)
  assert.equal(second.body.secret.queryCode, first.body.secret.queryCode)
  assert.equal(second.body.done.repeated, true)
  const other = await phone.send('report', '', lampReport({ words: '另一件事' }), { key })
  assert.equal(other.status, 422)
})

test('what the hotline sends with a day of its own is due here a day before that, and the page says why', async () => {
  const wangMin = await stage.at('wangMin')
  const outer = { outerId: '12345-77', outerDueAt: '2026-03-04T12:00:00+08:00' }
  const { id } = (await wangMin.send('report', '', lampReport({ category: 'neighbours.dispute', as: 'phone', ...outer }))).body
  await wangMin.send('accept', id)
  const dispatched = await wangMin.send('dispatch', id, { lead: 'property-1' })
  const { limits } = dispatched.body.view.item
  const limit = limits.find(({ step }: { step: string }) => step === 'resolve')
  assert.equal(Temporal.Instant.from(limit.dueAt).toString(), '2026-03-03T04:00:00Z', JSON.stringify(limits))
  assert.match(limit.cause.zh, /来文单位的时限/)
})

test('a list of cases goes on over its pages, also past those that no limit runs on', async () => {
  const reporter = await stage.resident('13900000088')
  const ids: string[] = []
  for (let number = 0; number < 5; number++) ids.push((await reporter.send('report', '', lampReport())).body.id)
  for (const id of ids.slice(0, 3)) await reporter.send('withdraw', id)
  const seen: string[] = []
  for (let cursor = ''; ; ) {
    const { body } = await reporter.get(
      `/api/cases?scope=mine&sort=due&limit=2${cursor && `&cursor=${encodeURIComponent(cursor)}`}`,
    )
    seen.push(...body.rows.map(({ id }: { id: string }) => id))
    if (body.next === undefined) break
    cursor = body.next
  }
  assert.deepEqual(seen.toSorted(), ids.toSorted())
})

test('nobody joins a protected case, or one about the chain itself, by its id', async () => {
  for (const more of [{ category: 'care.minors' }, { about: ['g-plum'] }]) {
    const { id } = (await stage.nobody().send('report', '', lampReport(more))).body
    const curious = stage.nobody()
    assert.equal((await curious.send('join', id)).status, 404)
  }
})

test('a phone on which nobody is signed in joins a case once; another phone joins it too', async () => {
  const { id } = (await stage.nobody().send('report', '', lampReport())).body
  const [phone, other] = [stage.nobody(), stage.nobody()]
  const joins = async (hand: typeof phone) => (await hand.send('join', id)).status
  assert.deepEqual([await joins(phone), await joins(phone), await joins(other)], [200, 409, 200])
  assert.equal((await (await stage.at('wangMin')).get(`/api/cases/${id}`)).body.item.followers, 2)
  const own = (await phone.send('report', '', lampReport())).body.id
  assert.equal((await phone.send('join', own)).status, 409, 'nor what it reported itself')
  const signedIn = await stage.resident('13900008802')
  const here = { headers: { 'linli-device': phone.device } }
  assert.equal((await signedIn.send('join', own, {}, here)).status, 409, 'nor does who signs in on it')
  assert.equal((await signedIn.send('join', id, {}, here)).status, 200)
})

test('a phone whose clock is ahead has pressed no later than now', async () => {
  const resident = await stage.resident('13900008801')
  const { id } = (await resident.send('report', '', lampReport())).body
  const ahead = { headers: { 'linli-said-at': '2099-01-01T00:00:00Z' } }
  assert.equal((await resident.send('comment', id, { words: '还没修' }, ahead)).status, 200)
  const last = (await resident.get(`/api/cases/${id}/events`)).body.at(-1)
  assert.equal(last.saidAt, last.at)
})
