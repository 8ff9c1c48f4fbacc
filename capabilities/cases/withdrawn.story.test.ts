import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deliver } from '#kernel/record/deliver.ts'
import { everybodysPassword } from '#testing/neighbourhood.ts'
import { attached, type Hand, lampReport, setStage } from '#testing/stage.ts'

// Who joined a case hears of it, and learns nothing of who reported it: not by a withdrawal, a correction, or a merger (`docs/privacy.md`).

const stage = await setStage('2026-03-02T09:00:00+08:00')
const done = async (hand: Hand, command: string, id: string, input: object = {}) => {
  const told = await hand.send(command, id, input)
  assert.equal(told.status, 200, `${command}: ${JSON.stringify(told.body)}`)
  return told.body
}
const mine = async (hand: Hand) => (await hand.get('/api/cases?scope=mine')).body.rows.map(({ id }: { id: string }) => id)

test('what is withdrawn goes on for those who joined it, and nothing that its reporter wrote, showed or said goes along', async () => {
  const [first, second, third] = await Promise.all(
    ['13900004001', '13900004002', '13900004003'].map((phone) => stage.resident(phone)),
  )
  assert.ok(first && second && third)
  const photo = await attached(stage, first)
  const told = lampReport({ words: '我是501貔貅家的，路灯坏了', where: '三号楼二单元501门口', name: '钱独特', photos: [photo] })
  const { id } = await done(first, 'report', '', told)
  await done(second, 'join', id)
  await done(third, 'join', id)
  const worker = await stage.at('wangMin')
  await done(worker, 'accept', id)
  await done(first, 'comment', id, { words: '我家门铃坏了，请打电话' })
  await done(worker, 'askReporter', id, { question: '您是501的钱女士吗？' })
  const due = (await worker.get(`/api/cases/${id}`)).body.item.limits
  await done(first, 'withdraw', id, { words: '我要搬走了' })

  const [own] = (await mine(second)).filter((one: string) => one !== id)
  const { item } = (await second.get(`/api/cases/${own}`)).body
  assert.deepEqual(
    [item.standing, item.state, item.place.point, item.where, item.photos],
    ['reporter', 'accepted', null, undefined, []],
  )
  assert.equal(item.question, undefined)
  const read = JSON.stringify([
    (await second.get(`/api/cases/${own}`)).body,
    (await second.get(`/api/cases/${own}/events`)).body,
    (await second.get(`/api/cases/${id}`)).body,
    (await second.get(`/api/cases/${id}/events`)).body,
    (await third.get(`/api/cases/${own}`)).body,
    (await third.get(`/api/cases/${id}/events`)).body,
  ])
  for (const secret of ['貔貅', '501', '钱', '门铃', '搬走', photo]) assert.ok(!read.includes(secret), secret)
  for (const hand of [second, third])
    for (const one of [id, own]) assert.equal((await hand.bytes(`/api/cases/${one}/photos/${photo}`)).status, 404)
  assert.deepEqual((await third.get(`/api/cases/${own}`)).body.item.standing, 'follower')
  assert.equal((await third.get(`/api/cases/${id}`)).body.item.continuedAs, own)

  // Whoever handles it goes on where they were, and whoever left still has what is theirs.
  const handled = (await worker.get(`/api/cases/${own}`)).body
  assert.deepEqual([handled.item.origin, handled.item.limits[0].dueAt], [id, due[0].dueAt])
  assert.ok(handled.may.includes('solveOnSite'))
  assert.equal((await first.get(`/api/cases/${id}`)).body.item.words, told.words)
  assert.equal((await first.get(`/api/cases/${own}`)).status, 404)

  const found = async () => (await worker.get(`/api/cases?scope=all&q=${encodeURIComponent('貔貅')}`)).body.rows.length
  assert.equal(await found(), 1)
  assert.equal((await first.post('/api/me/erase', { sure: true })).status, 200)
  assert.equal(await found(), 0)
  assert.equal((await worker.bytes(`/api/cases/${id}/photos/${photo}`)).status, 404)
})

