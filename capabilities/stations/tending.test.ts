import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Station } from './contract/station.ts'
import { heldSince, isUnverified, mayTend, unverifiedOf } from './tending.ts'

const station: Station = {
  ...{ code: 'plum', kind: 'neighbour', name: '梅园近邻驿站', community: 'garden', address: '梅园物业楼一层' },
  ...{ longitude: 119, latitude: 36, host: { kind: 'propertyOffice', name: '万家物业' }, keeper: 'property-1' },
  ...{ services: [], facilities: [], openedOn: '2025-05-01', hours: { weekly: [], exceptions: [] } },
}

test('whoever keeps it tends it, and whoever changes the register where it lies; nobody else', () => {
  const garden = new Set(['garden', 'plum-3'])
  for (const [role, unit, below, may] of [
    ['propertyManager', 'property-1', new Set(['property-1']), true],
    ['propertyManager', 'property-2', new Set(['property-2']), false],
    ['communitySecretary', 'garden', garden, true],
    ['communityWorker', 'garden', garden, true],
    ['communitySecretary', 'river', new Set(['river']), false],
    ['streetDesk', 'north', new Set(['north', 'garden']), true],
    ['streetDesk', 'east', new Set(['east']), false],
    ['gridWorker', 'garden', garden, false],
    ['systemAdmin', undefined, new Set<string>(), true],
    ['leader', 'district', new Set<string>(), false],
    ['resident', undefined, new Set<string>(), false],
  ] as const)
    assert.equal(mayTend({ role, ...(unit !== undefined && { unit }) }, station, below), may, `${role} ${unit}`)
})

test('a confirmation holds for half a year, and so does the day on which it opened', () => {
  assert.equal(isUnverified({ openedOn: '2025-05-01' }, '2025-10-31'), false)
  assert.equal(isUnverified({ openedOn: '2025-05-01' }, '2025-11-01'), true)
  assert.equal(isUnverified({ openedOn: '2020-01-01', verifiedOn: '2025-09-01' }, '2025-11-01'), false)
  assert.equal(isUnverified({ openedOn: '2025-08-31' }, '2026-02-28'), true, 'the last of a shorter month')
})

test('the oldest comes first, none is lost, and what was confirmed today is gone', () => {
  const day = fc
    .date({ min: new Date('2020-01-01'), max: new Date('2026-03-02'), noInvalidDate: true })
    .map((at) => at.toISOString().slice(0, 10))
  fc.assert(
    fc.property(fc.array(day, { maxLength: 20 }), (days) => {
      const stations = days.map((openedOn, index) => ({ ...station, code: `s${index}`, openedOn }))
      const due = unverifiedOf(stations, '2026-03-02')
      assert.equal(due.length, stations.filter((one) => isUnverified(one, '2026-03-02')).length)
      assert.deepEqual(due.map(heldSince), due.map(heldSince).toSorted())
      assert.deepEqual(
        unverifiedOf(
          due.map((one) => ({ ...one, verifiedOn: '2026-03-02' })),
          '2026-03-02',
        ),
        [],
      )
    }),
  )
})
