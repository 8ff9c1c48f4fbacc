import assert from 'node:assert/strict'
import { beforeEach, suite, test } from 'node:test'
import { everybodysPassword, type StaffName } from '#testing/neighbourhood.ts'
import { setStage } from '#testing/stage.ts'

suite('a grid that goes', () => {
  let stage: Awaited<ReturnType<typeof setStage>>
  beforeEach(async () => {
    stage = await setStage('2026-03-02T09:00:00+08:00')
  })
  const as = async (name: StaffName) =>
    stage.hand(await stage.cookieOf('/api/session', { account: `${name}.${stage.district}`, password: everybodysPassword }))
  const postsOf = async (name: StaffName): Promise<string[]> =>
    (await (await as(name)).get('/api/session')).body.posts.map(({ unit }: { unit: string }) => unit).toSorted()
  const give = async (account: StaffName, starts: string, until?: string) =>
    (await as('admin')).post('/api/posts', { account, role: 'gridWorker', unit: 'g-pine', starts, ...(until && { until }) })
  const goes = async () =>
    (await as('admin')).post('/api/grids/redrawings', { grid: 'g-pine', to: 'g-plum', on: '2026-03-20', words: '并入' })

  test('whoever was to begin at a grid that has gone by then does not begin', async () => {
    assert.equal((await give('housing', '2026-03-25')).status, 200)
    assert.equal((await give('power', '2026-03-10', '2026-03-30')).status, 200)
    const gone = await goes()
    assert.deepEqual([gone.status, gone.body.posts], [200, 3])
    stage.clock.moveTo('2026-03-12T09:00:00+08:00')
    assert.deepEqual(await postsOf('power'), ['g-pine', 'power'])
    stage.clock.moveTo('2026-03-26T09:00:00+08:00')
    for (const name of ['housing', 'power'] as const) assert.deepEqual(await postsOf(name), [name])
    assert.deepEqual(await postsOf('liQiang'), [])
  })

  test('until a grid goes somebody can be appointed there, stand in and be let go; nobody outlasts it', async () => {
    assert.equal((await goes()).status, 200)
    assert.equal((await give('housing', '2026-03-02', '2026-03-19')).status, 200)
    for (const more of [['2026-03-02'], ['2026-03-02', '2026-03-20'], ['2026-03-20']] as const) {
      const [starts, until] = more
      const { status, body } = await give('power', starts, until)
      assert.equal(status, 409, more.join())
      assert.match(body.because.zh, /2026-03-20 起停用.*2026-03-19/)
      assert.match(body.because.en, /2026-03-19 at the latest/)
    }
    const admin = await as('admin')
    const { id } = (await admin.get('/api/posts?account=housing')).body.rows.find(
      ({ unit }: { unit: string }) => unit === 'g-pine',
    )
    assert.equal(
      (await admin.patch(`/api/posts/${id}`, { until: '2026-03-25' })).status,
      409,
      'it does not go on beyond its grid',
    )
    assert.equal((await admin.patch(`/api/posts/${id}`, { until: '2026-03-12' })).status, 200)
    const leave = { account: 'wangMin', from: '2026-03-03', until: '2026-03-05' }
    assert.equal(
      (await (await as('secretary')).post(`/api/posts/p-liQiang/stand-ins`, leave)).status,
      200,
      'their secretary’s to name',
    )
    stage.clock.moveTo('2026-03-20T09:00:00+08:00')
    assert.equal((await give('power', '2026-03-20')).status, 400, 'there is no such grid any more')
    for (const name of ['housing', 'power'] as const) assert.deepEqual(await postsOf(name), [name])
  })
})
