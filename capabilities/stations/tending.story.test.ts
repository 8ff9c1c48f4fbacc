import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { suite, test } from 'node:test'
import { sql } from 'kysely'
import { provenFlows, provenRegisters } from '#bin/proving.ts'
import { within } from '#kernel/database/within.ts'
import { verify } from '#kernel/flow/verify.ts'
import { sealDistrict } from '#kernel/record/seal.ts'
import { followsFromEvents } from '#kernel/register/verify.ts'
import { forgetOld } from '#kernel/retention/round.ts'
import { points, type StaffName } from '#testing/neighbourhood.ts'
import { attached, setStage } from '#testing/stage.ts'
import type { Station } from './contract/station.ts'
import { stationRegister } from './register.ts'
import { stationRules } from './store/retention.ts'

const stage = await setStage('2026-03-02T09:00:00+08:00')
const { database, district } = stage
const plum: Station = {
  ...{ code: 'plum', kind: 'neighbour', name: '梅园近邻驿站', community: 'garden', address: '梅园物业楼一层' },
  ...{ longitude: points.plum[0], latitude: points.plum[1], host: { kind: 'propertyOffice', name: '万家物业' } },
  ...{ keeper: 'property-1', services: ['reading'], facilities: ['water'], openedOn: '2025-05-01', phone: '0536-7000001' },
  hours: { weekly: [{ days: [1, 2, 3, 4, 5], opens: '08:30', closes: '17:30' }], exceptions: [] },
}
const pine: Station = {
  ...{
    ...plum,
    code: 'pine',
    name: '松园裁缝铺',
    kind: 'warm',
    keeper: 'garden',
    openedOn: '2025-01-01',
    verifiedOn: '2026-01-05',
  },
  ...{ longitude: points.pine[0], latitude: points.pine[1] },
}
const verified = async (name: StaffName, code: string, key: string = randomUUID()) =>
  (await stage.at(name)).post(`/api/stations/${code}/verify`, undefined, { 'idempotency-key': key })
const unverified = async (name: StaffName) =>
  (await (await stage.at(name)).get('/api/stations/unverified')).body.rows.map(({ code }: { code: string }) => code)
const one = async () => (await stage.nobody().get('/api/stations/plum')).body
const photo = async (name: StaffName) => attached(stage, await stage.at(name))
const putUp = async (name: StaffName, id: string, caption = '门口的饮水机') =>
  (await stage.at(name)).post('/api/stations/plum/photos', { id, caption })

suite('whoever tends a station', () => {
  test('is asked whether it still holds once half a year has gone by, and confirms it in one tap', async () => {
    const secretary = await stage.at('secretary')
    for (const entry of [plum, pine])
      assert.equal((await secretary.put(`/api/registers/stations/${entry.code}`, { entry, version: 0 })).status, 200)
    assert.deepEqual(await unverified('secretary'), ['plum'])
    assert.deepEqual(await unverified('property'), ['plum'])
    assert.deepEqual([await unverified('eastSecretary'), await unverified('wangMin')], [[], []])
    assert.equal((await stage.nobody().get('/api/stations/unverified')).status, 401)
    assert.equal((await one()).mayTend, undefined)
    const theirs = (await (await stage.at('property')).get('/api/stations/plum')).body
    assert.deepEqual([theirs.mayTend, theirs.unverified], [true, true])

    for (const name of ['eastSecretary', 'wangMin', 'leader'] as const)
      assert.equal((await verified(name, 'plum')).status, 403, name)
    assert.equal((await verified('property', 'pine')).status, 403, 'another keeps that one')
    assert.equal((await verified('secretary', 'nowhere')).status, 404)
    assert.equal((await (await stage.at('property')).post('/api/stations/plum/verify')).status, 400, 'under no key')
    assert.deepEqual(
      [(await one()).verifiedOn, await unverified('secretary')],
      [undefined, ['plum']],
      'none of it changed anything',
    )

    const key = randomUUID()
    const done = await verified('property', 'plum', key)
    assert.deepEqual([done.status, done.body], [200, { verifiedOn: '2026-03-02' }])
    assert.equal((await verified('property', 'plum', key)).status, 200, 'the same once more')
    assert.equal((await one()).verifiedOn, '2026-03-02')
    assert.deepEqual(await unverified('secretary'), [])
    const history = (await secretary.get('/api/registers/stations/plum/history')).body
    assert.match(JSON.stringify(history), /褚管家/, 'who confirmed it stands in the record')
    await sealDistrict(database, district, stage.clock.now())
    const proven = async () => (await verify(database, [], district, undefined, [followsFromEvents(stationRegister)])).findings
    assert.deepEqual(await proven(), [])
    const kindSet = (kind: string) =>
      within(database, { as: 'owner', district }, (connection) =>
        sql`update stations.stations set kind = ${kind} where district = ${district} and code = 'plum'`.execute(connection),
      )
    await kindSet('shared')
    const where = 'stations/plum'
    assert.deepEqual(await proven(), [{ where, what: 'its columns do not follow from it' }], 'it is counted as another kind')
    await kindSet('neighbour')
    assert.deepEqual(await proven(), [])
  })

  test('does not confirm what cannot be so', async () => {
    const secretary = await stage.at('secretary')
    const { version } = (await secretary.get('/api/registers/stations/pine')).body
    assert.equal((await secretary.put('/api/registers/stations/pine', { entry: pine, version, ends: '2026-03-02' })).status, 200)
    assert.equal((await verified('secretary', 'pine')).status, 404, 'it has closed for good')
  })
})

