import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { sql } from 'kysely'
import { within } from '#kernel/database/within.ts'
import { type Hand, lampReport, setStage } from '#testing/stage.ts'
import { fillWords, verifyWords } from './store/words.ts'

const stage = await setStage()
const { database, district } = stage

/** The ids that somebody finds. */
async function found(hand: Hand, question: string, more = ''): Promise<string[]> {
  const { status, body } = await hand.get(`/api/cases?q=${encodeURIComponent(question)}${more}`)
  assert.equal(status, 200, JSON.stringify(body))
  return body.rows.map(({ id }: { id: string }) => id)
}

const words = '猞猁蹲在配电房上，Wi-Fi也断了'
const where = '老槐树背后'
const reporter = { name: '犀牛角', phone: '13955554444', home: '独角楼2单元' }
let lynx: string
let code: string

before(async () => {
  const told = await stage.nobody().send('report', '', lampReport({ words, where, ...reporter }))
  lynx = told.body.id
  code = told.body.secret.queryCode
  await (await stage.at('wangMin')).send('accept', lynx)
})

test('a handler finds a case by any part of what was reported, by its place, its number and the name of its category', async () => {
  const worker = await stage.at('wangMin')
  const { body } = await worker.get(`/api/cases/${lynx}`)
  for (const question of ['猞猁', '电房上', 'ＷＩ', 'ｗi fi', '槐树背', '猁', body.item.number, '路灯', 'lamp', '猞猁 路灯'])
    assert.deepEqual(await found(worker, question), [lynx], question)
  for (const question of ['猁猞', '猞猁 水管', '配电房下', 'lam lynx'])
    assert.deepEqual(await found(worker, question), [], question)
})

test('name, telephone and home find nothing, whoever looks', async () => {
  for (const hand of [await stage.at('wangMin'), await stage.at('dispatcher'), await stage.holder(code)])
    for (const question of Object.values(reporter)) assert.deepEqual(await found(hand, question), [], question)
})

test('only who may read the words finds by them; who sees the case finds it by the rest', async () => {
  const worker = await stage.at('wangMin')
  const { body } = await stage
    .nobody()
    .send('report', '', lampReport({ words: '穿山甲在井盖边', category: 'neighbours.dispute' }))
  const { id } = body
  await worker.send('accept', id)
  await worker.send('dispatch', id, { lead: 'property-1', assisting: [{ unit: 'power', task: '断电' }] })
  const follower = await stage.resident('13800000019')
  assert.equal((await follower.send('join', id)).status, 200)
  const whole = (await worker.get(`/api/cases/${id}`)).body.item.categoryName.zh
  const byCategory = async (hand: Hand) => (await found(hand, whole)).includes(id)
  const reads = async (hand: Hand) => (await hand.get(`/api/cases/${id}`)).body.item?.words !== undefined
  const people = {
    ...{ reporter: await stage.holder(body.secret.queryCode), handler: worker, lead: await stage.at('property') },
    ...{ community: await stage.at('secretary'), dispatcher: await stage.at('dispatcher'), caller: await stage.at('caller') },
    ...{ leader: await stage.at('leader'), follower },
  }
  for (const [name, hand] of Object.entries(people)) {
    assert.equal(
      (await found(hand, '穿山甲')).includes(id),
      await reads(hand),
      `${name} finds by the words exactly if they read them`,
    )
    assert.ok(await byCategory(hand), `${name} finds by the category`)
  }
  assert.deepEqual(
    await Promise.all(Object.values(people).map(reads)),
    [true, true, true, true, true, true, false, false],
    'whoever oversees or follows does not',
  )
  for (const name of ['liQiang', 'housing', 'admin', 'eastSecretary'] as const)
    for (const question of ['穿山甲', whole])
      assert.ok(!(await found(await stage.at(name), question)).includes(id), `${name} sees nothing of it`)

  // The unit that gave it back has only its history.
  await people.lead.send('return', id, { reason: 'notOurDuty', words: '不归我们', rightBody: 'urban' })
  const ruled = await worker.send('dispatch', id, { lead: 'urban' })
  assert.equal(ruled.status, 200, JSON.stringify(ruled.body))
  assert.equal(await reads(people.lead), false)
  assert.deepEqual(await found(people.lead, '穿山甲', '&scope=assisting'), [])
  assert.deepEqual(await found(people.lead, whole, '&scope=assisting'), [id])
  assert.deepEqual(await found(await stage.at('lamps'), '穿山甲'), [id])
})

