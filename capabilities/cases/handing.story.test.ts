import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { within } from '#kernel/database/within.ts'
import { writePosts } from '#kernel/people/posts.ts'
import { limit, play } from '#testing/play.ts'
import { categories } from './catalogue/categories.ts'

// How a case goes from hand to hand, and stays whole (`loop.md`, `peers.md`).

test('pause, return and extension are steps that the reporter reads, with who and why', async () => {
  const { handled, does, told, clock } = await play()
  const id = await handled()
  await does('lamps', 'askExtension', id, { days: 3, reason: '等配件到货' })
  await does('dispatcher', 'grantExtension', id, { words: '同意' })
  await does('lamps', 'askSuspension', id, { reason: 'material', until: '2026-03-20', words: '专用灯具停产' })
  const paused = await does('supervisor', 'grantSuspension', id)
  assert.deepEqual(paused.limits, [], 'the clocks stand still')
  clock.moveOn({ hours: 24 * 7 })
  await does('lamps', 'resume', id)
  const other = await handled()
  await does('lamps', 'return', other, { reason: 'notOurDuty', words: '小区内道路不归我局', rightBody: 'housing' })
  const steps = [...(await told(id)), ...(await told(other))]
  const said = (command: string) => steps.find((step) => step.command === command)
  for (const [command, name, words] of [
    ['askExtension', '吴城', '等配件到货'],
    ['grantExtension', '卫派', '同意'],
    ['askSuspension', '吴城', '等待专用材料或配件'],
    ['resume', '吴城', undefined],
    ['return', '吴城', '不属本单位职责'],
  ] as const) {
    const step = said(command)
    assert.equal(step?.by.name, name, command)
    if (words)
      assert.ok(
        step?.said.some(({ text }) => text === words),
        `${command} says ${words}: ${JSON.stringify(step)}`,
      )
  }
  assert.ok(said('grantSuspension'))
  assert.equal(said('return')?.said.find(({ field }) => field === 'rightBody')?.text, '区住房和城乡建设局')
})

test('a returned case goes back to who dispatched it; the second return is ruled on, and a ruled lead cannot return', async () => {
  const { handled, does, refused } = await play()
  const id = await handled()
  const words = { reason: 'notOurDuty', words: '不归我局' }
  await refused('lamps', 'return', id, { ...words, rightBody: 'nowhere' }, /正确的承办单位/)
  await refused('lamps', 'return', id, { ...words, rightBody: 'urban' }, /另一个/)
  const back = await does('lamps', 'return', id, { ...words, rightBody: 'housing' })
  assert.deepEqual([back.state, 'holder' in back && back.holder.unit], ['accepted', 'g-plum'])
  assert.ok(!('takenBy' in back), 'nobody of the grid has taken it, and who gave it back has it no more')
  assert.deepEqual(
    back.limits.map(({ step }) => step),
    ['resolve', 'solve'],
    'to get in touch was for the unit that led',
  )
  const clock = limit(back, 'resolve')
  const passed = await does('wangMin', 'dispatch', id, { lead: 'housing' })
  assert.ok(limit(passed, 'contact'))
  assert.equal(limit(passed, 'resolve').dueAt, clock.dueAt, 'nobody passes a case sideways: the clock goes on')
  const contested = await does('housing', 'return', id, { ...words, rightBody: 'urban' })
  assert.deepEqual([contested.state, 'holder' in contested && contested.holder.role], ['contested', 'dispatcher'])
  await does('dispatcher', 'rule', id, { decision: 'dispatch', lead: 'urban', duty: '履职清单第 3 项', words: '由执法局办理' })
  await refused('lamps', 'return', id, { ...words, rightBody: 'housing' }, /裁定/)
  await does('lamps', 'receive', id)
  await refused('lamps', 'return', id, { ...words, rightBody: 'housing' }, /裁定/)
})

test('a working day after receiving it is too late to return', async () => {
  const { handled, refused, clock } = await play()
  const id = await handled()
  clock.moveOn({ hours: 25 })
  await refused('lamps', 'return', id, { reason: 'notOurDuty', words: '不归我局', rightBody: 'housing' }, /1 个工作日/)
})

