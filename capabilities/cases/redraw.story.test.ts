import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import type { Connection } from '#kernel/database/open.ts'
import { within } from '#kernel/database/within.ts'
import { lampReport, setStage } from '#testing/stage.ts'
import { redrawChanged } from './store/redraw.ts'
import { timeSeers } from './store/sides.ts'
import { verifyWords } from './store/words.ts'

test('what a program from before a migration changed meanwhile has the new columns too, and is found', async () => {
  const stage = await setStage()
  const { database, district } = stage
  const { id } = (await stage.nobody().send('report', '', lampReport())).body
  const dispatched = { lead: 'urban', assisting: [{ unit: 'power', task: '断电' }] }
  for (const [command, input] of [
    ['accept', {}],
    ['dispatch', dispatched],
  ] as const)
    assert.equal((await (await stage.at('wangMin')).send(command, id, input)).status, 200)
  const owner = <Result>(work: (connection: Connection) => Promise<Result>) => within(database, { as: 'owner', district }, work)
  // The month of a report, whether it was ever returned, and its time beside those who assist are new: a program from before writes none.
  await owner(async (connection) => {
    await sql`update cases.words set seen = ts_delete(seen, 'd202603') where district = ${district} and id = ${id}`.execute(
      connection,
    )
    await sql`update cases.cases set returned = true where district = ${district} and id = ${id}`.execute(connection)
    await sql`update cases.seers set reported_at = null where district = ${district} and id = ${id}`.execute(connection)
  })
  const assisted = async () => {
    const reply = await (await stage.at('power')).get('/api/cases?scope=assisting&sort=newest')
    return reply.body.rows.map((row: { id: string }) => row.id)
  }
  assert.deepEqual(await assisted(), [])
  assert.equal((await verifyWords(database, district)).length, 1)
  assert.equal(await redrawChanged(database, district), 1)
  assert.equal(await timeSeers(database, district), 2)
  assert.deepEqual(await verifyWords(database, district), [])
  assert.deepEqual(await assisted(), [id])
  const { rows } = await owner((connection) =>
    sql`select returned from cases.cases where district = ${district} and id = ${id}`.execute(connection),
  )
  assert.deepEqual(rows, [{ returned: false }])
})
