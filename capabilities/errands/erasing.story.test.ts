import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { before, suite, test } from 'node:test'
import { sql } from 'kysely'
import { provenFlows, provenRegisters } from '#bin/proving.ts'
import { within } from '#kernel/database/within.ts'
import { verify } from '#kernel/flow/verify.ts'
import { deliver } from '#kernel/record/deliver.ts'
import { sealDistrict } from '#kernel/record/seal.ts'
import { unzip } from '#kernel/register/sheet/xlsx/unzip.ts'
import { forgetOld } from '#kernel/retention/round.ts'
import { kernelRules } from '#kernel/retention/rules.ts'
import { attached, type Hand, lampReport, setStage } from '#testing/stage.ts'

const stage = await setStage('2026-03-02T09:00:00+08:00')
const { database, district, clock, store } = stage
const item = {
  ...{ code: 'certificate', name: { zh: '优待证申领' }, kind: 'certificates', letter: false },
  papers: [
    { name: '老优待证', kind: 'original', count: 1 },
    { name: '身份证复印件', kind: 'copy', count: 1 },
  ],
  ...{ steps: '收材料，到窗口递交。', department: '便民服务窗口', days: 5, hours: 2 },
}
const told = { item: item.code, unit: 'plum-3', name: '王桂英', phone: '13800009999', note: '听力不好，请大声些', atHome: true }
const key = () => ({ 'idempotency-key': randomUUID() })
const does = (hand: Hand, id: string, name: string, input: object = {}) => hand.post(`/api/errands/${id}/${name}`, input, key())
const opens = (code: string) => stage.nobody().post('/api/session/query-code', { code })
const asked = { because: '本人到社区书面申请' }

/** One that the grid worker wrote down, some papers in their hands against a signature. */
async function filed(brings: number[]) {
  const helper = await stage.at('wangMin')
  const { status, body } = await helper.post('/api/errands/file', { ...told, brings }, key())
  assert.equal(status, 200, JSON.stringify(body))
  const photo = await attached(stage, helper)
  if (brings.length > 0)
    assert.equal((await does(helper, body.id, 'sign', { papers: brings, as: 'signature', photo })).status, 200)
  return { id: body.id as string, code: body.secret.queryCode as string, helper, photo }
}

/** The rows of a table in which something can be read. */
const holding = (table: string, said: string) =>
  within(database, { as: 'owner', district }, async (connection) => {
    const { rows } = await sql<{ row: string }>`
      select t::text as row from ${sql.table(table)} t where district = ${district} and position(${said} in t::text) > 0`.execute(
      connection,
    )
    return rows.map(({ row }) => row)
  })

before(async () => {
  const admin = await stage.at('admin')
  for (const entry of [item, { ...item, code: 'forms', name: { zh: '代填表' }, papers: [] }])
    assert.equal((await admin.put(`/api/registers/errand-items/${entry.code}`, { entry, version: 0 })).status, 200)
})

