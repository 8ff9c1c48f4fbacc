import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import type { Connection } from '#kernel/database/open.ts'
import { within } from '#kernel/database/within.ts'
import { lampReport, setStage } from '#testing/stage.ts'
import { redrawChanged } from './store/redraw.ts'
import { verifyWords } from './store/words.ts'

test('what a program from before a migration changed meanwhile has the new columns too, and is found', async () => {
  const stage = await setStage()
  const { database, district } = stage
  const { id } = (await stage.nobody().send('report', '', lampReport())).body
  const owner = <Result>(work: (connection: Connection) => Promise<Result>) => within(database, { as: 'owner', district }, work)
  // The month of a report and whether it was ever returned are new: a program from before writes neither.
  await owner(async (connection) => {
    await sql`update cases.words set seen = ts_delete(seen, 'd202603') where district = ${district} and id = ${id}`.execute(
      connection,
    )
    await sql`update cases.cases set returned = true where district = ${district} and id = ${id}`.execute(connection)
  })
  assert.equal((await verifyWords(database, district)).length, 1)
  assert.equal(await redrawChanged(database, district), 1)
  assert.deepEqual(await verifyWords(database, district), [])
  const { rows } = await owner((connection) =>
    sql`select returned from cases.cases where district = ${district} and id = ${id}`.execute(connection),
  )
  assert.deepEqual(rows, [{ returned: false }])
})
