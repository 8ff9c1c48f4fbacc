import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { within } from '#kernel/database/within.ts'
import { looksAt } from '#kernel/vault/looks.ts'
import { play } from '#testing/play.ts'
import { lampReport } from '#testing/stage.ts'

test('whoever handles a case reads what those wrote whose reports were merged into it, and they see who read it', async () => {
  const { database, district, report, does, at, nobody, photoOf } = await play()
  const photo = await photoOf('grandma')
  const parent = await report('neighbour', { words: '3号楼东边的路灯不亮' })
  const child = await report('grandma', { words: '西门那盏灯也不亮，还漏电', where: '西门岗亭旁', photos: [photo] })
  await does('wangMin', 'accept', parent)
  await does('wangMin', 'dispatch', parent, { lead: 'urban' })
  await does('lamps', 'receive', parent)
  await does('wangMin', 'merge', child, { parent })

  const [lamps, wangMin] = [await at('lamps'), await at('wangMin')]
  const read = async (who = lamps) => {
    const { status, body } = await who.get(`/api/cases/${parent}/merged`)
    assert.equal(status, 200)
    return body.map(({ words, where, photos }: { words: string; where: string; photos: string[] }) => [words, where, photos])
  }
  const theirs = [['西门那盏灯也不亮，还漏电', '西门岗亭旁', [photo]]]
  assert.deepEqual(await read(), theirs)
  assert.deepEqual(await read(wangMin), theirs)
  assert.equal((await lamps.get(`/api/cases/${child}`)).status, 404, 'the report itself stays where it lies')
  const related = async (who: typeof lamps, id: string) =>
    (await who.get(`/api/cases/${id}/related`)).body.map((one: { id: string; state: string }) => [one.id, one.state])
  assert.deepEqual(await related(wangMin, parent), [[child, 'merged']])
  assert.deepEqual(await related(wangMin, child), [[parent, 'handling']])
  assert.deepEqual(await related(lamps, parent), [], 'how it stands is told to whoever sees it')
  assert.equal((await lamps.bytes(`/api/cases/${parent}/photos/${photo}`)).status, 200)
  const looks = await within(database, { as: 'owner', district }, (connection) => looksAt(connection, district, 'grandma'))
  assert.deepEqual(looks.map(({ item, fields, by_name }) => [item, fields.toSorted().join(), by_name]).toSorted(), [
    [child, 'photos', '吴城'],
    [child, 'where,words', '吴城'],
    [child, 'where,words', '王敏'],
  ])

  assert.deepEqual(await read(await at('leader')), [], 'a leader oversees, and reads nobody’s words')
  assert.equal((await (await at('liQiang')).get(`/api/cases/${parent}/merged`)).status, 404)
  assert.equal((await nobody().get(`/api/cases/${parent}/merged`)).status, 401)

  await does('dispatcher', 'unmerge', child, { parent })
  assert.deepEqual(await read(), [], 'what was taken out again is its own matter')
  assert.equal((await lamps.bytes(`/api/cases/${parent}/photos/${photo}`)).status, 404)
})

test('who reported what others were merged into reads their own words only; who found it on patrol and has it in hand reads all', async () => {
  const { database, district, report, does, at, resident, photoOf, shown } = await play()
  const photo = await photoOf('grandma')
  const mine = await resident('13900000031')
  const { body } = await mine.send('report', '', lampReport({ category: 'neighbours.dispute' }))
  const child = await report('grandma', { photos: [photo] })
  await does('wangMin', 'merge', child, { parent: body.id })
  assert.deepEqual((await mine.get(`/api/cases/${body.id}/merged`)).body, [])
  assert.equal((await mine.bytes(`/api/cases/${body.id}/photos/${photo}`)).status, 404)

  const worker = await at('wangMin')
  const found = (await worker.send('report', '', lampReport({ as: 'patrol', category: 'neighbours.dispute' }))).body.id
  const [first, second] = [await report('grandma', { words: '先报的' }), await report('grandma', { words: '后报的' })]
  await does('wangMin', 'merge', first, { parent: second })
  await does('wangMin', 'merge', second, { parent: found })
  const words = (await worker.get(`/api/cases/${found}/merged`)).body.map((one: { words: string }) => one.words)
  assert.deepEqual(words.toSorted(), ['先报的', '后报的'], 'also what was merged into one of them before')
  assert.equal((await shown('wangMin', found)).item?.readsMerged, true)
  assert.equal((await shown('leader', found)).item?.readsMerged, false)
  const looks = await within(database, { as: 'owner', district }, (connection) => looksAt(connection, district, 'grandma'))
  assert.equal(looks.filter(({ item }) => item === first || item === second).length, 2)
})