test('who joined without an account opens by their code what goes on; all are told; and whoever handles it reads what was merged', async () => {
  const [first, second] = [await stage.resident('13900004051'), await stage.resident('13900004052')]
  const { id } = await done(first, 'report', '', lampReport())
  const { secret } = await done(stage.nobody(), 'join', id)
  const merged = (await done(second, 'report', '', lampReport({ words: '西门那盏也不亮' }))).id
  const worker = await stage.at('wangMin')
  await done(worker, 'merge', merged, { parent: id })
  await done(first, 'withdraw', id)

  const byCode = async () => (await stage.nobody().post('/api/cases/by-code', { codes: [secret.queryCode] })).body.rows[0]
  const own = (await byCode()).id
  assert.deepEqual([(await byCode()).state, own !== id], ['reported', true])
  const holder = await stage.holder(secret.queryCode)
  assert.equal((await holder.get(`/api/cases/${own}`)).body.item.standing, 'reporter')
  await deliver(stage.database, stage.district, stage.clock.now())
  const told = JSON.stringify((await second.get('/api/notices')).body)
  assert.match(told, /原报单人已撤回，接着办的是/)
  const steps = (await second.get(`/api/cases/${own}/events`)).body.map(({ command }: { command: string }) => command)
  assert.deepEqual(steps, ['goesOn'])

  assert.equal((await worker.get(`/api/cases/${own}`)).body.item.readsMerged, true)
  const read = (await worker.get(`/api/cases/${own}/merged`)).body.map(({ words }: { words: string }) => words)
  assert.deepEqual(read, ['西门那盏也不亮'])
  const undone = await (await stage.at('dispatcher')).send('unmerge', merged, { parent: id })
  assert.match(undone.body.because?.zh, /从那一件中拆单/, 'else the second would have both')
})

test('whoever met it on patrol reads what residents say of it', async () => {
  const [resident, worker] = [await stage.resident('13900004061'), await stage.at('wangMin')]
  const { id } = await done(worker, 'report', '', lampReport({ as: 'patrol' }))
  await done(resident, 'join', id)
  await done(resident, 'comment', id, { words: '还有一盏在二楼' })
  assert.match(JSON.stringify((await worker.get(`/api/cases/${id}/events`)).body), /还有一盏在二楼/)
})

test('whoever follows a case sees no more of it once it is protected, or about those who handle it', async () => {
  const [first, second] = [await stage.resident('13900004011'), await stage.resident('13900004012')]
  const dispatcher = await stage.at('dispatcher')
  const corrections = [{ category: 'care.minors' }, { concerns: ['grid'] }]
  for (const correction of corrections) {
    const { id } = await done(first, 'report', '', lampReport({ category: 'neighbours.dispute' }))
    await done(second, 'join', id)
    assert.equal((await second.get(`/api/cases/${id}`)).status, 200)
    await done(dispatcher, 'correct', id, { ...correction, words: '核实后更正' })
    assert.equal((await second.get(`/api/cases/${id}`)).status, 404, JSON.stringify(correction))
    assert.ok(!(await mine(second)).includes(id))
    assert.equal((await first.get(`/api/cases/${id}`)).status, 200)
  }
})

test('whoever met it on patrol follows nothing that it is merged into, and rates nobody’s work', async () => {
  const resident = await stage.resident('13900004021')
  const worker = await stage.at('wangMin')
  const parent = (await done(resident, 'report', '', lampReport({ category: 'neighbours.dispute' }))).id
  const patrol = (await done(worker, 'report', '', lampReport({ as: 'patrol', category: 'neighbours.dispute' }))).id
  await done(worker, 'merge', patrol, { parent })
  assert.equal((await worker.get(`/api/cases/${parent}`)).body.item.standing, 'handler')
  await done(await stage.at('dispatcher'), 'correct', parent, { concerns: ['grid'], words: '投诉网格员本人' })
  assert.equal((await worker.get(`/api/cases/${parent}`)).status, 404)
})

test('a photo of how it is now is a new one', async () => {
  const resident = await stage.resident('13900004031')
  const worker = await stage.at('wangMin')
  const photo = await attached(stage, resident)
  const { id } = await done(resident, 'report', '', lampReport({ photos: [photo] }))
  await done(worker, 'accept', id)
  const solved = await worker.send('solveOnSite', id, { outcome: 'solved', done: '修好了', photos: [photo] })
  assert.equal(solved.status, 409)
  assert.match(solved.body.because.zh, /另外拍/)
})