test('the lead resolves only when every part is in or relieved', async () => {
  const { report, does, refused } = await play()
  const id = await report()
  await does('wangMin', 'accept', id)
  const assisting = [
    { unit: 'housing', task: '看房屋' },
    { unit: 'power', task: '看线路' },
  ]
  await does('wangMin', 'dispatch', id, { lead: 'urban', assisting })
  await does('lamps', 'receive', id)
  const done = { outcome: 'solved', done: '好了' }
  await refused('lamps', 'resolve', id, done, /住房和城乡建设局.*供电公司/)
  await does('housing', 'receivePart', id)
  await does('housing', 'contribute', id, { answer: '房屋安全' })
  await refused('lamps', 'resolve', id, done, /供电公司/)
  const relieved = await does('lamps', 'relieve', id, { unit: 'power', words: '一直没有回音' })
  assert.ok(!relieved.limits.some(({ step }) => step.startsWith('part:')))
  assert.equal((await does('lamps', 'resolve', id, done)).state, 'resolved')
})

test('who joined takes over what its reporter withdraws, without who that was; a danger goes on as staff’s', async () => {
  const { report, does, item } = await play()
  const id = await report('grandma', { phone: '13900000001', name: '李奶奶' })
  const before = await does('neighbour', 'join', id)
  const left = await does('grandma', 'withdraw', id)
  assert.ok(left.state === 'withdrawn' && left.continuedAs !== undefined && left.reporter === 'grandma')
  const next = await item(left.continuedAs)
  assert.deepEqual(
    [next.state, next.reporter, next.followers, next.name, next.phone, next.photos, next.where],
    ['reported', 'neighbour', [], undefined, undefined, [], undefined],
  )
  assert.deepEqual(limit(next, 'accept').dueAt, limit(before, 'accept').dueAt, 'on the clock that runs')
  assert.equal((await does('neighbour', 'withdraw', next.id)).state, 'withdrawn')
  const danger = categories.find(({ withdrawable, protected: guarded }) => !withdrawable && !guarded)?.code
  const kept = await does('grandma', 'withdraw', await report('grandma', { category: danger }))
  assert.deepEqual([kept.state, kept.staffReported], ['reported', true])
})

test('what is declined names its ground and the right door, and is appealed once', async () => {
  const { report, does, refused, clock } = await play()
  const id = await report()
  const words = { words: '正在诉讼' }
  assert.equal((await does('wangMin', 'proposeDecline', id, { reason: 'court', ...words })).state, 'contested')
  const declined = await does('dispatcher', 'decline', id, { reason: 'court', ...words })
  assert.ok(declined.state === 'declined' && /民事诉讼法/.test(declined.decline.ground) && /法院/.test(declined.decline.door))
  await refused('neighbour', 'appeal', id, words, /notFound/)
  assert.equal((await does('grandma', 'appeal', id, words)).state, 'appealed')
  await refused('dispatcher', 'reject', id, words, /notYou/)
  const final = await does('supervisor', 'reject', id, words)
  assert.ok(final.state === 'declined' && final.final)
  await refused('grandma', 'appeal', id, words, /复核过一次/)
  const late = await report()
  await does('dispatcher', 'decline', late, { reason: 'court', ...words })
  clock.moveOn({ hours: 24 * 16 })
  await refused('grandma', 'appeal', late, words, /15 天/)
})

test('who handles what takes a photo once it is done does not turn it into what takes none', async () => {
  const { report, does, refused } = await play()
  const id = await report('grandma', { category: 'property.corridorLamp', kind: 'complaint' })
  await does('wangMin', 'accept', id)
  await refused('wangMin', 'correct', id, { kind: 'praise', words: '改为表扬' }, /指挥中心/)
  await does('wangMin', 'correct', id, { kind: 'help', words: '是求助' })
  assert.equal((await does('dispatcher', 'correct', id, { kind: 'suggestion', words: '是建议' })).kind, 'suggestion')
})

test('no case goes to another community by the worker of a grid that is to be merged later', async () => {
  const { report, refused, database, district } = await play()
  const id = await report()
  await within(database, { as: 'owner', district }, async (connection) => {
    const post = { id: 'p-bank', account: 'liQiang', role: 'gridWorker', unit: 'g-river', starts: '2026-03-01' } as const
    await writePosts(connection, district, [post])
    await sql`update place.grids set ends = '2026-03-20' where district = ${district} and code = 'g-river'`.execute(connection)
  })
  await refused('wangMin', 'handOver', id, { to: { role: 'gridWorker', unit: 'g-river' }, words: '请看' }, /只能移交给事发地/)
})