test('a report that was split off before it was merged is read whole', async () => {
  const { report, does, at } = await play()
  const [parent, whole] = [await report('neighbour'), await report('grandma', { where: '西门岗亭旁' })]
  await does('wangMin', 'accept', whole)
  const part = randomUUID()
  await does('wangMin', 'split', whole, { parts: [{ id: part, category: 'neighbours.dispute', words: '另一件：夜里吵' }] })
  await does('dispatcher', 'merge', part, { parent })
  const { body } = await (await at('wangMin')).get(`/api/cases/${parent}/merged`)
  assert.deepEqual(
    body.map(({ words, where }: { words: string; where: string }) => [words, where]),
    [['另一件：夜里吵', '西门岗亭旁']],
  )
})

test('what was split off from what was split off is still at the place, and its reporter still reached, as they said', async () => {
  const { resident, does, at } = await play()
  const mine = await resident('13900000042')
  const contact = { name: '林秋', phone: '13900000042', shareContact: true }
  const { body } = await mine.send('report', '', lampReport({ category: 'neighbours.dispute', where: '西门岗亭旁', ...contact }))
  await does('wangMin', 'accept', body.id)
  let whole = body.id
  for (const words of ['另一件：夜里吵', '还有一件：堆着杂物', '第三件：水管渗水']) {
    const part = randomUUID()
    await does('wangMin', 'split', whole, { parts: [{ id: part, category: 'neighbours.dispute', words }] })
    const { item } = (await (await at('wangMin')).get(`/api/cases/${part}`)).body
    assert.deepEqual([item?.words, item?.where, item?.phone], [words, '西门岗亭旁', '139****0042'])
    const revealed = await (await at('wangMin')).post(`/api/cases/${part}/reveal`, { reason: '约定上门时间' })
    assert.deepEqual(revealed.body, { name: '林秋', phone: '13900000042' })
    whole = part
  }
})

test('what a follower says of a part that is not solved for them is read where it comes back as their own', async () => {
  const { resident, report, does, at } = await play()
  const whole = await report('grandma', { category: 'neighbours.dispute' })
  await does('wangMin', 'accept', whole)
  const part = randomUUID()
  await does('wangMin', 'split', whole, { parts: [{ id: part, category: 'neighbours.dispute', words: '另一件：夜里吵' }] })
  const follower = await resident('13900000043')
  assert.equal((await follower.send('join', part)).status, 200)
  await does('wangMin', 'solveOnSite', part, { outcome: 'solved', done: '劝住了' })
  const rated = await follower.send('rate', part, { solved: false, level: 2, words: '我家楼上还在吵' })
  assert.equal(rated.status, 200, JSON.stringify(rated.body))
  const { rows } = (await (await at('wangMin')).get('/api/cases?scope=queue')).body
  const own = await Promise.all(
    rows.map(async ({ id }: { id: string }) => (await (await at('wangMin')).get(`/api/cases/${id}`)).body.item),
  )
  assert.deepEqual(
    own.filter(({ origin }) => origin === part).map(({ words }) => words),
    ['我家楼上还在吵'],
  )
})

test('a danger that a resident withdrew goes on as staff’s, and still shows them nobody else’s words', async () => {
  const { report, does, resident } = await play()
  const mine = await resident('13900000041')
  const { body } = await mine.send('report', '', lampReport({ category: 'safety.fireLane' }))
  assert.equal((await mine.send('withdraw', body.id)).status, 200)
  const child = await report('grandma', { category: 'safety.fireLane', words: '也堵了' })
  await does('wangMin', 'merge', child, { parent: body.id })
  const { item } = (await mine.get(`/api/cases/${body.id}`)).body
  assert.deepEqual([item.staffReported, item.readsMerged], [true, false])
  assert.deepEqual((await mine.get(`/api/cases/${body.id}/merged`)).body, [])
})

test('what was split off stands in the trail of the whole and in none of a part, which is called what it is about itself', async () => {
  const { report, does, at } = await play()
  const whole = await report('grandma', { words: '3号楼东边的路灯不亮，楼道里还堆着垃圾' })
  await does('wangMin', 'accept', whole)
  const parts = [
    { id: randomUUID(), category: 'neighbours.dispute', words: '楼道里堆着垃圾' },
    { id: randomUUID(), category: 'municipal.streetLamp', words: '路灯不亮' },
  ]
  await does('wangMin', 'split', whole, { parts })
  const worker = await at('wangMin')
  const saidOf = async (id: string) => {
    const { body } = await worker.get(`/api/cases/${id}/events`)
    return body.filter(({ command }: { command: string }) => command === 'split').flatMap(({ said }: { said: object[] }) => said)
  }
  const names = new Map((await worker.get('/api/categories')).body.map(({ code, name }: Answered) => [code, name.zh]))
  assert.deepEqual(await saidOf(whole), [{ field: 'parts', text: parts.map(({ category }) => names.get(category)).join('、') }])
  const gistOf = async (id: string) => (await worker.get(`/api/cases/${id}`)).body.item.gist
  assert.ok((await gistOf(whole)).length > 0)
  for (const { id } of parts) assert.deepEqual(await saidOf(id), [])
  assert.deepEqual(await Promise.all(parts.map(({ id }) => gistOf(id))), [['垃圾'], ['路灯不亮']])
})

interface Answered {
  code: string
  name: { zh: string }
}
