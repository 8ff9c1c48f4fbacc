import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { suite, test } from 'node:test'
import { deliver } from '#kernel/record/deliver.ts'
import { everybodysPassword } from '#testing/neighbourhood.ts'
import { type Hand, setStage } from '#testing/stage.ts'

const stage = await setStage('2026-03-02T09:00:00+08:00')
const { database, district, clock } = stage
const item = {
  ...{ code: 'card', name: { zh: '优待证申领' }, kind: 'certificates', letter: false },
  papers: [
    { name: '老优待证', kind: 'original', count: 1 },
    { name: '房产证', kind: 'original', count: 1 },
  ],
  ...{ steps: '收材料，到窗口递交。', department: '便民服务窗口', days: 5, hours: 2 },
}
const key = () => ({ 'idempotency-key': randomUUID() })
const sends =
  (id: string) =>
  (hand: Hand, name: string, input: object = {}) =>
    hand.post(`/api/errands/${id}/${name}`, input, key())
const login = (name: string) =>
  stage.cookieOf('/api/session', { account: `${name}.${district}`, password: everybodysPassword }).then(stage.hand)
const statusOf = async (answer: Promise<{ status: number }>) => (await answer).status
let phones = 0

/** An errand at a post of a grid, both papers in the helper's hands. */
async function handed(helperAt: string, name: string) {
  const phone = `1397770${String(1000 + phones++)}`
  const [resident, secretary, helper] = [await stage.resident(phone), await login('secretary'), await login(name)]
  const asked = await resident.post('/api/errands', { item: item.code, unit: 'plum-3', atHome: true }, key())
  const does = sends(asked.body.id)
  assert.equal(
    await statusOf(does(secretary, 'assign', { helper: { role: 'gridWorker', unit: helperAt } })),
    200,
    JSON.stringify(asked.body),
  )
  assert.equal(await statusOf(does(helper, 'begin')), 200)
  for (const paper of [0, 1]) {
    assert.equal(await statusOf(does(resident, 'handOver', { paper, to: 'helper' })), 200)
    assert.equal(await statusOf(does(helper, 'acknowledge', { paper })), 200)
  }
  return { id: asked.body.id as string, does, phone, helper, secretary, resident }
}

