import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Member } from './contract/entries.ts'
import { memberFlaws, membersOn } from './members.ts'

const member = (name: string, office: Member['office'], from: string, more: Partial<Member> = {}): Member => ({
  ...{ name, office, from, organisation: '城北街道' },
  ...more,
})
const chair = member('甲', 'chair', '2025-01-01')
const flawsOf = (...members: Member[]) => memberFlaws({ members, seats: 3 }).map(({ field }) => field)

test('what is wrong with members is told of the later of two', () => {
  const desk = { role: 'streetDesk', unit: 'north' } as const
  const cases: [string, Member[], string[]][] = [
    ['a chair alone', [chair], []],
    ['a term that ends before it begins', [{ ...chair, until: '2024-12-31' }], ['members.0.until']],
    ['two chairs at a time', [chair, member('乙', 'chair', '2026-01-01')], ['members.1.office']],
    ['a chair who succeeds', [{ ...chair, until: '2025-12-31' }, member('乙', 'chair', '2026-01-01')], []],
    [
      'a chair who overlaps by a day',
      [{ ...chair, until: '2026-01-01' }, member('乙', 'chair', '2026-01-01')],
      ['members.1.office'],
    ],
    ['two secretaries', [member('乙', 'secretary', '2025-01-01'), member('丙', 'secretary', '2025-06-01')], ['members.1.office']],
    ['one person twice', [chair, member('甲', 'member', '2025-06-01')], ['members.1.name']],
    ['the same name from elsewhere', [chair, member('甲', 'member', '2025-06-01', { organisation: '区民政局' })], []],
    [
      'one post for both who sign',
      [{ ...chair, post: desk }, member('乙', 'secretary', '2025-01-01', { post: desk })],
      ['members.1.post'],
    ],
    [
      'more than seats',
      [chair, ...['乙', '丙', '丁'].map((name) => member(name, 'member', '2025-02-01'))],
      ['members.1.from', 'members.2.from', 'members.3.from'],
    ],
  ]
  for (const [what, members, fields] of cases) assert.deepEqual(flawsOf(...members), fields, what)
})

test('of members without flaws there is never more than one chair, nor more than there are seats', () => {
  const day = fc.integer({ min: 0, max: 30 }).map((more) => Temporal.PlainDate.from('2025-01-01').add({ days: more }).toString())
  const any = fc.record({
    name: fc.constantFrom('甲', '乙', '丙', '丁'),
    organisation: fc.constant('街道'),
    office: fc.constantFrom('chair', 'secretary', 'member'),
    from: day,
    until: day,
  }) satisfies fc.Arbitrary<Member>
  fc.assert(
    fc.property(fc.array(any, { maxLength: 6 }), day, (members, on) => {
      fc.pre(memberFlaws({ members, seats: 2 }).length === 0)
      const sitting = membersOn({ members }, on)
      assert.ok(sitting.length <= 2)
      assert.ok(sitting.filter(({ office }) => office === 'chair').length <= 1)
    }),
    { numRuns: 300 },
  )
})
