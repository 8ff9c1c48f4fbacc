import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { before, suite, test } from 'node:test'
import { sql } from 'kysely'
import { within } from '#kernel/database/within.ts'
import { namelessOf } from '#kernel/people/nameless.ts'
import { deliver } from '#kernel/record/deliver.ts'
import { sealDistrict } from '#kernel/record/seal.ts'
import { forgetOld } from '#kernel/retention/round.ts'
import { everybodysPassword } from '#testing/neighbourhood.ts'
import { attached, type Hand, lampReport, setStage } from '#testing/stage.ts'
import { partyOf } from './show.ts'
import { errandRules } from './store/retention.ts'

const stage = await setStage('2026-03-02T09:00:00+08:00')
const { database, district, clock, store } = stage
const item = {
  ...{ code: 'property-certificate', name: { zh: '不动产证换证' }, kind: 'propertyCertificate', letter: true },
  papers: [
    { name: '旧不动产证', kind: 'original', count: 1 },
    { name: '身份证复印件', kind: 'copy', count: 2 },
  ],
  ...{ steps: '收材料，到不动产登记中心交，五个工作日后取证。', department: '不动产登记中心', days: 5, hours: 4 },
}
const key = () => ({ 'idempotency-key': randomUUID() })
const told = { item: item.code, unit: 'plum-3', name: '王桂英', phone: '13800009999', note: '听力不好，请大声些', atHome: true }
const files = (hand: Hand, more: object = {}) => hand.post('/api/errands/file', { ...told, ...more }, key())
const does = (hand: Hand, id: string, name: string, input: object = {}) => hand.post(`/api/errands/${id}/${name}`, input, key())
const seenBy = async (hand: Hand, id: string) => (await hand.get(`/api/errands/${id}`)).body.item
/** Somebody of the staff who signs in anew, after some days. */
const login = (name: string) =>
  stage.cookieOf('/api/session', { account: `${name}.${district}`, password: everybodysPassword }).then(stage.hand)

/** One that the grid worker of 梅园 wrote down, both papers in their hands against a signature. */
async function collected() {
  const helper = await login('wangMin')
  const { id } = (await files(helper, { brings: [0, 1] })).body
  const photo = await attached(stage, helper)
  assert.equal((await does(helper, id, 'sign', { papers: [0, 1], as: 'signature', photo })).status, 200)
  return { id, helper, photo }
}