suite('the query code of an errand', () => {
  test('shows whoever it is for how far it is, where each paper is, and who looked; and nothing else', async () => {
    const { id, code, photo } = await filed([0, 1])
    const other = await filed([])
    const { status, body } = await opens(code.toLowerCase().replace(/.{4}/g, '$& '))
    assert.deepEqual([status, body], [200, { ok: true, flow: 'errand', id }])
    const holder = await stage.holder(code)
    const seen = (await holder.get(`/api/errands/${id}`)).body
    assert.deepEqual([seen.item.state, seen.item.side, seen.item.papers[0].state], ['collecting', 'resident', 'handedOver'])
    assert.deepEqual(seen.may, [])
    assert.equal((await holder.bytes(`/api/errands/${id}/photos/${photo}`)).status, 200, 'their own signature')
    assert.equal((await holder.get(`/api/errands/${other.id}`)).status, 404)
    assert.deepEqual(
      (await holder.get('/api/errands')).body.rows.map((row: { id: string }) => row.id),
      [id],
    )
    const secretary = await stage.at('secretary')
    assert.equal((await secretary.post(`/api/errands/${id}/reveal`, { reason: '约时间还材料' })).status, 200)
    const looks = (await holder.get('/api/looks')).body
    const look = looks.find(({ reason }: { reason: string }) => reason === '约时间还材料')
    assert.deepEqual([look.item, look.flow, look.about.matter.zh], [id, 'errand', '优待证申领'])
    assert.equal((await holder.bytes('/api/me/data.zip')).status, 200)
  })

  test('confirms nothing, begins nothing, and is told once, to a repeat again', async () => {
    const helper = await stage.at('wangMin')
    const once = key()
    const [first, again] = [
      await helper.post('/api/errands/file', { ...told, brings: [0] }, once),
      await helper.post('/api/errands/file', { ...told, brings: [0] }, once),
    ]
    assert.equal(again.body.secret.queryCode, first.body.secret.queryCode)
    const { id, secret } = first.body
    const holder = await stage.holder(secret.queryCode)
    assert.equal((await does(holder, id, 'acknowledge', { paper: 0 })).status, 403, 'a helper may have the code in hand')
    assert.equal((await does(holder, id, 'erase', asked)).status, 403)
    assert.equal((await holder.post('/api/errands', { item: item.code, unit: 'plum', atHome: false }, key())).status, 403)
    assert.equal((await holder.get(`/api/errands/${id}`)).body.item.version, first.body.done.version)
    assert.ok(!JSON.stringify((await helper.get(`/api/errands/${id}`)).body).includes(secret.queryCode))
  })

  test('erases what they told, as an account does; then it opens nothing', async () => {
    const { id, code, helper, photo } = await filed([1])
    const holder = await stage.holder(code)
    assert.equal((await holder.post('/api/me/erase', {})).status, 400)
    assert.equal((await holder.post('/api/me/erase', { sure: true })).status, 200)
    assert.equal((await holder.get(`/api/errands/${id}`)).status, 401)
    assert.equal((await opens(code)).status, 404)
    assert.equal((await helper.get(`/api/errands/${id}`)).body.item.name, '')
    assert.equal((await helper.bytes(`/api/errands/${id}/photos/${photo}`)).status, 404)
    assert.equal(await store.get(photo), undefined)
  })

  test('opens nothing in another district, and the code of a case nothing here', async () => {
    const { id, code } = await filed([])
    const elsewhere = await setStage()
    assert.equal((await elsewhere.nobody().post('/api/session/query-code', { code })).status, 404)
    const ofCase = (await stage.nobody().send('report', '', lampReport())).body
    assert.equal((await opens(ofCase.secret.queryCode)).body.flow, 'case')
    assert.equal((await (await stage.holder(ofCase.secret.queryCode)).get(`/api/errands/${id}`)).status, 404)
  })
})

