import assert from 'node:assert/strict'
import { once } from 'node:events'
import { Agent, request } from 'node:http'
import { text } from 'node:stream/consumers'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { testDatabase, testOnServer } from '#testing/database.ts'
import { logbook } from '#testing/logbook.ts'
import { lampReport, setStage } from '#testing/stage.ts'
import { answering, asking } from '../asking.ts'
import { within } from '../database/within.ts'
import { openApp } from './app.ts'

const ours = /^[0-9a-hjkmnp-tv-z]{8}$/

test('a request has the id with which it came if that is plain, else one that can be read out, and is told it', async () => {
  const app = await openApp()
  const idFor = async (given?: string) =>
    String(
      (await app.inject({ url: '/openapi.json', headers: given === undefined ? {} : { 'x-request-id': given } })).headers[
        'x-request-id'
      ],
    )
  assert.match(await idFor(), ours)
  assert.notEqual(await idFor(), await idFor())
  for (const plain of ['k7m2q9xd', 'fe3c2b7a90d14c5e8f6a1b2c3d4e5f60']) assert.equal(await idFor(plain), plain)
  const spoilt = ['short', '13800001234', '李奶奶李奶奶李奶奶', "a'; drop table--", 'a b c d e f g', 'x'.repeat(41), 'K7M2Q9XD']
  for (const one of spoilt) assert.match(await idFor(encodeURI(one)), ours, one)
})

test('a fault of ours is told with its number, which leads to it in the log; a refusal has none', async () => {
  const { log, lines } = logbook('info')
  const app = await openApp({ log })
  app.get('/fails', { schema: { hide: true } }, () => {
    throw Object.assign(new Error('invalid input syntax for type uuid: "李奶奶 13800001234"'), { code: '22P99' })
  })
  const failed = await app.inject({ url: '/fails?phone=13800001234' })
  const { request, because, status, detail } = failed.json()
  assert.equal(status, 500)
  assert.equal(request, failed.headers['x-request-id'])
  assert.ok(because.zh.endsWith(`（编号 ${request}）`) && because.en.endsWith(`(number ${request})`) && detail === because.zh)
  const found = lines().filter((line) => line.request === request)
  assert.deepEqual(
    found.map(({ level, msg }) => `${level} ${msg}`),
    ['error a fault of ours', 'info answered'],
  )
  assert.match(JSON.stringify(found[0]), /"code":"22P99".*requests\.story\.test\.ts/)
  assert.doesNotMatch(JSON.stringify(found), /李奶奶|13800001234/)
  assert.equal((await app.inject({ url: '/nowhere' })).json().request, undefined)
})

test('each request is one line: by its route and never its address, with the district and the role of whoever asked', async () => {
  const { log, lines } = logbook('info')
  const stage = await setStage(undefined, undefined, { log })
  const told = await stage.nobody().send('report', '', lampReport())
  const worker = await stage.at('wangMin')
  await worker.send('accept', told.body.id)
  await worker.get(`/api/cases/${told.body.id}?words=secret`)
  await worker.get('/api/nothing/13800001234?words=secret')
  await worker.get('/healthz')
  const { district } = stage
  assert.deepEqual(
    lines().map(({ method, route, status, district, role }) => [method, route, status, district, role].join(' ')),
    [
      `POST /api/cases 200 ${district} `,
      `POST /api/session 200 ${district} `,
      `POST /api/cases/:id/accept 200 ${district} gridWorker`,
      `GET /api/cases/:id 200 ${district} gridWorker`,
      'GET none 404  ',
    ],
  )
  for (const line of lines()) {
    assert.deepEqual(
      Object.keys(line).filter((name) => !['district', 'role'].includes(name)),
      ['level', 'time', 'pid', 'request', 'method', 'route', 'status', 'milliseconds', 'bytes', 'msg'],
    )
    assert.equal(typeof line.milliseconds, 'number')
  }
})

test('whose address asked is logged where a setting asks for it, and how much went down the wire', async () => {
  const { log, lines } = logbook('info')
  const app = await openApp({ log: { ...log, addresses: true } })
  const at = await app.listen({ host: '127.0.0.1', port: 0 })
  const reply = await fetch(`${at}/openapi.json`)
  const size = (await reply.arrayBuffer()).byteLength
  await fetch(`${at}/nowhere`)
  await app.close()
  const [first, second] = lines().filter(({ msg }) => msg === 'answered')
  assert.equal(first?.from, '127.0.0.1')
  assert.ok(Number(first?.bytes) > 200 && Number(first?.bytes) < size + 2000)
  assert.ok(Number(second?.bytes) > 200 && Number(second?.bytes) < 3000)
})

test('what a request reads in its body, piece by piece, does not lose its name, nor does one take that of another', async () => {
  const app = await openApp()
  app.post('/who', { schema: { hide: true } }, async (request) => {
    await sleep(5)
    return { mine: asking()?.request === request.id }
  })
  const at = await app.listen({ host: '127.0.0.1', port: 0 })
  /** Down one connection after another request, in two pieces, as on a bad network. */
  const ask = async (agent: Agent) => {
    const sent = request(`${at}/who`, { method: 'POST', agent, headers: { 'content-type': 'application/json' } })
    sent.write('{"words": "')
    await sleep(20)
    sent.end('字"}')
    const [reply] = await once(sent, 'response')
    return text(reply)
  }
  const agents = Array.from({ length: 5 }, () => new Agent({ keepAlive: true, maxSockets: 1 }))
  const answers = await Promise.all(agents.flatMap((agent) => [ask(agent), ask(agent), ask(agent)]))
  assert.deepEqual(new Set(answers), new Set(['{"mine":true}']))
  for (const agent of agents) agent.destroy()
  await app.close()
})

testOnServer('a server is told for which request a transaction works, and forgets it with it', async () => {
  const database = await testDatabase()
  const name = () =>
    within(database, { as: 'owner' }, async (connection) => {
      const { rows } = await sql<{ name: string }>`select current_setting('application_name') as name`.execute(connection)
      return rows[0]?.name
    })
  assert.equal(await answering({ request: 'k7m2q9xd' }, name), 'linli k7m2q9xd')
  assert.equal(await name(), 'linli')
})