suite('papers with whom nobody is any more', () => {
  test('a grid is merged: the community takes the errand over with its papers, says so, and gives them back', async () => {
    const admin = await stage.at('admin')
    assert.equal(await statusOf(admin.put('/api/registers/errand-items/card', { entry: item, version: 0 })), 200)
    const { rows } = (await admin.get('/api/posts?unit=g-pine')).body
    const worker = rows.find(({ role }: { role: string }) => role === 'gridWorker').account
    const { id, does, phone, secretary: then } = await handed('g-pine', worker)
    const early = await does(then, 'takeOver')
    assert.deepEqual([early.status, early.body.because.zh], [409, '代办员的岗位上有人'])
    const merged = { grid: 'g-pine', to: 'g-plum', on: '2026-03-03', words: '合并网格' }
    assert.equal(await statusOf(admin.post('/api/grids/redrawings', merged)), 200)
    clock.moveTo('2026-03-04T09:00:00+08:00')
    const [secretary, resident] = [await login('secretary'), await stage.resident(phone)]
    const other = { helper: { role: 'gridWorker', unit: 'g-plum' }, because: '网格合并' }
    assert.match((await does(secretary, 'reassign', other)).body.because.zh, /岗位上没有人了.*先“接手”/)
    assert.equal(await statusOf(does(resident, 'handOver', { paper: 0, to: 'resident' })), 200, 'they say that it is back')
    assert.equal(await statusOf(does(await login('eastSecretary'), 'takeOver')), 404)
    assert.equal(await statusOf(does(secretary, 'takeOver')), 200)
    const { helper, helperName, state, papers } = (await resident.get(`/api/errands/${id}`)).body.item
    assert.deepEqual(
      [helper, helperName, state],
      [{ role: 'communitySecretary', unit: 'garden' }, '赵书记', 'collecting'],
      'it goes on where it was',
    )
    for (const { passed } of papers)
      assert.deepEqual(passed, [{ how: 'takenOver', by: '赵书记', at: clock.now().toString() }], 'it is said of each paper')
    await deliver(database, district, clock.now())
    assert.match(JSON.stringify((await resident.get('/api/notices')).body), /没有人了，由社区的赵书记接手/)
    assert.equal(await statusOf(does(secretary, 'acknowledge', { paper: 0 })), 200, 'in the place of who is gone')
    assert.equal(await statusOf(does(resident, 'withdraw')), 409)
    assert.equal(await statusOf(does(secretary, 'handOver', { paper: 1, to: 'resident' })), 200)
    assert.equal(await statusOf(does(resident, 'acknowledge', { paper: 1 })), 200)
    assert.equal(await statusOf(does(secretary, 'reassign', other)), 200, 'with nothing in hand it is passed on as ever')
    assert.equal(await statusOf(resident.post('/api/me/erase', { sure: true })), 200)
  })

  test('a post ends while a department has the papers: whoever takes it over fetches them back and ends it', async () => {
    const { does, phone, helper } = await handed('g-plum', 'wangMin')
    assert.equal(await statusOf(does(helper, 'submit')), 200)
    const admin = await login('admin')
    const { rows } = (await admin.get('/api/posts?unit=g-plum')).body
    for (const post of rows.filter(({ role }: { role: string }) => role === 'gridWorker'))
      assert.equal(await statusOf(admin.delete(`/api/posts/${post.id}?anyway=true`)), 200)
    clock.moveTo('2026-03-12T09:00:00+08:00')
    await stage.ringTimers()
    await deliver(database, district, clock.now())
    const [secretary, resident] = [await login('secretary'), await stage.resident(phone)]
    const told = JSON.stringify((await secretary.get('/api/notices')).body)
    assert.match(told, /已到期限，代办员还没有办；岗位上没有人时请接手/, 'no helper hears that its time is over')
    assert.equal(await statusOf(does(secretary, 'takeOver')), 200)
    assert.equal(await statusOf(does(secretary, 'takeOver')), 409, 'once')
    assert.equal(await statusOf(does(secretary, 'fetchBack')), 200)
    for (const paper of [0, 1]) {
      assert.equal(await statusOf(does(secretary, 'handOver', { paper, to: 'resident' })), 200)
      assert.equal(await statusOf(does(resident, 'acknowledge', { paper })), 200)
    }
    assert.equal(await statusOf(does(secretary, 'conclude')), 200)
  })

  test('whose lost paper is found only after they were erased: the community keeps it, and the errand ends', async () => {
    const posts = { account: 'wangMin', role: 'gridWorker', unit: 'g-plum', starts: '2026-03-05' }
    assert.equal(await statusOf((await login('admin')).post('/api/posts', posts)), 200)
    const { id, does, helper, secretary, resident } = await handed('g-plum', 'wangMin')
    assert.equal(await statusOf(does(helper, 'submit')), 200)
    for (const paper of [0, 1]) assert.equal(await statusOf(does(helper, 'lose', { paper, remedy: '陪您补办' })), 200)
    assert.equal(await statusOf(resident.post('/api/me/erase', { sure: true })), 200)
    assert.equal(await statusOf(does(helper, 'found', { paper: 0 })), 200)
    assert.equal(await statusOf(does(secretary, 'keep', { paper: 0 })), 409, 'it is with the department')
    assert.equal(await statusOf(does(helper, 'fetchBack')), 200)
    assert.equal(await statusOf(does(helper, 'conclude')), 409)
    assert.equal(await statusOf(does(helper, 'handOver', { paper: 0, to: 'resident' })), 200, 'to nobody')
    assert.equal(await statusOf(does(helper, 'keep', { paper: 0 })), 403, 'not whoever has it')
    assert.equal(await statusOf(does(secretary, 'keep', { paper: 0 })), 200)
    assert.equal(await statusOf(does(secretary, 'keep', { paper: 0 })), 409, 'once')
    assert.equal(await statusOf(does(helper, 'conclude')), 200)
    clock.moveOn({ hours: 8 * 24 })
    await stage.ringTimers()
    const { state, papers } = (await (await login('secretary')).get(`/api/errands/${id}`)).body.item
    assert.deepEqual([state, papers[0].state, papers[0].passed[0].how], ['confirmed', 'kept', 'kept'])
  })

  test('nobody keeps what its resident can have back', async () => {
    const { does, secretary } = await handed('g-plum', 'wangMin')
    assert.match((await does(secretary, 'keep', { paper: 0 })).body.because.zh, /由居民本人收回/)
  })
})
