import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { lampReport, setStage } from '#testing/stage.ts'
import { within } from '../database/within.ts'
import { backoff } from './backoff.ts'
import { deliver } from './deliver.ts'

const stage = await setStage()
const { database, district, clock } = stage
const deliverNow = () => deliver(database, district, clock.now())

/** Reports a lamp, and lets the worker accept it. */
async function accepted() {
  const { id } = (await stage.nobody().send('report', '', lampReport())).body
  assert.equal((await (await stage.at('wangMin')).send('accept', id)).status, 200)
  return id
}
const asOwner = <Result>(work: Parameters<typeof within<Result>>[2]) => within(database, { as: 'owner', district }, work)
/** Writes over what is to leave after an event, and gives what stood there. */
const writeOver = (item: string, sequence: number, body: unknown) =>
  asOwner(async (connection) => {
    const { rows } = await sql<{ body: object }>`
      select body from record.outbox where district = ${district} and item = ${item} and sequence = ${sequence}`.execute(
      connection,
    )
    await sql`update record.outbox set body = ${JSON.stringify(body)}::jsonb
      where district = ${district} and item = ${item} and sequence = ${sequence}`.execute(connection)
    return rows[0]?.body
  })
const left = async (item: string) =>
  (
    await asOwner((connection) =>
      sql<{ delivered: boolean }>`select delivered from record.outbox
        where district = ${district} and item = ${item} order by sequence`.execute(connection),
    )
  ).rows.map(({ delivered }) => delivered)

test('one message that cannot be read holds up its own case, in order, and no other', async () => {
  const [before, poisoned, after] = [await accepted(), await accepted(), await accepted()]
  const whole = await writeOver(poisoned, 1, { at: clock.now().toString(), notices: 'nobody' })
  const { sent, faults } = await deliverNow()
  assert.equal(sent, 4)
  assert.deepEqual(
    faults.map(({ item, attempts }) => [item, attempts]),
    [[poisoned, 1]],
  )
  assert.match(String(faults[0]?.fault), /cannot be read: \/notices/)
  assert.deepEqual(
    [await left(before), await left(poisoned), await left(after)],
    [
      [true, true],
      [false, false],
      [true, true],
    ],
  )

  const later = await accepted()
  assert.deepEqual((await deliverNow()).faults, [], 'it is not tried again at once')
  assert.deepEqual(
    [await left(later), await left(poisoned)],
    [
      [true, true],
      [false, false],
    ],
  )
  clock.moveOn({ seconds: 5 })
  assert.deepEqual(
    (await deliverNow()).faults.map(({ attempts }) => attempts),
    [2],
  )
  await writeOver(poisoned, 1, whole)
  clock.moveOn({ seconds: 9 })
  assert.deepEqual(await deliverNow(), { sent: 0, faults: [], full: false }, 'longer each time')
  clock.moveOn({ seconds: 1 })
  assert.equal((await deliverNow()).sent, 2)
  assert.deepEqual(await left(poisoned), [true, true])
  const told = (await (await stage.at('wangMin')).get('/api/notices')).body
  assert.equal(told.filter(({ item }: { item: string }) => item === poisoned).length, 1)
})

test('a message that only the database refuses is put off just the same', async () => {
  const [poisoned, other] = [await accepted(), await accepted()]
  await writeOver(poisoned, 1, { at: 'at some time', notices: [{ to: { party: 'x' }, words: { zh: '一', en: 'one' } }] })
  const { sent, faults } = await deliverNow()
  assert.deepEqual([sent, faults.map(({ item }) => item)], [2, [poisoned]])
  assert.deepEqual(await left(other), [true, true])
})

test('more messages that wait behind one than a batch holds do not keep the others in the house', async () => {
  const poisoned = await accepted()
  const worker = await stage.at('wangMin')
  for (let number = 0; number < 6; number++) await worker.send('comment', poisoned, { words: `第${number}次查看` })
  await writeOver(poisoned, 1, { notices: [] })
  const other = await accepted()
  for (let turn = 0; turn < 3; turn++) await deliver(database, district, clock.now(), 4)
  assert.deepEqual(await left(other), [true, true])
  assert.ok((await left(poisoned)).every((delivered) => !delivered))
})

test('when one that failed is due again, what waits behind it fills no batch for ever', async () => {
  const poisoned = await accepted()
  const worker = await stage.at('wangMin')
  for (let number = 0; number < 6; number++) await worker.send('comment', poisoned, { words: `第${number}次查看` })
  const whole = await writeOver(poisoned, 1, { notices: [] })
  while ((await deliver(database, district, clock.now(), 4)).faults.every(({ item }) => item !== poisoned));
  clock.moveOn({ seconds: 5 })
  const other = await accepted()
  const faults: string[] = []
  for (let turn = 0; turn < 3; turn++)
    faults.push(...(await deliver(database, district, clock.now(), 4)).faults.map(({ item }) => item))
  assert.deepEqual(await left(other), [true, true])
  assert.ok(faults.includes(poisoned), 'and it was tried again itself')
  await writeOver(poisoned, 1, whole)
  clock.moveOn({ hours: 1 })
  for (let turn = 0; turn < 3; turn++) await deliver(database, district, clock.now(), 4)
  assert.ok((await left(poisoned)).every((delivered) => delivered))
})

test('it is tried again after 5 seconds, 10, 20, and at least once an hour', () => {
  assert.deepEqual([1, 2, 3, 10, 11, 1000].map(backoff), [5, 10, 20, 2560, 3600, 3600])
})
