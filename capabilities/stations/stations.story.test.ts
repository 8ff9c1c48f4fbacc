import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { points } from '#testing/neighbourhood.ts'
import { setStage } from '#testing/stage.ts'
import type { Station } from './contract/station.ts'

const monday = '2026-03-02T09:00:00+08:00'
const stage = await setStage(monday)

const plum: Station = {
  ...{ code: 'plum', kind: 'neighbour', name: '梅园近邻驿站', community: 'garden', address: '梅园物业楼一层' },
  ...{ longitude: points.plum[0], latitude: points.plum[1], host: { kind: 'propertyOffice', name: '万家物业' } },
  ...{ keeper: 'property-1', services: ['reading'], facilities: ['water', 'rest'], openedOn: '2025-05-01' },
  hours: { weekly: [{ days: [1, 2, 3, 4, 5], opens: '08:30', closes: '17:30' }], exceptions: [] },
}
const pine: Station = {
  ...{ ...plum, code: 'pine', name: '松园裁缝铺', kind: 'convenience', services: ['tailoring'], openedOn: '2026-02-01' },
  ...{ longitude: points.pine[0], latitude: points.pine[1], keeper: 'garden', host: { kind: 'shop', name: '裁缝铺' } },
  hours: { weekly: [{ days: [1, 2, 3, 4, 5, 6, 7], opens: '10:00', closes: '20:00' }], exceptions: [] },
}

const put = async (name: Parameters<typeof stage.at>[0], entry: Station, version = 0, ends?: string | null) =>
  (await stage.at(name)).put(`/api/registers/stations/${entry.code}`, { entry, version, ...(ends !== undefined && { ends }) })
const near = async (query: Record<string, string>) =>
  (await stage.nobody().get(`/api/stations?${new URLSearchParams(query)}`)).body

