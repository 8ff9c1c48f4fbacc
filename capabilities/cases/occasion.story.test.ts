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
  assert.equal(await whyNot(worker, 'answerOutside'), 'noOccasion', 'it came from no other platform')
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

test('a flow says of its commands which ones pass an item on to somebody else', async () => {
  const { nobody } = await setStage()
  const { commands } = (await nobody().get('/api/flows/cases')).body
  for (const name of ['dispatch', 'transfer', 'escalate', 'handOver', 'return']) assert.equal(commands[name].passesOn, true, name)
  for (const name of ['accept', 'receive', 'comment']) assert.equal(commands[name].passesOn, false, name)
})
