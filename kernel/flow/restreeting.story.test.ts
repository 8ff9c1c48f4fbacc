import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { sql } from 'kysely'
import { streetsBy } from '#capabilities/cases/store/inStreets.ts'
import { within } from '#kernel/database/within.ts'
import { lampReport, setStage } from '#testing/stage.ts'
import { restreeting } from './restreeting.ts'

// 花园, with five open cases, goes from one street to another and back, while a process brings two of them along in a turn.

/** 花园 with its open cases, and a process that has looked once. */
async function garden(ofCases: boolean) {
  const stage = await setStage('2026-03-02T09:00:00+08:00')
  const { district, clock, database, house, cases } = stage
  const admin = await stage.at('admin')
  const change = async (code: string, input: object) => {
    const { status, body } = await admin.patch(`/api/units/${code}`, input)
    assert.equal(status, 200, JSON.stringify(body))
  }
  for (const [code, name] of [
    ['south', '城南街道'],
    ['west', '城西街道'],
  ]) {
    const street = { code, name, kind: 'street', form: 'street', parent: district }
    assert.equal((await admin.post('/api/units', street)).status, 200)
  }
  for (let count = 0; count < 5; count += 1) assert.equal((await stage.nobody().send('report', '', lampReport())).status, 200)
  const look = restreeting(house, cases, { atOnce: 2, ...(ofCases && { streetsOf: streetsBy(cases) }) })
  /** What each turn brings along, until one brings nothing. */
  const turns = async () => {
    const counts: number[] = []
    do counts.push(await look(district))
    while (counts.at(-1) !== 0)
    return counts
  }
  const lying = async () => {
    const { rows } = await within(database, { as: 'owner', district }, (connection) =>
      sql<{ street: string; count: number }>`
        select item->'place'->>'street' as street, count(*)::integer as count from cases.cases where district = ${district}
        group by 1 order by 1`.execute(connection),
    )
    return Object.fromEntries(rows.map(({ street, count }) => [street, count]))
  }
  /** The rows of some cases name the street of before, as what was on its way at the moment of a move does. */
  const left = (count: number) =>
    within(database, { as: 'owner', district }, (connection) =>
      sql`update cases.cases set street = 'south', item = jsonb_set(item, '{place,street}', '"south"')
        where district = ${district} and id in (select id from cases.cases where district = ${district} order by id limit ${count})`.execute(
        connection,
      ),
    )
  assert.deepEqual(await turns(), [0])
  return { district, clock, change, look, turns, lying, left }
}

for (const ofCases of [true, false])
  suite(`bringing along by ${ofCases ? 'the rules of the cases' : 'the units'}`, () => {
    test('goes on over as many turns as it takes, and then finds nothing more', async () => {
      const { change, turns, lying } = await garden(ofCases)
      await change('garden', { parent: 'south' })
      assert.deepEqual(await turns(), [2, 2, 1, 0])
      assert.deepEqual(await lying(), { south: 5 })
    })

    test('a move that is taken back while it is carried out is taken back for what went along already', async () => {
      const { district, change, look, turns, lying } = await garden(ofCases)
      await change('garden', { parent: 'south' })
      assert.equal(await look(district), 2)
      await change('garden', { parent: 'north' })
      assert.deepEqual(await turns(), [2, 0])
      assert.deepEqual(await lying(), { north: 5 })
    })

    test('a move that is corrected while it is carried out brings all to the street that was meant', async () => {
      const { district, change, look, turns, lying } = await garden(ofCases)
      await change('garden', { parent: 'south' })
      assert.equal(await look(district), 2)
      await change('garden', { parent: 'west' })
      assert.equal(await look(district), 2)
      await change('garden', { parent: 'north' })
      assert.deepEqual(await turns(), [2, 0])
      assert.deepEqual(await lying(), { north: 5 })
    })

    test('other rules that change meanwhile hold nothing up', async () => {
      const { district, change, look, turns, lying } = await garden(ofCases)
      await change('garden', { parent: 'south' })
      assert.equal(await look(district), 2)
      await change('west', { name: '西城街道' })
      assert.deepEqual(await turns(), [2, 1, 0])
      assert.deepEqual(await lying(), { south: 5 })
    })

    test('what names the street of before though nothing has changed since is found within the hour', async () => {
      const { district, clock, change, look, turns, lying, left } = await garden(ofCases)
      await left(3)
      clock.moveOn({ minutes: 59 })
      assert.deepEqual(await turns(), [0])
      clock.moveOn({ minutes: 1 })
      assert.equal(await look(district), 2)
      await change('west', { name: '西城街道' })
      assert.deepEqual(await turns(), [1, 0], 'a look at all goes on being one')
      assert.deepEqual(await lying(), { north: 5 })
      await left(1)
      assert.deepEqual(await turns(), [0], 'and is over')
    })
  })
