import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { within } from '#kernel/database/within.ts'
import { does, smallDistrict } from '#testing/figures.ts'

const { stage, at, dispute } = await smallDistrict()

test('a unit lists what it leads and what its post holds that another leads, each once and in order, on however many pages', async () => {
  const property = await at('property')
  const everything = async (query: string) => {
    const [ids, most]: [string[], number] = [[], 3]
    for (let next = ''; ; ) {
      const { body } = await property.get(`/api/cases?${query}&limit=${most}${next && `&cursor=${next}`}`)
      ids.push(...body.rows.map(({ id }: { id: string }) => id))
      if (body.next === undefined) return ids
      next = body.next
    }
  }
  const count = async (query: string) => (await property.get(`/api/cases/count?${query}`)).body.count
  const before = await everything('sort=newest')
  assert.equal(before.length, 9)

  stage.clock.moveTo('2026-03-02T12:00:00+08:00')
  const { id } = (await does(stage.nobody(), 'report', '', dispute())).body
  stage.clock.moveTo('2026-03-04T10:00:00+08:00')
  await within(stage.database, { as: 'owner', district: stage.district }, (connection) =>
    sql`update cases.cases set holder_role = 'propertyManager', holder_unit = 'property-1', places = places || '{property-1}'
      where district = ${stage.district} and id = ${id}`.execute(connection),
  )
  assert.deepEqual(await everything('sort=newest'), [id, ...before])
  assert.deepEqual((await everything('sort=due')).toSorted(), [id, ...before].toSorted())
  assert.deepEqual([await count(''), await count('group=neighbours'), await count('group=municipal')], [10, 10, 0])
  assert.deepEqual([await everything('sort=due&group=municipal'), await count('state=reported')], [[], 1])
})
