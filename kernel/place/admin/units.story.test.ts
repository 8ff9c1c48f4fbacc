import assert from 'node:assert/strict'
import { test } from 'node:test'
import { everybodysPassword } from '#testing/neighbourhood.ts'
import { lampReport, setStage } from '#testing/stage.ts'
import { dayOf } from '../../time/zone.ts'

const stage = await setStage()
const { district, clock } = stage
const building = { code: 'plum-9', name: '9号楼', kind: 'building', parent: 'plum' }
/** The administrator, signed in on the day that it is: a session does not last for days. */
const administrator = async () =>
  stage.hand(await stage.cookieOf('/api/session', { account: `admin.${district}`, password: everybodysPassword }))
const names = async (query: string) =>
  (await stage.nobody().get(`/api/places?${query}`)).body.rows.map(({ name }: { name: string }) => name)

test('a building that was forgotten is added under its estate, and a resident finds it by its plate at once', async () => {
  const admin = await stage.at('admin')
  const plate = { alias: '健康街9号', kind: 'doorPlate' }
  const point = { longitude: 119.004, latitude: 36.004, system: 'wgs84' }
  const made = await admin.post('/api/units', { ...building, aliases: [plate], point })
  assert.equal(made.status, 200, JSON.stringify(made.body))
  assert.deepEqual(await names('parent=plum'), ['3号楼', '9号楼'])
  const found = await stage.nobody().get(`/api/places/${encodeURIComponent('健康街9号')}`)
  assert.equal(found.body.label, '梅园小区9号楼')
  assert.equal(found.body.where.grid2, 'g-plum', 'its point says in which grid it lies')
  const card = (await admin.get('/api/units/plum-9')).body
  assert.deepEqual(
    card.path.map(({ code }: { code: string }) => code),
    [district, 'north', 'garden', 'plum', 'plum-9'],
  )
  assert.deepEqual(
    [card.parent, card.street, card.community, card.aliases, card.starts],
    ['plum', 'north', 'garden', [plate], '2026-03-02'],
  )
})

test('a taken code, a parent of the wrong kind, an alias of another place or a point at sea is refused at its field', async () => {
  const admin = await stage.at('admin')
  const wrong: [object, string, number][] = [
    [{ code: 'plum-3' }, 'code', 409],
    [{ code: 'g-plum' }, 'code', 409],
    [{ parent: 'north' }, 'parent', 400],
    [{ parent: 'nowhere' }, 'parent', 400],
    [{ kind: 'street' }, 'kind', 400],
    [{ kind: 'district' }, 'kind', 409],
    [{ form: 'street' }, 'kind', 400],
    [{ aliases: [{ alias: '健康街9号', kind: 'qr' }] }, 'aliases.0', 409],
    [
      {
        aliases: [
          { alias: 'x', kind: 'qr' },
          { alias: 'x', kind: 'qr' },
        ],
      },
      'aliases.1',
      400,
    ],
    [{ point: { longitude: 120.9, latitude: 36, system: 'wgs84' } }, 'point', 400],
    [{ point: { longitude: 36, latitude: 119, system: 'wgs84' } }, 'point', 400],
  ]
  for (const [change, field, status] of wrong) {
    const refused = await admin.post('/api/units', { ...building, code: 'plum-10', ...change })
    assert.deepEqual([refused.status, refused.body.fields?.[0]?.field], [status, field], JSON.stringify(refused.body))
    assert.ok(refused.body.because.zh && refused.body.because.en)
  }
  for (const bad of [{ code: '<b>' }, { name: '' }, { name: 'x'.repeat(101) }, { kind: 'castle' }, { more: 1 }])
    assert.equal((await admin.post('/api/units', { ...building, code: 'plum-10', ...bad })).status, 400, JSON.stringify(bad))
  assert.equal((await admin.get('/api/units/plum-10')).status, 404, 'nothing was kept')
  assert.equal((await admin.patch('/api/units/plum-10', { name: '十号楼' })).status, 404)
})

test('places are the system administrator’s to change and to look into', async () => {
  const secretary = await stage.at('secretary')
  assert.equal((await secretary.post('/api/units', { ...building, code: 'x' })).status, 403)
  assert.equal((await secretary.patch('/api/units/plum', { name: '我的小区' })).status, 403)
  for (const path of ['', '/grids?level=1', '/hanging', '/changes'])
    assert.equal((await secretary.get(`/api/units/plum${path}`)).status, 403, path)
  assert.equal((await stage.nobody().get('/api/units/plum')).status, 401)
})

