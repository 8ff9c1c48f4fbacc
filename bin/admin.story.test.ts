import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lampReport, setStage } from '#testing/stage.ts'

const stage = await setStage()

const square = (west: number, south: number) => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, south],
      [west + 0.005, south],
      [west + 0.005, south + 0.005],
      [west, south + 0.005],
      [west, south],
    ],
  ],
})
const grid = (code: string, west: number, south: number) => ({
  type: 'Feature',
  properties: { code, name: code, level: 3, kind: 'base', community: 'river', parent: 'g-river-2' },
  geometry: square(west, south),
})
const collection = (...features: object[]) => ({ type: 'FeatureCollection', features })

test('the administrator imports grids: another continent is refused with its reason, and nothing of the file is taken', async () => {
  const admin = await stage.at('admin')
  const upper = {
    ...grid('g-river-2', 119.03, 36),
    properties: { code: 'g-river-2', name: '河畔二级', level: 2, kind: 'base', community: 'river', parent: 'g-river' },
  }
  const wrong = await admin.post('/api/import/grids?system=wgs84', collection(upper, grid('g-lisbon', -9.1, 38.7)))
  assert.equal(wrong.status, 400)
  assert.match(JSON.stringify(wrong.body.fields), /g-lisbon/)
  const preview = await admin.post('/api/import/grids?system=wgs84&preview=true', collection(upper))
  assert.deepEqual([preview.status, preview.body.imported], [200, 1])
  assert.equal((await admin.get('/api/places/g-river-2')).status, 404, 'a preview changes nothing')
  assert.equal((await admin.post('/api/import/grids?system=wgs84', collection(upper))).body.imported, 1)
  assert.equal((await admin.get('/api/places/g-river-2')).status, 200)
  const worker = await stage.at('wangMin')
  assert.equal((await worker.post('/api/import/grids?system=wgs84', collection(upper))).status, 403)
})

test('a changed calendar counts for the next limit, not for one that runs; a day twice is refused', async () => {
  const admin = await stage.at('admin')
  const { hours, days } = (await admin.get('/api/calendar')).body
  const ofYear = days.filter(({ day }: { day: string }) => day.startsWith('2026'))
  const before = (await stage.nobody().send('report', '', lampReport())).body.view.item.limits[0].dueAt
  const today = { day: '2026-03-02', working: false, name: { zh: '临时停办', en: 'closed' } }
  const put = (body: object) => admin.put('/api/calendar/2026', body)
  const twice = await put({ hours, days: [...ofYear, today, today] })
  assert.equal(twice.status, 400)
  assert.match(twice.body.because.zh, /2026-03-02/)
  assert.deepEqual(
    twice.body.fields.map(({ field }: { field: string }) => field),
    [`days.${ofYear.length + 1}`],
    'beside its entry',
  )
  const preview = await admin.put('/api/calendar/2026?preview=true', { hours, days: [...ofYear, today] })
  assert.deepEqual(preview.body.changes.days, [{ day: '2026-03-02', working: false }])
  assert.ok(preview.body.changes.limits.some(({ before: was, after: is }: Record<string, string>) => String(was) < String(is)))
  assert.deepEqual((await admin.get('/api/calendar')).body.days, days, 'a preview changes nothing')
  assert.equal((await (await stage.at('dispatcher')).put('/api/calendar/2026', { hours, days: ofYear })).status, 403)
  assert.equal((await put({ hours, days: [...ofYear, today] })).status, 200)
  const after = (await stage.nobody().send('report', '', lampReport())).body.view.item.limits[0].dueAt
  assert.ok(after > before, 'the next one is due a day later')
})
