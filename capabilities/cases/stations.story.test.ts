import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { turn } from '#bin/rounds.ts'
import type { Station } from '#capabilities/stations/contract/station.ts'
import { points } from '#testing/neighbourhood.ts'
import { setStage } from '#testing/stage.ts'

const stage = await setStage('2026-03-02T10:00:00+08:00')
const plum: Station = {
  ...{ code: 'plum', kind: 'neighbour', name: '梅园近邻驿站', community: 'garden', address: '梅园物业楼一层' },
  ...{ longitude: points.plum[0], latitude: points.plum[1], host: { kind: 'propertyOffice', name: '万家物业' } },
  ...{ keeper: 'property-1', services: [], facilities: ['water'], openedOn: '2025-05-01' },
  hours: { weekly: [{ days: [1, 2, 3, 4, 5], opens: '08:30', closes: '17:30' }], exceptions: [] },
}
const regards = { kind: 'station', code: 'plum' }
const feedback = (more: object = {}) => ({
  words: '饮水机没有水了',
  place: { point: { longitude: plum.longitude, latitude: plum.latitude, system: 'wgs84' } },
  ...{ category: 'services.station', regards, ...more },
})
/** What the keeper's post was told of the station. */
async function toldTheKeeper(): Promise<string[]> {
  await turn(stage, stage.district, (what) => assert.fail(String(what)))
  const told: { words: { zh: string } }[] = (await (await stage.at('property')).get('/api/notices')).body
  return told.map(({ words }) => words.zh).filter((zh) => zh.includes('居民反映梅园近邻驿站有问题'))
}

suite('what residents say of a station', () => {
  test('comes to the community, with the keeper named, who hears of it and reads what is wrong', async () => {
    const secretary = await stage.at('secretary')
    assert.equal((await secretary.put('/api/registers/stations/plum', { entry: plum, version: 0 })).status, 200)
    const resident = await stage.resident('13800004001')
    const sent = await resident.send('report', '', feedback())
    assert.equal(sent.status, 200)
    const { id } = sent.body
    const { item } = sent.body.view
    assert.deepEqual(item.holder, { role: 'communitySecretary', unit: 'garden', unitName: '花园社区' })
    assert.deepEqual(item.regards, { ...regards, name: plum.name, keeperName: '万家物业' })
    assert.equal(item.place.label, plum.name)
    assert.match(item.routedBy.zh, /由所在社区/)

    const keeper = await stage.at('property')
    assert.equal((await toldTheKeeper()).length, 1)
    const seen = (await keeper.get(`/api/cases/${id}`)).body.item
    assert.deepEqual([seen.standing, seen.words, seen.phone], ['private', '饮水机没有水了', undefined])
    const handed = (await secretary.get(`/api/cases/${id}`)).body.item
    assert.deepEqual(handed.suggestedLead, { unit: 'property-1', name: '万家物业' })
  })

  test('is listed by its station, to whoever sees it and to nobody else', async () => {
    const resident = await stage.resident('13800004001')
    await resident.send('report', '', { ...feedback(), regards: undefined, words: '这里的路灯坏了' })
    const listed = async (name: Parameters<typeof stage.at>[0], more = '') =>
      (await (await stage.at(name)).get(`/api/cases?station=plum${more}`)).body.rows.length
    assert.deepEqual([await listed('secretary'), await listed('eastSecretary')], [1, 0])
    assert.equal(await listed('property'), 1, 'the keeper finds it though nobody has sent it to them yet')
    assert.equal(await listed('secretary', '&q=驿站'), 1, 'also among what is searched for')
    assert.equal((await (await stage.at('secretary')).get('/api/cases?station=pine')).body.rows.length, 0)
  })

  test('does not reach a keeper that it is about', async () => {
    const sent = await (await stage.resident('13800004001')).send(
      'report',
      '',
      feedback({ about: ['property-1'], words: '物业的人骂人' }),
    )
    assert.equal(sent.status, 200)
    assert.equal((await (await stage.at('property')).get(`/api/cases/${sent.body.id}`)).status, 404)
    assert.equal((await toldTheKeeper()).length, 1, 'of the other one')
  })

  test('of a station that is none, or has closed for good, is refused and keeps nothing', async () => {
    const resident = await stage.resident('13800004002')
    const none = await resident.send('report', '', feedback({ regards: { kind: 'station', code: 'nowhere' } }))
    assert.equal(none.status, 400)
    assert.match(none.body.because.zh, /没有这个驿站/)
    assert.equal((await resident.send('report', '', feedback({ regards: { kind: 'shop', code: 'plum' } }))).status, 400)
    const secretary = await stage.at('secretary')
    const ended = await secretary.put('/api/registers/stations/plum', { entry: plum, version: 1, ends: '2026-03-02' })
    assert.equal(ended.status, 200)
    assert.equal((await resident.send('report', '', feedback())).status, 400)
    assert.equal((await resident.get('/api/cases?scope=mine')).body.rows.length, 0)
  })
})
