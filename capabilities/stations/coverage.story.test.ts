import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { within } from '#kernel/database/within.ts'
import { writeUnits } from '#kernel/place/store/write.ts'
import { setStage } from '#testing/stage.ts'

const stage = await setStage('2026-03-02T09:00:00+08:00')
const { database, district } = stage
const station = {
  ...{ code: 'plum', kind: 'neighbour', name: '梅园近邻驿站', community: 'garden', address: '梅园物业楼一层' },
  ...{ longitude: 119.005, latitude: 36.005, host: { kind: 'propertyOffice', name: '万家物业' }, keeper: 'property-1' },
  ...{ services: [], facilities: [], works: [], openedOn: '2025-05-01', hours: { weekly: [], exceptions: [] } },
}

/** 3号楼 of 梅园 is there already; a second estate stands two kilometres to the east, in the other community. */
const building = (code: string, parent: string, longitude: number, residents?: number) => ({
  ...{ code, kind: 'building' as const, name: code, parent, street: 'north', community: 'river' },
  ...{ point: [longitude, 36.005] as const, ...(residents !== undefined && { residents }) },
})

suite('who has a station in reach', () => {
  const told = async (query = '') => (await (await stage.at('leader')).get(`/api/stations/coverage${query}`)).body

  test('is told by building where nobody has said how many live there', async () => {
    assert.equal(
      (await (await stage.at('secretary')).put('/api/registers/stations/plum', { entry: station, version: 0 })).status,
      200,
    )
    const { counted, any, kinds, without } = await told()
    assert.equal(counted, 'buildings')
    assert.deepEqual(
      any.map(({ share }: { share: number }) => share),
      [1, 1, 1],
    )
    assert.deepEqual(
      kinds.map(({ kind, within: [first] }: { kind: string; within: { share: number }[] }) => [kind, first?.share]),
      [
        ['serviceCentre', 0],
        ['neighbour', 1],
        ['convenience', 0],
        ['warm', 0],
        ['shared', 0],
      ],
    )
    assert.deepEqual(without, [])
  })

  test('and by residents where somebody has; an estate without one is named, and is where the next one does most', async () => {
    await within(database, { as: 'owner', district }, (connection) =>
      writeUnits(connection, district, [
        {
          code: 'east',
          kind: 'estate',
          name: '东园小区',
          parent: 'river',
          street: 'north',
          community: 'river',
          point: [119.03, 36.005],
        },
        {
          code: 'far',
          kind: 'estate',
          name: '远园小区',
          parent: 'river',
          street: 'north',
          community: 'river',
          point: [119.039, 36.005],
        },
        building('plum-3', 'plum', 119.005, 100),
        building('east-1', 'east', 119.03, 200),
        building('east-2', 'east', 119.031, 60),
        building('far-1', 'far', 119.039, 40),
      ]),
    )
    // What was read of buildings is kept until somebody changes the rules of the district, as an import does.
    assert.equal(
      (
        await (
          await stage.at('secretary')
        ).put('/api/registers/stations/plum', { entry: { ...station, about: '有茶水' }, version: 1 })
      ).status,
      200,
    )
    const { counted, residents, any, without } = await told('?minutes=10')
    assert.deepEqual([counted, residents], ['residents', 400])
    assert.deepEqual(
      any.map(({ covered }: { covered: number }) => covered),
      [100, 100, 100],
    )
    assert.deepEqual(
      without.map(({ name, buildings, residents: people }: { name: string; buildings: number; residents: number }) => [
        name,
        buildings,
        people,
      ]),
      [
        ['东园小区', 2, 260],
        ['远园小区', 1, 40],
      ],
    )
    const one = (await (await stage.at('leader')).get('/api/stations/sites?minutes=10&k=1')).body
    assert.deepEqual(
      [one.uncovered, one.covered, one.proven, one.sites.map(({ name }: { name: string }) => name)],
      [300, 260, true, ['东园小区']],
    )
    const two = (await (await stage.at('leader')).get('/api/stations/sites?minutes=10&k=2')).body
    assert.deepEqual(
      two.sites.map(({ name, adds }: { name: string; adds: number }) => [name, adds]),
      [
        ['东园小区', 260],
        ['远园小区', 40],
      ],
    )
    assert.equal((await (await stage.at('admin')).get('/api/stations/coverage')).status, 403)
    assert.equal((await (await stage.at('leader')).get('/api/stations/coverage?minutes=7')).status, 400)
  })
})
