import assert from 'node:assert/strict'
import { before, suite, test } from 'node:test'
import { sql } from 'kysely'
import { within } from '#kernel/database/within.ts'
import { sightOf } from '#kernel/people/actor.ts'
import { roles } from '#kernel/people/roles.ts'
import { type StaffName, staff } from '#testing/neighbourhood.ts'
import { setStage, sheetSent } from '#testing/stage.ts'
import type { Branch } from './contract/branch.ts'

const stage = await setStage('2026-03-02T09:00:00+08:00')
const { database, district } = stage
const head = 'branch,name,system,number,asOf'
const sheet = async (name: StaffName, rows: readonly string[], more = '') =>
  sheetSent(stage, await stage.at(name), `/api/branch-members/sheet${more}`, [head, ...rows].join('\n'))
const namesAt = async (name: StaffName, branch = 'plum') => {
  const { status, body } = await (await stage.at(name)).get(`/api/branch-members/${branch}`)
  return status === 200 ? body.rows.map((row: { name: string }) => row.name).toSorted() : status
}
const cellsOf = ({ status, body }: Awaited<ReturnType<typeof sheet>>) => [
  status,
  ...(body.fields ?? []).map(({ field }: { field: string }) => field),
]
const lin = 'plum,林一心,党员系统,A-1,2026-03-01'
const zhou = 'plum,周立新,党员系统,A-2,2026-03-01'
const owner = <Row>(statement: ReturnType<typeof sql<Row>>) =>
  within(database, { as: 'owner', district }, async (connection) => (await statement.execute(connection)).rows)

