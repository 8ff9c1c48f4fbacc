import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { before, suite, test } from 'node:test'
import { within } from '#kernel/database/within.ts'
import { deliver } from '#kernel/record/deliver.ts'
import { everybodysPassword } from '#testing/neighbourhood.ts'
import { type Hand, setStage } from '#testing/stage.ts'
import { errandRules } from './store/retention.ts'

const stage = await setStage('2026-03-02T09:00:00+08:00')
const item = {
  ...{ code: 'property-certificate', name: { zh: '不动产证换证' }, kind: 'propertyCertificate', letter: true },
  papers: [
    { name: '旧不动产证', kind: 'original', count: 1 },
    { name: '身份证复印件', kind: 'copy', count: 2 },
  ],
  ...{ steps: '收材料，到不动产登记中心交，五个工作日后取证。', department: '不动产登记中心', days: 5, hours: 4 },
}
const key = () => ({ 'idempotency-key': randomUUID() })
const asks = (hand: Hand, more: object = {}) =>
  hand.post('/api/errands', { item: item.code, unit: 'plum-3', note: '腿脚不便', atHome: true, ...more }, key())
const does = (hand: Hand, id: string, name: string, input: object = {}) => hand.post(`/api/errands/${id}/${name}`, input, key())
const seenBy = async (hand: Hand, id: string) => (await hand.get(`/api/errands/${id}`)).body.item
const plum = { role: 'gridWorker', unit: 'g-plum' }
let phones = 0
const somebody = () => stage.resident(`1397777${String(1000 + phones++)}`)
/** What came to somebody so far. */
async function noticesOf(hand: Hand) {
  await deliver(stage.database, stage.district, stage.clock.now())
  return JSON.stringify((await hand.get('/api/notices')).body)
}

/** Somebody of the staff who signs in anew, after some days. */
const login = (name: string) =>
  stage.cookieOf('/api/session', { account: `${name}.${stage.district}`, password: everybodysPassword }).then(stage.hand)

/** An errand that the grid worker of 梅园 has begun. */
async function begun() {
  const [resident, secretary, helper] = [await somebody(), await stage.at('secretary'), await stage.at('wangMin')]
  const { id } = (await asks(resident)).body
  assert.equal((await does(secretary, id, 'assign', { helper: plum })).status, 200)
  assert.equal((await does(helper, id, 'begin')).status, 200)
  return { id, resident, secretary, helper }
}

/** The same with both papers in the helper's hands, confirmed by the resident. */
async function collected() {
  const all = await begun()
  for (const paper of [0, 1]) {
    assert.equal((await does(all.helper, all.id, 'handOver', { paper, to: 'helper' })).status, 200)
    assert.equal((await does(all.resident, all.id, 'acknowledge', { paper })).status, 200)
  }
  return all
}

