import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { within } from '#kernel/database/within.ts'
import { raiseRules } from '#kernel/place/rules.ts'
import { play } from '#testing/play.ts'
import { lampReport, setStage } from '#testing/stage.ts'
import { categories } from './catalogue/categories.ts'

test('a unit that is set to end is offered and given nothing new, neither to lead nor to assist, and no category goes to it', async () => {
  const stage = await setStage('2026-03-02T09:00:00+08:00')
  const admin = await stage.at('admin')
  const worker = await stage.at('wangMin')
  const gas = { code: 'gas-works', name: '燃气公司', kind: 'utility', parent: stage.district }
  assert.equal((await admin.post('/api/units', gas)).status, 200)
  const clerk = { account: 'power', role: 'clerk', unit: 'gas-works', starts: '2026-03-02', until: '2026-03-06' }
  assert.equal((await admin.post('/api/posts', clerk)).status, 200)
  const { id } = (await stage.nobody().send('report', '', lampReport())).body
  assert.equal((await worker.send('accept', id)).status, 200)

  const ending = await admin.patch('/api/units/gas-works', { until: '2026-03-06' })
  assert.equal(ending.status, 200, JSON.stringify(ending.body))
  const led = await worker.send('dispatch', id, { lead: 'gas-works', assisting: [] })
  assert.equal(led.status, 409)
  assert.match(led.body.because.zh, /燃气公司 2026-03-07 起停用，不再派给它/)
  assert.match(led.body.because.en, /ends on 2026-03-07 and takes nothing new/)
  const assisted = await worker.send('dispatch', id, { lead: 'urban', assisting: [{ unit: 'gas-works', task: '关阀' }] })
  assert.match(assisted.body.because.zh, /燃气公司 2026-03-07 起停用/)
  const lamp = categories.find(({ code }) => code === 'municipal.streetLamp')
  const entry = { ...lamp, lead: { unitKind: 'utility', code: 'gas-works' } }
  const { status, body } = await admin.put('/api/registers/categories/municipal.streetLamp', { entry, version: 1 })
  assert.deepEqual([status, /燃气公司.*2026-03-07 起停用/.test(JSON.stringify(body))], [400, true], JSON.stringify(body))

  // In a year it is no matter yet.
  assert.equal((await admin.patch('/api/units/gas-works', { until: '2027-03-06' })).status, 200)
  assert.equal((await worker.send('dispatch', id, { lead: 'gas-works', assisting: [] })).status, 200, 'it goes on for long')
})

test('what would go to a property company that is set to end goes to the community', async () => {
  const stage = await setStage('2026-03-02T09:00:00+08:00')
  const admin = await stage.at('admin')
  const worker = await stage.at('wangMin')
  const { id } = (await stage.nobody().send('report', '', lampReport({ category: 'house.leak', place: { code: 'plum-3' } }))).body
  assert.equal((await worker.send('accept', id)).status, 200)
  const lead = async () => (await worker.get(`/api/cases/${id}/handlers`)).body.lead?.unit
  assert.equal(await lead(), 'property-1')
  const [post] = (await admin.get('/api/posts?unit=property-1')).body.rows
  assert.equal((await admin.patch(`/api/posts/${post.id}`, { until: '2026-03-06', anyway: true })).status, 200)
  const ended = await admin.patch('/api/units/property-1', { until: '2026-03-06' })
  assert.equal(ended.status, 200, JSON.stringify(ended.body))
  assert.equal(await lead(), 'garden')
})

test('what a unit solved that is no more, and is not solved after all, goes to whoever has its place', async () => {
  const { resolved, rated, clock, database, district } = await play()
  const id = await resolved()
  await within(database, { as: 'owner', district }, async (connection) => {
    await sql`update place.units set ends = '2026-03-03' where district = ${district} and code = 'urban'`.execute(connection)
    await raiseRules(connection, district)
  })
  clock.moveTo('2026-03-03T09:00:00+08:00')
  const again = await rated(id, false)
  assert.deepEqual([again.state, 'holder' in again && again.holder.unit], ['accepted', 'g-plum'])
  assert.ok(!('takenBy' in again))
})
