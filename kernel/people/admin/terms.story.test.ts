import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { within } from '#kernel/database/within.ts'
import { everybodysPassword, type StaffName } from '#testing/neighbourhood.ts'
import { type Hand, lampReport, setStage } from '#testing/stage.ts'

const stage = await setStage('2026-03-02T09:00:00+08:00')
const { district, clock } = stage
const signedIn = async (name: StaffName): Promise<Hand> =>
  stage.hand(await stage.cookieOf('/api/session', { account: `${name}.${district}`, password: everybodysPassword }))
const given = async (by: Hand, post: object): Promise<string> => {
  const { status, body } = await by.post('/api/posts', post)
  assert.equal(status, 200, JSON.stringify(body))
  return body.id
}

test('of two terms one after the other the first ends before the second begins, however it is moved', async () => {
  const admin = await signedIn('admin')
  const post = { account: 'housing', role: 'gridWorker', unit: 'g-pine' }
  const first = await given(admin, { ...post, starts: '2026-03-02', until: '2026-03-10' })
  await given(admin, { ...post, starts: '2026-03-16' })
  for (const until of ['2026-03-16', '2026-12-31']) {
    const { status, body } = await admin.patch(`/api/posts/${first}`, { until })
    assert.deepEqual([status, /此人这段时间已有这个岗位/.test(body.because?.zh)], [409, true], until)
  }
  assert.equal((await admin.patch(`/api/posts/${first}`, { until: '2026-03-15' })).status, 200, 'up to the day before')
  assert.equal((await admin.patch(`/api/posts/${first}`, { until: '2026-03-12' })).status, 200, 'and back')
})

test('a post that was taken back before it began is there no more', async () => {
  const admin = await signedIn('admin')
  const id = await given(admin, { account: 'power', role: 'gridWorker', unit: 'g-pine', starts: '2026-04-01' })
  assert.equal((await admin.delete(`/api/posts/${id}`)).status, 200)
  assert.equal((await admin.patch(`/api/posts/${id}`, { until: '2026-12-31' })).status, 404)
  assert.equal((await admin.delete(`/api/posts/${id}`)).status, 404)
  assert.equal((await admin.get(`/api/posts/${id}/stand-ins`)).status, 404)
  clock.moveTo('2026-04-02T09:00:00+08:00')
  assert.deepEqual((await (await signedIn('admin')).get('/api/posts?account=power&role=gridWorker')).body.rows, [])
})

test('a post that was taken back before it began keeps no unit from ending, and is nobody’s to leave', async () => {
  const stage = await setStage('2026-03-02T09:00:00+08:00')
  const admin = await stage.at('admin')
  const archive = { code: 'archive', name: '区档案馆', kind: 'bureau', parent: stage.district }
  assert.equal((await admin.post('/api/units', archive)).status, 200)
  const post = { account: 'housing', role: 'clerk', unit: 'archive', starts: '2026-05-01' }
  const { body } = await admin.post('/api/posts', post)
  assert.equal((await admin.patch('/api/units/archive', { until: '2026-04-01' })).status, 409, 'as long as it is to come')
  assert.equal((await admin.delete(`/api/posts/${body.id}`)).status, 200)
  assert.deepEqual((await admin.get('/api/units/archive/hanging')).body, [])
  assert.equal((await admin.patch('/api/units/archive', { until: '2026-04-01' })).status, 200)
})

test('of a post or a stand-in that was taken back before it began nothing is left to whoever ends the account or looks who stands in', async () => {
  const stage = await setStage('2026-03-02T09:00:00+08:00')
  const [admin, wangMin] = [await stage.at('admin'), await stage.at('wangMin')]
  const leave = { account: 'liQiang', from: '2026-05-01', until: '2026-05-07' }
  const named = (await wangMin.post('/api/posts/p-wangMin/stand-ins', leave)).body.id
  assert.equal((await admin.delete(`/api/posts/${named}`)).status, 200)
  assert.deepEqual((await wangMin.get('/api/posts/p-wangMin/stand-ins')).body.named, [])
  const post = { account: 'housing', role: 'gridWorker', unit: 'g-plum', starts: '2026-05-01' }
  const given = (await admin.post('/api/posts', post)).body.id
  assert.equal((await admin.delete(`/api/posts/${given}`)).status, 200)
  assert.equal((await stage.nobody().send('report', '', lampReport())).status, 200)
  assert.equal((await admin.delete('/api/posts/p-wangMin?anyway=true')).status, 200, 'what waits there was never theirs')
  const ended = await admin.patch('/api/people/housing', { ended: true })
  assert.equal(ended.status, 200, JSON.stringify(ended.body))
})

test('whoever is an administrator for longer is asked what whoever becomes one is asked', async () => {
  const admin = await signedIn('admin')
  const real = (demo: boolean) =>
    within(stage.database, { as: 'owner', district }, (connection) =>
      sql`update place.districts set demo = ${demo} where district = ${district}`.execute(connection),
    )
  const longer = (id: string) => admin.patch(`/api/posts/${id}`, { until: '2027-12-31' })
  const post = { unit: district, starts: '2026-04-02' }
  const audit = await given(admin, { ...post, account: 'leader', role: 'auditAdmin', until: '2026-04-30' })
  await given(admin, { ...post, account: 'leader', role: 'systemAdmin', starts: '2026-05-01' })
  await real(false)
  const apart = await longer(audit)
  assert.deepEqual([apart.status, /须由不同的人担任/.test(apart.body.because?.zh)], [409, true], JSON.stringify(apart.body))
  await real(true)

  const other = await given(admin, { ...post, account: 'caller', role: 'auditAdmin', until: '2026-04-30' })
  await within(stage.database, { as: 'owner', district }, (connection) =>
    sql`update people.accounts set must_change = true where district = ${district} and id = 'caller'`.execute(connection),
  )
  const known = await longer(other)
  assert.deepEqual([known.status, /还在用初始密码/.test(known.body.because?.zh)], [409, true], JSON.stringify(known.body))
})