test('those whom a report is about never find it, and a protected one only its few', async () => {
  const about = await stage.nobody().send('report', '', lampReport({ words: '白鳍豚', about: ['g-plum'] }))
  assert.deepEqual(await found(await stage.at('wangMin'), '白鳍豚'), [])
  assert.deepEqual(await found(await stage.at('secretary'), '白鳍豚'), [about.body.id])
  const kept = await stage.nobody().send('report', '', lampReport({ words: '白鳍豚', category: 'care.minors' }))
  for (const name of ['wangMin', 'secretary', 'streetDesk', 'leader', 'caller'] as const)
    assert.ok(!(await found(await stage.at(name), '白鳍豚')).includes(kept.body.id), name)
  for (const name of ['dispatcher', 'supervisor'] as const)
    assert.ok((await found(await stage.at(name), '白鳍豚')).includes(kept.body.id), name)
})

test('a search keeps to every other filter, both orders and the pages of the list', async () => {
  const ids: string[] = []
  for (const more of [{}, { urgency: 'urgent' }, { category: 'utilities.water' }, {}, { category: 'utilities.water' }]) {
    stage.clock.moveOn({ minutes: 7 })
    ids.push((await stage.nobody().send('report', '', lampReport({ words: '土豚挖坑', ...more }))).body.id)
  }
  const desk = await stage.at('dispatcher')
  const rows = async (query: string) =>
    (await desk.get(`/api/cases?limit=200${query}`)).body.rows.map(({ id }: { id: string }) => id)
  for (const query of [
    ...[
      '',
      '&sort=due',
      '&urgency=urgent',
      '&category=utilities.water',
      '&street=north&community=garden',
      '&state=reported,closed',
    ],
    ...[
      '&scope=queue',
      '&over=true',
      '&soon=true',
      '&asked=callBack',
      '&group=utilities',
      '&from=2026-03-02T01:10:00Z',
      '&to=2026-03-02T01:20:00Z',
    ],
    ...['&lacks=lead', '&lacks=street', '&lacks=community', '&but=community:garden,-', '&but=lead:urban', '&but=lead:-'],
    ...['&scope=mine', '&scope=assisting', '&lead=urban', `&number=${(await desk.get(`/api/cases/${ids[0]}`)).body.item.number}`],
  ]) {
    const all = await rows(query)
    assert.deepEqual(
      await rows(`&q=${encodeURIComponent('土豚')}${query}`),
      all.filter((id: string) => ids.includes(id)),
      query,
    )
  }
  for (const sort of ['newest', 'due']) {
    const pages: string[] = []
    for (let cursor = ''; ; ) {
      const { body } = await desk.get(`/api/cases?q=${encodeURIComponent('土豚')}&sort=${sort}&limit=2${cursor}`)
      pages.push(...body.rows.map(({ id }: { id: string }) => id))
      if (body.next === undefined) break
      cursor = `&cursor=${body.next}`
    }
    assert.deepEqual(pages, await rows(`&q=${encodeURIComponent('土豚')}&sort=${sort}`), sort)
  }
  // What a page holds is limited after it was found: a narrow viewer finds what lies behind many others' hits.
  assert.deepEqual(await found(await stage.at('liQiang'), '土豚', '&limit=1'), [])
})

test('a search in a state in which few cases end follows them into it, and out of it again', async () => {
  const told = async () => {
    stage.clock.moveOn({ minutes: 1 })
    return (await stage.nobody().send('report', '', lampReport({ words: '旱獭打洞' }))).body
  }
  const [worker, desk] = [await stage.at('wangMin'), await stage.at('dispatcher')]
  const [withdrawn, declined, merged, parent] = [await told(), await told(), await told(), await told()]
  const send = async (hand: Hand, name: string, id: string, given = {}) => {
    const { status, body } = await hand.send(name, id, given)
    assert.equal(status, 200, JSON.stringify(body))
  }
  const inState = (state: string) => found(desk, '旱獭', `&state=${state}`)
  const stand = async () => Promise.all(['withdrawn', 'declined', 'merged', 'declined,merged', 'reported,merged'].map(inState))
  await send(await stage.holder(withdrawn.secret.queryCode), 'withdraw', withdrawn.id)
  await send(worker, 'accept', parent.id)
  await send(worker, 'accept', merged.id)
  await send(worker, 'merge', merged.id, { parent: parent.id })
  assert.deepEqual(await stand(), [[withdrawn.id], [], [merged.id], [merged.id], [merged.id, declined.id]])
  await send(desk, 'decline', declined.id, { reason: 'court', words: '请起诉' })
  assert.deepEqual(await stand(), [[withdrawn.id], [declined.id], [merged.id], [merged.id, declined.id], [merged.id]])
  assert.deepEqual(await verifyWords(database, district), [])
  await send(desk, 'unmerge', merged.id, { parent: parent.id })
  await send(await stage.holder(declined.secret.queryCode), 'appeal', declined.id, { words: '请再看看' })
  assert.deepEqual(await stand(), [[withdrawn.id], [], [], [], [merged.id]])
  assert.deepEqual(await verifyWords(database, district), [])
})

