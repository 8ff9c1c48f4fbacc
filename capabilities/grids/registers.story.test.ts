import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { setStage } from '#testing/stage.ts'
import type { GridGroup, Network, PartTimeGridWorker, Reinforcement } from './contract/entries.ts'

const stage = await setStage('2026-03-02T09:00:00+08:00')
type Name = Parameters<typeof stage.at>[0]

const put = async (name: Name, path: string, key: string, entry: object, version = 0) =>
  (await stage.at(name)).put(`/api/registers/${path}/${key}`, { entry, version })
const flawsOf = ({ body }: Awaited<ReturnType<typeof put>>) => (body.fields ?? []).map(({ field }: { field: string }) => field)

const group: GridGroup = {
  ...{ grid: 'g-plum', name: '梅园网格群', keeper: '网格员王敏', size: 210, countedOn: '2026-03-01' },
  ...{ invitation: 'https://weixin.qq.com/g/one', invitationUntil: '2026-03-08' },
}
const police: Reinforcement = {
  ...{ code: 'police-1', force: 'police', called: '王警官', organisation: '城北派出所', grid: 'g-garden', since: '2026-01-05' },
}
const partTime: PartTimeGridWorker = {
  ...{ code: 'p-1', called: '褚师傅', employer: 'propertyCompany', organisation: '万家物业', company: 'property-1' },
  ...{ grid: 'g-plum', since: '2026-01-05' },
}
const order: Network = {
  ...{ code: 'social-order', name: { zh: '综治', en: 'social order' }, carriedBy: ['level1', 'level2'] },
  items: [{ what: '巡查楼道', by: 'gridWorker', rhythm: 'weekly' }],
}

