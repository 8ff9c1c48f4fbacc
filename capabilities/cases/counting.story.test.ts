import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { sql } from 'kysely'
import { within } from '#kernel/database/within.ts'
import { type Hand, lampReport, setStage } from '#testing/stage.ts'

const stage = await setStage()
const { database, district } = stage
const count = async (hand: Hand, query = '') => (await hand.get(`/api/cases/count?${query}`)).body
let lamp: string

before(async () => {
  lamp = (await stage.nobody().send('report', '', lampReport({ words: '猞猁蹲在路灯上' }))).body.id
  await stage.nobody().send('report', '', lampReport({ words: '路灯一直闪' }))
})

/** More that are like the first, but for their names: what they are is no matter to who only counts. */
const add = (from: number, to: number) =>
  within(database, { as: 'owner', district }, (connection) =>
    sql`insert into cases.cases select (jsonb_populate_record(c, jsonb_build_object('id', c.id || '-' || n, 'number', 'n' || n))).*
      from cases.cases c, generate_series(${from}::integer, ${to}::integer) n where c.district = ${district} and c.id = ${lamp}`.execute(
      connection,
    ),
  )

test('each counts what they see, under the conditions of the list', async () => {
  const [dispatcher, resident] = [await stage.at('dispatcher'), await stage.resident('13855550001')]
  assert.deepEqual(await count(dispatcher), { count: 2, more: false })
  assert.deepEqual(await count(dispatcher, `q=${encodeURIComponent('猞猁')}`), { count: 1, more: false })
  assert.deepEqual(await count(dispatcher, 'state=contested&sort=due'), { count: 0, more: false })
  assert.deepEqual(await count(resident), { count: 0, more: false }, 'none of them is theirs')
  const [{ status: unknown }, { status: notTheirs }, { status: stranger }] = [
    await dispatcher.get('/api/cases/count?limit=5'),
    await (await stage.at('wangMin')).get('/api/cases/count?asked=callBack'),
    await stage.nobody().get('/api/cases/count'),
  ]
  assert.deepEqual([unknown, notTheirs, stranger], [400, 403, 401])
})

test('a list of thousands is counted to five hundred, and says that there are more', async () => {
  const dispatcher = await stage.at('dispatcher')
  await add(1, 498)
  assert.deepEqual(await count(dispatcher), { count: 500, more: false })
  await add(499, 499)
  assert.deepEqual(await count(dispatcher), { count: 500, more: true })
})
