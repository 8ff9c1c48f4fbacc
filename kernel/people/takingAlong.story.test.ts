import assert from 'node:assert/strict'
import { test } from 'node:test'
import { attached, type Hand, lampReport, setStage } from '#testing/stage.ts'
import { deliver } from '../record/deliver.ts'
import { unzip } from '../register/sheet/xlsx/unzip.ts'

const stage = await setStage()
const phone = '13877771111'
const mine = { words: '我是钱独特，路灯不亮', name: '钱独特', phone, home: '独特楼9号', where: '独特楼后墙' }

/** What somebody takes along: the file that a machine reads, and the others by their names. */
async function taken(hand: Hand) {
  const { status, bytes } = await hand.bytes('/api/me/data.zip')
  assert.equal(status, 200, bytes.toString())
  const file = unzip(bytes, 10_000_000)
  const page = String(file('我的资料.html'))
  return { told: JSON.parse(String(file('linli.json'))), page, photo: (id: string) => file(`photos/${id}.jpg`) }
}

test('a resident takes along all that is known of them, photos too, and nothing of anybody else', async () => {
  const person = await stage.resident(phone)
  const photo = await attached(stage, person)
  const { id } = (await person.send('report', '', lampReport({ ...mine, photos: [photo], category: 'neighbours.dispute' }))).body
  const follower = await stage.resident('13877771112')
  await follower.send('join', id)
  await follower.send('comment', id, { words: '我是犀牛角，也看见了' })
  await person.send('comment', id, { words: '补充：晚上更暗' })
  const worker = await stage.at('wangMin')
  await worker.send('accept', id)
  await worker.send('comment', id, { words: '内部：穿山甲也来电反映' })
  await worker.post(`/api/cases/${id}/reveal`, { reason: '约定上门时间' })
  await worker.send('solveOnSite', id, { outcome: 'solved', done: '已修好' })
  await follower.send('rate', id, { solved: false, level: 1, words: '犀牛角不满意' })
  await deliver(stage.database, stage.district, stage.clock.now())

  const { told, page, photo: photoIn } = await taken(person)
  assert.deepEqual(photoIn(photo)?.subarray(0, 2), Buffer.from([0xff, 0xd8]))
  const text = JSON.stringify(told)
  for (const own of [...Object.values(mine), '补充：晚上更暗', '已修好', '约定上门时间'])
    for (const there of [text, page]) assert.ok(there.includes(own), own)
  assert.ok(page.includes(`<img src="photos/${photo}.jpg"`) && !page.includes('<script'))
  assert.deepEqual(
    told.cases.map((one: { id: string; standing: string }) => [one.id, one.standing]),
    [[id, 'reporter']],
  )
  assert.ok(told.cases[0].course.length >= 4)
  assert.ok(told.sessions.length > 0 && told.notices.length > 0)
  for (const others of [/犀牛角/, /13877771112/, /穿山甲/]) assert.doesNotMatch(text + page, others)

  const joined = await taken(follower)
  assert.deepEqual(
    new Set(joined.told.cases.map((one: { standing: string }) => one.standing)),
    new Set(['follower', 'reporter']),
    'what is not solved for them came in as their own',
  )
  const theirs = JSON.stringify(joined.told) + joined.page
  assert.match(theirs, /犀牛角/)
  assert.doesNotMatch(theirs, /独特|补充：|13877771111|119\.005/)
  assert.equal(joined.photo(photo), undefined)
})

test('whoever reported without an account takes theirs along by the query code', async () => {
  const { body } = await stage.nobody().send('report', '', lampReport(mine))
  const { told } = await taken(await stage.holder(body.secret.queryCode))
  assert.deepEqual(
    told.cases.map(({ id }: { id: string }) => id),
    [body.id],
  )
  assert.ok(JSON.stringify(told).includes(mine.home))
})

test('that it was taken is a look that the person sees; it is for residents, so often an hour, and not for strangers', async () => {
  const person = await stage.resident('13877771113')
  for (let times = 0; times < 5; times += 1) await taken(person)
  const looks = (await person.get('/api/looks')).body
  assert.deepEqual([looks.length, looks[0].reason], [5, 'takenAlong'])
  const { id } = (await person.send('report', '', lampReport(mine))).body
  const worker = await stage.at('wangMin')
  for (const reason of ['takenAlong', 'opened', 'ahead'])
    assert.equal((await worker.post(`/api/cases/${id}/reveal`, { reason })).status, 400, 'no look passes for another')
  const slowed = await person.bytes('/api/me/data.zip')
  assert.deepEqual([slowed.status, JSON.parse(slowed.bytes.toString()).code], [429, 'tooMany'])
  assert.equal((await stage.nobody().bytes('/api/me/data.zip')).status, 401)
  const staff = await (await stage.at('wangMin')).bytes('/api/me/data.zip')
  assert.deepEqual([staff.status, JSON.parse(staff.bytes.toString()).code], [403, 'notYou'])
})
