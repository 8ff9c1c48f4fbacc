import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { play } from '#testing/play.ts'
import { lampReport, setStage } from '#testing/stage.ts'

const phone = '13800005678'

/** A stage on which the grid worker has asked a reporter something. */
async function asked(more: object = { phone }) {
  const stage = await setStage()
  const report = lampReport({ category: 'neighbours.dispute', ...more })
  const { id, secret } = (await stage.nobody().send('report', '', report)).body
  const worker = await stage.at('wangMin')
  await worker.send('accept', id)
  const ask = (question: string) => worker.send('askReporter', id, { question })
  const reply = await ask('是几单元几楼？')
  assert.equal(reply.status, 200, JSON.stringify(reply.body))
  const linkNow = () => stage.cameTo(phone).replace('/q/', '')
  const open = (token: string) => stage.nobody().post('/api/questions', { token })
  const answer = (token: string, input: object, key: string = randomUUID(), hand = stage.nobody()) =>
    hand.post('/api/questions/reply', { token, ...input }, { 'idempotency-key': key })
  return { ...stage, id, secret, worker, ask, reply, linkNow, open, answer }
}

test('a reporter answers what was asked by the link on their telephone, without an account, and it does nothing else', async () => {
  const { id, worker, reply, linkNow, open, answer, nobody } = await asked()
  const token = linkNow()
  assert.match(token, /^[0-9A-Z]{13}$/)
  assert.ok(!JSON.stringify(reply.body).includes(token), 'whoever asked does not get it')
  const seen = await open(token)
  assert.deepEqual(Object.keys(seen.body).sort(), ['asked', 'category', 'number'])
  assert.equal(seen.body.asked, '是几单元几楼？')
  const key = randomUUID()
  const hand = nobody()
  assert.deepEqual((await answer(token, { words: '2 单元 3 楼' }, key, hand)).body, { ok: true })
  assert.equal((await answer(token, { words: '2 单元 3 楼' }, key, hand)).status, 200, 'a repeat on a bad network is one reply')
  const { item } = (await worker.get(`/api/cases/${id}`)).body
  assert.equal(item.question, undefined)
  const history = (await worker.get(`/api/cases/${id}/events`)).body
  assert.equal(history.at(-1).command, 'replyToAsk')
  assert.equal(history.at(-1).said[0].text, '2 单元 3 楼')
  const used = await open(token)
  assert.equal(used.status, 409)
  assert.match(used.body.because.zh, /已经回复过/)
  assert.equal((await answer(token, { words: '还有一句' })).status, 409)
  assert.equal((await nobody().post('/api/session/query-code', { code: token })).status, 404, 'it is no query code')
})

test('a link runs out after fourteen days, or when something newer is asked; one that is none says so', async () => {
  const { clock, ask, linkNow, open, answer } = await asked()
  const first = linkNow()
  clock.moveOn({ minutes: 1 })
  await ask('门口有车位吗？')
  const second = linkNow()
  assert.notEqual(first, second)
  assert.equal((await open(second)).body.asked, '门口有车位吗？')
  for (const reply of [await open(first), await answer(first, { words: '有' })]) {
    assert.equal(reply.status, 409)
    assert.match(reply.body.because.zh, /过期|新的问题/)
  }
  clock.moveOn({ hours: 24 * 14 })
  assert.match((await open(second)).body.because.zh, /过期/)
  assert.equal((await answer(second, { words: '有' })).status, 409)
  assert.equal((await open('0000000000000')).status, 404)
})

test('a reporter is asked three times a day at most about a case', async () => {
  const { report, does, refused, clock } = await play()
  const id = await report()
  await does('wangMin', 'accept', id)
  for (const question of ['几单元？', '门口有车位吗？', '几点在家？']) await does('wangMin', 'askReporter', id, { question })
  await refused('wangMin', 'askReporter', id, { question: '在吗？' }, /今天已问过 3 次/)
  clock.moveTo('2026-03-03T08:30:00+08:00')
  await does('wangMin', 'askReporter', id, { question: '在吗？' })
})

test('without a telephone nothing is sent, and the query code still answers', async () => {
  const { id, secret, linkNow, holder } = await asked({})
  assert.equal(linkNow(), '')
  const reporter = await holder(secret.queryCode)
  assert.equal((await reporter.send('replyToAsk', id, { words: '2 单元' })).status, 200)
})

test('a reporter’s list tells them what waits for their reply, nobody else’s does, and no longer than it waits', async () => {
  const { id, secret, worker, holder, resident } = await asked({})
  const reporter = await holder(secret.queryCode)
  const neighbour = await resident('13800007777')
  assert.equal((await neighbour.send('join', id)).status, 200)
  const told = async (hand: typeof worker, scope: string) =>
    (await hand.get(`/api/cases?scope=${scope}`)).body.rows.map(({ asked }: { asked?: true }) => asked)
  assert.deepEqual(await told(reporter, 'mine'), [true])
  assert.deepEqual(await told(neighbour, 'mine'), [undefined])
  assert.deepEqual(await told(worker, 'queue'), [undefined])
  assert.equal((await reporter.send('replyToAsk', id, { words: '2 单元' })).status, 200)
  assert.deepEqual(await told(reporter, 'mine'), [undefined])
})

test('what a reporter sends along with a reply is theirs like what came with the report, nine photos in all', async () => {
  const { report, does, refused, photoOf } = await play()
  const photos = await Promise.all(Array.from({ length: 8 }, () => photoOf('grandma')))
  const id = await report('grandma', { photos })
  await does('wangMin', 'accept', id)
  await does('wangMin', 'askReporter', id, { question: '能拍一下吗？' })
  const two = [await photoOf('grandma'), await photoOf('grandma')]
  await refused('grandma', 'replyToAsk', id, { words: '好', photos: two }, /还可以加 1 张/)
  const after = await does('grandma', 'replyToAsk', id, { words: '好', photos: two.slice(0, 1) })
  assert.deepEqual([after.photos.length, after.question], [9, null])
})

test('whoever has withdrawn answers nothing in the name of the one who reports it now', async () => {
  const { id, secret, linkNow, open, answer, holder, resident } = await asked()
  const token = linkNow()
  assert.equal((await (await resident('13800007777')).send('join', id)).status, 200)
  assert.equal((await (await holder(secret.queryCode)).send('withdraw', id)).status, 200)
  for (const reply of [await open(token), await answer(token, { words: '2 单元 3 楼' })]) assert.ok(reply.status >= 400)
})
