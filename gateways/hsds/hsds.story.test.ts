import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { suite, test } from 'node:test'
import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { setStage } from '#testing/stage.ts'

const published = (name: string) => new URL(`../../../shared/data/hsds/${name}.json`, import.meta.url)
const stage = await setStage('2026-03-02T09:00:00+08:00')
const anybody = stage.nobody()

const station = (code: string, more: object = {}) => ({
  ...{ code, kind: 'neighbour', name: `驿站${code}`, community: 'garden', address: '梅园物业楼一层' },
  ...{ longitude: 119.005, latitude: 36.005, host: { kind: 'propertyOffice', name: '万家物业' }, keeper: 'property-1' },
  ...{ services: ['forms', 'reading'], facilities: ['water', 'wheelchair'], openedOn: '2025-05-01', phone: '0536-7000001' },
  hours: {
    weekly: [{ days: [1, 2, 3, 4, 5], opens: '08:30', closes: '17:30' }],
    exceptions: [{ from: '2026-03-02', until: '2026-03-03', slots: [], because: '检修' }],
  },
  ...more,
})

suite('stations as Open Referral has services', () => {
  test('are listed page by page, each in full by its id, with hours and telephone at the place', async () => {
    const secretary = await stage.at('secretary')
    for (const one of [station('a'), station('b'), station('c', { kind: 'warm', keeper: 'garden', verifiedOn: '2026-02-01' })])
      assert.equal((await secretary.put(`/api/registers/stations/${one.code}`, { entry: one, version: 0 })).status, 200)
    const first = (await anybody.get('/hsds/service_at_locations?per_page=2')).body
    assert.deepEqual([first.total_items, first.total_pages, first.last_page, first.contents.length], [3, 2, false, 2])
    const services = (await anybody.get('/hsds/services')).body.contents
    assert.deepEqual(services.map(({ name }: { name: string }) => name).toSorted(), ['万家物业近邻驿站', '花园社区暖新驿站'])
    const assured = services.map(({ assured_date }: { assured_date?: string }) => assured_date)
    assert.deepEqual(assured.toSorted(), ['2026-02-01', undefined], 'where all its places were looked at')
    const whole = (await anybody.get(`/hsds/service_at_locations/${first.contents[0].id}`)).body
    assert.equal(whole.phones[0].number, '0536-7000001')
    assert.match(whole.description, /暂停开放（检修）/)
    assert.ok(whole.schedules.every(({ byday }: { byday: string }) => byday === 'MO,TU,WE,TH,FR'))
    assert.equal(whole.location.accessibility[0].description, '轮椅可进')
    assert.equal((await anybody.get('/hsds/services/00000000-0000-8000-8000-000000000000')).status, 404)
  })

  test('fit the published schemas, one by one and in their lists', { skip: !existsSync(published('service')) }, async () => {
    for (const [path, schema, listSchema] of [
      ['organizations', 'organization', 'organization_list'],
      ['services', 'service', 'service_list'],
      ['service_at_locations', 'service_at_location', 'service_at_location_list'],
      ['taxonomies', 'taxonomy', 'taxonomy'],
      ['taxonomy_terms', 'taxonomy_term', 'taxonomy_term'],
    ] as const) {
      const fits = fitting(schema)
      const fitsInList = fitting(listSchema)
      const { contents } = (await anybody.get(`/hsds/${path}`)).body
      assert.ok(contents.length > 0, path)
      for (const row of contents) {
        assert.deepEqual(fitsInList(row), [], path)
        assert.deepEqual(fits((await anybody.get(`/hsds/${path}/${row.id}`)).body), [], path)
      }
    }
    assert.notDeepEqual(fitting('service')({ id: 'no id', name: 1 }), [], 'and what does not fit is told')
  })
})

/** What a published schema finds wrong with something. */
function fitting(name: string) {
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  formats.default(ajv)
  // What the published files refer to and do not hold: it says who changed what, and we give none of it.
  ajv.addSchema({}, 'metadata.json')
  if (name === 'taxonomy_term') ajv.addSchema(JSON.parse(readFileSync(published('taxonomy'), 'utf8')), 'taxonomy.json')
  const validate = ajv.compile(JSON.parse(readFileSync(published(name), 'utf8')))
  return (value: unknown) =>
    validate(value) ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
}