suite('the members of branches', () => {
  before(async () => {
    const branch = (code: string, community: string, estates: string[]): Branch => ({
      ...{ code, name: `${code}党支部`, kind: 'solo', community, estates, secretary: '林梅' },
      ...{ committee: [], groups: [], households: [], foundedOn: '2024-07-01' },
    })
    const put = async (name: StaffName, entry: Branch) => {
      const done = await (await stage.at(name)).put(`/api/registers/branches/${entry.code}`, { entry, version: 0 })
      assert.equal(done.status, 200, JSON.stringify(done.body))
    }
    await put('secretary', branch('plum', 'garden', ['plum']))
  })

  test('they come by the sheet of the system that has them: looked at first, then all of it or nothing', async () => {
    const looked = await sheet('secretary', [lin, zhou], '?preview=true')
    assert.deepEqual([looked.body.written, looked.body.added], [false, 2])
    assert.deepEqual(await namesAt('secretary'), [], 'a look changes nothing')
    const wrong = [
      lin,
      'nowhere,张三,党员系统,A-3,2026-03-01',
      'plum,李四 13800000000,党员系统,A-4,2026-03-01',
      'plum,王五,党员系统,37070319700101123X,2026-03-01',
      'plum,赵六,党员系统,A-5,2026-03-09',
      lin,
    ]
    const refused = await sheet('secretary', wrong)
    assert.deepEqual(cellsOf(refused), [400, 'A3', 'B4', 'D5', 'E6', 'D7'])
    assert.deepEqual(await namesAt('secretary'), [], 'not a row was written')
    const done = await sheet('secretary', [lin, zhou])
    assert.equal(done.status, 200, JSON.stringify(done.body))
    assert.deepEqual(await namesAt('secretary'), ['周立新', '林一心'].toSorted())
    const again = await sheet('secretary', [lin, zhou])
    assert.deepEqual([again.body.added, again.body.changed, again.body.unchanged, again.body.gone], [0, 0, 2, 0])
  })

  test('who they are is read by their community alone; street and district read how many, residents too', async () => {
    for (const name of ['streetDesk', 'leader', 'supervisor', 'dispatcher', 'wangMin', 'admin'] as const)
      assert.equal(await namesAt(name), 403, name)
    assert.equal(await namesAt('eastSecretary'), 404)
    assert.deepEqual(cellsOf(await sheet('eastSecretary', [lin])), [400, 'A2'], 'nor brings another community’s')
    assert.equal((await sheet('streetDesk', [lin])).status, 403)
    for (const name of ['streetDesk', 'leader'] as const) {
      const [row] = (await (await stage.at(name)).get('/api/branches/areas')).body.rows
      assert.equal(row.members, 2, name)
      assert.doesNotMatch(JSON.stringify(row), /林一心/)
    }
    const resident = await stage.resident('13877770011')
    const { branch } = (await resident.get('/api/branches/at/plum')).body
    assert.equal(branch.members, 2)
    assert.doesNotMatch(JSON.stringify(branch), /林一心/)
    assert.equal((await resident.get('/api/branch-members/plum')).status, 403)
  })

  test('a name is found in whichever branch it is, by its community alone, and only who bears it was looked at', async () => {
    const ask = async (name: StaffName, asked: string) =>
      (await stage.at(name)).get(`/api/branch-members?name=${encodeURIComponent(asked)}`)
    const looksAt = (account: string) =>
      owner(sql`select 1 from vault.looks where district = ${district} and by_account = ${account}`)
    await owner(sql`delete from vault.looks where district = ${district}`)
    assert.deepEqual((await ask('secretary', '欧阳')).body, [])
    assert.equal((await looksAt('secretary')).length, 0, 'nobody was shown')
    const [branch, ...others] = (await ask('secretary', '一心')).body
    assert.deepEqual(
      [branch.code, branch.members, branch.found.map((row: { name: string }) => row.name)],
      ['plum', 2, ['林一心']],
    )
    assert.deepEqual(others, [])
    assert.equal((await looksAt('secretary')).length, 1)
    for (const name of ['streetDesk', 'leader', 'wangMin'] as const) assert.equal((await ask(name, '一心')).status, 403, name)
    assert.deepEqual((await ask('eastSecretary', '一心')).body, [])
    assert.equal((await ask('secretary', '林')).status, 400, 'one character would be everybody')
    await namesAt('secretary')
  })

  test('the database itself shows no street and nobody over the district a row, and holds no name as it is said', async () => {
    for (const [name, sees] of [
      ['secretary', 2],
      ['streetDesk', 0],
      ['leader', 0],
      ['dispatcher', 0],
      ['eastSecretary', 0],
    ] as const) {
      const { role, unit } = staff[name]
      assert.ok(role in roles)
      const sight = sightOf({ district, id: name, name, role, unit: unit || district })
      const rows = await within(database, { as: 'read', district, sight }, (connection) =>
        sql`select 1 from branches.members where district = ${district}`.execute(connection),
      )
      assert.equal(rows.rows.length, sees, name)
    }
    const kept = await owner(sql`select * from branches.members where district = ${district}`)
    assert.doesNotMatch(JSON.stringify(kept), /林一心|周立新/)
    const events = await owner(sql<{ body: string }>`select body from record.events where district = ${district}`)
    assert.doesNotMatch(JSON.stringify(events), /林一心|周立新/)
    const changes = await owner(sql`select told from people.changes where district = ${district}`)
    assert.doesNotMatch(JSON.stringify(changes), /林一心|周立新/)
  })

  test('each look is written down, one an hour', async () => {
    const looks = await owner(sql<{ by_account: string; item: string; fields: string[] }>`
      select by_account, item, fields from vault.looks where district = ${district}`)
    assert.deepEqual(
      new Set(looks.map(({ by_account, item, fields }) => `${by_account} ${item} ${fields}`)),
      new Set(['secretary members/plum name']),
    )
    assert.equal(looks.length, 2)
  })

  test('the next sheet has the whole branch: a new name is told, and who is gone is forgotten', async () => {
    const older = await sheet('secretary', ['plum,林一心,党员系统,A-1,2026-02-01'])
    assert.deepEqual(cellsOf(older), [400, 'E2'], 'what is here is newer')
    const done = await sheet('secretary', ['plum,林新心,党员系统,A-1,2026-03-02'])
    assert.deepEqual([done.body.added, done.body.changed, done.body.gone], [0, 1, 1])
    assert.deepEqual(await namesAt('secretary'), ['林新心'])
    const secrets = await owner(sql`select 1 from vault.secrets where district = ${district} and item = 'members/plum'`)
    assert.equal(secrets.length, 1, 'and so are the names of those who are gone')
  })

  test('who asks for it is erased by their community', async () => {
    const [{ id }] = (await (await stage.at('secretary')).get('/api/branch-members/plum')).body.rows
    assert.equal((await (await stage.at('eastSecretary')).delete(`/api/branch-members/plum/${id}`)).status, 404)
    assert.equal((await (await stage.at('leader')).delete(`/api/branch-members/plum/${id}`)).status, 403)
    assert.equal((await (await stage.at('secretary')).delete(`/api/branch-members/plum/${id}`)).status, 200)
    assert.equal((await (await stage.at('secretary')).delete(`/api/branch-members/plum/${id}`)).status, 404)
    assert.deepEqual(await namesAt('secretary'), [])
    const keys = await owner(
      sql`select 1 from vault.keys where district = ${district} and subject = ${`member ${id}`} and wrapped is not null`,
    )
    assert.deepEqual(keys, [])
    const [counted] = (await (await stage.at('secretary')).get('/api/branch-members')).body
    assert.equal(counted.members, 0)
  })
})