test('an estate that moves to another community takes its buildings along, and the change is kept with who and when', async () => {
  const admin = await stage.at('admin')
  assert.equal((await admin.patch('/api/units/plum', { parent: 'urban' })).body.fields[0].field, 'parent')
  assert.equal((await admin.patch('/api/units/plum', { name: '梅园新村', parent: 'river' })).status, 200)
  assert.deepEqual(await names('community=river&kind=building'), ['3号楼', '9号楼'])
  const [change] = (await admin.get('/api/units/plum/changes')).body.rows
  assert.deepEqual([change.byName, change.what, change.at], ['朱管', 'unit corrected', '2026-03-02T01:00:00.000Z'])
  assert.deepEqual(change.told, {
    before: { name: '梅园小区', parent: 'garden', community: 'garden' },
    after: { name: '梅园新村', parent: 'river', community: 'river' },
  })
  assert.equal((await admin.patch('/api/units/plum', { name: '梅园小区', parent: 'garden' })).status, 200)
  assert.deepEqual(await names('community=river&kind=building'), [])
  assert.equal((await admin.patch('/api/units/plum', { kind: 'building' })).status, 409, 'buildings stand under it')
})

test('a community that moves to another street takes its grids along, and a station that is renamed keeps its street', async () => {
  const admin = await stage.at('admin')
  const south = { code: 'south', name: '城南街道', kind: 'street', form: 'developmentCentre', parent: district }
  assert.equal((await admin.post('/api/units', south)).status, 200)
  assert.equal((await admin.patch('/api/units/river', { parent: 'south' })).status, 200)
  assert.equal((await stage.nobody().get('/api/places/g-river')).body.where.street, 'south')
  assert.equal((await admin.patch('/api/units/river', { parent: 'north' })).status, 200)
  assert.equal((await admin.patch('/api/units/urban-team', { name: '城北中队' })).status, 200)
  assert.equal((await admin.get('/api/units/urban-team')).body.street, 'north')
})

test('what still hangs on a unit keeps it from ending, and is said; without it, it ends on its last day and can be taken back', async () => {
  const admin = await stage.at('admin')
  await stage.nobody().send('report', '', lampReport({ place: { code: 'plum-9' } }))
  const end = (code: string, until: string | null) => admin.patch(`/api/units/${code}`, { until })
  const asked = await end('plum-9', '2026-03-31')
  assert.deepEqual([asked.status, asked.body.fields[0].field], [409, 'until'])
  assert.match(asked.body.because.zh, /1 件未结事项/)
  assert.match((await end('urban', '2026-03-31')).body.because.zh, /1 个下级单位、2 个岗位任职、\d+ 个事项类别/)
  assert.match((await end('river', '2026-03-31')).body.because.zh, /1 个网格、1 个岗位任职/)
  const hanging = (await admin.get('/api/units/garden/hanging')).body
  assert.deepEqual(
    hanging.map(({ what, count }: { what: string; count: number }) => [what, count]),
    [
      ['units', 1],
      ['grids', 5],
      ['posts', 1],
      ['cases', 1],
    ],
  )
  // A post that is over by then holds nothing up.
  const [post] = (await admin.get('/api/posts?unit=power')).body.rows
  assert.equal((await admin.patch(`/api/posts/${post.id}`, { until: '2026-03-31' })).status, 200)
  assert.match((await end('power', '2026-03-30')).body.because.zh, /1 个岗位任职/)
  assert.doesNotMatch((await end('power', '2026-03-31')).body.because.zh, /岗位/)

  assert.equal((await end('plum-3', '2026-02-28')).status, 400, 'the last day is over')
  assert.equal((await end('plum-3', '2026-03-05')).status, 200)
  assert.deepEqual(await names('parent=plum'), ['3号楼', '9号楼'])
  clock.moveTo('2026-03-06T09:00:00+08:00')
  assert.deepEqual(await names('parent=plum'), ['9号楼'])
  assert.equal((await stage.nobody().get('/api/places/plum-3')).status, 404, 'its code opens nothing any more')
  const later = await administrator()
  assert.equal((await later.get('/api/units/plum-3')).body.ends, '2026-03-06', 'its administrator still sees it')
  assert.equal((await later.patch('/api/units/plum-3', { until: null })).status, 200)
  assert.equal((await stage.nobody().get('/api/places/plum-3')).status, 200)
})

test('a bulletin that runs beyond the last day of its estate or of who signed it keeps them from ending', async () => {
  const admin = await administrator()
  const secretary = stage.hand(
    await stage.cookieOf('/api/session', { account: `secretary.${district}`, password: everybodysPassword }),
  )
  const waterOff = { kind: 'water', what: '供水管道检修', places: ['plum-9'], from: '2026-03-06T09:00:00+08:00' }
  const published = await secretary.post(
    '/api/bulletins',
    { ...waterOff, until: '2026-03-10T00:00:00+08:00' },
    { 'idempotency-key': 'the water is off' },
  )
  assert.equal(published.status, 200, JSON.stringify(published.body))
  const end = async (code: string, until: string) => (await admin.patch(`/api/units/${code}`, { until })).body.because?.zh ?? ''
  for (const code of ['plum-9', 'plum', 'garden']) assert.match(await end(code, '2026-03-08'), /1 个还在期内的小区通知/, code)
  assert.doesNotMatch(await end('garden', '2026-03-09'), /小区通知/, 'on its last day it is over')
  assert.doesNotMatch(await end('river', '2026-03-08'), /小区通知/)
  const back = await secretary.post(
    `/api/bulletins/${published.body.id}/takeBack`,
    { because: '改期' },
    { 'idempotency-key': 'it is taken back' },
  )
  assert.equal(back.status, 200, JSON.stringify(back.body))
  assert.doesNotMatch(await end('garden', '2026-03-08'), /小区通知/)
})

