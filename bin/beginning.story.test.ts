import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { before, suite, test } from 'node:test'
import { setStage } from '#testing/stage.ts'
import { foundDistrict } from './found.ts'

const stage = await setStage()
const district = `n${stage.district}`
const path = '/api/registers/categories/starting-set'
type Step = { name: string; state: string; missing: { zh: string }[] }

/** A feature of a sheet of units, at a point or nowhere. */
const unit = (code: string, kind: string, name: string, more: object = {}) => ({
  type: 'Feature',
  properties: { code, kind, name, parent: district, ...more },
  geometry: null,
})

suite('a district that begins with one administrator', () => {
  let admin: ReturnType<typeof stage.hand>
  const stateOf = async (name: string): Promise<Step> => {
    const { body } = await admin.get('/api/start')
    return body.steps.find((step: Step) => step.name === name)
  }
  before(async () => {
    const account = await foundDistrict(stage.database, {
      code: district,
      name: '新区',
      day: '2026-03-02',
      password: 'handed over once',
    })
    admin = stage.hand(await stage.cookieOf('/api/session', { account, password: 'handed over once' }))
    const changed = await admin.post('/api/session/password', { old: 'handed over once', password: 'my own long secret' })
    assert.equal(changed.status, 200, JSON.stringify(changed.body))
    admin = stage.hand(await stage.cookieOf('/api/session', { account, password: 'my own long secret' }))
  })

  test('is told step by step what is there and what is missing; nobody else is', async () => {
    const { status, body } = await admin.get('/api/start')
    assert.equal(status, 200, JSON.stringify(body))
    assert.deepEqual(
      body.steps.map(({ name, state }: Step) => [name, state]),
      [
        ['places', 'open'],
        ['grids', 'open'],
        ['people', 'open'],
        ['categories', 'open'],
        ['calendar', 'done'],
        ['invite', 'open'],
      ],
    )
    assert.equal(body.complete, false)
    assert.equal((await (await stage.at('dispatcher')).get('/api/start')).status, 403)
    assert.equal((await stage.nobody().get('/api/start')).status, 401)
    // The neighbourhood has begun long ago, with categories for more bodies than it has.
    const old = (await (await stage.at('admin')).get('/api/start')).body.steps.filter(({ state }: Step) => state !== 'done')
    assert.deepEqual(
      old.map(({ name, missing }: Step) => [name, missing[0]?.zh.replace(/^\d+ /, '')]),
      [['categories', '个类别的主办单位已不在']],
    )
  })

  test('adopts the starting categories as a whole: those whose body is not there yet wait, and come when it is', async () => {
    const some = await admin.get(path)
    assert.deepEqual([some.status, some.body.there], [200, 0])
    assert.ok(some.body.bodies.every((body: { unit?: object }) => body.unit === undefined))
    assert.equal((await (await stage.at('dispatcher')).get(path)).status, 403)

    const imported = await admin.post('/api/import/units?system=wgs84', {
      type: 'FeatureCollection',
      features: [unit('370700-jz', 'bureau', '新区住房和城乡建设局'), unit('gas-1', 'utility', '新区燃气公司')],
    })
    assert.equal(imported.status, 200, JSON.stringify(imported.body))
    const offered = (await admin.get(path)).body.bodies.filter((body: { unit?: object }) => body.unit)
    assert.deepEqual(
      Object.fromEntries(offered.map(({ code, unit: found }: { code: string; unit: { code: string } }) => [code, found.code])),
      { housing: '370700-jz', gas: 'gas-1' },
      'known by their names',
    )

    const adopt = (units: object, key = randomUUID()) => admin.post(path, { units }, { 'idempotency-key': key })
    const key = randomUUID()
    const first = await adopt({ housing: '370700-jz' }, key)
    assert.equal(first.status, 200, JSON.stringify(first.body))
    assert.ok(first.body.added > 10 && first.body.waiting.some(({ lead }: { lead: { zh: string } }) => lead.zh === '燃气公司'))
    assert.equal((await adopt({ housing: '370700-jz' }, key)).body.repeated, true)
    const lift = (await admin.get(`/api/registers/categories?text=${encodeURIComponent('电梯')}`)).body.rows[0]
    assert.equal(lift.version, 1)
    const [begun] = (await admin.get(`/api/registers/categories/${lift.key}/history`)).body
    assert.deepEqual([begun.act, begun.by.name], ['put', '系统管理员'])
    assert.equal((await stateOf('categories')).state, 'done')

    const wrong = await adopt({ gas: '370700-jz' })
    assert.equal(wrong.status, 400)
    assert.match(JSON.stringify(wrong.body.fields), /不是这一类单位/)
    const second = await adopt({ housing: '370700-jz', gas: 'gas-1' })
    assert.ok(second.body.added > 0)
    assert.ok(!second.body.waiting.some(({ lead }: { lead: { zh: string } }) => lead.zh === '燃气公司'))
    assert.equal((await admin.get(path)).body.there, first.body.added + second.body.added)
  })
})
