import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setStage } from '#testing/stage.ts'

const stage = await setStage()

test('conditions are kept under a name, shared with one’s own role if one likes, and forgotten by whoever kept them', async () => {
  const [one, other, leader] = [await stage.at('supervisor'), await stage.at('secondSupervisor'), await stage.at('leader')]
  const keep = (view: object) => one.post('/api/cases/views', view)
  const own = await keep({ name: '超时的', query: 'when=over&sort=due', shared: false })
  const both = await keep({ name: '路灯', query: 'category=municipal.streetLamp', shared: true })
  assert.deepEqual([own.status, both.status], [200, 200])
  const names = async (hand: typeof one) => (await hand.get('/api/cases/views')).body.map(({ name }: { name: string }) => name)
  assert.deepEqual((await names(one)).toSorted(), ['超时的', '路灯'].toSorted())
  assert.deepEqual(await names(other), ['路灯'])
  assert.deepEqual(await names(leader), [])

  assert.equal((await other.delete(`/api/cases/views/${both.body.id}`)).status, 404, 'not theirs to forget')
  assert.equal((await one.delete(`/api/cases/views/${both.body.id}`)).status, 200)
  assert.deepEqual(await names(other), [])
  for (const bad of [{ name: ' ' }, { query: 'a b' }, { query: 'x'.repeat(2001) }, { shared: 'yes' }])
    assert.equal((await keep({ name: '甲', query: 'q=1', shared: false, ...bad })).status, 400, JSON.stringify(bad))
  const resident = await stage.resident('13855554444')
  assert.equal((await resident.get('/api/cases/views')).status, 403)
})