suite('erased as the person asks', () => {
  test('is for their community alone, with a reason that names nobody, and once no original is out', async () => {
    const { id, helper } = await filed([0])
    const secretary = await stage.at('secretary')
    const version = async () => (await secretary.get(`/api/errands/${id}`)).body.item.version
    const earlier = await version()
    assert.match((await does(secretary, id, 'erase', asked)).body.because.zh, /还没有还给本人：老优待证/)
    assert.equal((await does(helper, id, 'handOver', { paper: 0, to: 'resident' })).status, 200)
    assert.equal((await does(secretary, id, 'erase', asked)).status, 409, 'nobody has signed for it')
    await does(helper, id, 'sign', { papers: [0], as: 'signature', photo: await attached(stage, helper) })
    const ready = await version()
    assert.equal(ready, earlier + 2)
    assert.equal((await does(helper, id, 'erase', asked)).status, 403)
    assert.equal((await does(await stage.at('leader'), id, 'erase', asked)).status, 403)
    assert.equal((await does(await stage.at('eastSecretary'), id, 'erase', asked)).status, 404)
    assert.equal((await does(stage.nobody(), id, 'erase', asked)).status, 401)
    for (const because of [undefined, ' ', '电话 138-0000-9999'])
      assert.equal((await does(secretary, id, 'erase', { because })).status, 400, `${because}`)
    assert.equal(await version(), ready)
  })

  test('destroys name, telephone, note, photos and code; which papers went where stays, and is proven', async () => {
    const { id, code, helper, photo } = await filed([1])
    const secretary = await stage.at('secretary')
    const holder = await stage.holder(code)
    assert.equal((await does(secretary, id, 'erase', asked)).status, 200)
    const { item: seen } = (await secretary.get(`/api/errands/${id}`)).body
    assert.deepEqual([seen.state, seen.name, seen.phone, seen.note], ['withdrawn', undefined, undefined, undefined])
    assert.deepEqual([seen.papers[1].state, seen.erased.because, seen.erased.by], ['handedOver', asked.because, '赵书记'])
    assert.equal((await secretary.post(`/api/errands/${id}/reveal`, { reason: '想再看一看' })).status, 409)
    for (const hand of [secretary, helper]) assert.equal((await hand.bytes(`/api/errands/${id}/photos/${photo}`)).status, 404)
    assert.equal((await holder.get(`/api/errands/${id}`)).status, 401, 'who had opened it is let out')
    assert.equal((await opens(code)).status, 404)
    assert.equal((await does(secretary, id, 'erase', asked)).status, 409, 'once')
    await deliver(database, district, clock.now())
    assert.match(JSON.stringify((await helper.get('/api/notices')).body), /已按本人要求删除资料/)
    const hanging = async () =>
      (await (await stage.at('admin')).get('/api/units/garden/hanging')).body.find(
        ({ what }: { what: string }) => what === 'errandPapers',
      )
    const before = (await hanging()).count
    assert.equal((await does(helper, id, 'destroyCopies')).status, 200, 'the copy that is left')
    assert.equal((await hanging())?.count ?? 0, before - 1, 'a community does not end before its helpers’ hands are empty')
    while (await sealDistrict(database, district, clock.now()));
    assert.deepEqual((await verify(database, provenFlows, district, undefined, provenRegisters)).findings, [])
    const house = { database, clock: () => clock.now().add({ hours: 31 * 24 }) }
    const ofPhotos = kernelRules.filter(({ table }) => table === 'files.files')
    await forgetOld({ house, store, rules: ofPhotos, district, report: assert.ifError })
    assert.equal(await store.get(photo), undefined, 'of its bytes nothing is left')
  })

  test('leaves what was done done', async () => {
    const { id, helper } = await filed([])
    for (const paper of [0, 1]) await does(helper, id, 'handOver', { paper, to: 'helper' })
    await does(helper, id, 'sign', { papers: [0, 1], as: 'signature', photo: await attached(stage, helper) })
    for (const step of ['submit', 'fetchBack']) assert.equal((await does(helper, id, step)).status, 200)
    await does(helper, id, 'handOver', { paper: 0, to: 'resident' })
    await does(helper, id, 'sign', { papers: [0], as: 'signature', photo: await attached(stage, helper) })
    assert.equal((await does(helper, id, 'conclude')).status, 200)
    const secretary = await stage.at('secretary')
    assert.equal((await does(secretary, id, 'erase', asked)).status, 200)
    assert.equal((await secretary.get(`/api/errands/${id}`)).body.item.state, 'confirmed')
  })

  test('waits for an original of theirs, by account and by code: nobody else could confirm that it is back', async () => {
    const [resident, secretary, helper] = [
      await stage.resident('13977770002'),
      await stage.at('secretary'),
      await stage.at('wangMin'),
    ]
    const { id } = (await resident.post('/api/errands', { item: item.code, unit: 'plum-3', atHome: false }, key())).body
    await does(secretary, id, 'assign', { helper: { role: 'gridWorker', unit: 'g-plum' } })
    await does(helper, id, 'begin')
    await does(resident, id, 'handOver', { paper: 0, to: 'helper' })
    const holder = await stage.holder((await filed([0])).code)
    for (const hand of [resident, holder]) {
      const refused = await hand.post('/api/me/erase', { sure: true })
      assert.deepEqual([refused.status, refused.body.because.zh.includes('老优待证')], [409, true])
    }
    await does(helper, id, 'acknowledge', { paper: 0 })
    await does(helper, id, 'handOver', { paper: 0, to: 'resident' })
    await does(resident, id, 'acknowledge', { paper: 0 })
    await does(resident, id, 'handOver', { paper: 0, to: 'helper' })
    assert.equal((await resident.post('/api/me/erase', { sure: true })).status, 409, 'a handover waits')
    assert.equal((await does(resident, id, 'unsay', { paper: 0 })).status, 200)
    assert.equal((await resident.post('/api/me/erase', { sure: true })).status, 200)
  })

  test('takes along what they said of it in the end: sealed, in no list, with a look for whoever reads it', async () => {
    const [resident, secretary, helper] = [
      await stage.resident('13977770004'),
      await stage.at('secretary'),
      await stage.at('wangMin'),
    ]
    const { id } = (await resident.post('/api/errands', { item: 'forms', unit: 'plum-3', atHome: false }, key())).body
    await does(secretary, id, 'assign', { helper: { role: 'gridWorker', unit: 'g-plum' } })
    for (const step of ['begin', 'submit', 'conclude']) assert.equal((await does(helper, id, step)).status, 200, step)
    const rating = { satisfied: true, words: '独特的多谢，儿子不在身边' }
    assert.equal((await does(resident, id, 'confirm', rating)).status, 200)
    const ratingSeen = async () => (await helper.get(`/api/errands/${id}`)).body.item.rating
    assert.deepEqual(await ratingSeen(), rating)
    assert.match(JSON.stringify((await resident.get('/api/looks')).body), /王敏/)
    const listed = (await secretary.get('/api/errands')).body.rows.find((row: { id: string }) => row.id === id)
    assert.deepEqual(listed.rating, { satisfied: true })
    const along = unzip((await resident.bytes('/api/me/data.zip')).bytes, 10_000_000)
    assert.ok(along('linli.json')?.toString().includes(rating.words), 'they take it along')
    assert.equal((await resident.post('/api/me/erase', { sure: true })).status, 200)
    assert.deepEqual(await ratingSeen(), { satisfied: true, words: '' })
    for (const table of ['errands.errands', 'record.events', 'record.outbox', 'flow.keys'])
      assert.deepEqual(await holding(table, '独特的多谢'), [], table)
  })

  test('takes what they were told along, and what they were still to be told; what the community was told stays', async () => {
    const [resident, secretary] = [await stage.resident('13977770003'), await stage.at('secretary')]
    const ask = { item: item.code, unit: 'plum-3', atHome: false }
    const declined = async () => {
      const { id } = (await resident.post('/api/errands', ask, key())).body
      assert.equal((await does(secretary, id, 'decline', { because: '独特的病历还没有出院小结' })).status, 200)
      return id as string
    }
    const told = await declined()
    await deliver(database, district, clock.now())
    assert.match(JSON.stringify((await resident.get('/api/notices')).body), /独特的病历/)
    const untold = await declined()
    const open = (await resident.post('/api/errands', ask, key())).body.id
    assert.equal((await resident.post('/api/me/erase', { sure: true })).status, 200)
    await deliver(database, district, clock.now())
    for (const table of ['record.notices', 'record.outbox']) assert.deepEqual(await holding(table, '独特的病历'), [], table)
    assert.equal((await does(secretary, open, 'decline', { because: '独特的病历还没有出院小结' })).status, 200)
    await deliver(database, district, clock.now())
    assert.deepEqual(await holding('record.notices', '独特的病历'), [], 'afterwards they are told nothing')
    const asked = JSON.stringify((await secretary.get('/api/notices')).body)
    for (const id of [told, untold]) assert.ok(asked.includes(id), 'the secretary was asked, and can still read it')
  })

  test('leaves no photo of a handover that was taken back', async () => {
    const { id, helper } = await filed([])
    const photo = await attached(stage, helper)
    assert.equal((await does(helper, id, 'handOver', { paper: 0, to: 'helper', photo })).status, 200)
    assert.equal((await does(helper, id, 'unsay', { paper: 0 })).status, 200)
    const house = { database, clock: () => clock.now().add({ hours: 24 * 40 }) }
    const ofPhotos = kernelRules.filter(({ table }) => table === 'files.files')
    await forgetOld({ house, store, rules: ofPhotos, district, report: assert.ifError })
    assert.equal(await store.get(photo), undefined)
  })

  test('is theirs to do who have an account', async () => {
    const resident = await stage.resident('13977770001')
    const { id } = (await resident.post('/api/errands', { item: item.code, unit: 'plum-3', atHome: false }, key())).body
    const secretary = await stage.at('secretary')
    assert.equal((await does(secretary, id, 'assign', { helper: { role: 'gridWorker', unit: 'g-plum' } })).status, 200)
    assert.match((await does(secretary, id, 'erase', asked)).body.because.zh, /居民有账号/)
  })
})

test('whoever guesses codes is slowed down, and learns nothing', async () => {
  const { code } = await filed([])
  const guess = () => opens('0000000000000')
  assert.equal((await guess()).status, 404)
  for (let times = 0; times < 30; times += 1) await guess()
  assert.equal((await guess()).status, 429)
  assert.equal((await opens(code)).status, 429)
  clock.moveOn({ minutes: 16 })
  assert.equal((await opens(code)).status, 200)
})

test('what somebody asked for who had all of theirs erased is withdrawn: nobody is left to be helped', async () => {
  const hand = await stage.resident('13900007001')
  const asks = { item: item.code, unit: 'plum-3', atHome: true, phone: '13900007001', note: '三楼右手' }
  const { body, status } = await hand.post('/api/errands', asks, key())
  assert.equal(status, 200, JSON.stringify(body))
  assert.equal((await hand.post('/api/me/erase', { sure: true })).status, 200)
  await stage.ringTimers()
  assert.equal((await (await stage.at('secretary')).get(`/api/errands/${body.id}`)).body.item.state, 'withdrawn')
  assert.deepEqual((await stage.ringTimers()).sent, 0, 'once is enough')
})
