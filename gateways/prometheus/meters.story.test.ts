import assert from 'node:assert/strict'
import { after, suite, test } from 'node:test'
import type { Database } from '#kernel/database/open.ts'
import { districtsOf } from '#kernel/place/districts.ts'
import { ownDatabase } from '#testing/database.ts'
import { lampReport, setStage } from '#testing/stage.ts'
import { serveMeters } from './serve.ts'

// Of their own: figures are of all districts, and other stories play in those.
const database = await ownDatabase()
const stage = await setStage(undefined, database)
const { live } = stage
const opened = await serveMeters('127.0.0.1:0', { database, clock: stage.clock.now, live })
const read = async () => (await fetch(opened.address)).text()
/** The figure under a name and labels; nothing where it is not told. */
const figure = (text: string, name: string) => {
  const line = text.split('\n').find((one) => one.startsWith(`${name} `))
  return line === undefined ? undefined : Number(line.slice(name.length))
}

suite('the figures of a process', () => {
  after(() => database.close())

  test('are told at an address of their own, and nothing else is', async () => {
    const reply = await fetch(opened.address)
    assert.match(reply.headers.get('content-type') ?? '', /^text\/plain; version=0\.0\.4/)
    assert.match(await reply.text(), /^# HELP /m)
    for (const path of ['/', '/metrics?x=1', '/api/cases']) assert.equal((await fetch(new URL(path, opened.address))).status, 404)
    assert.equal((await fetch(opened.address, { method: 'POST' })).status, 404)
    assert.equal((await stage.app.inject({ url: '/metrics' })).statusCode, 404)
  })

  test('count requests by route, commands by what came of them, who was not let in, and transactions', async () => {
    const before = await read()
    const told = await stage.nobody().send('report', '', lampReport({ phone: '13800001234', name: '李奶奶' }))
    const worker = await stage.at('wangMin')
    await worker.send('accept', told.body.id)
    await (await stage.at('liQiang')).send('accept', told.body.id)
    await stage.nobody().post('/api/session', { account: `wangMin.${stage.district}`, password: 'not that one' })
    const after = await read()
    const grew = (name: string) => (figure(after, name) ?? 0) - (figure(before, name) ?? 0)
    assert.equal(grew('linli_request_seconds_count{method="POST",route="/api/cases/:id/accept",status="2xx"}'), 1)
    assert.equal(grew('linli_request_seconds_count{method="POST",route="/api/cases/:id/accept",status="4xx"}'), 1)
    assert.equal(grew('linli_commands_total{flow="case",command="report",outcome="done"}'), 1)
    assert.equal(grew('linli_sign_in_refusals_total{way="password",kind="notSignedIn"}'), 1)
    assert.ok(grew('linli_transaction_seconds_count{as="command",outcome="commit"}') >= 4)
    assert.ok(grew('linli_transaction_seconds_count{as="command",outcome="rollback"}') >= 1)
    assert.doesNotMatch(after, new RegExp(`${stage.district}|${told.body.id}|李奶奶|13800001234|王敏|wangMin`))
  })

  test('say what waits and for how long, read from the database at most once in ten seconds', async () => {
    const other = await setStage('2026-03-02T09:00:00+08:00', database)
    await other.nobody().send('report', '', lampReport())
    // A day later its limits have run out, and nobody has made the rounds.
    other.clock.moveTo(Temporal.Instant.from('2026-03-04T09:00:00+08:00'))
    const fresh = await serveMeters('127.0.0.1:0', { database, clock: other.clock.now, live })
    const first = await (await fetch(fresh.address)).text()
    assert.ok((figure(first, 'linli_timers_due') ?? 0) >= 1)
    assert.ok((figure(first, 'linli_timers_late_seconds') ?? 0) > 3600)
    assert.ok((figure(first, 'linli_outbox_waiting') ?? 0) >= 1)
    const age = figure(first, 'linli_outbox_age_seconds') ?? -1
    assert.ok(age >= 0 && age < 3600, `${age}`)
    assert.ok((figure(first, 'linli_unsealed') ?? 0) >= 1)
    assert.equal(figure(first, 'linli_database_answers'), 1)
    await other.nobody().send('report', '', lampReport())
    const again = await (await fetch(fresh.address)).text()
    assert.equal(figure(again, 'linli_outbox_waiting'), figure(first, 'linli_outbox_waiting'))
    const later = await serveMeters('127.0.0.1:0', { database, clock: other.clock.now, live })
    const anew = await (await fetch(later.address)).text()
    assert.equal(figure(anew, 'linli_outbox_waiting'), (figure(first, 'linli_outbox_waiting') ?? 0) + 1)
    later.close()
    fresh.close()
  })

  test('go on while the database is away: what is read from it is no number then', async () => {
    const away = {
      ...database,
      script: async () => {
        throw new Error('away')
      },
    }
    const blind = await serveMeters('127.0.0.1:0', { database: away, clock: stage.clock.now, live })
    const text = await (await fetch(blind.address)).text()
    assert.equal(figure(text, 'linli_database_answers'), 0)
    assert.equal(figure(text, 'linli_timers_due'), Number.NaN)
    assert.match(text, /^nodejs_eventloop_lag_p99_seconds /m)
    assert.match(text, /^linli_connections\{state="waiting"\} \d/m)
    blind.close()
  })

  test('tell of the districts that answer while a node of a cluster is away, and how many do not', async () => {
    const other = await setStage(undefined, database)
    await other.nobody().send('report', '', lampReport())
    const away = (which: readonly string[]): Database['script'] => {
      return (connection, statements) =>
        which.some((one) => statements.includes(`app.district = '${one}'`))
          ? Promise.reject(new Error('a node is away'))
          : database.script(connection, statements)
    }
    const told = async (script: Database['script']) => {
      const meters = await serveMeters('127.0.0.1:0', { database: { ...database, script }, clock: other.clock.now, live })
      const text = await (await fetch(meters.address)).text()
      meters.close()
      return ['linli_database_answers', 'linli_districts_silent', 'linli_outbox_waiting'].map((name) => figure(text, name) ?? -1)
    }
    const [, none, whole = 0] = await told(database.script)
    assert.equal(none, 0)
    assert.deepEqual(await told(away([other.district])), [1, 1, whole - 1])
    const every = await districtsOf(database)
    assert.deepEqual(await told(away(every)), [0, Number.NaN, Number.NaN])
  })

  test('an address that cannot be listened at is refused with how to write it', async () => {
    for (const wrong of ['9464', ':9464', '::1:9464', 'localhost', '127.0.0.1:x'])
      await assert.rejects(serveMeters(wrong, { database, clock: stage.clock.now, live }), /write it as 127\.0\.0\.1:9464/, wrong)
    opened.close()
  })
})
