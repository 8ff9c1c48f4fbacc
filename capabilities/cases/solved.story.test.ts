import assert from 'node:assert/strict'
import { test } from 'node:test'
import { within } from '#kernel/database/within.ts'
import { writeUnits } from '#kernel/place/store/write.ts'
import { points, type StaffName } from '#testing/neighbourhood.ts'
import { play } from '#testing/play.ts'
import { attached, lampReport, setStage } from '#testing/stage.ts'

const stage = await setStage()

test('what was solved is told to everybody once a worker approved it: matter, estate and month, nobody and no exact place', async () => {
  const neighbour = stage.nobody()
  const told = await neighbour.send(
    'report',
    '',
    lampReport({
      words: '我是钱独特，和邻居吵架了',
      category: 'neighbours.dispute',
      name: '钱独特',
      phone: '13877770000',
      where: '独特楼9号',
      place: { code: 'plum-3' },
    }),
  )
  const { id, secret } = told.body
  const worker = await stage.at('wangMin')
  await worker.send('accept', id)
  const done = await worker.send('solveOnSite', id, { outcome: 'solved', done: '劝和了', summary: '邻里矛盾已化解' })
  assert.equal(done.status, 200, JSON.stringify(done.body))
  const all = async () => (await neighbour.get('/api/solved')).body.rows
  assert.deepEqual(await all(), [], 'a summary that only its solver wrote is not out yet')

  const secretary = await stage.at('secretary')
  const seen = await secretary.get(`/api/cases/${id}`)
  if (seen.body.item.state === 'verifying') await worker.send('verify', id, { good: true })
  const approved = await secretary.send('approve', id, { summary: '邻里矛盾已化解，双方握手' })
  assert.equal(approved.status, 200, JSON.stringify(approved.body))
  const rows = await all()
  assert.equal(rows.length, 1)
  assert.equal(rows[0].summary, '邻里矛盾已化解，双方握手')
  assert.equal(rows[0].place, '梅园小区')
  assert.doesNotMatch(JSON.stringify(rows), /独特|13877770000|3号楼|2603-/)
  assert.deepEqual((await neighbour.get('/api/solved?community=river')).body.rows, [])

  // The reporter wants it to be nobody's to read: it is taken down at once, and can be let out again.
  const reporter = await stage.holder(secret.queryCode)
  assert.equal((await reporter.send('unpublish', id)).status, 200)
  assert.deepEqual(await all(), [])
  assert.equal((await reporter.send('unpublish', id)).status, 409)
  assert.equal((await worker.send('unpublish', id)).status, 403)
  assert.equal((await secretary.send('approve', id, { summary: '邻里矛盾已化解' })).status, 200)

  // It was not solved after all: it is no longer told.
  assert.equal((await reporter.send('rate', id, { solved: false, level: 1 })).status, 200)
  assert.deepEqual(await all(), [])
})

test('a photo that the reporter took is not made public with what was solved', async () => {
  const [reporter, worker, secretary] = [
    await stage.resident('13877770009'),
    await stage.at('wangMin'),
    await stage.at('secretary'),
  ]
  const photo = await attached(stage, reporter)
  const { id } = (await reporter.send('report', '', lampReport({ category: 'neighbours.dispute', photos: [photo] }))).body
  await worker.send('accept', id)
  assert.equal((await worker.send('solveOnSite', id, { outcome: 'solved', done: '劝和了' })).status, 200)
  const asked = { summary: '邻里矛盾已化解', photos: [photo] }
  const refused = await secretary.send('approve', id, asked)
  assert.deepEqual([refused.status, refused.body.because?.zh.includes('报单人拍的照片不公开')], [409, true])
  assert.equal((await stage.nobody().bytes(`/api/solved/${id}/photos/${photo}`)).status, 404)
})

test('the nearest come first where the phone says about where it is; what lies in no estate is told by its street', async () => {
  await within(stage.database, { as: 'owner', district: stage.district }, (connection) =>
    writeUnits(connection, stage.district, [
      {
        code: 'pine',
        kind: 'estate',
        name: '松园小区',
        parent: 'garden',
        street: 'north',
        community: 'garden',
        point: points.pine,
      },
    ]),
  )
  const secretary = await stage.at('secretary')
  const tell = async (who: StaffName, place: object, summary: string) => {
    const worker = await stage.at(who)
    const { id } = (await stage.nobody().send('report', '', lampReport({ category: 'neighbours.dispute', place }))).body
    assert.equal((await worker.send('accept', id)).status, 200)
    const solved = await worker.send('solveOnSite', id, { outcome: 'solved', done: '已处理' })
    assert.equal(solved.status, 200, JSON.stringify(solved.body))
    const approved = await secretary.send('approve', id, { summary })
    assert.equal(approved.status, 200, JSON.stringify(approved.body))
    stage.clock.moveOn({ minutes: 1 })
  }
  await tell('wangMin', { code: 'plum' }, '梅园一件')
  await tell('liQiang', { code: 'pine' }, '松园一件')
  await tell('wangMin', { code: 'plum-3' }, '梅园又一件')
  await tell('secretary', { code: 'garden' }, '街上一件')
  const rows = async (query = '') => {
    const { status, body } = await stage.nobody().get(`/api/solved${query}`)
    assert.equal(status, 200, JSON.stringify(body))
    return body.rows.map(({ place, summary }: { place: string; summary: string }) => `${place} ${summary}`)
  }
  const near = (longitude: number) => rows(`?longitude=${longitude}&latitude=36.005&system=wgs84`)
  const [plum, pine] = [['梅园小区 梅园又一件', '梅园小区 梅园一件'], ['松园小区 松园一件']]
  assert.deepEqual(await rows(), ['城北街道 街上一件', plum[0], pine[0], plum[1]])
  assert.deepEqual(await near(points.plum[0]), [...plum, ...pine])
  assert.deepEqual(await near(points.pine[0]), [...pine, ...plum])
  for (const query of ['longitude=119', 'longitude=2&latitude=48&system=wgs84'])
    assert.equal((await stage.nobody().get(`/api/solved?${query}`)).status, 400, query)
})

test('a photo is public no longer once it was approved anew without it, or in another round', async () => {
  const { resolved, rated, does, photoOf, nobody } = await play()
  const photos = async () => (await nobody().get('/api/solved')).body.rows.map((row: { photos: string[] }) => row.photos)
  const approved = async (id: string) =>
    does('secretary', 'approve', id, { summary: '已修好', photos: [await photoOf('secretary')] })
  const anew = await resolved()
  await approved(anew)
  await does('secretary', 'approve', anew, { summary: '已修好，照片有人脸，撤下' })
  assert.deepEqual(await photos(), [[]])
  const again = await resolved()
  await approved(again)
  await rated(again, false)
  await does('lamps', 'resolve', again, { outcome: 'solved', done: '又修好了' })
  await does('secretary', 'approve', again, { summary: '这次修好了' })
  assert.deepEqual(await photos(), [[], []])
})
