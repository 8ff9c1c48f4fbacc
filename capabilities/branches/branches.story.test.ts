import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { within } from '#kernel/database/within.ts'
import { writeUnits } from '#kernel/place/store/write.ts'
import { setStage, sheetSent } from '#testing/stage.ts'
import type { Branch } from './contract/branch.ts'

const stage = await setStage('2026-03-02T09:00:00+08:00')
type Name = Parameters<typeof stage.at>[0]
const garden = { street: 'north', community: 'garden', parent: 'garden' }
await within(stage.database, { as: 'owner', district: stage.district }, (connection) =>
  writeUnits(connection, stage.district, [
    { code: 'pine', kind: 'estate', name: '松园小区', ...garden },
    { code: 'river-1', kind: 'estate', name: '河畔一区', parent: 'river', street: 'north', community: 'river' },
  ]),
)

const plum: Branch = {
  ...{ code: 'plum', name: '梅园小区党支部', kind: 'solo', community: 'garden', estates: ['plum'], secretary: '林梅' },
  committee: [{ office: '组织委员', name: '周组' }],
  groups: [{ name: '第一党小组', buildings: ['plum-3'], leader: '何长' }],
  households: [{ building: 'plum-3', called: '老杨家' }],
  foundedOn: '2024-07-01',
}
const source = { system: '全国党员管理信息系统', id: '3707-001', asOf: '2026-03-01' }

const put = async (name: Name, branch: Branch, version = 0) =>
  (await stage.at(name)).put(`/api/registers/branches/${branch.code}`, { entry: branch, version })
const flawsOf = ({ status, body }: Awaited<ReturnType<typeof put>>) => [
  status,
  ...(body.fields ?? []).map(({ field }: { field: string }) => field),
]
const read = async (code: string, name: Name = 'secretary') =>
  (await (await stage.at(name)).get(`/api/registers/branches/${code}`)).body

/** Sends a sheet of branches, as an import from the system that is master of them. */
async function brought(name: Name, branches: readonly Branch[]) {
  const fields = Object.keys({ ...plum, organisations: 0, source: 0 })
  const cell = (value: unknown) =>
    value === undefined ? '' : `"${(typeof value === 'string' ? value : JSON.stringify(value)).replaceAll('"', '""')}"`
  const rows = branches.map((branch) => {
    const values: Record<string, unknown> = branch
    return fields.map((field) => cell(values[field])).join(',')
  })
  return sheetSent(stage, await stage.at(name), '/api/registers/branches/sheet', [fields.join(','), ...rows].join('\n'))
}

suite('the branches of estates', () => {
  test('a community keeps its own; another community, a grid worker and a resident do not', async () => {
    assert.equal((await put('eastSecretary', plum)).status, 403)
    assert.equal((await put('wangMin', plum)).status, 403)
    assert.equal((await put('secretary', plum)).status, 200)
    const resident = await stage.resident('13877770001')
    assert.equal((await resident.get('/api/registers/branches/plum')).status, 403)
    const list = (await (await stage.at('leader')).get('/api/registers/branches?kind=solo&street=north')).body.rows
    assert.deepEqual(
      list.map(({ key }: { key: string }) => key),
      ['plum'],
    )
  })

  test('an estate is covered by one branch at a time: the second is refused with the name of the first', async () => {
    const second: Branch = { ...plum, code: 'second', name: '花园联合党支部', kind: 'joint', estates: ['plum', 'pine'] }
    const refused = await put('secretary', second)
    assert.deepEqual(flawsOf(refused), [400, 'estates'])
    assert.match(refused.body.because.zh, /“梅园小区”已由“梅园小区党支部”覆盖/)
    assert.equal((await (await stage.at('secretary')).get('/api/registers/branches/second')).status, 404)
  })

  test('places fit each other, a branch fits its kind, names and days are right: else nothing is written', async () => {
    const wrong = async (more: Partial<Branch>) =>
      flawsOf(
        await put('secretary', {
          ...plum,
          code: 'wrong',
          name: '另一支部',
          estates: ['pine'],
          groups: [],
          households: [],
          ...more,
        }),
      )
    assert.deepEqual(flawsOf(await put('admin', { ...plum, code: 'wrong', community: 'nowhere' })).slice(0, 2), [
      400,
      'community',
    ])
    assert.deepEqual(await wrong({ estates: ['river-1'] }), [400, 'estates.0'])
    assert.deepEqual(await wrong({ estates: ['plum-3'] }), [400, 'estates.0'])
    assert.deepEqual(await wrong({ groups: plum.groups }), [400, 'groups.0.buildings'])
    assert.deepEqual(await wrong({ households: plum.households }), [400, 'households.0.building'])
    assert.deepEqual(await wrong({ kind: 'joint' }), [400, 'estates'])
    assert.deepEqual(await wrong({ organisations: ['花园社区党委', '万家物业'] }), [400, 'organisations'])
    assert.deepEqual(await wrong({ name: plum.name }), [400, 'name'])
    assert.deepEqual(await wrong({ secretary: '林梅 138 0000 0000' }), [400, 'secretary'])
    assert.deepEqual(await wrong({ foundedOn: '2026-03-03' }), [400, 'foundedOn'])
    assert.equal((await wrong({ estates: [] }))[0], 400)
    assert.equal((await (await stage.at('secretary')).get('/api/registers/branches/wrong')).status, 404)
  })

  test('what comes from another system is told with its day, and changed by its sheet, never by hand', async () => {
    const joint: Branch = {
      ...plum,
      code: 'pine',
      name: '松园联合党支部',
      kind: 'joint',
      estates: ['pine'],
      groups: [],
      households: [],
      organisations: ['花园社区党委', '万家物业'],
      source,
    }
    assert.deepEqual(flawsOf(await put('secretary', joint)), [400, 'source'], 'nobody types what another system is master of')
    const written = await brought('secretary', [joint])
    assert.equal(written.status, 200, JSON.stringify(written.body))
    const kept = await read('pine')
    assert.deepEqual([kept.entry.source, kept.mayEdit], [source, false])
    const { source: _, ...without } = joint
    const byHand = await put('secretary', { ...without, secretary: '别人' }, 1)
    assert.deepEqual(flawsOf(byHand), [400, 'source'])
    assert.match(byHand.body.because.zh, /来自“全国党员管理信息系统”：请在那里修改/)
    const ended = await (await stage.at('secretary')).delete('/api/registers/branches/pine?version=1')
    assert.notEqual(ended.status, 200)
    assert.equal((await read('pine')).version, 1)
    const sheet = await (await stage.at('secretary')).bytes('/api/registers/branches.csv')
    assert.match(sheet.bytes.toString(), /全国党员管理信息系统/)
  })

  test('whoever lives there reads whose branch it is, and an estate without one says so', async () => {
    const resident = await stage.resident('13877770001')
    const { branch, estate } = (await resident.get('/api/branches/at/plum')).body
    assert.deepEqual([estate.name, branch.secretary, branch.groups[0].buildings[0].name], ['梅园小区', '林梅', '3号楼'])
    assert.ok(!('households' in branch) && !('committee' in branch))
    assert.equal((await resident.get('/api/branches/at/river-1')).body.branch, undefined)
    assert.equal((await resident.get('/api/branches/at/nowhere')).status, 404)
    assert.equal((await stage.nobody().get('/api/branches/at/plum')).status, 401)
    const hanging = (await (await stage.at('admin')).get('/api/units/plum/hanging')).body
    assert.equal(hanging.find(({ what }: { what: string }) => what === 'branches')?.count, 1)
  })
})
