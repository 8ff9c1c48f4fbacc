import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { within } from '#kernel/database/within.ts'
import { forgetOld } from '#kernel/retention/round.ts'
import { threeYears } from '#kernel/retention/rule.ts'
import { attached, lampReport, setStage } from '#testing/stage.ts'
import { caseRules } from './store/retention.ts'

const stage = await setStage()
const { database, clock, district, store } = stage
const signedIn = stage.resident('13877773333')
const own = () => signedIn
const dispute = { category: 'neighbours.dispute', name: '钱独特' }

/** Forgets as it is done so many days from now. */
const forgottenAfter = (days: number) =>
  forgetOld({
    house: { database, clock: () => clock.now().add({ minutes: Math.round(24 * 60 * days) }) },
    store,
    rules: caseRules,
    district,
    report: assert.ifError,
  })

const secretsOf = async (id: string) => {
  const { rows } = await within(database, { as: 'owner' }, (connection) =>
    sql`select 1 from vault.secrets where district = ${district} and item = ${id}`.execute(connection),
  )
  return rows.length
}

/** A case is solved on the spot, and its reporter says so. */
async function close(id: string): Promise<void> {
  const done = await (await stage.at('wangMin')).send('solveOnSite', id, { outcome: 'solved', done: '修好了' })
  assert.equal(done.status, 200, JSON.stringify(done.body))
  assert.equal((await (await own()).send('rate', id, { solved: true, level: 5 })).status, 200)
}

test('what was split from one another keeps its words and photos until the last of it is due', async () => {
  const resident = await own()
  const photo = await attached(stage, resident)
  const { id } = (await resident.send('report', '', lampReport({ ...dispute, photos: [photo] }))).body
  const worker = await stage.at('wangMin')
  await worker.send('accept', id)
  const [withdrawn, solved] = [crypto.randomUUID(), crypto.randomUUID()]
  const parts = [withdrawn, solved].map((part) => ({ id: part, category: 'neighbours.dispute', words: '另一户' }))
  assert.equal((await worker.send('split', id, { parts })).status, 200)
  await resident.send('comment', withdrawn, { words: '另一户不用了' })
  assert.equal((await resident.send('withdraw', withdrawn)).status, 200)
  await close(id)
  await forgottenAfter(threeYears + 100)
  assert.ok((await secretsOf(id)) > 0 && (await store.get(photo)), 'a part is still open')
  clock.moveOn({ hours: 3 })
  await close(solved)
  await forgottenAfter(threeYears - 1 / 24)
  assert.ok((await secretsOf(id)) > 0 && (await store.get(photo)), 'a part was closed less than three years ago')
  await forgottenAfter(threeYears + 1 / 24)
  assert.deepEqual([await secretsOf(id), await secretsOf(withdrawn), await store.get(photo)], [0, 0, undefined])
})

test('what was merged into what was merged goes with the last of them', async () => {
  const resident = await own()
  const report = async (): Promise<string> => (await resident.send('report', '', lampReport(dispute))).body.id
  const [first, second, third] = [await report(), await report(), await report()]
  const dispatcher = await stage.at('dispatcher')
  for (const [one, parent] of [
    [first, second],
    [second, third],
  ] as const) {
    const merged = await dispatcher.send('merge', one, { parent })
    assert.equal(merged.status, 200, JSON.stringify(merged.body))
  }
  await forgottenAfter(threeYears + 100)
  for (const id of [first, second, third]) assert.ok((await secretsOf(id)) > 0)
  await (await stage.at('wangMin')).send('accept', third)
  await close(third)
  await forgottenAfter(threeYears + 1 / 24)
  assert.deepEqual([await secretsOf(first), await secretsOf(second), await secretsOf(third)], [0, 0, 0])
})

test('what was withdrawn is forgotten in half a year, though it goes on for those who joined it', async () => {
  const [resident, neighbour] = [await own(), await stage.resident('13877774444')]
  const photo = await attached(stage, resident)
  const { id } = (await resident.send('report', '', lampReport({ ...dispute, photos: [photo] }))).body
  assert.equal((await neighbour.send('join', id)).status, 200)
  assert.equal((await resident.send('withdraw', id)).status, 200)
  await forgottenAfter(180)
  assert.ok((await secretsOf(id)) > 0)
  await forgottenAfter(190)
  assert.deepEqual([await secretsOf(id), await store.get(photo)], [0, undefined])
})

test('a photo stands for one report; one that two of old name goes with the later of them', async () => {
  const resident = await own()
  const photo = await attached(stage, resident)
  const report = async () => (await resident.send('report', '', lampReport({ ...dispute, photos: [photo] }))).body
  const withdrawn: string = (await report()).id
  assert.equal((await report()).status, 400)
  // As before it was noted that something names it.
  await within(stage.database, { as: 'owner', district: stage.district }, (connection) =>
    sql`update files.files set named = false where district = ${stage.district} and id = ${photo}`.execute(connection),
  )
  const open: string = (await report()).id
  assert.equal((await resident.send('withdraw', withdrawn)).status, 200)
  await forgottenAfter(threeYears)
  assert.deepEqual([await secretsOf(withdrawn), (await secretsOf(open)) > 0], [0, true])
  assert.ok(await store.get(photo))
  assert.equal((await resident.send('withdraw', open)).status, 200)
  await forgottenAfter(threeYears)
  assert.equal(await store.get(photo), undefined)
})

test('what was forgotten takes no words any more, by whoever reported it or has it in hand', async () => {
  const resident = await own()
  const { id } = (await resident.send('report', '', lampReport(dispute))).body
  const worker = await stage.at('wangMin')
  await worker.send('accept', id)
  await close(id)
  assert.equal((await resident.send('comment', id, { words: '谢谢' })).status, 200)
  await forgottenAfter(threeYears + 1 / 24)
  for (const hand of [resident, worker]) {
    const { status, body } = await hand.send('comment', id, { words: '王小明，13812345678，又吵了' })
    assert.deepEqual([status, /按期删除.*重新报单/.test(body.because.zh), body.because.en !== undefined], [409, true, true])
    assert.ok('comment' in (await hand.get(`/api/cases/${id}`)).body.mayNot, 'and it is said before anybody writes')
  }
  assert.equal(await secretsOf(id), 0)
})

test('what was forgotten and comes in anew is forgotten again in its time', async () => {
  const [resident, dispatcher] = [await own(), await stage.at('dispatcher')]
  const { id } = (await resident.send('report', '', lampReport(dispute))).body
  assert.equal((await resident.send('withdraw', id)).status, 200)
  await forgottenAfter(190)
  assert.equal(await secretsOf(id), 0)
  const decline = { reason: 'unfounded', words: '已由公安办理' }
  for (const [command, input] of [
    ['correct', { category: 'care.minors', words: '原来涉及未成年人' }],
    ['comment', { words: '孩子叫李小宝，住402' }],
    ['reportToAuthority', { to: 'police', words: '已移交' }],
    ['decline', decline],
  ] as const) {
    const { status, body } = await dispatcher.send(command, id, input)
    assert.equal(status, 200, `${command}: ${JSON.stringify(body)}`)
  }
  assert.ok((await secretsOf(id)) > 0)
  await forgottenAfter(threeYears + 1 / 24)
  assert.equal(await secretsOf(id), 0)
})
