import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lampReport, setStage } from '#testing/stage.ts'
import { deliver } from './deliver.ts'
import { liveReader } from './live.ts'

const stage = await setStage()
const { database, district, clock } = stage
const deliverAll = async () => {
  let sum = 0
  for (let some = 1; some > 0; sum += some) some = (await deliver(database, district, clock.now())).sent
  return sum
}

test('whoever a case comes to is told once, also when two processes deliver at the same time', async () => {
  const reporter = await stage.resident('13900000077')
  const { id } = (await reporter.send('report', '', lampReport())).body
  const wangMin = await stage.at('wangMin')
  await wangMin.send('accept', id)
  const [one, other] = await Promise.all([deliverAll(), deliverAll()])
  assert.equal(one + other, 2)
  const told = (await wangMin.get('/api/notices')).body
  assert.deepEqual(
    told.map(({ item, words }: { item: string; words: { zh: string } }) => [item, words.zh.includes('到您这里了')]),
    [[id, true]],
  )
  const news = (await reporter.get('/api/notices')).body
  assert.equal(news.length, 2, 'the reporter hears of the report and of the acceptance')
  assert.equal((await wangMin.post('/api/notices/read')).status, 200)
  assert.ok((await wangMin.get('/api/notices')).body.every(({ read }: { read: boolean }) => read))
})

test('a notice says what it is about, where and until when, as long as its reader sees that', async () => {
  const { id } = (await stage.nobody().send('report', '', lampReport())).body
  await deliverAll()
  const wangMin = await stage.at('wangMin')
  const aboutIt = async () => (await wangMin.get('/api/notices')).body.find(({ item }: { item: string }) => item === id).about
  const { matter, place, dueAt } = await aboutIt()
  assert.match(matter.zh, /路灯/)
  assert.match(place, /花园社区/)
  assert.ok(Date.parse(dueAt) > clock.now().epochMilliseconds)
  await wangMin.send('accept', id)
  assert.ok(Date.parse((await aboutIt()).dueAt) > Date.parse(dueAt), 'the limit is the one that runs now')
  const corrected = await wangMin.send('correct', id, { category: 'care.minors', words: '涉及未成年人' })
  assert.equal(corrected.status, 200, JSON.stringify(corrected.body))
  assert.equal((await wangMin.get(`/api/cases/${id}`)).status, 404)
  assert.equal(await aboutIt(), undefined, 'what has left their sight is described no longer')
})

test('whoever has a case before them hears that it changed, and others do not', async () => {
  const heard: string[] = []
  const silent: string[] = []
  const sight = (places: string[]) => ({ everything: false, places, party: 'nobody' })
  const leave = [
    stage.live.listen(district, { sight: sight(['g-plum']), hear: ({ item }) => heard.push(item) }),
    stage.live.listen(district, { sight: sight(['g-pine']), hear: ({ item }) => silent.push(item) }),
  ]
  const { id } = (await stage.nobody().send('report', '', lampReport())).body
  for (let wait = 0; wait < 50 && !heard.includes(id); wait++) await new Promise((resolve) => setTimeout(resolve, 100))
  assert.ok(heard.includes(id))
  // A page loads first and listens then: what changed in between it hears on coming.
  const late: string[] = []
  leave.push(
    stage.live.listen(district, { sight: sight(['g-plum']), hear: ({ item }) => late.push(item) }),
    stage.live.listen(district, { sight: sight(['g-pine']), hear: ({ item }) => silent.push(item) }),
  )
  // What is protected is no business of those who see the district but do not guard it, not even that it moved.
  const [guards, others]: [string[], string[]] = [[], []]
  for (const [heardBy, more] of [
    [guards, { guards: true }],
    [others, {}],
  ] as const)
    leave.push(
      stage.live.listen(district, {
        sight: { everything: true, places: [], party: 'nobody', ...more },
        hear: ({ item }) => heardBy.push(item),
      }),
    )
  const guarded = (await stage.nobody().send('report', '', lampReport({ category: 'care.minors' }))).body.id
  for (let wait = 0; wait < 50 && !guards.includes(guarded); wait++) await new Promise((resolve) => setTimeout(resolve, 100))
  for (const stop of leave) stop()
  assert.deepEqual([guards.includes(guarded), others.includes(guarded), others.includes(id)], [true, false, true])
  assert.ok(late.includes(id))
  assert.deepEqual(silent, [])
})

test('what one process commits is heard in another, which nobody nudges', async () => {
  const other = liveReader(database)
  const heard: string[] = []
  const leave = other.listen(district, {
    sight: { everything: true, places: [], party: 'nobody' },
    hear: ({ item }) => heard.push(item),
  })
  const { id } = (await stage.nobody().send('report', '', lampReport())).body
  for (let turns = 0; turns < 100 && !heard.includes(id); turns++) await new Promise((resolve) => setTimeout(resolve, 100))
  leave()
  other.close()
  assert.ok(heard.includes(id))
})