suite('errands', () => {
  before(async () => {
    const admin = await stage.at('admin')
    assert.equal((await admin.put(`/api/registers/errand-items/${item.code}`, { entry: item, version: 0 })).status, 200)
    const old = { ...item, code: 'old', name: { zh: '旧事项' } }
    const ended = { entry: old, version: 0, ends: '2026-03-02' }
    assert.equal((await admin.put('/api/registers/errand-items/old', ended)).status, 200)
  })

  test('one is asked for, done, handed back and rated: every paper changes hands by two people', async () => {
    const { id, resident, helper } = await collected()
    assert.equal((await does(helper, id, 'submit')).status, 200)
    assert.equal((await does(helper, id, 'conclude')).status, 409, 'the original is not back')
    assert.equal((await does(helper, id, 'fetchBack')).status, 200)
    assert.equal((await does(helper, id, 'handOver', { paper: 0, to: 'resident' })).status, 200)
    const alone = await does(helper, id, 'acknowledge', { paper: 0 })
    assert.deepEqual([alone.status, alone.body.because.zh], [403, '交接要由对方确认，不能自己替两边确认'])
    assert.equal((await does(helper, id, 'conclude')).status, 409, 'the resident has not confirmed')
    assert.equal((await does(resident, id, 'acknowledge', { paper: 0 })).status, 200)
    assert.equal((await does(helper, id, 'conclude')).status, 200)
    assert.match(await noticesOf(resident), /办好了，请您确认并评价/)
    assert.equal((await does(resident, id, 'confirm', { satisfied: true, words: '谢谢' })).status, 200)
    assert.equal((await does(resident, id, 'confirm', { satisfied: false })).status, 409, 'rated once')
    const seen = await seenBy(resident, id)
    assert.deepEqual([seen.state, seen.rating, seen.helperName], ['confirmed', { satisfied: true, words: '谢谢' }, '王敏'])
    assert.deepEqual(
      seen.papers[0].handovers.map(({ to, saidBy, confirmedBy }: Record<string, string>) => [to, saidBy, confirmedBy]),
      [
        ['helper', 'helper', 'resident'],
        ['resident', 'helper', 'resident'],
      ],
    )
  })

  test('what is about the resident is for them, the helper and the community; street and district see how far it is', async () => {
    const { id, resident, secretary, helper } = await begun()
    for (const hand of [resident, secretary, helper]) assert.equal((await seenBy(hand, id)).note, '腿脚不便')
    for (const name of ['streetDesk', 'dispatcher', 'leader'] as const) {
      const seen = await seenBy(await stage.at(name), id)
      assert.deepEqual(
        [seen.state, seen.papers, seen.note, seen.placeName, seen.helper],
        ['collecting', [], undefined, undefined, undefined],
      )
    }
    assert.equal((await (await stage.at('eastSecretary')).get(`/api/errands/${id}`)).status, 404)
    assert.equal((await (await somebody()).get(`/api/errands/${id}`)).status, 404)
    const rows = JSON.stringify((await secretary.get('/api/errands?open=true')).body)
    assert.ok(rows.includes(id) && !rows.includes('腿脚不便'), 'a list opens nothing')
    const looks = JSON.stringify((await resident.get('/api/looks')).body)
    assert.ok(looks.includes('王敏') && looks.includes('赵书记'), 'the resident reads who looked')
  })

  test('whoever asks says how they are reached: the helper sees the whole of it with a reason, and they see who did', async () => {
    const [resident, secretary, helper] = [await somebody(), await stage.at('secretary'), await stage.at('wangMin')]
    const { id } = (await asks(resident, { phone: '13800009999' })).body
    await does(secretary, id, 'assign', { helper: plum })
    const seen = await seenBy(helper, id)
    assert.equal(seen.phone, '138****9999')
    assert.deepEqual((await helper.post(`/api/errands/${id}/reveal`, { reason: '约时间取材料' })).body.phone, '13800009999')
    assert.match(JSON.stringify((await resident.get('/api/looks')).body), /约时间取材料/)
    const leader = await seenBy(await stage.at('leader'), id)
    assert.equal(leader.phone, undefined)
    assert.equal((await resident.post('/api/me/erase', { sure: true })).status, 200)
    assert.equal((await helper.post(`/api/errands/${id}/reveal`, { reason: '约时间还材料' })).status, 409)
  })

  test('a lost paper is told to the resident and the secretary, with what is done about it', async () => {
    const { id, resident, secretary, helper } = await collected()
    assert.equal((await does(helper, id, 'lose', { paper: 0 })).status, 400, 'not without saying what is done')
    assert.equal((await does(helper, id, 'lose', { paper: 0, remedy: '陪您补办，费用由社区出' })).status, 200)
    for (const hand of [resident, secretary]) assert.match(await noticesOf(hand), /旧不动产证丢失了，已登记。怎么补救：陪您补办/)
    assert.equal((await seenBy(resident, id)).papers[0].state, 'lost')
    assert.equal((await does(helper, id, 'handOver', { paper: 0, to: 'resident' })).status, 409)
    assert.equal((await does(helper, id, 'lose', { paper: 0, remedy: '再说一次' })).status, 409)
  })

  test('a lost paper is found again: both are told, it goes on, and goes back even after the end', async () => {
    const { id, resident, secretary, helper } = await collected()
    assert.equal((await does(helper, id, 'found', { paper: 0 })).status, 409, 'it is not lost')
    await does(helper, id, 'submit')
    assert.equal((await does(helper, id, 'lose', { paper: 0, remedy: '陪您补办' })).status, 200)
    assert.equal((await does(resident, id, 'found', { paper: 0 })).status, 403)
    assert.equal((await does(await stage.at('eastSecretary'), id, 'found', { paper: 0 })).status, 404)
    assert.equal((await does(helper, id, 'conclude')).status, 200)
    assert.equal((await does(secretary, id, 'found', { paper: 1 })).status, 409, 'the copy is not lost')
    assert.equal((await does(secretary, id, 'found', { paper: 0 })).status, 200)
    for (const hand of [resident, secretary]) assert.match(await noticesOf(hand), /旧不动产证找到了/)
    assert.deepEqual(
      [(await seenBy(helper, id)).papers[0].state, (await seenBy(helper, id)).papers[0].remedy],
      ['withDepartment', undefined],
    )
    assert.equal((await does(helper, id, 'fetchBack')).status, 200)
    assert.equal((await does(helper, id, 'handOver', { paper: 1, to: 'helper' })).status, 409, 'it is over')
    assert.equal((await does(helper, id, 'handOver', { paper: 0, to: 'resident' })).status, 200)
    assert.equal((await does(resident, id, 'acknowledge', { paper: 0 })).status, 200)
    assert.equal((await seenBy(resident, id)).papers[0].state, 'returned')
    assert.equal((await does(helper, id, 'handOver', { paper: 0, to: 'helper' })).status, 409, 'nothing is out any more')
  })

  test('what the community and the helper say of it takes no telephone and no identity number: it stays when the resident is erased', async () => {
    const { id, secretary, helper } = await collected()
    const waits = (await asks(await somebody())).body.id
    const says = async (hand: Hand, name: string, input: object, errand = id) => {
      const { status, body } = await does(hand, errand, name, input)
      assert.deepEqual([status, body.because?.zh.includes('不要填手机号、身份证号')], [400, true], name)
    }
    await says(secretary, 'decline', { because: '身份证370702194503071234，已搬走' }, waits)
    await says(helper, 'lose', { paper: 0, remedy: '打 138 0000 9999 约时间补办' })
    assert.equal((await does(helper, id, 'submit')).status, 200)
    await says(helper, 'reject', { because: '电话13800009999打不通', missing: '户口本' })
    await says(helper, 'reject', { because: '打不通', missing: '37070219450307123X 的户口本' })
    assert.equal((await does(helper, id, 'reject', { because: '打不通', missing: '2号窗口要的户口本' })).status, 200)
  })

  test('money and a card are receipted by two, and what is left is back before it is done', async () => {
    const papers = [
      { name: '医保卡', kind: 'card', count: 1 },
      { name: '登记费', kind: 'money', count: 1 },
    ]
    const entry = { ...item, code: 'fee', name: { zh: '交费' }, papers }
    const admin = await stage.at('admin')
    const twice = { ...entry, papers: [{ name: '登记费', kind: 'money', count: 2 }] }
    assert.equal((await admin.put('/api/registers/errand-items/fee', { entry: twice, version: 0 })).status, 400)
    assert.equal((await admin.put('/api/registers/errand-items/fee', { entry, version: 0 })).status, 200)
    const [resident, secretary, helper] = [await somebody(), await stage.at('secretary'), await stage.at('wangMin')]
    const { id } = (await asks(resident, { item: 'fee' })).body
    await does(secretary, id, 'assign', { helper: plum })
    await does(helper, id, 'begin')
    const hands = (paper: number, to: string, more: object = {}) => does(helper, id, 'handOver', { paper, to, ...more })
    assert.equal((await hands(0, 'helper', { amount: 100 })).status, 400, 'a card has no amount')
    assert.equal((await hands(1, 'helper')).status, 400, 'money has one')
    assert.equal((await hands(1, 'helper', { amount: -1 })).status, 400)
    assert.equal((await hands(1, 'helper', { amount: 8050 })).status, 200)
    assert.equal((await hands(0, 'helper')).status, 200)
    for (const paper of [0, 1]) {
      assert.equal((await does(helper, id, 'acknowledge', { paper })).status, 403, 'receipted by two')
      assert.equal((await does(resident, id, 'acknowledge', { paper })).status, 200)
    }
    assert.equal((await does(resident, id, 'withdraw')).status, 409, 'they are out')
    for (const step of ['submit', 'fetchBack']) assert.equal((await does(helper, id, step)).status, 200)
    assert.equal((await hands(1, 'resident', { amount: 8051 })).status, 400, 'more than there was')
    assert.equal((await hands(1, 'resident', { amount: 50 })).status, 200)
    assert.equal((await hands(0, 'resident')).status, 200)
    assert.equal((await does(helper, id, 'conclude')).status, 409, 'the resident has confirmed nothing')
    for (const paper of [0, 1]) assert.equal((await does(resident, id, 'acknowledge', { paper })).status, 200)
    assert.equal((await does(helper, id, 'conclude')).status, 200)
    const [, money] = (await seenBy(resident, id)).papers
    assert.deepEqual([money.state, money.handovers.map(({ amount }: { amount: number }) => amount)], ['returned', [8050, 50]])
  })

  test('what cannot be is refused, and changes nothing', async () => {
    const resident = await somebody()
    assert.equal((await asks(stage.nobody())).status, 401)
    assert.equal((await asks(await stage.at('secretary'))).status, 403)
    assert.match((await asks(resident, { item: 'old' })).body.because.zh, /已经停用/)
    assert.equal((await asks(resident, { unit: 'nowhere' })).status, 400)
    assert.equal((await asks(resident, { name: '邻居老张' })).status, 400, 'nobody asks in their own name for another')
    assert.deepEqual((await resident.get('/api/errands')).body.rows, [])
    const { id } = (await asks(resident)).body
    const secretary = await stage.at('secretary')
    const elsewhere = { role: 'communitySecretary', unit: 'river' }
    assert.match((await does(secretary, id, 'assign', { helper: elsewhere })).body.because.zh, /本社区的岗位/)
    assert.equal((await does(secretary, id, 'assign', { helper: { role: 'clerk', unit: 'urban' } })).status, 400)
    assert.equal((await does(await stage.at('eastSecretary'), id, 'assign', { helper: elsewhere })).status, 404)
    assert.equal((await seenBy(resident, id)).state, 'requested')
    assert.equal((await does(secretary, id, 'decline', { because: '这件须本人到场' })).status, 200)
    assert.equal((await does(resident, id, 'withdraw')).status, 409)
  })

  test('one cannot be withdrawn, declined or passed on while papers are out', async () => {
    const { id, resident, secretary } = await collected()
    assert.equal((await does(resident, id, 'withdraw')).status, 409)
    assert.equal((await does(secretary, id, 'decline', { because: '办不了' })).status, 409)
    assert.equal(
      (await does(secretary, id, 'reassign', { helper: { role: 'gridWorker', unit: 'g-pine' }, because: '休假' })).status,
      409,
    )
  })

  test('a handover that did not happen is taken back, and holds nothing up: the helper’s also by the community', async () => {
    const { id, resident, secretary, helper } = await begun()
    const other = { helper: { role: 'gridWorker', unit: 'g-plum' }, because: '休假' }
    await does(helper, id, 'handOver', { paper: 0, to: 'helper' })
    assert.equal((await does(secretary, id, 'reassign', other)).status, 409)
    assert.equal((await does(resident, id, 'unsay', { paper: 0 })).status, 403)
    assert.equal((await does(secretary, id, 'unsay', { paper: 0 })).status, 200)
    assert.equal((await does(secretary, id, 'unsay', { paper: 0 })).status, 409, 'nothing waits any more')
    await does(resident, id, 'handOver', { paper: 0, to: 'helper' })
    for (const [hand, status] of [
      [helper, 403],
      [secretary, 403],
      [resident, 200],
    ] as const)
      assert.equal((await does(hand, id, 'unsay', { paper: 0 })).status, status)
    assert.deepEqual((await seenBy(resident, id)).papers[0].handovers, [])
    assert.equal((await does(secretary, id, 'reassign', other)).status, 200)
  })

  test('the department refuses, papers are collected again, and it goes on', async () => {
    const { id, resident, helper } = await collected()
    await does(helper, id, 'submit')
    assert.equal((await does(helper, id, 'reject', { because: '缺材料', missing: '户口本' })).status, 200)
    assert.match(await noticesOf(resident), /还缺：户口本/)
    assert.equal((await does(helper, id, 'resume')).status, 200)
    const { papers } = await seenBy(helper, id)
    assert.deepEqual(
      papers.map(({ state }: { state: string }) => state),
      ['handedOver', 'wanted'],
    )
    assert.equal((await does(helper, id, 'submit')).status, 409, 'the copy has to be made anew')
  })

  test('whoever has not confirmed for a day that a paper is back is reminded, once', async () => {
    const { id, resident, helper } = await collected()
    assert.equal((await does(helper, id, 'handOver', { paper: 0, to: 'resident' })).status, 200)
    const reminders = async () => (await noticesOf(resident)).split('请确认收到').length - 1
    stage.clock.moveOn({ hours: 23 })
    await stage.ringTimers()
    assert.equal(await reminders(), 0)
    stage.clock.moveOn({ hours: 1 })
    for (const _ of [1, 2]) await stage.ringTimers()
    assert.equal(await reminders(), 1)
    assert.equal((await does(resident, id, 'acknowledge', { paper: 0 })).status, 200)
  })

  test('time reminds of what waits, and confirms what nobody answers', async () => {
    const resident = await somebody()
    const { id } = (await asks(resident)).body
    stage.clock.moveOn({ hours: 25 })
    await stage.ringTimers()
    const [secretary, helper] = [await login('secretary'), await login('wangMin')]
    assert.match(await noticesOf(secretary), /已到期限，请办理/)
    await does(secretary, id, 'assign', { helper: plum })
    await does(helper, id, 'begin')
    const again = await resident.get(`/api/errands/${id}`)
    assert.equal(again.status, 200)
    for (const paper of [0, 1]) {
      await does(helper, id, 'handOver', { paper, to: 'helper' })
      await does(resident, id, 'acknowledge', { paper })
    }
    await does(helper, id, 'submit')
    await does(helper, id, 'fetchBack')
    await does(helper, id, 'handOver', { paper: 0, to: 'resident' })
    await does(resident, id, 'acknowledge', { paper: 0 })
    assert.equal((await does(helper, id, 'conclude')).status, 200)
    stage.clock.moveOn({ hours: 7 * 24 })
    await stage.ringTimers()
    assert.equal((await seenBy(await login('wangMin'), id)).state, 'confirmed')
    const forget = async (moment: Temporal.Instant) => {
      const { database, district } = stage
      for (const { forget: rule } of errandRules)
        await within(database, { as: 'owner', district }, (connection) => rule(connection, district, moment, moment))
      return (await seenBy(await login('secretary'), id)).note
    }
    assert.equal(await forget(stage.clock.now().subtract({ hours: 24 * 30 })), '腿脚不便', 'it ended later')
    assert.equal(await forget(stage.clock.now()), '', 'what it told is forgotten, what became of it stays')
  })

  test('a community records what it did before, without anybody’s name, and the figure counts it', async () => {
    const secretary = await login('secretary')
    const of = (more: object = {}) =>
      secretary.post('/api/errands/record', { item: item.code, unit: 'garden', on: '2025-05-06', ...more }, key())
    const count = async () => (await secretary.get('/api/errands?done=true')).body.rows.length
    const earlier = await count()
    assert.equal((await of()).status, 200)
    assert.equal((await of({ on: '2027-01-01' })).status, 400)
    assert.equal((await of({ unit: 'river' })).status, 400)
    assert.equal(await count(), earlier + 1)
  })

  test('a helper who leaves with open errands is held up until somebody has the post', async () => {
    const district = stage.district
    const [resident, secretary, helper, admin] = [
      await somebody(),
      await login('secretary'),
      await login('wangMin'),
      await login('admin'),
    ]
    const { id } = (await asks(resident)).body
    assert.equal((await does(secretary, id, 'assign', { helper: plum })).status, 200)
    assert.equal((await does(helper, id, 'begin')).status, 200)
    const refused = await admin.delete('/api/posts/p-wangMin')
    assert.equal(refused.status, 409)
    assert.match(refused.body.because.zh, /件没办完的事项，没有人接手/)
    const given = await admin.post('/api/posts', {
      account: 'liQiang',
      ...plum,
      starts: stage.clock.now().toString().slice(0, 10),
    })
    assert.equal(given.status, 200, JSON.stringify(given.body))
    assert.equal((await admin.delete('/api/posts/p-wangMin')).status, 200)
    const { cookie = '' } = await login('liQiang')
    const headers = { cookie, 'linli-post': given.body.id, 'linli-district': district }
    const seen = await stage.app.inject({ url: `/api/errands/${id}`, headers })
    assert.ok(seen.json().may.includes('handOver'), 'whoever has the post goes on with it')
  })
})
