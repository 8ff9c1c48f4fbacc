import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lampReport, setStage } from '#testing/stage.ts'

test('whoever dispatches is offered whom the category leads to, who usually assists, and who solved such cases there before', async () => {
  const stage = await setStage()
  const [wangMin, lamps] = [await stage.at('wangMin'), await stage.at('lamps')]
  const category = 'neighbours.dispute'
  const accepted = async () => {
    const { id } = (await stage.nobody().send('report', '', lampReport({ category }))).body
    await wangMin.send('accept', id)
    return id
  }
  const solve = async () => {
    const id = await accepted()
    await wangMin.send('dispatch', id, { lead: 'urban' })
    await lamps.send('receive', id)
    await lamps.send('contact', id, { channel: 'telephone', reached: true, result: '已联系' })
    assert.equal((await lamps.send('resolve', id, { outcome: 'solved', done: '已处理' })).status, 200)
  }
  await solve()
  await solve()
  const open = await accepted()
  const first = (await wangMin.get(`/api/cases/${open}/handlers`)).body
  assert.deepEqual(first.before, [], 'two are chance')
  assert.ok(first.lead.name)
  await solve()
  const { before } = (await wangMin.get(`/api/cases/${open}/handlers`)).body
  assert.deepEqual(before, [{ unit: 'urban', name: '区综合行政执法局', times: 3 }])
  const concerned = (await stage.nobody().send('report', '', lampReport({ category, about: ['urban'] }))).body
  const past = (await wangMin.get(`/api/cases/${concerned.id}/handlers`)).body
  assert.deepEqual(past.before, [], 'never a unit that it is about')
  assert.equal((await (await stage.at('liQiang')).get(`/api/cases/${open}/handlers`)).status, 404)
  assert.equal((await stage.nobody().get(`/api/cases/${open}/handlers`)).status, 401)
})
