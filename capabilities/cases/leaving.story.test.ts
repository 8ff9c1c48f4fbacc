import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { within } from '#kernel/database/within.ts'
import { lampReport, setStage } from '#testing/stage.ts'

const stage = await setStage('2026-03-02T09:00:00+08:00')

test('a worker who leaves with open cases and no successor is held up; with one, the cases go along with the post', async () => {
  const admin = await stage.at('admin')
  const { id } = (await stage.nobody().send('report', '', lampReport())).body
  assert.equal((await (await stage.at('wangMin')).send('accept', id)).status, 200)
  const refused = await admin.delete('/api/posts/p-wangMin')
  assert.equal(refused.status, 409)
  const number = (await (await stage.at('wangMin')).get(`/api/cases/${id}`)).body.item.number
  assert.match(refused.body.because.zh, new RegExp(`还有 1 件没办完的事项，没有人接手：${number}`))
  assert.deepEqual(
    refused.body.fields.map(({ field }: { field: string }) => field),
    ['anyway'],
  )
  assert.equal((await admin.patch('/api/people/wangMin', { ended: true })).status, 409, 'nor does the account end so')
  assert.equal((await (await stage.at('wangMin')).get(`/api/cases/${id}`)).status, 200, 'nothing has changed')

  const successor = { account: 'liQiang', role: 'gridWorker', unit: 'g-plum', starts: '2026-03-02' }
  const given = await admin.post('/api/posts', successor)
  assert.equal(given.status, 200)
  assert.equal((await admin.delete('/api/posts/p-wangMin')).status, 200)
  const { rows } = await within(stage.database, { as: 'owner', district: stage.district }, (connection) =>
    sql<{ subject: string; open: string[] }>`select subject, told->'open' as open from people.changes
      where district = ${stage.district} and what = 'post ended'`.execute(connection),
  )
  assert.deepEqual(rows, [{ subject: 'wangMin', open: [number] }], 'what went along is named in the trail')
  const headers = {
    cookie: (await stage.at('liQiang')).cookie ?? '',
    'linli-post': given.body.id,
    'linli-district': stage.district,
  }
  const theirs = await stage.app.inject({ url: `/api/cases/${id}`, headers })
  assert.ok(theirs.json().may.includes('solveOnSite'), 'whoever has the post has its open cases')

  assert.equal((await admin.delete(`/api/posts/${given.body.id}`)).status, 409)
  assert.equal((await admin.delete(`/api/posts/${given.body.id}?anyway=true`)).status, 200, 'who is told of it may say so')
})
