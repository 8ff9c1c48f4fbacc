import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Branch } from './contract/branch.ts'
import { type BranchFacts, flawsOf } from './flaws.ts'

const lies = { community: 'garden', street: 'north' }
const estates = ['e0', 'e1', 'e2', 'e3', 'e4', 'e5']
const facts: BranchFacts = {
  units: new Map([
    ['garden', { name: '花园社区', kind: 'community', ...lies }],
    ['river', { name: '河畔社区', kind: 'community', community: 'river', street: 'north' }],
    ...estates.map((code) => [code, { name: `${code}小区`, kind: 'estate', parent: 'garden', ...lies }] as const),
    ['e0-1', { name: '1号楼', kind: 'building', parent: 'e0', ...lies }],
  ]),
  day: '2026-03-02',
}
const solo: Branch = {
  ...{ code: 'one', name: '一支部', kind: 'solo', community: 'garden', estates: ['e0'], secretary: '林梅' },
  ...{ committee: [], groups: [], households: [], foundedOn: '2024-07-01' },
}
const fieldsOf = (branch: Branch, others: readonly Branch[] = []) =>
  flawsOf(branch, new Map([...others, branch].map((one) => [one.code, one])), facts).map(({ field }) => field)

test('what is wrong with a branch is told field by field', () => {
  const table: [more: Partial<Branch>, fields: string[]][] = [
    [{}, []],
    [{ community: 'nowhere' }, ['community']],
    [{ community: 'e0' }, ['community']],
    [{ community: 'river' }, ['estates.0']],
    [{ estates: ['e0', 'e1'] }, ['estates']],
    [{ kind: 'joint', estates: ['e0', 'e1'] }, []],
    [{ kind: 'joint' }, ['estates']],
    [{ kind: 'joint', organisations: ['甲', '乙'] }, []],
    [{ organisations: ['甲', '乙'] }, ['organisations']],
    [{ households: [{ building: 'e0-1', called: '老杨家' }] }, []],
    [{ estates: ['e1'], households: [{ building: 'e0-1', called: '老杨家' }] }, ['households.0.building']],
    [{ groups: [{ name: '一组', buildings: ['e0-1', 'e0'], leader: '何长' }] }, ['groups.0.buildings']],
    [{ committee: [{ office: '委员', name: '1380000 0000' }] }, ['committee.0.name']],
    [{ foundedOn: '2026-03-03' }, ['foundedOn']],
    [{ source: { system: '党员系统', id: '1', asOf: '2026-03-03' } }, ['source.asOf']],
  ]
  for (const [more, fields] of table) assert.deepEqual(fieldsOf({ ...solo, ...more }), fields, JSON.stringify(more))
})

test('an estate is covered once: however branches are drawn, what is accepted one after the other never overlaps', () => {
  const drawn = fc.array(fc.uniqueArray(fc.constantFrom(...estates), { minLength: 1, maxLength: 3 }), { maxLength: 8 })
  fc.assert(
    fc.property(drawn, (draws) => {
      const kept = new Map<string, Branch>()
      for (const [index, some] of draws.entries()) {
        const branch: Branch = {
          ...{ ...solo, code: `b${index}`, name: `支部${index}`, estates: some },
          ...(some.length > 1 && { kind: 'joint' }),
        }
        const flaws = flawsOf(branch, new Map([...kept, [branch.code, branch]]), facts)
        const taken = [...kept.values()].filter((other) => other.estates.some((one) => some.includes(one)))
        assert.equal(flaws.length > 0, taken.length > 0)
        for (const other of taken) assert.ok(flaws.some(({ because }) => because.zh.includes(other.name)))
        if (flaws.length === 0) kept.set(branch.code, branch)
      }
      const covered = [...kept.values()].flatMap((branch) => branch.estates)
      assert.equal(new Set(covered).size, covered.length)
    }),
  )
})