suite('what hangs on the grids', () => {
  test('a community keeps the groups of its own grids, by the grid alone: nobody types where that lies', async () => {
    assert.equal((await put('secretary', 'grid-groups', 'g-plum', group)).status, 200)
    const theirs = await put('eastSecretary', 'grid-groups', 'g-pine', { ...group, grid: 'g-pine' })
    assert.equal(theirs.status, 403)
    assert.match(theirs.body.because.zh, /社区“garden”不在您的岗位范围内/)
    const taken = await put('eastSecretary', 'grid-groups', 'g-plum', { ...group, size: 1 }, 1)
    assert.equal(taken.status, 403)
    const reads = async (name: Name) => (await (await stage.at(name)).get('/api/registers/grid-groups/g-plum')).body.mayEdit
    assert.deepEqual([await reads('secretary'), await reads('eastSecretary'), await reads('wangMin')], [true, false, false])
  })

  test('a grid that there is not, numbers of people, and a code without an end are told as what they are', async () => {
    const nowhere = await put('secretary', 'grid-groups', 'g-nowhere', { ...group, grid: 'g-nowhere' })
    assert.equal(nowhere.status, 400)
    assert.deepEqual(flawsOf(nowhere), ['grid'], 'and not as somebody else’s')
    assert.deepEqual(flawsOf(await put('secretary', 'grid-groups', 'g-plum', { ...group, keeper: '王敏 138 0000 0000' }, 1)), [
      'keeper',
    ])
    assert.deepEqual(flawsOf(await put('secretary', 'grid-groups', 'g-plum', { ...group, countedOn: '2026-03-09' }, 1)), [
      'countedOn',
    ])
    const { invitation: _, ...without } = group
    assert.deepEqual(flawsOf(await put('secretary', 'grid-groups', 'g-plum', without, 1)), ['invitationUntil'])
    const pine = { ...partTime, employer: 'ownersCommittee' }
    assert.deepEqual(flawsOf(await put('secretary', 'part-time-grid-workers', 'p-1', pine)), ['company'])
    assert.deepEqual(flawsOf(await put('secretary', 'part-time-grid-workers', 'p-1', { ...partTime, company: 'urban' })), [
      'company',
    ])
    assert.deepEqual((await (await stage.at('leader')).get('/api/registers/part-time-grid-workers')).body.rows, [])
  })

  test('those who reinforce the grids are found by grid and force, by those who work with them and no resident', async () => {
    assert.equal((await put('secretary', 'reinforcements', police.code, police)).status, 200)
    assert.equal((await put('secretary', 'part-time-grid-workers', partTime.code, partTime)).status, 200)
    const rows = async (query: string) =>
      (await (await stage.at('wangMin')).get(`/api/registers/reinforcements?${query}`)).body.rows.map(
        ({ key }: { key: string }) => key,
      )
    assert.deepEqual(
      [await rows('force=police&community=garden'), await rows('force=water'), await rows('grid=g-garden')],
      [['police-1'], [], ['police-1']],
    )
    const resident = await stage.resident('13877773333')
    assert.equal((await resident.get('/api/registers/reinforcements')).status, 403)
    assert.equal((await stage.nobody().get('/api/registers/part-time-grid-workers')).status, 401)
  })

  test('networks are the administrator’s to name, and anybody’s to read', async () => {
    assert.equal((await put('secretary', 'networks', order.code, order)).status, 403)
    assert.equal((await put('admin', 'networks', order.code, order)).status, 200)
    assert.deepEqual(flawsOf(await put('admin', 'networks', 'twin', { ...order, code: 'twin' })), ['name.zh'])
    assert.deepEqual(flawsOf(await put('admin', 'networks', order.code, { ...order, department: 'nobody' }, 1)), ['department'])
    const { rows } = (await stage.nobody().get('/api/registers/networks')).body
    assert.deepEqual(
      rows.map(({ key }: { key: string }) => key),
      ['social-order'],
    )
  })

  test('the bureau that leads a network, and the company whose people work in the grids, do not end before these', async () => {
    const { body } = await (await stage.at('admin')).get('/api/units/property-1/hanging')
    assert.equal(body.find(({ what }: { what: string }) => what === 'partTimeGridWorkers')?.count, 1)
    assert.equal((await put('admin', 'networks', order.code, { ...order, department: 'urban' }, 1)).status, 200)
    const ended = await (await stage.at('admin')).patch('/api/units/urban', { until: '2026-03-31' })
    assert.equal(ended.status, 409)
    assert.match(ended.body.because.zh, /1 个由它牵头的网络/)
  })

  test('the brief counts them from these rows, and leads to them', async () => {
    const brief = async (name: Name): Promise<Record<string, { value: number | null; rows: string }>> => {
      const { chapters } = (await (await stage.at(name)).get('/api/brief')).body
      const { figures = [] } = chapters.find(({ system }: { system: string }) => system === 'grids') ?? {}
      return Object.fromEntries(figures.map((figure: { name: string }) => [figure.name, figure]))
    }
    const values = async (name: Name) => Object.values(await brief(name)).map(({ value }) => value)
    assert.deepEqual(await values('leader'), [2, 1, 1])
    assert.equal((await put('secretary', 'grid-groups', 'g-plum-1', { ...group, grid: 'g-plum-1' })).status, 200)
    assert.deepEqual(
      [await values('leader'), await values('secretary')],
      [
        [3, 1, 2],
        [3, 1, 2],
      ],
      'the deepest level counts',
    )
    assert.deepEqual((await values('eastSecretary')).slice(1), [0, 0], 'another community has none')
    const { gridForce } = await brief('secretary')
    const { rows } = (await (await stage.at('secretary')).get(gridForce?.rows ?? '')).body
    assert.deepEqual(
      rows.map(({ key }: { key: string }) => key),
      ['police-1'],
    )
  })

  test('a resident reads who looks after their estate, who helps and what for; the group’s code only once they are signed in', async () => {
    const cards = async (hand: ReturnType<typeof stage.nobody>) => (await hand.get('/api/grids/around/plum')).body.grids
    const [estate, community] = await cards(stage.nobody())
    assert.deepEqual([estate.code, community.code], ['g-plum', 'g-garden'], 'the nearest first')
    assert.deepEqual(estate.workers, [{ name: '王敏', role: 'gridWorker' }])
    assert.deepEqual(community.workers, [{ name: '赵书记', role: 'communitySecretary' }])
    assert.deepEqual(
      [community.reinforcements, estate.partTime],
      [[{ called: '王警官', force: 'police' }], [{ called: '褚师傅', organisation: '万家物业' }]],
    )
    assert.deepEqual(estate.networks, [{ name: order.name, items: ['巡查楼道'] }])
    assert.deepEqual(estate.group, { name: '梅园网格群' })
    const [door] = await cards(await stage.resident('13877773333'))
    assert.equal(door.group.invitation, group.invitation)
    const [building] = (await stage.nobody().get('/api/grids/around/plum-3')).body.grids
    assert.deepEqual(building.workers, [{ name: '林楼长', role: 'steward' }], 'by the first sign of the name')
    stage.clock.moveTo('2026-03-09T09:00:00+08:00')
    const [later] = await cards(await stage.resident('13877773334'))
    assert.deepEqual(later.group, { name: '梅园网格群' }, 'a code that has expired is none')
    assert.equal((await stage.nobody().get('/api/grids/around/nowhere')).status, 404)
  })
})
