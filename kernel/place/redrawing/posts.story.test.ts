import assert from 'node:assert/strict'
import { test } from 'node:test'
import { everybodysPassword, type StaffName } from '#testing/neighbourhood.ts'
import { roundOf } from '#testing/rounds.ts'
import { lampReport, setStage } from '#testing/stage.ts'

/** 松园 is to be divided by a line from north to south; a point east of it, in what becomes a grid of its own. */
const line = [
  [119.013, 35.999],
  [119.013, 36.011],
]
const east = [119.0175, 36.002]
const eastern = {
  ...{ grid: 'g-pine', part: { line, at: east }, to: 'g-pine-east', name: '松园东网格' },
  ...{ on: '2026-03-20', words: '东区新楼交付' },
}

async function divided() {
  const stage = await setStage('2026-03-02T09:00:00+08:00')
  /** Somebody, signed in on the day that it is: a session does not last for days. */
  const as = async (name: StaffName) =>
    stage.hand(await stage.cookieOf('/api/session', { account: `${name}.${stage.district}`, password: everybodysPassword }))
  const admin = await as('admin')
  assert.equal((await admin.post('/api/grids/redrawings', eastern)).status, 200)
  const posts = async (name: StaffName): Promise<string[]> =>
    (await (await as(name)).get('/api/session')).body.posts.map(({ unit }: { unit: string }) => unit).toSorted()
  const arrive = async (day: string) => {
    stage.clock.moveTo(`${day}T09:00:00+08:00`)
    await roundOf(stage, 'regridded', stage.district)
  }
  const give = (account: StaffName, unit: string, starts: string, until?: string) =>
    admin.post('/api/posts', { account, role: 'gridWorker', unit, starts, ...(until && { until }) })
  return { stage, as, admin, posts, arrive, give }
}

test('a grid worker who was removed before a grid is divided does not come back with the new one; who took over has both', async () => {
  const { stage, as, admin, posts, arrive, give } = await divided()
  assert.equal((await admin.delete('/api/posts/p-liQiang?anyway=true')).status, 200)
  assert.equal((await give('housing', 'g-pine', '2026-03-03')).status, 200)
  await arrive('2026-03-20')
  assert.deepEqual(await posts('housing'), ['g-pine', 'g-pine-east', 'housing'])
  assert.equal((await (await as('liQiang')).get('/api/session')).body.posts.length, 0)
  const [longitude, latitude] = east
  const place = { point: { longitude, latitude, system: 'wgs84' } }
  const { id } = (await stage.nobody().send('report', '', lampReport({ place }))).body
  const seen = await (await as('liQiang')).get(`/api/cases/${id}`)
  assert.notEqual(seen.status, 200, 'what is reported there is not theirs to read')
})

test('a post that is set to end before the day is not in the new grid, one that ends after it ends in both', async () => {
  const { admin, posts, arrive, give } = await divided()
  assert.equal((await give('housing', 'g-pine', '2026-03-02', '2026-03-19')).status, 200)
  assert.equal((await give('power', 'g-pine', '2026-03-02', '2026-03-25')).status, 200)
  assert.equal((await admin.patch('/api/posts/p-liQiang', { until: '2026-03-19', anyway: true })).status, 200)
  await arrive('2026-03-20')
  assert.deepEqual(await posts('housing'), ['housing'])
  assert.deepEqual(await posts('liQiang'), [])
  assert.deepEqual(await posts('power'), ['g-pine', 'g-pine-east', 'power'])
  await arrive('2026-03-26')
  assert.deepEqual(await posts('power'), ['power'])
})

test('whoever was given the new grid beforehand has it alone', async () => {
  const { posts, arrive, give } = await divided()
  assert.equal((await give('housing', 'g-pine-east', '2026-03-20')).status, 200)
  await arrive('2026-03-20')
  assert.deepEqual(await posts('housing'), ['g-pine-east', 'housing'])
  assert.deepEqual(await posts('liQiang'), ['g-pine'])
})

