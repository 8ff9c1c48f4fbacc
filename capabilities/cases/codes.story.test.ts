import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lampReport, setStage } from '#testing/stage.ts'

const none = '0000000000000'

test('a phone that keeps query codes is told how each case stands, without a session, and nothing of what was said', async () => {
  const stage = await setStage()
  const sent = lampReport({ name: '某居民', phone: '13912345678', category: 'neighbours.dispute' })
  const { id, secret } = (await stage.nobody().send('report', '', sent)).body
  const worker = await stage.at('wangMin')
  await worker.send('accept', id)
  await worker.send('askReporter', id, { question: '是哪一盏？' })
  const { status, body, ...rest } = await stage.nobody().post('/api/cases/by-code', { codes: [secret.queryCode, none] })
  assert.equal(status, 200, JSON.stringify(body))
  assert.deepEqual(
    body.rows.map(({ code, state, asked }: { code: string; state: string; asked?: true }) => [code, state, asked]),
    [[secret.queryCode, 'accepted', true]],
  )
  assert.ok(body.rows[0].dueAt)
  for (const secretOf of ['某居民', '5678', '是哪一盏', String(sent.words)]) assert.ok(!JSON.stringify(body).includes(secretOf))
  assert.ok(!JSON.stringify(rest).includes('set-cookie'))
})

test('codes that open nothing are tries: there are no more of them this way than by typing, and then no other is opened', async () => {
  const stage = await setStage()
  const { secret } = (await stage.nobody().send('report', '', lampReport())).body
  const wrong = Array.from({ length: 15 }, (_, index) => `${none.slice(2)}${10 + index}`)
  const ask = (codes: string[]) => stage.nobody().post('/api/cases/by-code', { codes })
  assert.deepEqual((await ask(wrong)).body.rows, [])
  assert.deepEqual((await ask(wrong)).body.rows, [])
  assert.equal((await ask([secret.queryCode])).status, 200, 'whoever keeps what is right is not slowed down by it')
  assert.equal((await ask([...wrong, secret.queryCode])).status, 429)
  assert.equal((await ask([secret.queryCode])).status, 429)
  assert.equal((await stage.nobody().post('/api/session/query-code', { code: none })).status, 429)
})
