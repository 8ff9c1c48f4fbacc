import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Network } from '#capabilities/grids/contract/entries.ts'
import { isRefusal } from '#kernel/flow/refusal.ts'
import { type Role, roles } from '#kernel/people/roles.ts'
import { dutiesIn, reachOf } from './duties.ts'

const order: Network = {
  ...{ code: 'order', name: { zh: '综治', en: 'order' }, carriedBy: ['level2'], department: 'police' },
  items: [
    { what: '巡查楼道', by: 'gridWorker', rhythm: 'weekly' },
    { what: '调解纠纷', by: 'gridWorker', rhythm: 'asNeeded' },
  ],
}
const civil: Network = { code: 'civil', name: { zh: '民政', en: 'civil' }, carriedBy: ['level1'], items: [] }

test('a place reads all networks where it is, a department those that it leads, and nobody else any', () => {
  const reach = (role: Role, unit: string) => {
    const found = reachOf({ role, unit }, [order, civil])
    if (isRefusal(found)) return found.kind
    const { networks, community, street } = found
    return [networks.length, community, street]
  }
  const table: readonly (readonly [Role, string, unknown])[] = [
    ['communityWorker', 'garden', [2, 'garden', undefined]],
    ['streetDesk', 'north', [2, undefined, 'north']],
    ['leader', 'district', [2, undefined, undefined]],
    ['clerk', 'police', [1, undefined, undefined]],
    ['unitLeader', 'civil', 'notYou'],
    ['gridWorker', 'g-plum', 'notYou'],
    ['resident', '', 'notYou'],
    ['systemAdmin', 'district', 'notYou'],
  ]
  for (const [role, unit, reads] of table) assert.deepEqual(reach(role, unit), reads, role)
})

test('whoever reads by a place reads no further than that', () => {
  const all = Object.keys(roles) as Role[]
  fc.assert(
    fc.property(fc.constantFrom(...all), fc.string({ minLength: 1 }), (role, unit) => {
      const found = reachOf({ role, unit }, [order, civil])
      if (!isRefusal(found) && roles[role].sees === 'place')
        assert.ok(
          found.community === unit || found.street === unit || found.networks.every(({ department }) => department === unit),
        )
    }),
  )
})

test('what is due counts, what is done as needed does not, and the last visit is that of any of it', () => {
  const on = (last: Record<string, string>) => {
    const { open, lastOn } = dutiesIn(order, 'level2', new Map(Object.entries(last)), '2026-03-10')
    return [open, lastOn]
  }
  assert.deepEqual(on({}), [1, undefined])
  assert.deepEqual(on({ 'order/巡查楼道': '2026-03-09' }), [0, '2026-03-09'])
  assert.deepEqual(on({ 'order/巡查楼道': '2026-03-01', 'order/调解纠纷': '2026-03-05' }), [1, '2026-03-05'])
  assert.deepEqual(on({ 'civil/探访': '2026-03-09' }), [1, undefined], 'another network’s is not its own')
})
