import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { within } from '#kernel/database/within.ts'
import { lampReport, setStage } from '#testing/stage.ts'

// While one version takes the other's place, both serve: what the later has written of a case, the older leaves as it is.

const stage = await setStage()
const { database, district } = stage

test('a case of which a later program keeps more than this one knows stands in lists, is worked on, and keeps it', async () => {
  const { id } = (await stage.nobody().send('report', '', lampReport())).body
  const kept = async (change = sql`item`) =>
    within(database, { as: 'owner', district }, async (connection) => {
      await sql`update cases.cases set item = ${change} where district = ${district} and id = ${id}`.execute(connection)
      const { rows } = await sql<{ item: Record<string, unknown> }>`
        select item from cases.cases where district = ${district} and id = ${id}`.execute(connection)
      return rows[0]?.item
    })
  await kept(sql`jsonb_set(item, '{limits,0,later}', '1') || '{"later": {"at": "noon"}}'`)
  const worker = await stage.at('wangMin')
  const list = (await worker.get('/api/cases?scope=queue')).body
  assert.ok(
    list.rows?.some((row: { id: string }) => row.id === id),
    JSON.stringify(list),
  )
  assert.equal((await worker.send('comment', id, { words: '已到现场' })).status, 200)
  assert.deepEqual((await kept())?.later, { at: 'noon' })
  assert.equal((await worker.send('accept', id)).status, 200)
  assert.deepEqual((await kept())?.later, { at: 'noon' })
  const parts = [{ id: crypto.randomUUID(), category: 'neighbours.dispute', words: '楼上还很吵' }]
  assert.equal((await worker.send('split', id, { parts })).status, 200)
  const page = (await worker.get(`/api/cases/${id}`)).body
  assert.equal(page.item.state, 'accepted')
  assert.ok(!JSON.stringify(page).includes('later'), 'and what this program does not know it shows to nobody')
})