test('where somebody is given the new grid from later on, whoever had the old one has both until then', async () => {
  const { as, posts, arrive, give } = await divided()
  assert.equal((await give('housing', 'g-pine-east', '2026-04-20')).status, 200)
  assert.equal((await give('power', 'g-pine', '2026-03-02', '2026-04-10')).status, 200)
  assert.equal((await give('lamps', 'g-pine', '2026-04-20')).status, 200)
  await arrive('2026-03-20')
  assert.deepEqual(await posts('liQiang'), ['g-pine', 'g-pine-east'])
  assert.deepEqual(await posts('power'), ['g-pine', 'g-pine-east', 'power'])
  assert.deepEqual(await posts('housing'), ['housing'])
  const { body } = await (await as('admin')).get('/api/posts?unit=g-pine-east')
  const ends = body.rows.map(({ account, ends }: { account: string; ends: string }) => `${account} ${ends}`)
  assert.deepEqual(ends.toSorted(), ['liQiang 2026-04-20', 'power 2026-04-11'])
  await arrive('2026-04-20')
  assert.deepEqual(await posts('liQiang'), ['g-pine'])
  assert.deepEqual(await posts('housing'), ['g-pine-east', 'housing'])
  assert.deepEqual(await posts('lamps'), ['g-pine', 'urban'])
})

test('what remains of a grid cannot go before the new one has its posts; a new grid with an end has its workers until then', async () => {
  const { admin, posts, arrive } = await divided()
  const gone = { grid: 'g-pine', to: 'g-plum', on: '2026-03-25', words: '并入' }
  const refused = await admin.post('/api/grids/redrawings', gone)
  assert.deepEqual([refused.status, refused.body.fields[0].field], [400, 'part'])
  assert.match(refused.body.fields[0].because.zh, /2026-03-20/)
  const back = await admin.post('/api/grids/redrawings', {
    grid: 'g-pine-east',
    to: 'g-pine',
    on: '2026-03-25',
    words: '合并回来',
  })
  assert.equal(back.status, 200)
  await arrive('2026-03-20')
  assert.deepEqual(await posts('liQiang'), ['g-pine', 'g-pine-east'])
  await arrive('2026-03-25')
  assert.deepEqual(await posts('liQiang'), ['g-pine'])
})

test('whoever was to begin later in both, and is let go before, begins in neither; who has begun in both is let go in one at a time', async () => {
  const { as, posts, arrive, give } = await divided()
  assert.equal((await give('housing', 'g-pine', '2026-03-25')).status, 200)
  await arrive('2026-03-20')
  const admin = await as('admin')
  const { id } = (await admin.get('/api/people/housing')).body.posts.find(({ unit }: { unit: string }) => unit === 'g-pine')
  const again = await admin.delete(`/api/posts/${id}?anyway=true`)
  assert.equal(again.status, 200, JSON.stringify(again.body))
  assert.equal((await admin.delete('/api/posts/p-liQiang?anyway=true')).status, 200)
  await arrive('2026-03-25')
  assert.deepEqual(await posts('housing'), ['housing'])
  assert.deepEqual(await posts('liQiang'), ['g-pine-east'], 'a post that has begun is one of its own')
})

test('whoever merges a grid is told of the nights for which its worker would have no post', async () => {
  const stage = await setStage('2026-03-02T09:00:00+08:00')
  const [admin, desk] = [await stage.at('admin'), await stage.at('streetDesk')]
  const night = (day: string, next: string) => ({
    ...{ account: 'liQiang', from: `${day}T18:00:00+08:00`, to: `${next}T08:00:00+08:00` },
  })
  const week = { unit: 'north', from: '2026-03-16T12:00:00+08:00', to: '2026-03-30T12:00:00+08:00' }
  const slots = [night('2026-03-18', '2026-03-19'), night('2026-03-19', '2026-03-20'), night('2026-03-25', '2026-03-26')]
  assert.equal((await desk.put('/api/duties', { ...week, slots })).status, 200)
  const gone = { grid: 'g-pine', to: 'g-plum', on: '2026-03-20', words: '并入' }
  const turns = async (): Promise<number | undefined> =>
    (await admin.post('/api/grids/redrawings?preview=true', gone)).body.hangs.find(
      ({ what }: { what: string }) => what === 'turns',
    )?.count
  assert.equal(await turns(), 2)
  const post = { account: 'liQiang', role: 'communityWorker', unit: 'garden', starts: '2026-03-20' }
  assert.equal((await admin.post('/api/posts', post)).status, 200)
  assert.equal(await turns(), undefined, 'once they have another')
})