suite('the stations of a district', () => {
  test('a community keeps those that lie in it, and no other', async () => {
    assert.equal((await put('secretary', plum)).status, 200)
    assert.equal((await put('streetDesk', pine)).status, 200)
    const sees = async (name: Parameters<typeof stage.at>[0]) =>
      (await (await stage.at(name)).get('/api/registers/stations/plum')).body.mayEdit
    assert.deepEqual(
      [await sees('secretary'), await sees('eastSecretary'), await sees('admin'), await sees('leader')],
      [true, false, true, false],
    )
    const listed = async (query: string) => {
      const { rows, count, next } = (await (await stage.at('leader')).get(`/api/registers/stations?${query}`)).body
      return [rows.length, count, next]
    }
    assert.deepEqual(await listed('counted=true&limit=1'), [1, 2, 'pine'])
    assert.deepEqual(await listed('counted=true&limit=1&cursor=pine'), [1, 2, undefined])
    assert.deepEqual(await listed('counted=true&kind=neighbour'), [1, 1, undefined])
    assert.deepEqual(await listed('text=松园'), [1, undefined, undefined])
    const theirs = await put('eastSecretary', { ...plum, code: 'theirs', name: '别家的' })
    assert.equal(theirs.status, 403)
    assert.match(theirs.body.because.zh, /所属社区“garden”不在您的岗位范围内/)
    const taken = await put('eastSecretary', { ...plum, community: 'river' }, 1)
    assert.equal(taken.status, 403, 'nobody takes a station over from its community')
    const given = await put('secretary', { ...plum, community: 'river' }, 1)
    assert.equal(given.status, 403, 'nor gives one away')
    assert.equal((await put('wangMin', plum, 1)).status, 403)
    const ended = await (await stage.at('admin')).patch(`/api/units/${plum.keeper}`, { until: '2026-12-31' })
    assert.equal(ended.status, 409, 'whoever keeps one does not end before it')
    assert.match(ended.body.because.zh, /个驿站/)
  })

  test('what cannot be is refused where it stands, and changes nothing', async () => {
    const bad = async (entry: Station) =>
      (await put('secretary', entry, 1)).body.fields.map(({ field }: { field: string }) => field)
    const slot = { days: [1], opens: '09:00', closes: '12:00' }
    assert.deepEqual(await bad({ ...plum, hours: { ...plum.hours, weekly: [{ ...slot, closes: '08:00' }] } }), [
      'hours.weekly.0.closes',
    ])
    assert.deepEqual(
      await bad({ ...plum, hours: { ...plum.hours, weekly: [slot, { ...slot, opens: '11:00', closes: '13:00' }] } }),
      ['hours.weekly.1.opens'],
    )
    assert.deepEqual(await bad({ ...plum, longitude: points.plum[1] + 40, latitude: 36 }), ['longitude'])
    assert.deepEqual(await bad({ ...plum, works: [{ kind: 'rebuilt', on: '2026-01-01', what: '改建' }] }), ['works'])
    assert.deepEqual(await bad({ ...plum, keeper: 'nobody-at-all' }), ['keeper'])
    assert.deepEqual(await bad({ ...plum, name: '松园裁缝铺', kind: 'convenience' }), ['name'])
    assert.equal((await near({ text: '梅园' })).rows[0].name, plum.name)
  })

  test('anybody finds the nearest on foot, those that are open, and those that have what they need', async () => {
    const here = { longitude: String(points.pine[0]), latitude: String(points.pine[1]) }
    const all = await near(here)
    assert.deepEqual(
      all.rows.map(({ code, open, minutes }: { code: string; open: boolean; minutes: number }) => [code, open, minutes]),
      [
        ['pine', false, 0],
        ['plum', true, 18],
      ],
    )
    assert.equal(all.rows[0].next, '2026-03-02T02:00:00Z')
    assert.equal(all.rows[1].communityName, '花园社区')
    const codes = async (query: Record<string, string>) => (await near(query)).rows.map(({ code }: { code: string }) => code)
    assert.deepEqual(await codes({ open: 'true' }), ['plum'])
    assert.deepEqual(await codes({ service: 'tailoring' }), ['pine'])
    assert.deepEqual(await codes({ facility: 'aed' }), [])
    assert.deepEqual(await codes({ kind: 'neighbour' }), ['plum'])
    const half = await stage.nobody().get('/api/stations?longitude=119')
    assert.equal(half.status, 400)
  })

  test('a day on which it is closed is told with its reason, and one that has ended is found no more', async () => {
    const holiday = { from: '2026-03-02', until: '2026-03-03', slots: [], because: '消防检修' }
    assert.equal((await put('secretary', { ...plum, hours: { ...plum.hours, exceptions: [holiday] } }, 1)).status, 200)
    const one = (await stage.nobody().get('/api/stations/plum')).body
    assert.deepEqual([one.open, one.because, one.next], [false, '消防检修', '2026-03-04T00:30:00Z'])
    assert.equal((await put('streetDesk', pine, 1, '2026-03-02')).status, 200)
    assert.equal((await stage.nobody().get('/api/stations/pine')).status, 404)
    assert.equal((await near({})).count, 1)
  })

  test('figures count those in use, where each post sees them, and lead to their rows', async () => {
    const brief = async (name: Parameters<typeof stage.at>[0]) => {
      const { chapters } = (await (await stage.at(name)).get('/api/brief')).body
      const [chapter] = chapters.filter(({ system }: { system: string }) => system === 'stations')
      return Object.fromEntries(
        chapter.figures.map(({ name: metric, value }: { name: string; value: number }) => [metric, value]),
      )
    }
    assert.deepEqual(await brief('leader'), {
      ...{ serviceCentres: 0, neighbourStations: 1, convenienceStations: 0, warmStations: 0, sharedStations: 0 },
    })
    assert.equal((await put('streetDesk', pine, 2, null)).status, 200)
    const centre: Station = {
      ...{ ...plum, code: 'centre', name: '花园党群服务中心', kind: 'serviceCentre', keeper: 'garden' },
      works: [
        { kind: 'rebuilt', on: '2025-08-01', what: '改建大厅' },
        { kind: 'enlarged', on: '2026-01-10', what: '扩建活动室' },
      ],
    }
    assert.equal((await put('secretary', centre)).status, 200)
    assert.deepEqual(await brief('secretary'), {
      ...{ serviceCentres: 2, neighbourStations: 1, convenienceStations: 1, warmStations: 0, sharedStations: 0 },
    })
    assert.equal((await brief('eastSecretary')).neighbourStations, 0)
    for (const name of ['leader', 'secretary', 'eastSecretary', 'streetDesk'] as const) {
      const { chapters } = (await (await stage.at(name)).get('/api/brief')).body
      const { figures } = chapters.find(({ system }: { system: string }) => system === 'stations')
      for (const { name: metric, value, rows } of figures) {
        const listed = (await stage.nobody().get(rows)).body.rows
        const counted =
          metric === 'serviceCentres' ? listed.flatMap(({ entry }: { entry: Station }) => entry.works ?? []) : listed
        assert.equal(counted.length, value, `${metric} of ${name} leads to its rows`)
      }
    }
    assert.equal((await (await stage.at('admin')).get('/api/brief')).status, 403)
  })
})
