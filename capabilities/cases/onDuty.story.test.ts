import assert from 'node:assert/strict'
import { test } from 'node:test'
import { within } from '#kernel/database/within.ts'
import { deliver } from '#kernel/record/deliver.ts'
import { everybodysPassword, type StaffName } from '#testing/neighbourhood.ts'
import { type Hand, lampReport, setStage } from '#testing/stage.ts'

const stage = await setStage('2026-03-02T09:00:00+08:00')
const { district, clock } = stage
const as = async (name: StaffName) =>
  stage.hand(await stage.cookieOf('/api/session', { account: `${name}.${district}`, password: everybodysPassword }))
const onDuty = { headers: { 'linli-post': 'duty.north' } }
const done = async (hand: Hand, command: string, id: string, input: object = {}, more = {}) => {
  const { status, body } = await hand.send(command, id, input, more)
  assert.equal(status, 200, `${command}: ${JSON.stringify(body)}`)
  return body
}
const queueOf = async (hand: Hand, more = '') => {
  const ids: string[] = []
  for (let next = ''; ; ) {
    const { body } = await hand.get(`/api/cases?scope=queue&limit=2${more}${next && `&cursor=${next}`}`)
    ids.push(...body.rows.map(({ id }: { id: string }) => id))
    if (body.next === undefined) return ids
    next = body.next
  }
}
const stateOf = async (id: string) => {
  const item = await within(stage.database, { as: 'owner', district }, (connection) =>
    stage.cases.itemOf(connection, district, id),
  )
  return [item?.state, item && 'holder' in item && `${item.holder.role}@${item.holder.unit}`]
}
const told = async (hand: Hand, id: string): Promise<string[]> => {
  await stage.ringTimers()
  await deliver(stage.database, district, clock.now())
  const { body } = await hand.get('/api/notices')
  return body.flatMap(({ item, words }: { item: string; words: { zh: string } }) => (item === id ? [words.zh] : []))
}

test('what whoever is on duty has at night, or comes back from it, the desk of the street has in hand by day', async () => {
  const slots = [{ account: 'wangMin', from: '2026-03-02T18:00:00+08:00', to: '2026-03-03T08:00:00+08:00' }]
  const roster = { unit: 'north', from: '2026-03-02T12:00:00+08:00', to: '2026-03-04T12:00:00+08:00', slots }
  assert.equal((await (await as('streetDesk')).put('/api/duties', roster)).status, 200)
  clock.moveTo('2026-03-02T22:00:00+08:00')
  const phone = '13877773333'
  const resident = await stage.resident(phone)
  const urgent = async (): Promise<string> =>
    (await done(resident, 'report', '', lampReport({ category: 'neighbours.dispute', urgency: 'urgent' }))).id
  const [unsolved, open, passed] = [await urgent(), await urgent(), await urgent()]
  const night = await as('wangMin')
  for (const id of [unsolved, open]) await done(night, 'accept', id, {}, onDuty)
  await done(night, 'solveOnSite', unsolved, { outcome: 'solved', done: '劝和了' }, onDuty)

  // Three days later nobody is on duty any more.
  clock.moveTo('2026-03-05T10:00:00+08:00')
  await done(await stage.resident(phone), 'rate', unsolved, { solved: false, level: 1 })
  const desk = await as('streetDesk')
  for (const id of [unsolved, open]) assert.deepEqual(await stateOf(id), ['accepted', 'dutyOfficer@north'])
  const all = [unsolved, open, passed].toSorted()
  for (const sort of ['&sort=due', '&sort=newest']) assert.deepEqual((await queueOf(desk, sort)).toSorted(), all)
  const { body: counts } = await desk.get('/api/cases/queue/counts')
  assert.equal(
    counts.states.reduce((sum: number, { count }: { count: number }) => sum + count, 0),
    3,
  )
  const admin = await as('admin')
  const [post] = (await admin.get('/api/posts?unit=north')).body.rows
  const leaving = JSON.stringify((await admin.delete(`/api/posts/${post.id}`)).body)
  assert.equal(new Set(leaving.match(/2603-\d+/g)).size, 3, `whoever leaves it leaves these: ${leaving}`)
  assert.ok((await told(desk, unsolved)).some((words) => /到您这里了/.test(words)))
  assert.ok((await told(desk, open)).some((words) => /已超时限/.test(words)))

  assert.ok((await desk.get(`/api/cases/${open}`)).body.may.includes('solveOnSite'))
  await done(desk, 'solveOnSite', unsolved, { outcome: 'solved', done: '又去了一趟' })
  await done(desk, 'dispatch', open, { lead: 'urban', assisting: [] })
  await done(await as('lamps'), 'return', open, { reason: 'notOurDuty', words: '不归我局', rightBody: 'housing' })
  assert.deepEqual(await stateOf(open), ['accepted', 'dutyOfficer@north'])
  await done(desk, 'accept', passed)
  await done(desk, 'escalate', passed, { words: '转街道办' })
  assert.deepEqual(await stateOf(passed), ['triage', 'streetDesk@north'])
  assert.deepEqual((await queueOf(desk)).toSorted(), [open, passed].toSorted())
})
