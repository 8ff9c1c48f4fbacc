import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setStage } from '#testing/stage.ts'

const stage = await setStage('2026-03-02T09:00:00+08:00')

/** The post of somebody at a unit. */
async function postOf(account: string, unit: string): Promise<string> {
  const { body } = await (await stage.at('admin')).get(`/api/posts?account=${account}&unit=${unit}`)
  return body.rows[0].id
}

test('who stands in goes on no longer than they were named for, whoever moves the last day', async () => {
  const [wangMin, secretary] = [await stage.at('wangMin'), await stage.at('secretary')]
  const leave = { from: '2026-03-02', until: '2026-03-05' }
  const named = await wangMin.post(`/api/posts/${await postOf('wangMin', 'g-plum')}/stand-ins`, {
    account: 'secretary',
    ...leave,
  })
  assert.equal(named.status, 200, JSON.stringify(named.body))
  for (const hand of [secretary, wangMin, await stage.at('admin')]) {
    const { status, body } = await hand.patch(`/api/posts/${named.body.id}`, { until: '2099-12-31' })
    assert.deepEqual([status, body.because?.zh], [409, '代班只能提前结束；要延长，请重新安排代班'])
  }
  assert.equal((await wangMin.patch(`/api/posts/${named.body.id}`, { until: '2026-03-03' })).status, 200)
})

test('an administrator stands in for nobody: they would read cases', async () => {
  const dispatcher = await stage.at('dispatcher')
  const id = await postOf('dispatcher', stage.district)
  const day = { from: '2026-03-02', until: '2026-03-02' }
  const { status, body } = await dispatcher.post(`/api/posts/${id}/stand-ins`, { account: 'admin', ...day })
  assert.deepEqual([status, body.because?.zh], [409, '管理员不代班：他们不看居民的事项'])
})

test('nobody stands in at a post before it begins; one that was given by mistake and has not begun is taken back', async () => {
  const [admin, liQiang] = [await stage.at('admin'), await stage.at('liQiang')]
  const given = await admin.post('/api/posts', {
    ...{ account: 'liQiang', role: 'communityWorker', unit: 'garden', starts: '2026-09-01' },
  })
  assert.equal(given.status, 200, JSON.stringify(given.body))
  const early = { account: 'secretary', from: '2026-03-02', until: '2026-08-30' }
  const { status, body } = await liQiang.post(`/api/posts/${given.body.id}/stand-ins`, early)
  assert.deepEqual([status, body.because?.zh], [400, '代班早于岗位本身（2026-09-01 起），请推后第一天'])
  assert.equal((await admin.delete(`/api/posts/${given.body.id}`)).status, 200)
  assert.equal((await admin.get('/api/posts?account=liQiang&day=2026-09-02&role=communityWorker')).body.rows.length, 0)
})

test('nobody is made an administrator while they stand in for somebody', async () => {
  const [dispatcher, admin] = [await stage.at('dispatcher'), await stage.at('admin')]
  const id = await postOf('dispatcher', stage.district)
  const leave = { account: 'supervisor', from: '2026-03-02', until: '2026-03-04' }
  assert.equal((await dispatcher.post(`/api/posts/${id}/stand-ins`, leave)).status, 200)
  const post = { account: 'supervisor', role: 'auditAdmin', unit: stage.district, starts: '2026-03-02' }
  const { status, body } = await admin.post('/api/posts', post)
  assert.deepEqual([status, body.because?.zh], [409, '此人正在或将要代班：先结束代班，再任命管理员'])
})