test('an alias that is left out is gone, and grids are told with the days of each boundary that they had', async () => {
  const admin = await administrator()
  assert.equal((await admin.patch('/api/units/plum-9', { aliases: [{ alias: '健康街甲9号', kind: 'address' }] })).status, 200)
  assert.equal((await stage.nobody().get(`/api/places/${encodeURIComponent('健康街9号')}`)).status, 404)
  assert.equal((await stage.nobody().get(`/api/places/${encodeURIComponent('健康街甲9号')}`)).status, 200)
  const wider = {
    type: 'Feature',
    properties: { code: 'd-market', name: '谷德市场网格', level: 2, kind: 'dedicated', community: 'garden', parent: 'g-pine' },
    geometry: {
      type: 'Polygon',
      coordinates: [
        [119.015, 119.018].flatMap((east) => [
          [east, 36.006],
          [east, 36.008],
        ]),
      ].map(([a, b, d, c]) => [a, b, c, d, a]),
    },
  }
  const taken = await admin.post('/api/import/grids?system=wgs84', { type: 'FeatureCollection', features: [wider] })
  assert.deepEqual([taken.body.imported, taken.body.replaced], [1, 1], JSON.stringify(taken.body))
  const { rows } = (await admin.get('/api/units/garden/grids?level=2')).body
  assert.deepEqual(
    rows.map(({ code, kind, starts, ends }: Record<string, string>) => [code, kind, starts, ends]),
    [
      ['d-market', 'dedicated', '2020-01-01', '2026-03-06'],
      ['d-market', 'dedicated', '2026-03-06', undefined],
      ['g-pine', 'base', '2020-01-01', undefined],
      ['g-plum', 'base', '2020-01-01', undefined],
    ],
  )
  const after = (await admin.get('/api/units/garden/grids?level=2&after=d-market%202026-03-06')).body.rows
  assert.deepEqual(
    after.map(({ code }: { code: string }) => code),
    ['g-pine', 'g-plum'],
  )
  assert.equal((await admin.get('/api/units/garden/grids?level=2&after=nonsense')).status, 400)
  assert.equal((await admin.get('/api/boundaries?level=2&street=north')).body.features.length, 3)
})

test('a property company takes over an estate once the one before has given it up, and its matters go there', async () => {
  const admin = await administrator()
  const company = { code: 'property-new', name: '新家物业', kind: 'propertyCompany', parent: district }
  const taken = await admin.post('/api/units', { ...company, serves: ['plum'] })
  assert.deepEqual([taken.status, taken.body.fields[0].field], [409, 'serves.0'])
  assert.match(taken.body.because.zh, /已由.+服务/)
  assert.equal((await admin.post('/api/units', company)).status, 200)
  const served = async (serves: string[], code = company.code) => {
    const { status, body } = await admin.patch(`/api/units/${code}`, { serves })
    return [status, body.fields?.[0]?.field]
  }
  assert.deepEqual(await served(['nowhere']), [400, 'serves.0'])
  assert.deepEqual(await served(['plum'], 'garden'), [400, 'serves'])
  const before: string[] = (await admin.get('/api/units/property-1')).body.serves
  assert.ok(before.includes('plum'))
  assert.deepEqual(
    await served(
      before.filter((estate) => estate !== 'plum'),
      'property-1',
    ),
    [200, undefined],
  )
  assert.deepEqual(await served(['plum']), [200, undefined])
  assert.deepEqual(await names('serves=plum'), ['新家物业'])
  const { body: changes } = await admin.get(`/api/units/${company.code}/changes`)
  assert.deepEqual(changes.rows[0].told, { before: { serves: [] }, after: { serves: ['plum'] } })
  const file = (serves: string[]) => ({
    type: 'FeatureCollection',
    features: [{ type: 'Feature', geometry: null, properties: { ...company, code: 'property-file', name: '文件物业', serves } }],
  })
  const bring = async (serves: string[]) => (await admin.post('/api/import/units?system=wgs84', file(serves))).body
  assert.match((await bring(['plum'])).fields[0].because.zh, /已由新家物业/)

  assert.equal((await admin.patch(`/api/units/${company.code}`, { until: dayOf(clock.now()) })).status, 200)
  assert.deepEqual(await served(before, 'property-1'), [409, 'serves.0'], 'until its last day it serves')
  clock.moveOn({ hours: 72 })
  const later = await administrator()
  assert.equal((await later.patch('/api/units/property-1', { serves: before })).status, 200)
  const back = await later.patch(`/api/units/${company.code}`, { until: null })
  assert.deepEqual([back.status, back.body.fields[0].field], [409, 'until'], 'its estates are with others meanwhile')
  const longer = await later.patch(`/api/units/${company.code}`, { until: '2034-05-22' })
  assert.deepEqual([longer.status, longer.body.fields[0].field], [409, 'until'])
  assert.equal((await later.patch(`/api/units/${company.code}`, { until: null, serves: [] })).status, 200)
})
