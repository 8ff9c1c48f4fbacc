import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { type RawBuilder, sql } from 'kysely'
import { provenFlows, provenRegisters } from '#bin/proving.ts'
import { within } from '#kernel/database/within.ts'
import { verify } from '#kernel/flow/verify.ts'
import { everybodysPassword, type StaffName } from '#testing/neighbourhood.ts'
import { roundOf } from '#testing/rounds.ts'
import { setStage } from '#testing/stage.ts'
import type { GridGroup, PartTimeGridWorker, Reinforcement } from './contract/entries.ts'

const stage = await setStage('2026-03-02T09:00:00+08:00')
/** Somebody of the staff, who signs in anew: days go by. */
const at = async (name: StaffName) =>
  stage.hand(await stage.cookieOf('/api/session', { account: `${name}.${stage.district}`, password: everybodysPassword }))
const put = async (path: string, key: string, entry: object) => {
  const { status, body } = await (await at('secretary')).put(`/api/registers/${path}/${key}`, { entry, version: 0 })
  assert.equal(status, 200, JSON.stringify(body))
}
const redraw = async (body: object) => {
  const done = await (await at('admin')).post('/api/grids/redrawings', { ...body, words: '按新的边界' })
  assert.equal(done.status, 200, JSON.stringify(done.body))
}
const owner = (statement: RawBuilder<unknown>) =>
  within(stage.database, { as: 'owner', district: stage.district }, (connection) => statement.execute(connection))
/** Where each entry that stands hangs. */
const standing = async (path: string): Promise<Record<string, string>> => {
  const { rows } = (await (await at('leader')).get(`/api/registers/${path}`)).body
  return Object.fromEntries(rows.map(({ key, entry }: { key: string; entry: { grid: string } }) => [key, entry.grid]))
}

const group = (grid: string, name: string): GridGroup => ({
  ...{ grid, name, keeper: '网格员', size: 90, countedOn: '2026-03-01' },
})
const helper = (code: string, grid: string): Reinforcement => ({
  ...{ code, force: 'water', called: '马师傅', organisation: '供水公司', grid, since: '2026-01-05' },
})
const partTime: PartTimeGridWorker = {
  ...{ code: 'p-1', called: '褚师傅', employer: 'propertyCompany', organisation: '万家物业', company: 'property-1' },
  ...{ grid: 'g-pine', since: '2026-01-05' },
}

suite('what hangs on a grid that ends', () => {
  test('where the administrator merges grids, those who help go along, and the group too, as the other grid has none', async () => {
    await put('grid-groups', 'g-pine', group('g-pine', '松园网格群'))
    await put('reinforcements', 'water-1', helper('water-1', 'g-pine'))
    await put('reinforcements', 'water-2', helper('water-2', 'g-garden'))
    await put('part-time-grid-workers', 'p-1', partTime)
    const line = [
      [119.013, 35.999],
      [119.013, 36.011],
    ]
    const east = { to: 'g-pine-east', name: '松园东网格', on: '2026-03-02' }
    await redraw({ grid: 'g-pine', part: { line, at: [119.0175, 36.002] }, ...east })
    assert.equal(await roundOf(stage, 'followed', stage.district), 0, 'a grid of which a part went keeps what it had')
    await put('grid-groups', 'g-pine-east', group('g-pine-east', '松园东群'))
    await put('reinforcements', 'water-3', helper('water-3', 'g-pine-east'))
    const merging = { grid: 'g-pine', to: 'g-plum', on: '2026-03-03' }
    const seen = await (await at('admin')).post('/api/grids/redrawings?preview=true', { ...merging, words: '看看' })
    assert.deepEqual(
      seen.body.hangs.map(({ what, count }: { what: string; count: number }) => [what, count]),
      [
        ['gridGroups', 1],
        ['reinforcements', 1],
        ['partTimeGridWorkers', 1],
      ],
      'who draws learns beforehand what goes along',
    )
    await redraw(merging)
    assert.equal(await roundOf(stage, 'followed', stage.district), 0, 'not before its day')

    stage.clock.moveTo('2026-03-03T09:00:00+08:00')
    assert.equal(await roundOf(stage, 'followed', stage.district), 4, 'two who help, and a group that ends here and begins there')
    assert.equal(await roundOf(stage, 'followed', stage.district), 0, 'once')
    assert.deepEqual(await standing('grid-groups'), { 'g-pine-east': 'g-pine-east', 'g-plum': 'g-plum' })
    const helping = { 'water-1': 'g-plum', 'water-2': 'g-garden', 'water-3': 'g-pine-east' }
    assert.deepEqual(await standing('reinforcements'), helping)
    assert.deepEqual(await standing('part-time-grid-workers'), { 'p-1': 'g-plum' })
    const moved = (await (await at('secretary')).get('/api/registers/reinforcements/water-1/history')).body
    assert.deepEqual(moved.map(({ by }: { by: { name: string } }) => by.name).toSorted(), ['系统', '赵书记'], 'it is on record')
  })

  test('a second group ends with its grid, and so does who may not be put to another', async () => {
    await put('part-time-grid-workers', 'p-2', { ...partTime, code: 'p-2', grid: 'g-pine-east' })
    await redraw({ grid: 'g-pine-east', to: 'g-plum', on: '2026-03-04' })
    await owner(sql`update place.units set ends = '2026-03-04' where district = ${stage.district} and code = 'property-1'`)
    stage.clock.moveTo('2026-03-04T09:00:00+08:00')
    assert.equal(await roundOf(stage, 'followed', stage.district), 3)
    assert.deepEqual(await standing('grid-groups'), { 'g-plum': 'g-plum' })
    const { entry } = (await (await at('leader')).get('/api/registers/grid-groups/g-plum')).body
    assert.equal(entry.name, '松园网格群', 'its own stays')
    assert.equal((await standing('reinforcements'))['water-3'], 'g-plum')
    assert.deepEqual(await standing('part-time-grid-workers'), { 'p-1': 'g-plum' }, 'the company of the other is gone')
  })

  test('what hangs on a grid that nothing took over ends; and the record proves it all', async () => {
    await put('grid-groups', 'd-market', group('d-market', '市场群'))
    await put('reinforcements', 'water-4', helper('water-4', 'd-market'))
    await owner(sql`update place.grids set ends = '2026-03-05' where district = ${stage.district} and code = 'd-market'`)
    stage.clock.moveTo('2026-03-05T09:00:00+08:00')
    assert.equal(await roundOf(stage, 'followed', stage.district), 2)
    assert.deepEqual(Object.keys(await standing('grid-groups')), ['g-plum'])
    assert.ok(!('water-4' in (await standing('reinforcements'))))
    const { findings } = await verify(stage.database, provenFlows, stage.district, undefined, provenRegisters)
    assert.deepEqual(findings, [])
  })
})
