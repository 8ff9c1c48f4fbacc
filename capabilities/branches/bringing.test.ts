import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { broughtBy, byKey, memberFlaws, type StandingMember } from './bringing.ts'
import type { MemberIn } from './memberSheet.ts'

const member = (number: string, more: Partial<MemberIn> = {}): MemberIn => ({
  ...{ row: 2, branch: 'plum', name: '林一心', system: '党员系统', number, asOf: '2026-03-01', ...more },
})
const stands = (number: string, more: Partial<StandingMember> = {}): StandingMember => ({
  ...{ id: `id ${number}`, branch: 'plum', name: '林一心', system: '党员系统', number, asOf: '2026-02-01' },
  ...more,
})

test('what is wrong with a row is told where it is', () => {
  const fields = (row: MemberIn, standing: StandingMember[] = [], first?: number) =>
    memberFlaws(row, { branches: new Set(['plum']), standing: byKey(standing), day: '2026-03-02' }, first).map(
      ({ field }) => field,
    )
  const table: readonly (readonly [string[], string[]])[] = [
    [fields(member('1')), []],
    [fields(member('1', { branch: 'pine' })), ['branch']],
    [fields(member('1', { name: '林 138 0000 0000' })), ['name']],
    [fields(member('11010519491231002X')), ['number']],
    [fields(member('1', { asOf: '2026-03-03' })), ['asOf']],
    [fields(member('1', { asOf: '2026-01-01' }), [stands('1')]), ['asOf']],
    [fields(member('1'), [], 2), ['number']],
  ]
  for (const [found, expected] of table) assert.deepEqual(found, expected)
})

test('a sheet has the whole of each branch that it names, and nothing of any other', () => {
  const other = stands('9', { branch: 'pine' })
  const { added, changed, unchanged, gone } = broughtBy(
    [member('1'), member('2', { name: '周立' }), member('3')],
    [stands('1'), stands('2'), stands('4'), other],
  )
  assert.deepEqual(
    [added.map(({ number }) => number), changed.map(({ instead }) => instead), unchanged.map(({ id }) => id), gone],
    [['3'], ['id 2'], ['id 1'], ['id 4']],
  )
})

test('whoever stands is kept, replaced or gone, once each; and brought again nothing changes', () => {
  const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 12 }).map(String))
  fc.assert(
    fc.property(numbers, numbers, (sheet, before) => {
      const rows = sheet.map((number) => member(number))
      const standing = before.map((number) => stands(number))
      const { added, changed, unchanged, gone } = broughtBy(rows, standing)
      assert.equal(added.length + changed.length + unchanged.length, rows.length)
      if (rows.length > 0) assert.equal(changed.length + unchanged.length + gone.length, standing.length)
      const after = broughtBy(
        rows,
        rows.map(({ number }) => stands(number)),
      )
      assert.deepEqual([after.added, after.changed, after.gone], [[], [], []])
    }),
  )
})
