import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { sql } from 'kysely'
import { within } from '#kernel/database/within.ts'
import { type Actor, sightOf } from '#kernel/people/actor.ts'
import { roles } from '#kernel/people/roles.ts'
import { type StaffName, staff } from '#testing/neighbourhood.ts'
import { type Hand, lampReport, setStage } from '#testing/stage.ts'
import { partiesOf, placesOfCase } from './columns.ts'
import type { Case } from './contract/item.ts'

// The authorization matrix (`kernel.md`): one of every role, a case of every kind, and every way to come by it.

const stage = await setStage()
const { database, district, cases } = stage
const dispute = (more: object = {}) => lampReport({ category: 'neighbours.dispute', ...more })
const river = { place: { point: { longitude: 119.03, latitude: 36.005, system: 'wgs84' } } }
const ids: Record<string, string> = {}

before(async () => {
  const report = async (input: object) => (await stage.nobody().send('report', '', input)).body.id
  const [worker, dispatcher] = [await stage.at('wangMin'), await stage.at('dispatcher')]
  Object.assign(ids, {
    fresh: await report(dispute()),
    handled: await report(dispute()),
    former: await report(dispute()),
    aboutGrid: await report(dispute({ concerns: ['grid'] })),
    aboutStreet: await report(dispute({ concerns: ['street'] })),
    protected: await report(lampReport({ category: 'care.minors' })),
    elsewhere: await report(dispute(river)),
    declined: await report(dispute()),
  })
  for (const [id, lead] of [
    [ids.handled, 'property-1'],
    [ids.former, 'housing'],
  ] as const) {
    await worker.send('accept', id ?? '')
    const sent = await worker.send('dispatch', id ?? '', { lead, assisting: [{ unit: 'power', task: '请配合' }] })
    assert.equal(sent.status, 200, JSON.stringify(sent.body))
  }
  await (await stage.at('housing')).send('return', ids.former ?? '', {
    reason: 'notOurDuty',
    words: '非本单位',
    rightBody: 'urban',
  })
  await dispatcher.send('decline', ids.declined ?? '', { reason: 'court', words: '请起诉' })
})

/** Whether the table of roles and the case itself let somebody see it. */
function maySee(actor: Actor, item: Case): boolean {
  const { everything, guards, places, party } = sightOf(actor)
  if (everything) return !item.protected || guards === true
  return placesOfCase(item).some((unit) => places.includes(unit)) || partiesOf(item).includes(party)
}

const itemOf = async (id: string): Promise<Case> => {
  const item = await within(database, { as: 'owner', district }, (connection) => cases.itemOf(connection, district, id))
  assert.ok(item)
  return item
}

/** The ways by which somebody comes by a case. */
async function waysTo(hand: Hand, { id, number }: Case): Promise<Record<string, boolean>> {
  const has = ({ body }: { body: { rows?: { id: string }[] } }) => body.rows?.some((row) => row.id === id) ?? false
  const comment = await hand.send('comment', id, { words: '看一下' })
  return {
    id: (await hand.get(`/api/cases/${id}`)).status === 200,
    events: (await hand.get(`/api/cases/${id}/events`)).status === 200,
    number: has(await hand.get(`/api/cases?number=${number}`)),
    search: has(await hand.get(`/api/cases?q=${number}`)),
    command: comment.status !== 404,
  }
}

const oneOfEach = Object.entries(staff).filter(
  ([, { role }], index, all) => all.findIndex(([, other]) => other.role === role) === index,
) as [StaffName, (typeof staff)[StaffName]][]

for (const [name, { role, unit }] of oneOfEach)
  test(`a ${roles[role].en} comes by what their post lets them see, and by nothing else, whichever way they try`, async () => {
    const hand = await stage.at(name)
    const actor: Actor = { district, id: name, name, role, unit: unit || district }
    for (const [kind, id] of Object.entries(ids)) {
      const item = await itemOf(id)
      const may = maySee(actor, item)
      const ways = await waysTo(hand, item)
      const sees = roles[role].sees === 'nothing' ? false : may
      // Lists go by the post's own: a former or assisting unit comes by a case through its own list, or by its id.
      const { number, search, ...others } = ways
      assert.deepEqual(others, { id: sees, events: sees, command: sees }, `${kind}, ${name}`)
      if (!sees) assert.deepEqual({ number, search }, { number: false, search: false }, `${kind}, ${name}`)
      else if (roles[role].sees === 'district') assert.ok(number, `${kind}, ${name}`)
    }
    const all = (await hand.get('/api/cases?limit=200')).body.rows ?? []
    const dots = (await hand.get('/api/cases/map?west=118&east=120&south=35&north=37&zoom=22')).body
    const counted = Array.isArray(dots) ? dots.reduce((sum: number, { count }: { count: number }) => sum + count, 0) : 0
    assert.equal(counted, all.length, 'the map shows what the list has')
    for (const { id } of all) assert.ok(maySee(actor, await itemOf(id)), id)
  })

test('whoever reads by hand in SQL, under each post, sees the same', async () => {
  for (const [name, { role, unit }] of oneOfEach) {
    const actor: Actor = { district, id: name, name, role, unit: unit || district }
    const { rows } = await within(database, { as: 'read', district, sight: sightOf(actor) }, (connection) =>
      sql<{ id: string }>`select id from cases.cases`.execute(connection),
    )
    const seen = new Set(rows.map(({ id }) => id))
    for (const [kind, id] of Object.entries(ids)) assert.equal(seen.has(id), maySee(actor, await itemOf(id)), `${kind}, ${name}`)
  }
})
