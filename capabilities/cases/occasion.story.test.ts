import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lampReport, setStage } from '#testing/stage.ts'

// Why something may not be done, by kind: what there is no occasion for a page leaves out, the rest it shows with its reason.

test('what a case gives no occasion for is told from what is not yet possible and from what is another’s to do', async () => {
  const stage = await setStage()
  const reporter = await stage.resident('13800001111')
  const { id } = (await reporter.send('report', '', lampReport())).body
  const worker = await stage.at('wangMin')
  const whyNot = async (hand: typeof worker, name: string) => (await hand.get(`/api/cases/${id}`)).body.mayNot[name]?.kind
  assert.equal(await whyNot(reporter, 'replyToAsk'), 'noOccasion', 'nothing was asked, in whatever state')
  assert.equal(await whyNot(reporter, 'join'), 'noOccasion', 'it is their own')
  assert.equal(await whyNot(await stage.at('dispatcher'), 'answerOutside'), 'noOccasion', 'it came from no other platform')
  assert.equal(await whyNot(worker, 'reportToAuthority'), 'noOccasion', 'no law wants it reported')
  assert.equal(await whyNot(worker, 'solveOnSite'), 'notNow')
  await worker.send('accept', id)
  assert.equal(await whyNot(worker, 'rule'), 'notNow')
  assert.equal(await whyNot(reporter, 'solveOnSite'), 'notYou')
  await worker.send('askReporter', id, { question: '是哪一盏？' })
  const { may } = (await reporter.get(`/api/cases/${id}`)).body
  assert.ok(may.includes('replyToAsk'))
  const refused = await reporter.send('join', id)
  assert.deepEqual([refused.status, refused.body.code], [409, 'noOccasion'])
})

test('what there is no occasion for is told to those whose it would be; to others both kinds of case look the same', async () => {
  const stage = await setStage()
  const reporter = await stage.resident('13800001111')
  const follower = await stage.resident('13900002222')
  const filed = async (hand: typeof reporter, more: object) => {
    const { id } = (await hand.send('report', '', lampReport(more))).body
    assert.equal((await follower.send('join', id)).status, 200)
    return id
  }
  const kinds = async (id: string) => {
    const { mayNot } = (await follower.get(`/api/cases/${id}`)).body
    return [mayNot.answerOutside.kind, mayNot.hideContact.kind]
  }
  const dispatcher = await stage.at('dispatcher')
  const [shared, ours, outer] = [
    await filed(reporter, { shareContact: true }),
    await filed(reporter, { words: '井盖松动，走过时会响' }),
    await filed(dispatcher, { words: '树枝压住了电线', outerId: '12345-1' }),
  ]
  for (const id of [shared, ours, outer]) assert.deepEqual(await kinds(id), ['notNow', 'notYou'])
  const own = async (id: string) => (await reporter.get(`/api/cases/${id}`)).body
  assert.ok((await own(shared)).may.includes('hideContact'))
  assert.equal((await own(ours)).mayNot.hideContact.kind, 'noOccasion')
  const outside = async (id: string) => (await dispatcher.get(`/api/cases/${id}`)).body.mayNot.answerOutside.kind
  assert.deepEqual([await outside(ours), await outside(outer)], ['noOccasion', 'notNow'])
})

test('a flow says of its commands which ones pass an item on to somebody else', async () => {
  const { nobody } = await setStage()
  const { commands } = (await nobody().get('/api/flows/cases')).body
  for (const name of ['dispatch', 'transfer', 'escalate', 'handOver', 'return']) assert.equal(commands[name].passesOn, true, name)
  for (const name of ['accept', 'receive', 'comment']) assert.equal(commands[name].passesOn, false, name)
})