test('a question without a word is refused with what to do; signs of the language of the index are only text', async () => {
  const worker = await stage.at('wangMin')
  const { status, body } = await worker.get(`/api/cases?q=${encodeURIComponent('，。!')}`)
  assert.deepEqual([status, body.code], [400, 'badInput'])
  for (const question of ["' | 'u", '猞猁:*|x', '\\', '!猞猁']) {
    const answer = await worker.get(`/api/cases?q=${encodeURIComponent(`${question}猞猁`)}`)
    assert.equal(answer.status, 200, question)
  }
})

test('neither working role reads the words, and none asks for somebody else', async () => {
  const sight = { everything: true, places: [], party: 'somebody' }
  for (const scope of [
    { as: 'read', district, sight },
    { as: 'command', district },
  ] as const)
    await assert.rejects(
      within(database, scope, (connection) => sql`select told, seen from cases.words`.execute(connection)),
      /permission denied/,
    )
  await assert.rejects(
    within(database, { as: 'command', district }, (connection) =>
      sql`select cases.found('', '[]', '[]', 'newest', null, null, 1)`.execute(connection),
    ),
    /permission denied/,
  )
  const { rows } = await within(database, { as: 'owner', district }, (connection) =>
    sql<{ told: string[]; seen: string[] }>`select tsvector_to_array(told) as told, tsvector_to_array(seen) as seen
      from cases.words where district = ${district} and id = ${lynx}`.execute(connection),
  )
  const { told = [], seen = [] } = rows[0] ?? {}
  assert.ok(told.length > 20 && seen.length > 5, `${told.length} and ${seen.length} entries`)
  for (const entry of told) assert.match(entry, /^t[\w-]{7}$/, 'what was written is there only as keyed hashes')
  for (const entry of seen) assert.doesNotMatch(entry, /[猞猁槐犀]|^.(wi|fi)$|13955554444/, 'and nowhere else')
})

test('verify proves what cases are found by, and finds who was slipped in', async () => {
  assert.deepEqual(await verifyWords(database, district), [])
  const owner = <Row>(statement: ReturnType<typeof sql<Row>>) =>
    within(database, { as: 'owner', district }, (connection) => statement.execute(connection))
  await owner(
    sql`update cases.words set seen = seen || array_to_tsvector(array['ug-pine']) where district = ${district} and id = ${lynx}`,
  )
  const [finding] = await verifyWords(database, district)
  assert.match(finding?.where ?? '', new RegExp(lynx))
  // A case of before there was a search is read again, from its row and the vault.
  await owner(sql`update cases.words set told = null, seen = '' where district = ${district} and id = ${lynx}`)
  assert.deepEqual(await found(await stage.at('wangMin'), '猞猁'), [])
  assert.equal(await fillWords(database, stage.house.ring, district), 1)
  assert.equal(await fillWords(database, stage.house.ring, district), 0)
  assert.deepEqual(await verifyWords(database, district), [])
  assert.deepEqual(await found(await stage.at('wangMin'), '猞猁'), [lynx])
})

test('what an erased person wrote finds nothing any more; the case stays findable by the rest', async () => {
  const holder = await stage.holder(code)
  const { status } = await holder.post('/api/me/erase', { sure: true })
  assert.ok(status < 300, String(status))
  const worker = await stage.at('wangMin')
  assert.deepEqual(await found(worker, '猞猁'), [])
  assert.ok((await found(worker, '路灯')).includes(lynx))
})
