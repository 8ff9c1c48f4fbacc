import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Database } from '#kernel/database/open.ts'
import { within } from '#kernel/database/within.ts'
import { signals } from '#kernel/signals.ts'
import { ownDatabase } from '#testing/database.ts'
import { logbook } from '#testing/logbook.ts'
import { lampReport, setStage } from '#testing/stage.ts'
import { makeRounds, turn } from './rounds.ts'

test('the rounds say in the log what they did in a district, nothing where there was nothing, and what went wrong', async () => {
  // Of their own: rounds go through all districts, and other stories play in those.
  const database = await ownDatabase()
  const { log, lines, text } = logbook('info')
  const stage = await setStage(undefined, database, { log })
  const turns: string[] = []
  const deaf = signals.round.hear(({ work }) => turns.push(work))
  const past = { of: () => undefined, learn: async () => {} }
  await stage.nobody().send('report', '', lampReport({ phone: '13800001234', name: '李奶奶' }))
  await stage.nobody().send('report', '', lampReport())
  await stage.nobody().post('/api/session', { account: 'nobody.at-all', password: 'a guess' })
  const long = sql`update people.attempts set window_start = ${stage.house.clock().subtract({ hours: 48 }).toString()}::timestamptz`
  await within(database, { as: 'owner' }, (connection) => long.execute(connection))

  const stop = makeRounds(stage, past)
  while (turns.filter((work) => work === 'round').length < 2) await sleep(20)
  await stop()
  const done = () => lines().filter(({ msg }) => msg === 'rounds')
  const [first, ...more] = done()
  assert.deepEqual(more.map((line) => line.district).toSorted(), ['', stage.district])
  assert.ok(more.every(({ forgotten }) => Number(forgotten) > 0))
  const { district, delivered, sealed, timers } = first ?? {}
  assert.deepEqual(
    { district, delivered, sealed, timers },
    { district: stage.district, delivered: 2, sealed: 1, timers: undefined },
  )
  assert.doesNotMatch(text(), /李奶奶|13800001234/)
  assert.ok(turns.includes('sending'))
  const tries = sql`select district from people.attempts`
  const { rows } = await within(database, { as: 'owner' }, (connection) => tries.execute(connection))
  assert.deepEqual(rows, [], 'who tried is forgotten, also where it is counted for no district')

  const away = { ...stage.house, database: { ...database, script: () => Promise.reject(new Error('away')) } }
  const stopAgain = makeRounds({ ...stage, house: away }, past)
  while (!lines().some(({ msg }) => msg === 'a fault in the rounds')) await sleep(20)
  await stopAgain()
  const { level, err } = lines().find(({ msg }) => msg === 'a fault in the rounds') ?? {}
  assert.equal(level, 'error')
  assert.match(JSON.stringify(err), /"message":"away".*rounds\.story/)
  deaf()
  await database.close()
})

test('while nobody can tell which districts there are, the rounds go on in those that there were', async () => {
  const database = await ownDatabase()
  const { log, lines } = logbook('info')
  const stage = await setStage(undefined, database, { log })
  const turns: string[] = []
  const deaf = signals.round.hear(({ work }) => turns.push(work))
  let away = false
  // As on a cluster of which a node is away: what one district asks is answered, what all are asked is not.
  const script: Database['script'] = (connection, statements) =>
    away && statements.startsWith('begin') && !statements.includes('app.district')
      ? Promise.reject(new Error('a node is away'))
      : database.script(connection, statements)
  const stop = makeRounds(
    { ...stage, house: { ...stage.house, database: { ...database, script } } },
    { of: () => undefined, learn: async () => {} },
  )
  while (!turns.includes('round')) await sleep(20)
  away = true
  await stage.nobody().send('report', '', lampReport())
  const said = (message: string, more: string) =>
    lines().some((line) => line.msg === message && JSON.stringify(line).includes(more))
  while (!said('a fault in the rounds', 'a node is away')) await sleep(20)
  while (!said('rounds', '"delivered":1')) await sleep(20)
  await stop()
  deaf()
  await database.close()
})

test('a district that nobody could tell of when the rounds began has its hourly work when it is first seen', async () => {
  const database = await ownDatabase()
  const { log, lines } = logbook('info')
  const stage = await setStage(undefined, database, { log })
  await stage.nobody().send('report', '', lampReport({ phone: '13800001234' }))
  const old = stage.house.clock().subtract({ hours: 48 }).toString()
  const long = sql`insert into people.attempts (district, subject, window_start, count) values (${stage.district}, 'long ago', ${old}, 1)`
  await within(database, { as: 'owner' }, (connection) => long.execute(connection))
  let away = true
  const script: Database['script'] = (connection, statements) =>
    away && statements.startsWith('begin') && !statements.includes('app.district')
      ? Promise.reject(new Error('a node is away'))
      : database.script(connection, statements)
  const turns: string[] = []
  const deaf = signals.round.hear(({ work }) => turns.push(work))
  const house = { ...stage.house, database: { ...database, script } }
  const stop = makeRounds({ ...stage, house }, { of: () => undefined, learn: async () => {} })
  while (!turns.includes('round')) await sleep(20)
  away = false
  while (turns.filter((work) => work === 'round').length < 4) await sleep(20)
  await stop()
  deaf()
  const did = lines().filter(({ msg, district }) => msg === 'rounds' && district === stage.district)
  assert.ok(
    did.some(({ sealed }) => sealed === 1),
    'sealed',
  )
  assert.ok(
    did.some(({ forgotten }) => Number(forgotten) > 0),
    'forgotten',
  )
  await database.close()
})

test('one message that cannot be read keeps none of the others for the next turn, however many there are', async () => {
  const stage = await setStage()
  const { database, district } = stage
  const { id } = (await stage.nobody().send('report', '', lampReport())).body
  assert.equal((await (await stage.at('wangMin')).send('accept', id)).status, 200)
  for (let told = 0; told < 120; told += 1) await stage.nobody().send('report', '', lampReport())
  const asOwner = <Row>(query: ReturnType<typeof sql<Row>>) =>
    within(database, { as: 'owner', district }, (connection) => query.execute(connection))
  await asOwner(
    sql`update record.outbox set body = '{"notices":"nobody"}' where district = ${district} and item = ${id} and sequence = 1`,
  )
  const faults: unknown[] = []
  const { delivered } = await turn(stage, district, (fault) => faults.push(fault))
  assert.deepEqual([delivered, faults.length], [120, 1])
  const { rows } = await asOwner(
    sql<{ item: string }>`select distinct item from record.outbox where district = ${district} and not delivered`,
  )
  assert.deepEqual(rows, [{ item: id }])
})

test('what comes in while a turn delivers is for the next one: few messages are asked for once', async () => {
  const stage = await setStage()
  await stage.nobody().send('report', '', lampReport())
  let asked = 0
  const clock = () => {
    asked += 1
    return stage.house.clock()
  }
  const { delivered } = await turn({ ...stage, house: { ...stage.house, clock } }, stage.district, (fault) =>
    assert.fail(String(fault)),
  )
  assert.deepEqual([delivered, asked], [1, 1])
})
