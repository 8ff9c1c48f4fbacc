import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { before, suite, test } from 'node:test'
import type { Network } from '#capabilities/grids/contract/entries.ts'
import { within } from '#kernel/database/within.ts'
import { endPostsAt } from '#kernel/people/posts.ts'
import { setStage } from '#testing/stage.ts'
import { sheetIn } from '#testing/workbook.ts'
import type { GridDuties } from './contract.ts'

const stage = await setStage('2026-03-02T09:00:00+08:00')
type Name = Parameters<typeof stage.at>[0]

const network = (code: string, zh: string, more: Partial<Network>): Network => ({
  ...{ code, name: { zh, en: code }, carriedBy: ['level2'], items: [{ what: `${zh}走访`, by: 'gridWorker', rhythm: 'weekly' }] },
  ...more,
})
const ask = async (name: Name, query = '') => (await stage.at(name)).get(`/api/visits/duties${query}`)
const gridsIn = ({ body }: Awaited<ReturnType<typeof ask>>) => body.rows.map(({ code }: { code: string }) => code)

suite('duties by network', () => {
  before(async () => {
    const admin = await stage.at('admin')
    for (const entry of [
      network('civil', '民政', { carriedBy: ['level1', 'level2'] }),
      network('urban', '城管', { department: 'urban', carriedBy: ['level2', 'dedicated'] }),
    ]) {
      const { status, body } = await admin.put(`/api/registers/networks/${entry.code}`, { entry, version: 0 })
      assert.equal(status, 200, JSON.stringify(body))
    }
    const made = await (await stage.at('wangMin')).post(
      '/api/visits',
      { on: '2026-03-01', done: [{ network: 'urban', what: '城管走访' }] },
      { 'idempotency-key': randomUUID() },
    )
    assert.equal(made.status, 200, JSON.stringify(made.body))
  })

  test('a community reads, network by network, its grids with level, worker, what is due and the last visit', async () => {
    const first = await ask('secretary')
    assert.equal(first.status, 200, JSON.stringify(first.body))
    assert.deepEqual([first.body.network, first.body.networks.length, first.body.communities], ['civil', 2, []])
    assert.deepEqual(gridsIn(first), ['g-garden', 'g-pine', 'g-plum'])
    const { body } = await ask('secretary', '?network=urban')
    const [pine, plum, market]: GridDuties[] = ['g-pine', 'g-plum', 'd-market'].map((code) =>
      body.rows.find((row: GridDuties) => row.code === code),
    )
    assert.deepEqual(
      [plum?.level, plum?.workers, plum?.open, plum?.lastOn],
      [2, [{ name: '王敏', role: 'gridWorker' }], 0, '2026-03-01'],
    )
    assert.deepEqual([pine?.workers[0]?.name, pine?.open, pine?.lastOn], ['李强', 1, undefined])
    assert.deepEqual([market?.dedicated, market?.community], [true, '花园社区'])
    assert.equal(plum?.duties[0]?.dueOn, '2026-03-08')
    assert.deepEqual(gridsIn(await ask('secretary', '?network=civil&text=松园')), ['g-pine'])
    assert.deepEqual(gridsIn(await ask('secretary', '?network=civil&from=2')), ['g-plum'])
  })

  test('nobody reads further than their post: not by asking for another community either', async () => {
    assert.deepEqual(gridsIn(await ask('eastSecretary', '?network=civil')), ['g-river'])
    assert.deepEqual(gridsIn(await ask('eastSecretary', '?network=civil&community=garden')), ['g-river'])
    const street = await ask('streetDesk', '?network=civil')
    assert.deepEqual(gridsIn(street), ['g-garden', 'g-pine', 'g-plum', 'g-river'])
    assert.equal(street.body.communities.length, 2)
    assert.deepEqual(gridsIn(await ask('streetDesk', '?network=civil&community=river')), ['g-river'])
    for (const name of ['wangMin', 'steward', 'property', 'admin', 'housing'] as const)
      assert.equal((await ask(name)).status, 403, name)
    assert.equal((await (await stage.resident('13877775555')).get('/api/visits/duties')).status, 403)
    assert.equal((await stage.nobody().get('/api/visits/duties')).status, 401)
  })

  test('a department reads the networks that it leads, in the whole district, and of a visit its day alone', async () => {
    const { body } = await ask('lamps')
    assert.deepEqual([body.networks, body.network], [[{ code: 'urban', name: { zh: '城管', en: 'urban' } }], 'urban'])
    assert.equal(body.rows.find((row: GridDuties) => row.code === 'g-plum')?.lastOn, '2026-03-01')
    assert.equal((await ask('lamps', '?network=civil')).status, 404, 'another’s is not there')
    assert.equal((await ask('secretary', '?network=nothing')).status, 404)
    assert.equal((await ask('secretary', '?network=a%20b')).status, 400)
    assert.equal((await ask('secretary', '?from=-1')).status, 400)
  })

  test('what is shown is taken along as a sheet, by the same measure', async () => {
    const secretary = await stage.at('secretary')
    const book = await secretary.bytes('/api/visits/duties.xlsx?network=urban')
    assert.equal(book.status, 200)
    const sheet = sheetIn(book.bytes)
    assert.match(sheet, /梅园网格/)
    assert.match(sheet, /城管走访/)
    assert.doesNotMatch(sheet, /河畔/)
    const csv = (await secretary.bytes('/api/visits/duties.csv?network=urban&text=梅园网格')).bytes.toString()
    assert.deepEqual(csv.trim().split('\r\n').slice(1), [
      '花园社区,梅园网格,二级网格（小区）,王敏,城管走访,网格员,每周,2026-03-01,2026-03-08,否',
    ])
    assert.equal((await (await stage.at('wangMin')).bytes('/api/visits/duties.csv')).status, 403)
  })

  test('grids that nobody looks after are found at once; a whole community has its secretary', async () => {
    const { database, district } = stage
    const alone = async (network: string) => gridsIn(await ask('secretary', `?network=${network}&nobody=true`))
    assert.deepEqual([await alone('urban'), await alone('civil')], [[], []])
    await within(database, { as: 'owner', district }, (connection) => endPostsAt(connection, district, 'g-pine', '2026-03-02'))
    assert.deepEqual([await alone('urban'), await alone('civil')], [['g-pine'], ['g-pine']])
    assert.deepEqual(gridsIn(await ask('eastSecretary', '?network=civil&nobody=true')), [])
  })
})