test('a photo that came with a comment is erased with whoever sent it', async () => {
  const resident = await stage.resident('13900004041')
  const worker = await stage.at('wangMin')
  const { id } = await done(resident, 'report', '', lampReport())
  const photo = await attached(stage, resident)
  await done(resident, 'comment', id, { words: '再看这张', photos: [photo] })
  assert.equal((await worker.bytes(`/api/cases/${id}/photos/${photo}`)).status, 200)
  assert.equal((await resident.post('/api/me/erase', { sure: true })).status, 200)
  assert.equal((await worker.bytes(`/api/cases/${id}/photos/${photo}`)).status, 404)
})

test('by the code of what staff filed, nothing that is open is made unreadable; once it is closed it is', async () => {
  const { at, holder, clock, ringTimers, district, cookieOf, hand } = await setStage()
  const filed = lampReport({ as: 'counter', category: 'neighbours.dispute', words: '602的男人打他孩子' })
  const { id, secret } = await done(await at('wangMin'), 'report', '', filed)
  const erases = async () => (await holder(secret.queryCode)).post('/api/me/erase', { sure: true })
  const { status, body } = await erases()
  assert.deepEqual([status, body.because?.zh], [409, '这件事是工作人员代报的，还在办：归档后才能用查询码删除资料'])
  const parent = (await done(await at('wangMin'), 'report', '', lampReport({ as: 'patrol', category: 'neighbours.dispute' }))).id
  await done(await at('wangMin'), 'merge', id, { parent })
  assert.equal((await erases()).status, 409, 'nor what was merged into what is open')
  await done(await at('wangMin'), 'unmerge', id, { parent })
  await done(await at('wangMin'), 'accept', id)
  await done(await at('wangMin'), 'solveOnSite', id, { outcome: 'solved', done: '好了' })
  clock.moveOn({ hours: 24 * 7 + 1 })
  await ringTimers()
  const later = await cookieOf('/api/session', { account: `dispatcher.${district}`, password: everybodysPassword })
  assert.equal((await hand(later).get(`/api/cases/${id}`)).body.item.state, 'closed')
  assert.equal((await erases()).status, 200)
})

test('what is withdrawn goes on for nobody who was erased: for whoever joined it next, or not at all', async () => {
  const phones = ['13900004071', '13900004072', '13900004073']
  const [first, gone, third] = await Promise.all(phones.map((phone) => stage.resident(phone)))
  assert.ok(first && gone && third)
  const [alone, joined] = [(await done(first, 'report', '', lampReport())).id, (await done(first, 'report', '', lampReport())).id]
  const nameless = stage.nobody()
  const { secret } = await done(nameless, 'join', alone)
  for (const id of [alone, joined]) await done(gone, 'join', id)
  await done(third, 'join', joined)
  assert.equal((await gone.post('/api/me/erase', { sure: true })).status, 200)
  assert.equal((await (await stage.holder(secret.queryCode)).post('/api/me/erase', { sure: true })).status, 200)
  for (const id of [alone, joined]) await done(first, 'withdraw', id)
  const { state, children } = (await (await stage.at('wangMin')).get(`/api/cases/${alone}`)).body.item
  assert.deepEqual([state, children], ['withdrawn', []])
  const { continuedAs } = (await third.get(`/api/cases/${joined}`)).body.item
  const { item } = (await third.get(`/api/cases/${continuedAs}`)).body
  assert.deepEqual([item.standing, item.followers], ['reporter', 0])
})

test('what is done waits for no word of a follower who was erased: its reporter’s closes it, and whoever checks what was found', async () => {
  const [first, gone] = [await stage.resident('13900004081'), await stage.resident('13900004082')]
  const worker = await stage.at('wangMin')
  const dispute = { category: 'neighbours.dispute' }
  const told = (await done(first, 'report', '', lampReport(dispute))).id
  const found = (await done(worker, 'report', '', lampReport({ ...dispute, as: 'patrol' }))).id
  for (const id of [told, found]) {
    await done(gone, 'join', id)
    await done(worker, 'accept', id)
    await done(worker, 'solveOnSite', id, { outcome: 'solved', done: '劝和了' })
  }
  assert.equal((await gone.post('/api/me/erase', { sure: true })).status, 200)
  await done(first, 'rate', told, { solved: true, level: 5 })
  const secretary = await stage.at('secretary')
  await done(secretary, 'check', found, { good: true, words: '到现场看过' })
  for (const id of [told, found]) assert.equal((await secretary.get(`/api/cases/${id}`)).body.item.state, 'closed')
})
