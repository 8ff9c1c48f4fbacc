import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import { everybodysPassword, type StaffName } from '#testing/neighbourhood.ts'
import { setStage } from '#testing/stage.ts'

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
