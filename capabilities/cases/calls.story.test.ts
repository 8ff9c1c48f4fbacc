import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lampReport, setStage } from '#testing/stage.ts'

const stage = await setStage()
const phone = '13900008888'

test('whoever takes a call sees what that number told before, and each reporter sees that it was looked up', async () => {
  const dispatcher = await stage.at('dispatcher')
  const filed = await dispatcher.send('report', '', lampReport({ as: 'phone', name: '赵来电', phone }))
  assert.equal(filed.status, 200)
  const { id } = filed.body
  const again = await dispatcher.post('/api/cases/calls', { phone: '139-0000-8888' })
  assert.equal(again.status, 200, JSON.stringify(again.body))
  assert.deepEqual(
    again.body.map((row: { id: string }) => row.id),
    [id],
  )
  assert.deepEqual((await dispatcher.post('/api/cases/calls', { phone: '13900009999' })).body, [])

  const caller = await stage.holder(stage.cameTo(phone))
  const looks = await caller.get('/api/looks')
  assert.ok(looks.body.some(({ reason }: { reason: string }) => reason.includes('来电，登记时')))
})

test('nobody else asks by number, and an erased caller is found by none', async () => {
  for (const name of ['wangMin', 'lamps'] as const)
    assert.equal((await (await stage.at(name)).post('/api/cases/calls', { phone })).status, 403)
  assert.equal((await stage.nobody().post('/api/cases/calls', { phone })).status, 401)

  const dispatcher = await stage.at('dispatcher')
  await dispatcher.send('report', '', lampReport({ as: 'phone', phone: '13900007777' }))
  assert.equal((await (await stage.holder(stage.cameTo('13900007777'))).post('/api/me/erase', { sure: true })).status, 200)
  assert.deepEqual((await dispatcher.post('/api/cases/calls', { phone: '13900007777' })).body, [])
})

test('whoever takes a call when their session has ended is asked to sign in; a resident is told that it is for staff', async () => {
  const call = lampReport({ as: 'phone', phone })
  const ended = await stage.nobody().send('report', '', call)
  assert.deepEqual([ended.status, ended.body.code], [401, 'notSignedIn'])
  const resident = await (await stage.resident('13900006666')).send('report', '', call)
  assert.deepEqual([resident.status, resident.body.code], [409, 'rule'])
})