suite('errands of somebody without an account', () => {
  before(async () => {
    const admin = await stage.at('admin')
    assert.equal((await admin.put(`/api/registers/errand-items/${item.code}`, { entry: item, version: 0 })).status, 200)
  })

  test('a helper writes it down, and nothing changes hands on their word alone: the resident signs', async () => {
    const helper = await login('wangMin')
    const { status, body } = await files(helper, { brings: [0] })
    assert.equal(status, 200, JSON.stringify(body))
    const { id } = body
    const seen = await seenBy(helper, id)
    assert.deepEqual(
      [seen.state, seen.name, seen.phone, seen.helperName, seen.papers[0].handovers[0].saidBy],
      ['collecting', '王桂英', '138****9999', '王敏', 'helper'],
    )
    const { may, mayNot } = (await helper.get(`/api/errands/${id}`)).body
    assert.deepEqual([mayNot.submit.kind, mayNot.submit.zh], ['rule', '材料还没有收齐：旧不动产证、身份证复印件'])
    assert.deepEqual([may.includes('lose'), mayNot.lose.kind], [false, 'noOccasion'], 'what was not given is not lost')
    assert.equal((await does(helper, id, 'lose', { paper: 0, remedy: '补办' })).status, 409)
    assert.equal((await does(helper, id, 'acknowledge', { paper: 0 })).status, 403, 'nobody confirms for both')
    assert.equal((await does(helper, id, 'sign', { papers: [0], as: 'signature' })).status, 400, 'not without the signature')
    assert.equal((await does(helper, id, 'sign', { papers: [0], as: 'signature', photo: randomUUID() })).status, 400)
    const secretary = await login('secretary')
    const strange = await attached(stage, secretary)
    assert.equal((await does(helper, id, 'sign', { papers: [0], as: 'slip', photo: strange })).status, 400, "another's photo")
    const photo = await attached(stage, helper)
    assert.equal((await does(helper, id, 'sign', { papers: [0, 1], as: 'slip', photo })).status, 409, 'the copy is not there')
    assert.equal((await seenBy(helper, id)).papers[0].state, 'wanted')
    assert.equal(
      (await does(secretary, id, 'sign', { papers: [0], as: 'slip', photo: await attached(stage, secretary) })).status,
      403,
    )
    assert.equal((await does(helper, id, 'sign', { papers: [0], as: 'slip', photo })).status, 200)
    const [paper] = (await seenBy(helper, id)).papers
    assert.deepEqual(
      [paper.state, paper.handovers[0].confirmedBy, paper.handovers[0].signed],
      ['handedOver', 'resident', { as: 'slip', photo }],
    )
  })

  test('an original is back by their signature alone; it is closed without a rating, and nobody else can close it', async () => {
    const { id, helper } = await collected()
    for (const step of ['submit', 'fetchBack']) assert.equal((await does(helper, id, step)).status, 200)
    const shot = await attached(stage, helper)
    assert.equal((await does(helper, id, 'handOver', { paper: 0, to: 'resident', photo: shot })).status, 200)
    assert.equal((await does(helper, id, 'conclude')).status, 409, 'nobody has signed for it')
    const photo = await attached(stage, helper)
    assert.equal((await does(helper, id, 'sign', { papers: [0], as: 'signature', photo })).status, 200)
    assert.equal((await does(helper, id, 'conclude')).status, 200)
    assert.equal((await does(helper, id, 'confirm', { satisfied: true })).status, 403, 'no helper rates themself')
    assert.equal((await does(await login('secretary'), id, 'close')).status, 403)
    assert.equal((await does(helper, id, 'close')).status, 200)
    const seen = await seenBy(helper, id)
    assert.deepEqual([seen.state, seen.rating, seen.papers[0].handovers[1].photo], ['confirmed', undefined, shot])
  })

  test('a helper who forgets to have a hand-back signed for is reminded', async () => {
    const { id, helper } = await collected()
    assert.equal((await does(helper, id, 'handOver', { paper: 0, to: 'resident' })).status, 200)
    clock.moveOn({ hours: 24 })
    await stage.ringTimers()
    await deliver(database, district, clock.now())
    assert.match(JSON.stringify((await (await login('wangMin')).get('/api/notices')).body), /还没有请本人签字/)
  })

  test('it closes by itself after a week', async () => {
    const helper = await login('wangMin')
    const { id } = (await files(helper)).body
    const photo = await attached(stage, helper)
    for (const paper of [0, 1]) await does(helper, id, 'handOver', { paper, to: 'helper' })
    assert.equal((await does(helper, id, 'sign', { papers: [0, 1], as: 'signature', photo })).status, 200)
    for (const step of ['submit', 'fetchBack']) await does(helper, id, step)
    await does(helper, id, 'handOver', { paper: 0, to: 'resident' })
    const again = await does(helper, id, 'sign', { papers: [0], as: 'signature', photo })
    assert.equal(again.status, 400, 'one signature stands for one handover')
    const last = await attached(stage, helper)
    assert.equal((await does(helper, id, 'sign', { papers: [0], as: 'signature', photo: last })).status, 200)
    assert.equal((await does(helper, id, 'conclude')).status, 200)
    clock.moveOn({ hours: 7 * 24 })
    await stage.ringTimers()
    assert.equal((await seenBy(await login('wangMin'), id)).state, 'confirmed')
  })

  test('an errand’s id is no id for a case, and who has one is not who has the other', async () => {
    const { id } = (await files(await login('wangMin'))).body
    for (const since of ['just now', 'before the last seal']) {
      const { status, body } = await stage.nobody().send('report', '', lampReport({ id }))
      assert.equal(status, 409, `${since}: ${JSON.stringify(body)}`)
      await sealDistrict(database, district, clock.now())
    }
    assert.equal((await stage.nobody().get(`/api/errands/${id}`)).status, 401)
    assert.notEqual(partyOf(id), namelessOf(id), 'nor would whoever reported it be who the errand is for')
  })

  test('who has an account confirms there: a helper takes no signature in their place', async () => {
    const resident = await stage.resident('13977770001')
    const { id } = (await resident.post('/api/errands', { item: item.code, unit: 'plum-3', atHome: false }, key())).body
    const [secretary, helper] = [await login('secretary'), await login('wangMin')]
    await does(secretary, id, 'assign', { helper: { role: 'gridWorker', unit: 'g-plum' } })
    await does(helper, id, 'begin')
    const shot = await attached(stage, helper)
    assert.equal((await does(helper, id, 'handOver', { paper: 0, to: 'helper', photo: shot })).status, 200)
    const photo = await attached(stage, helper)
    assert.equal((await does(helper, id, 'sign', { papers: [0], as: 'signature', photo })).status, 403)
    assert.equal((await does(resident, id, 'acknowledge', { paper: 0 })).status, 200)
    assert.equal((await resident.bytes(`/api/errands/${id}/photos/${shot}`)).status, 200, 'the resident sees the photo')
    assert.equal((await (await stage.resident('13977770002')).get(`/api/errands/${id}/photos/${shot}`)).status, 404)
  })

  test('photos and how to reach them are for the helper and the community; each look is written down', async () => {
    const { id, helper, photo } = await collected()
    const secretary = await login('secretary')
    for (const hand of [helper, secretary]) {
      assert.equal((await hand.bytes(`/api/errands/${id}/photos/${photo}`)).status, 200)
      const { status, body } = await hand.post(`/api/errands/${id}/reveal`, { reason: '约时间还材料' })
      assert.deepEqual([status, body], [200, { name: '王桂英', phone: '13800009999' }])
    }
    assert.equal((await helper.post(`/api/errands/${id}/reveal`, { reason: '看' })).status, 400)
    for (const name of ['streetDesk', 'leader']) {
      const hand = await login(name)
      const seen = await seenBy(hand, id)
      assert.deepEqual([seen.papers, seen.name, seen.phone], [[], undefined, undefined])
      assert.equal((await hand.get(`/api/errands/${id}/photos/${photo}`)).status, 404)
      assert.equal((await hand.post(`/api/errands/${id}/reveal`, { reason: '想看一看' })).status, 403)
    }
    const elsewhere = await login('eastSecretary')
    assert.equal((await elsewhere.get(`/api/errands/${id}/photos/${photo}`)).status, 404)
    assert.equal((await elsewhere.post(`/api/errands/${id}/reveal`, { reason: '想看一看' })).status, 404)
    const rows = JSON.stringify((await secretary.get('/api/errands')).body)
    assert.ok(rows.includes(id) && !/王桂英|9999|vault:/.test(rows), 'a list opens nothing')
    const looks = await within(database, { as: 'owner', district }, (connection) =>
      sql<{ fields: string[] }>`select fields from vault.looks where district = ${district} and item = ${id}`.execute(connection),
    )
    const fields = new Set(looks.rows.flatMap((look) => look.fields))
    for (const field of ['photos', 'phone', 'name']) assert.ok(fields.has(field), field)
  })

  test('what cannot be is refused: another community, a resident in the name of a neighbour, a paper that there is not', async () => {
    const helper = await login('wangMin')
    const count = async () => (await helper.get('/api/errands')).body.rows.length
    const earlier = await count()
    assert.equal((await files(stage.nobody())).status, 401)
    assert.equal((await files(await stage.resident('13977770003'))).status, 403)
    assert.equal((await files(await login('streetDesk'))).status, 403)
    assert.match((await files(await login('eastSecretary'))).body.because.zh, /本社区/)
    assert.equal((await files(helper, { name: undefined })).status, 400)
    assert.equal((await files(helper, { phone: '不知道' })).status, 400)
    assert.equal((await files(helper, { brings: [7] })).status, 400)
    assert.equal(await count(), earlier)
  })

  test('thirty days after the end the photos are destroyed, and after half a year what was told', async () => {
    const { id, helper, photo } = await collected()
    for (const step of ['submit', 'fetchBack']) await does(helper, id, step)
    await does(helper, id, 'handOver', { paper: 0, to: 'resident' })
    await does(helper, id, 'sign', { papers: [0], as: 'signature', photo: await attached(stage, helper) })
    assert.equal((await does(helper, id, 'conclude')).status, 200)
    const forget = () =>
      forgetOld({ house: stage.house, store, rules: errandRules, district, report: (fault) => assert.fail(String(fault)) })
    clock.moveOn({ hours: 29 * 24 })
    await forget()
    assert.equal((await (await login('wangMin')).bytes(`/api/errands/${id}/photos/${photo}`)).status, 200)
    clock.moveOn({ hours: 2 * 24 })
    await forget()
    assert.equal((await (await login('wangMin')).bytes(`/api/errands/${id}/photos/${photo}`)).status, 404)
    assert.equal((await seenBy(await login('wangMin'), id)).name, '王桂英')
    clock.moveOn({ hours: 160 * 24 })
    await forget()
    assert.equal((await seenBy(await login('wangMin'), id)).name, '')
  })
})
