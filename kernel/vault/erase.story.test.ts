import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { within } from '#kernel/database/within.ts'
import { lampReport, setStage } from '#testing/stage.ts'
import { eraseAll } from './store.ts'

const stage = await setStage()
const { database, district, clock } = stage
const phone = '13877776666'
const told = /貔貅|牦牛|钱独特|独特楼|13877776666/

test('after a person was erased nothing of theirs is left in any table, every page works, and who comes again is somebody new', async () => {
  const person = await stage.resident(phone)
  const words = { words: '貔貅挡住了路灯', name: '钱独特', phone, home: '独特楼9号' }
  const { id } = (await person.send('report', '', lampReport(words))).body
  await person.send('comment', id, { words: '牦牛也来了' })
  const worker = await stage.at('wangMin')
  await worker.send('accept', id)
  const { rows } = await within(database, { as: 'owner' }, (connection) =>
    sql<{ reporter: string }>`select reporter from cases.cases where id = ${id}`.execute(connection),
  )
  const subject = rows[0]?.reporter ?? ''
  await within(database, { as: 'command', district }, (connection) => eraseAll(connection, district, [subject], clock.now()))

  const looks = async () => (await person.get('/api/looks')).body.length
  const before = await looks()
  const asked = await worker.post(`/api/cases/${id}/reveal`, { reason: '约定上门时间' })
  assert.equal(`${asked.status} ${asked.body.code}`, '409 rule')
  assert.match(asked.body.detail, /不再保留/)
  clock.moveOn({ hours: 2 })
  assert.equal((await worker.get(`/api/cases/${id}`)).status, 200)
  assert.equal(await looks(), before, 'who was shown nothing has not looked')

  for (const hand of [worker, person])
    for (const path of [`/api/cases/${id}`, `/api/cases/${id}/events`, '/api/cases', '/api/looks', '/api/notices']) {
      const { status, body } = await hand.get(path)
      assert.equal(status, 200, path)
      assert.doesNotMatch(JSON.stringify(body), told)
    }
  await within(database, { as: 'owner' }, async (connection) => {
    const tables = await sql<{ name: string }>`
      select table_schema || '.' || table_name as name from information_schema.tables where table_type = 'BASE TABLE'
      and table_schema in ('cases', 'record', 'vault', 'flow', 'files', 'people')`.execute(connection)
    for (const { name } of tables.rows) {
      const found = await sql`select 1 from ${sql.table(name)} t where t::text ~ ${told.source} limit 1`.execute(connection)
      assert.equal(found.rows.length, 0, name)
    }
  })

  // Whoever still has a session, or works on the case, is told why nothing more can be kept.
  for (const hand of [worker, person]) {
    const { status, body } = await hand.send('comment', id, { words: '补充' })
    assert.equal(`${status} ${body.code}`, '409 rule')
    assert.match(body.detail, /已按要求删除/)
  }
  const again = await stage.resident(phone)
  assert.equal((await again.send('report', '', lampReport())).status, 200)
  assert.equal((await again.get(`/api/cases/${id}`)).status, 404)
})
