import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setStage } from '#testing/stage.ts'
import { within } from '../../database/within.ts'
import { changesBefore } from '../../people/admin/trail.ts'

const stage = await setStage()
const { database, district } = stage

test('the trail keeps who made a webhook, what was changed of it, and who removed it; of its address the host alone', async () => {
  const admin = await stage.at('admin')
  const { body } = await admin.post('/api/webhooks', { name: '城市大脑', address: 'https://example.org/hook?key=secret' })
  const { id } = body.webhook
  const change = async (more: object) => assert.equal((await admin.patch(`/api/webhooks/${id}`, more)).status, 200)
  await change({ paused: true, name: '大脑' })
  await change({ paused: true })
  await change({ address: 'https://example.org/other?key=secret' })
  await change({ events: ['cases.accept'] })
  assert.equal((await admin.delete(`/api/webhooks/${id}`)).status, 200)
  assert.equal((await admin.delete(`/api/webhooks/${id}`)).status, 404)
  const about = { subject: id, whats: ['webhook made', 'webhook changed', 'webhook removed'] } as const
  const rows = await within(database, { as: 'command', district }, (connection) =>
    changesBefore(connection, district, undefined, 10, about),
  )
  assert.ok(!JSON.stringify(rows).includes('secret'))
  assert.ok(rows.every((row) => row.by_name === '朱管' && row.by_role === 'systemAdmin'))
  const as = { host: 'example.org', events: 'all', paused: false }
  assert.deepEqual(
    rows.toReversed().map((row) => [row.what, row.told]),
    [
      ['webhook made', { name: '城市大脑', ...as }],
      [
        'webhook changed',
        { name: '城市大脑', before: { name: '城市大脑', paused: false }, after: { name: '大脑', paused: true } },
      ],
      ['webhook changed', { name: '大脑', before: {}, after: {}, movedTo: 'example.org' }],
      ['webhook changed', { name: '大脑', before: { events: 'all' }, after: { events: ['cases.accept'] } }],
      ['webhook removed', { name: '大脑', ...as, events: ['cases.accept'], paused: true }],
    ],
  )
})
