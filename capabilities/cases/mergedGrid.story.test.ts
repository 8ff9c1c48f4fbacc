import assert from 'node:assert/strict'
import { beforeEach, suite, test } from 'node:test'
import { within } from '#kernel/database/within.ts'
import { deliver } from '#kernel/record/deliver.ts'
import { everybodysPassword, points, type StaffName } from '#testing/neighbourhood.ts'
import { roundOf } from '#testing/rounds.ts'
import { attached, type Hand, lampReport, setStage } from '#testing/stage.ts'

// 松园 is merged into 梅园, of which 王敏 is the worker: whatever comes back then is hers to take, and 李强 has no post any more.

suite('what comes back to a grid that was merged', () => {
  let stage: Awaited<ReturnType<typeof setStage>>
  beforeEach(async () => {
    stage = await setStage('2026-03-02T09:00:00+08:00')
  })
  const phone = '13877773333'
  const pine = { point: { longitude: points.pine[0], latitude: points.pine[1], system: 'wgs84' } }
  const as = async (name: StaffName) =>
    stage.hand(await stage.cookieOf('/api/session', { account: `${name}.${stage.district}`, password: everybodysPassword }))
  const done = async (hand: Hand, command: string, id: string, input: object = {}) => {
    const { status, body } = await hand.send(command, id, input)
    assert.equal(status, 200, `${command}: ${JSON.stringify(body)}`)
    return body
  }
  const reported = async (more: object = {}, by?: Hand): Promise<string> =>
    (
      await done(
        by ?? (await stage.resident(phone)),
        'report',
        '',
        lampReport({ place: pine, category: 'neighbours.dispute', ...more }),
      )
    ).id
  const redraw = async (more: object) => {
    const { status, body } = await (await as('admin')).post('/api/grids/redrawings', { words: '调整网格', ...more })
    assert.equal(status, 200, JSON.stringify(body))
  }
  const settle = async () => {
    for (let some = 1; some > 0; ) some = await roundOf(stage, 'regridded', stage.district)
  }
  /** The merge, and the day on which it holds. */
  const merged = async () => {
    await redraw({ grid: 'g-pine', to: 'g-plum', on: '2026-03-03' })
    stage.clock.moveTo('2026-03-03T09:00:00+08:00')
    await settle()
  }
  const itemOf = async (id: string) => {
    const item = await within(stage.database, { as: 'owner', district: stage.district }, (connection) =>
      stage.cases.itemOf(connection, stage.district, id),
    )
    assert.ok(item)
    return item
  }
  const lies = async (id: string) => {
    const item = await itemOf(id)
    return [item.state, item.place.grid2, 'holder' in item ? `${item.holder.role}@${item.holder.unit}` : undefined]
  }
  /** Whoever is at a post now has a case: in their queue, told of, and theirs to act on. */
  async function has(name: StaffName, id: string, command: string) {
    await deliver(stage.database, stage.district, stage.clock.now())
    const hand = await as(name)
    const { body: queue } = await hand.get('/api/cases?scope=queue')
    assert.ok(
      queue.rows.some((row: { id: string }) => row.id === id),
      `${name} has it in their queue`,
    )
    const { body: told } = await hand.get('/api/notices')
    assert.ok(
      told.some((one: { item: string; words: { zh: string } }) => one.item === id && /到您这里了|转到这里/.test(one.words.zh)),
      `${name} is told`,
    )
    assert.ok((await hand.get(`/api/cases/${id}`)).body.may.includes(command), `${name} may ${command}`)
  }
  const ofPlum = ['accepted', 'g-plum', 'gridWorker@g-plum']

  test('what is not solved after all, or reopened, goes to whoever has the place now', async () => {
    const [unsolved, reopened] = [await reported(), await reported()]
    for (const id of [unsolved, reopened]) {
      await done(await as('liQiang'), 'accept', id)
      await done(await as('liQiang'), 'solveOnSite', id, { outcome: 'solved', done: '劝和了' })
    }
    await done(await stage.resident(phone), 'rate', reopened, { solved: true, level: 5 })
    await merged()
    assert.equal((await itemOf(reopened)).place.grid2, 'g-pine', 'what was done is where it was')
    const resident = await stage.resident(phone)
    await done(resident, 'rate', unsolved, { solved: false, level: 1 })
    await done(resident, 'reopen', reopened, { words: '又吵了' })
    for (const id of [unsolved, reopened]) {
      assert.deepEqual(await lies(id), ofPlum)
      const item = await itemOf(id)
      assert.equal('takenBy' in item && item.takenBy, false, 'nobody of that post has taken it yet')
      await has('wangMin', id, 'solveOnSite')
    }
  })

  test('what is reopened in a part that was given to a new grid meanwhile goes there, though its old grid stands', async () => {
    const far = { point: { longitude: 119.0135, latitude: 36.003, system: 'wgs84' } }
    const [unsolved, stays] = [
      await reported({ place: far }),
      await reported({ place: { point: { ...far.point, longitude: 119.011 } } }),
    ]
    for (const id of [unsolved, stays]) {
      await done(await as('liQiang'), 'accept', id)
      await done(await as('liQiang'), 'solveOnSite', id, { outcome: 'solved', done: '劝和了' })
    }
    const line = [
      [119.013, 35.999],
      [119.013, 36.011],
    ]
    const at = [far.point.longitude, far.point.latitude]
    await redraw({ grid: 'g-pine', part: { line, at }, to: 'g-pine-east', name: '松园东网格', on: '2026-03-03' })
    stage.clock.moveTo('2026-03-03T09:00:00+08:00')
    await settle()
    const resident = await stage.resident(phone)
    for (const id of [unsolved, stays]) await done(resident, 'rate', id, { solved: false, level: 1 })
    assert.deepEqual(await lies(unsolved), ['accepted', 'g-pine-east', 'gridWorker@g-pine-east'])
    assert.deepEqual(await lies(stays), ['accepted', 'g-pine', 'gridWorker@g-pine'])
  })

  test('what an appeal, or a follower, brings back comes in where it lies now', async () => {
    const neighbour = await stage.resident('13877774444')
    const [declined, followed] = [await reported(), await reported()]
    await done(neighbour, 'join', followed)
    await done(await as('dispatcher'), 'decline', declined, { reason: 'unfounded', words: '不具体' })
    await done(await as('liQiang'), 'accept', followed)
    await done(await as('liQiang'), 'solveOnSite', followed, { outcome: 'solved', done: '劝和了' })
    await merged()
    await done(await stage.resident(phone), 'appeal', declined, { words: '就在三号楼前' })
    await done(await as('supervisor'), 'uphold', declined, { words: '应当受理' })
    await done(await stage.resident('13877774444'), 'rate', followed, { solved: false, level: 1 })
    const own = (await itemOf(followed)).children[0] ?? ''
    for (const id of [declined, own]) {
      assert.deepEqual(await lies(id), ['reported', 'g-plum', 'gridWorker@g-plum'])
      await has('wangMin', id, 'accept')
    }
  })

  test('what a look on site finds undone goes to whoever has the place now', async () => {
    const id = await reported({ category: 'property.service' })
    const worker = await as('liQiang')
    await done(worker, 'accept', id)
    const photos = [await attached(stage, worker)]
    await done(worker, 'solveOnSite', id, { outcome: 'solved', done: '好了', photos })
    assert.deepEqual(await lies(id), ['verifying', 'g-pine', 'communitySecretary@garden'])
    await merged()
    await done(await as('secretary'), 'sendBack', id, { words: '没有好' })
    assert.deepEqual(await lies(id), ofPlum)
    await has('wangMin', id, 'solveOnSite')
  })

  test('what a unit gives back, and what is split off while it has it, goes to whoever has the place now', async () => {
    const [returned, whole] = [await reported(), await reported()]
    for (const id of [returned, whole]) {
      await done(await as('liQiang'), 'accept', id)
      await done(await as('liQiang'), 'dispatch', id, { lead: 'urban', assisting: [] })
      await done(await as('lamps'), 'receive', id)
    }
    await merged()
    await done(await as('lamps'), 'return', returned, { reason: 'notOurDuty', words: '归住建管', rightBody: 'housing' })
    const part = crypto.randomUUID()
    await done(await as('lamps'), 'split', whole, { parts: [{ id: part, category: 'neighbours.dispute', words: '另一户' }] })
    for (const id of [returned, part]) {
      assert.deepEqual(await lies(id), ofPlum)
      await has('wangMin', id, 'solveOnSite')
    }
  })

  test('what was merged into another, nobody having taken it, whoever has the place now takes out again', async () => {
    const [id, parent] = [await reported(), await reported()]
    await done(await as('liQiang'), 'merge', id, { parent })
    await merged()
    await done(await as('wangMin'), 'unmerge', id, { parent })
    assert.deepEqual(await lies(id), ['reported', 'g-plum', 'gridWorker@g-plum'])
  })

  test('what was handed to the worker of a grid goes along with that grid, wherever in the community it lies', async () => {
    const id = await reported({ place: { point: { longitude: points.plum[0], latitude: points.plum[1], system: 'wgs84' } } })
    await done(await as('wangMin'), 'handOver', id, { to: { role: 'gridWorker', unit: 'g-pine' }, words: '请帮忙' })
    await merged()
    assert.deepEqual(await lies(id), ['reported', 'g-plum', 'gridWorker@g-plum'])
    await has('wangMin', id, 'accept')
  })

  /** The east of 松园, beyond a line from north to south, becomes a grid of its own. */
  const eastern = {
    part: {
      line: [
        [119.013, 35.999],
        [119.013, 36.011],
      ],
      at: [119.0175, 36.002],
    },
    ...{ grid: 'g-pine', to: 'g-pine-east', name: '松园东网格' },
  }

  test('what was reported by the code of a grid stays in it as long as it stands, and then goes to what took it over, or that since', async () => {
    const id = await reported({ place: { code: 'g-pine' } })
    await redraw({ ...eastern, on: '2026-03-02' })
    await settle()
    assert.deepEqual(await lies(id), ['reported', 'g-pine', 'gridWorker@g-pine'])
    await redraw({ grid: 'g-pine', to: 'g-plum', on: '2026-03-03' })
    await redraw({ grid: 'g-plum', to: 'g-pine-east', on: '2026-03-04' })
    // Nobody looked in between.
    stage.clock.moveTo('2026-03-04T09:00:00+08:00')
    await settle()
    assert.deepEqual(await lies(id), ['reported', 'g-pine-east', 'gridWorker@g-pine-east'])
    await has('liQiang', id, 'accept')
  })
})
