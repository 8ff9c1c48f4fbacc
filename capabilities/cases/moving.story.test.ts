import assert from 'node:assert/strict'
import { beforeEach, describe, test } from 'node:test'
import { within } from '#kernel/database/within.ts'
import { writeAccounts } from '#kernel/people/accounts.ts'
import { writePosts } from '#kernel/people/posts.ts'
import { deliver } from '#kernel/record/deliver.ts'
import { everybodysPassword, keptPassword, points, type StaffName } from '#testing/neighbourhood.ts'
import { roundOf } from '#testing/rounds.ts'
import { type Hand, lampReport, setStage } from '#testing/stage.ts'

// 花园 goes from 城北街道 to 城南街道, where 何南 is at the desk: what is open there is theirs to see to, and no more that of 孙街.

describe('a community that goes to another street takes along what is open there', () => {
  let stage: Awaited<ReturnType<typeof setStage>>
  let south: Hand
  const as = async (name: StaffName | 'southDesk') =>
    stage.hand(await stage.cookieOf('/api/session', { account: `${name}.${stage.district}`, password: everybodysPassword }))
  beforeEach(async () => {
    stage = await setStage('2026-03-02T09:00:00+08:00')
    const { district, database } = stage
    const street = { code: 'south', name: '城南街道', kind: 'street', form: 'street', parent: district }
    assert.equal((await (await stage.at('admin')).post('/api/units', street)).status, 200)
    const [id, signInName] = ['southDesk', `southDesk.${district}`]
    await within(database, { as: 'owner', district }, async (connection) => {
      await writeAccounts(connection, district, [{ id, kind: 'staff', signInName, displayName: '何南', password: keptPassword }])
      await writePosts(connection, district, [
        { id: 'p-southDesk', account: id, role: 'streetDesk', unit: 'south', starts: '2020-01-01' },
      ])
    })
    south = await as('southDesk')
  })

  const pine = { point: { longitude: points.pine[0], latitude: points.pine[1], system: 'wgs84' } }
  const done = async (hand: Hand, command: string, id: string, input: object = {}) => {
    const { status, body } = await hand.send(command, id, input)
    assert.equal(status, 200, `${command}: ${JSON.stringify(body)}`)
    return body
  }
  const by = async (name: StaffName, command: string, id: string, input: object = {}) =>
    done(await stage.at(name), command, id, input)
  const reported = async (more: object = {}, hand: Hand = stage.nobody()): Promise<string> =>
    (await done(hand, 'report', '', lampReport({ place: pine, category: 'neighbours.dispute', ...more }))).id
  /** A case that the worker accepted and passed up, some desks high. */
  const passedUp = async (desks: number, more: object = {}) => {
    const id = await reported(more)
    await by('liQiang', 'accept', id)
    for (const name of (['liQiang', 'secretary'] as const).slice(0, desks))
      await by(name, 'escalate', id, { words: '请上级协调' })
    return id
  }
  /** 花园 goes to a street, and whatever goes along has gone. */
  const moved = async (parent = 'south') => {
    const { status, body } = await (await stage.at('admin')).patch('/api/units/garden', { parent })
    assert.equal(status, 200, JSON.stringify(body))
    let count = 0
    for (let some = 1; some > 0; count += some) some = await roundOf(stage, 'restreeted', stage.district)
    return count
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
    return [item.state, item.place.street, 'holder' in item ? `${item.holder.role}@${item.holder.unit}` : undefined]
  }
  const ids = async (hand: Hand, scope: 'queue' | 'all') =>
    (await hand.get(`/api/cases?scope=${scope}`)).body.rows.map((row: { id: string }) => row.id).toSorted()
  const toldOf = async (hand: Hand, id: string): Promise<string[]> => {
    await deliver(stage.database, stage.district, stage.clock.now())
    const { body } = await hand.get('/api/notices')
    return body
      .filter(({ item }: { item: string }) => item === id)
      .map(({ words }: { words: { zh: string } }) => words.zh.replace(/^\S+ /, ''))
  }

  test('what is open goes along: the desk of the new street has and sees it, and is told; that of the old one no more', async () => {
    const north = await stage.at('streetDesk')
    const [atStreet, atCommunity, atGrid] = [await passedUp(2), await passedUp(1), await passedUp(0)]
    const all = [atStreet, atCommunity, atGrid].toSorted()
    assert.deepEqual(await ids(north, 'all'), all)
    assert.equal(await roundOf(stage, 'restreeted', stage.district), 0, 'nothing has moved')
    assert.equal(await moved(), 3)
    assert.deepEqual(await lies(atStreet), ['triage', 'south', 'streetDesk@south'])
    assert.deepEqual(await lies(atCommunity), ['triage', 'south', 'communitySecretary@garden'])
    assert.deepEqual(await lies(atGrid), ['accepted', 'south', 'gridWorker@g-pine'])
    assert.deepEqual([await ids(south, 'queue'), await ids(south, 'all')], [[atStreet], all])
    assert.deepEqual([await ids(north, 'queue'), await ids(north, 'all')], [[], []])
    assert.deepEqual(await toldOf(south, atStreet), ['随社区划转到这里'])
    assert.equal((await toldOf(north, atStreet))[0], '随社区划转转出')
    const seen = (await south.get(`/api/cases/${atStreet}`)).body
    assert.ok(seen.may.includes('dispatch'), 'it is theirs to act on')
    assert.match(seen.item.routedBy.zh, /划转/)
    assert.equal((await north.get(`/api/cases/${atGrid}`)).status, 404)
    await done(south, 'dispatch', atStreet, { lead: 'urban', assisting: [] })
    await by('lamps', 'return', atStreet, { reason: 'notOurDuty', words: '归住建', rightBody: 'housing' })
    assert.deepEqual(await lies(atStreet), ['triage', 'south', 'streetDesk@south'])
  })

  test('when a limit runs over, the new street is warned and not the old one', async () => {
    const id = await passedUp(0)
    await moved()
    stage.clock.moveOn({ hours: 24 * 4 })
    for (let times = 0; times < 8; times += 1) await stage.ringTimers()
    assert.ok((await toldOf(await as('southDesk'), id)).some((words) => /已超时限/.test(words)))
    assert.deepEqual(await toldOf(await as('streetDesk'), id), [])
  })

  test('what was led, dispatched or merged by the old street comes back to the new one', async () => {
    const [led, sent, part, whole] = [await passedUp(2), await passedUp(2), await passedUp(2), await passedUp(2)]
    await by('streetDesk', 'dispatch', led, { lead: 'north', assisting: [] })
    await by('streetDesk', 'receive', led)
    await by('streetDesk', 'dispatch', sent, { lead: 'urban', assisting: [] })
    await by('streetDesk', 'merge', part, { parent: whole })
    assert.equal(await moved(), 4)
    assert.deepEqual(await lies(led), ['handling', 'south', 'streetDesk@south'])
    const item = await itemOf(led)
    assert.deepEqual(['lead' in item && item.lead, item.former.includes('north')], ['south', true])
    await by('lamps', 'return', sent, { reason: 'notOurDuty', words: '归住建', rightBody: 'housing' })
    assert.deepEqual(await lies(sent), ['triage', 'south', 'streetDesk@south'])
    const merged = await itemOf(part)
    assert.deepEqual(merged.state === 'merged' && [merged.place.street, merged.before.unit], ['south', 'south'])
  })

  test('the old street gives back what it leads before that went along: to the new one, if it says so, which never had it', async () => {
    const id = await passedUp(2)
    await by('streetDesk', 'dispatch', id, { lead: 'north', assisting: [] })
    await by('streetDesk', 'receive', id)
    const admin = await stage.at('admin')
    assert.equal((await admin.patch('/api/units/garden', { parent: 'south' })).status, 200)
    const given = (rightBody: string) => ({ reason: 'notOurDuty', words: '已划归别的街道', rightBody })
    const own = await (await stage.at('streetDesk')).send('return', id, given('north'))
    assert.deepEqual([own.status, own.body.because?.zh], [409, '退单须指明另一个承办单位'])
    await by('streetDesk', 'return', id, given('south'))
    assert.deepEqual(await lies(id), ['triage', 'south', 'streetDesk@south'])
    assert.deepEqual((await itemOf(id)).former.toSorted(), ['g-pine', 'garden', 'north'])
  })

  test('what is closed stays with the street that it was under; reopened, it comes to the right one', async () => {
    const resident = await stage.resident('13877773333')
    const [id, other] = [await reported({}, resident), await reported({}, resident)]
    for (const one of [id, other]) {
      await by('liQiang', 'accept', one)
      await by('liQiang', 'escalate', one, { words: '请社区协调' })
      await by('secretary', 'escalate', one, { words: '请街道协调' })
      await by('streetDesk', 'solveOnSite', one, { outcome: 'solved', done: '劝和了' })
    }
    await done(resident, 'rate', id, { solved: true, level: 5 })
    assert.equal(await moved(), 0)
    assert.deepEqual(await lies(id), ['closed', 'north', undefined])
    await done(resident, 'reopen', id, { words: '又吵了' })
    await done(resident, 'rate', other, { solved: false, level: 1 })
    for (const one of [id, other]) {
      assert.deepEqual(await lies(one), ['accepted', 'south', 'streetDesk@south'])
      assert.ok((await toldOf(south, one)).includes('到您这里了'))
    }
  })

  test('moved twice, and moved back, it goes along each time', async () => {
    const id = await passedUp(2)
    for (const [street, count] of [
      ['south', 1],
      ['north', 1],
      ['south', 1],
      ['north', 1],
    ] as const) {
      assert.equal(await moved(street), count)
      assert.deepEqual(await lies(id), ['triage', street, `streetDesk@${street}`])
    }
  })

  test('what somebody is on duty for goes to whoever is on duty there at that moment; where nobody is, to the desk', async () => {
    const night = (unit: string, hand: Hand, day: number) => {
      const [from, to] = [`2026-03-0${day}T18:00:00+08:00`, `2026-03-0${day + 1}T08:00:00+08:00`]
      return hand.put('/api/duties', { unit, from, to, slots: [{ account: 'wangMin', from, to }] })
    }
    // In the south the last night was kept, and the next is not.
    assert.equal((await night('south', south, 2)).status, 200)
    assert.equal((await night('north', await stage.at('streetDesk'), 3)).status, 200)
    stage.clock.moveTo('2026-03-03T22:00:00+08:00')
    const id = await reported({ urgency: 'urgent' })
    assert.deepEqual(await lies(id), ['reported', 'north', 'dutyOfficer@north'])
    stage.clock.moveTo('2026-03-03T22:00:01+08:00')
    const admin = await as('admin')
    assert.equal((await admin.patch('/api/units/garden', { parent: 'south' })).status, 200)
    assert.equal(await roundOf(stage, 'restreeted', stage.district), 1)
    assert.deepEqual(await lies(id), ['reported', 'south', 'streetDesk@south'])
  })

  test('a street with nobody at its desk is passed by: the desk above has what the old one had', async () => {
    const [id, led] = [await passedUp(2), await passedUp(1)]
    await by('dispatcher', 'dispatch', led, { lead: 'north', assisting: [] })
    const west = { code: 'west', name: '城西街道', kind: 'street', form: 'street', parent: stage.district }
    assert.equal((await (await stage.at('admin')).post('/api/units', west)).status, 200)
    await moved('west')
    const item = await itemOf(id)
    assert.deepEqual(await lies(id), ['triage', 'west', `dispatcher@${stage.district}`])
    assert.equal(item.state === 'triage' && item.desk, 'district')
    assert.deepEqual(await lies(led), ['dispatched', 'west', 'streetDesk@north'], 'whoever leads it goes on')
  })

  test('what is about the new street is not shown to it, nor to what is below it now; nor what is about the old one to what was below that', async () => {
    const [atGrid, atStreet] = [await passedUp(0, { about: ['south'] }), await passedUp(2, { about: ['south'] })]
    const led = await passedUp(1, { about: ['south'] })
    await by('dispatcher', 'dispatch', led, { lead: 'garden', assisting: [] })
    const ofOld = await reported({ concerns: ['street'] })
    await moved()
    for (const id of [atGrid, atStreet, led, ofOld]) {
      const [, street, holder] = await lies(id)
      assert.deepEqual([street, holder], ['south', `dispatcher@${stage.district}`])
      for (const name of ['liQiang', 'secretary'] as const)
        assert.equal((await (await stage.at(name)).get(`/api/cases/${id}`)).status, 404, `${name} does not see it`)
    }
    for (const id of [atGrid, atStreet, led]) assert.equal((await south.get(`/api/cases/${id}`)).status, 404)
    assert.equal((await itemOf(led)).state, 'reported')
  })
})