suite('photos of a station', () => {
  test('are put up by its keeper and its community, and seen by everybody with what they show', async () => {
    const first = await photo('property')
    assert.deepEqual((await putUp('property', first)).body, [{ id: first, caption: '门口的饮水机' }])
    const second = await photo('secretary')
    assert.equal((await putUp('secretary', second, '里面的座位')).body.length, 2)
    assert.deepEqual(
      (await one()).photos.map(({ caption }: { caption: string }) => caption),
      ['门口的饮水机', '里面的座位'],
    )
    const { status, bytes } = await stage.nobody().bytes(`/api/stations/plum/photos/${first}`)
    assert.deepEqual([status, bytes.subarray(0, 2).toString('hex')], [200, 'ffd8'])
    assert.equal((await putUp('property', first, '新的饮水机')).body[0].caption, '新的饮水机')
  })

  test('are nobody else’s to put up, and show nothing that was not uploaded for it', async () => {
    for (const name of ['eastSecretary', 'wangMin'] as const)
      assert.equal((await putUp(name, await photo(name))).status, 403, name)
    assert.equal((await putUp('secretary', await photo('wangMin'))).status, 400, 'what somebody else uploaded')
    assert.equal((await putUp('secretary', randomUUID())).status, 400)
    assert.equal((await putUp('secretary', await photo('secretary'), ' ')).status, 400, 'without a caption')
    const reported = await photo('secretary')
    await (await stage.at('secretary')).send('report', '', {
      ...{ words: '路灯不亮', as: 'patrol', category: 'municipal.streetLamp', photos: [reported] },
      place: { point: { longitude: plum.longitude, latitude: plum.latitude, system: 'wgs84' } },
    })
    assert.equal((await putUp('secretary', reported)).status, 400, 'what stands in a case')
    assert.equal((await stage.nobody().bytes(`/api/stations/plum/photos/${reported}`)).status, 404)
    assert.equal((await one()).photos.length, 2)
  })

  test('are eight at most, and are gone for good once taken down', async () => {
    for (let count = (await one()).photos.length; count < 8; count += 1) await putUp('secretary', await photo('secretary'))
    assert.equal((await putUp('secretary', await photo('secretary'))).status, 409)
    const [{ id }] = (await one()).photos
    assert.equal((await (await stage.at('wangMin')).delete(`/api/stations/plum/photos/${id}`)).status, 403)
    assert.equal((await stage.nobody().delete(`/api/stations/plum/photos/${id}`)).status, 401)
    assert.equal((await (await stage.at('property')).delete(`/api/stations/plum/photos/${id}`)).body.length, 7)
    assert.equal((await stage.nobody().bytes(`/api/stations/plum/photos/${id}`)).status, 404)
    assert.equal((await (await stage.at('property')).delete(`/api/stations/plum/photos/${id}`)).status, 404)
  })

  test('stay thirty days once it has ended, should that have been a mistake, and are destroyed then', async () => {
    const secretary = await stage.at('secretary')
    const entry = { ...pine, code: 'short', name: '松园临时驿站' }
    const ending = (ends: object, version: number) => secretary.put('/api/registers/stations/short', { entry, version, ...ends })
    assert.equal((await ending({}, 0)).status, 200)
    const id = await photo('secretary')
    assert.equal((await secretary.post('/api/stations/short/photos', { id, caption: '门口' })).status, 200)
    assert.equal((await ending({ ends: '2026-03-02' }, 1)).status, 200)
    const bytes = () => stage.nobody().bytes(`/api/stations/short/photos/${id}`)
    const forgetAfter = (days: number) =>
      forgetOld({
        house: { database, clock: () => stage.clock.now().add({ hours: 24 * days }) },
        ...{ store: stage.store, rules: stationRules, district, report: assert.ifError },
      })
    assert.equal((await bytes()).status, 404, 'nobody sees it meanwhile')
    assert.equal(await forgetAfter(29), 0)
    assert.equal((await ending({ ends: null }, 2)).status, 200)
    assert.equal((await bytes()).status, 200, 'it has opened again')
    assert.equal(await forgetAfter(40), 0)
    assert.equal((await ending({ ends: '2026-03-02' }, 3)).status, 200)
    const others = (await one()).photos.length
    assert.equal(await forgetAfter(31), 1)
    assert.equal(await stage.store.get(id), undefined, 'its bytes are gone')
    assert.equal((await one()).photos.length, others, 'those of others stay')
    await sealDistrict(database, district, stage.clock.now())
    assert.deepEqual((await verify(database, provenFlows, district, undefined, provenRegisters)).findings, [])
  })
})

suite('stations as GeoJSON', () => {
  test('are features with a point in WGS 84, found as the list finds them, so many at most', async () => {
    const reply = await stage.app.inject({ url: '/api/stations.geojson', headers: { 'linli-district': district } })
    assert.match(String(reply.headers['content-type']), /^application\/geo\+json/)
    const collection = reply.json()
    assert.deepEqual(Object.keys(collection), ['type', 'features'])
    assert.equal(collection.type, 'FeatureCollection')
    const [feature, ...others] = collection.features
    assert.equal(others.length, 0, 'what has closed for good is not there')
    assert.deepEqual(
      [feature.type, feature.id, feature.geometry],
      ['Feature', 'plum', { type: 'Point', coordinates: [...points.plum] }],
    )
    assert.deepEqual(
      [feature.properties.name, feature.properties.hours, feature.properties.verifiedOn, feature.properties.keeper],
      [plum.name, ['周一至周五 08:30–17:30'], '2026-03-02', undefined],
    )
    const count = async (query: string) => (await stage.nobody().get(`/api/stations.geojson?${query}`)).body.features.length
    assert.deepEqual([await count('kind=warm'), await count('kind=neighbour'), await count('limit=1')], [0, 1, 1])
    for (const query of ['limit=0', 'kind=castle', 'other=1'])
      assert.equal((await stage.nobody().get(`/api/stations.geojson?${query}`)).status, 400, query)
  })
})
