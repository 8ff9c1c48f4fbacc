import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { isRefusal } from '#kernel/flow/refusal.ts'
import { usualHours } from '#kernel/time/years.ts'
import type { Committee } from '../contract/entries.ts'
import type { AgendaItem } from '../contract/meeting.ts'
import { correct } from './correcting.ts'
import type { Here, In } from './planning.ts'
import { seatsOn } from './seats.ts'

const committee: Committee = {
  ...{ code: 'north', name: '治理委员会', sort: 'governance', unit: 'north', setUpOn: '2025-01-01', seats: 3 },
  members: [
    { name: '甲', organisation: '街道', office: 'chair', from: '2025-01-01' },
    { name: '乙', organisation: '街道', office: 'secretary', from: '2026-03-17' },
  ],
}
const here = (meetsThatDay = false): Here => ({
  ...{ actor: { district: 'd', id: 'desk', name: '孙街', role: 'streetDesk', unit: 'north' } },
  ...{ now: Temporal.Instant.from('2026-03-18T04:00:00Z'), committee, meetsThatDay, corrected: undefined },
  ...{ others: [], fresh: () => '' },
  calendar: { district: 'd', version: 1, hours: usualHours, knownUntil: '2026-12-31', days: [] },
})
const vote = { recused: [], for: 2, against: 0, abstained: 0, passed: true }
const held = (agenda: AgendaItem[]): In<'held'> => ({
  ...{ district: 'd', id: '0197a000-0000-7000-8000-000000000000', version: 3, state: 'held', sequence: 1, putOffs: [] },
  ...{ committee: 'north', committeeName: '治理委员会', unit: 'north', venue: '二楼', attendance: [], agenda },
  ...{ startsAt: '2026-03-18T01:30:00Z', endsAt: '2026-03-18T03:00:00Z', changedAt: '2026-03-02T01:00:00Z' },
  ...seatsOn(committee, '2026-03-18'),
})
const item = (subject: string, more: Partial<AgendaItem> = {}): AgendaItem => ({
  subject,
  presenter: '王敏',
  decides: true,
  ...more,
})
const when = (startsAt: string, endsAt: string) => ({ startsAt, endsAt, venue: '三楼', because: '记错' })
const sameDay = when('2026-03-18T01:00:00Z', '2026-03-18T02:00:00Z')

test('the day is put right while there is no resolution, for a day on which the same members sat and no other meeting was', () => {
  const dayBefore = { ...when('2026-03-17T01:00:00Z', '2026-03-17T02:00:00Z'), agenda: [item('停车')] }
  const earlier = { ...when('2026-03-16T01:00:00Z', '2026-03-16T02:00:00Z'), agenda: [item('停车')] }
  const is = (outcome: ReturnType<typeof correct>) => (isRefusal(outcome) ? outcome.because.zh : outcome.startsAt)
  assert.equal(is(correct(held([item('停车')]), dayBefore, here())), '2026-03-17T01:00:00Z')
  assert.match(is(correct(held([item('停车')]), dayBefore, here(true))), /那天已有会议/)
  assert.match(is(correct(held([item('停车')]), earlier, here())), /不是同一些人/)
  const resolution = { number: 'north-20260318-1', text: '同意', public: false }
  assert.match(is(correct(held([item('停车', { vote, resolution })]), dayBefore, here())), /编号里有日期/)
})

test('whatever the agenda is corrected to, nothing that was decided is lost or decided anew', () => {
  const subject = fc.constantFrom('停车', '绿化', '电梯')
  const was = fc.array(fc.record({ subject, voted: fc.boolean() }), { minLength: 1, maxLength: 6 })
  const becomes = fc.array(fc.record({ subject, presenter: fc.constant('郑局'), decides: fc.boolean() }), {
    minLength: 1,
    maxLength: 8,
  })
  fc.assert(
    fc.property(was, becomes, (before, agenda) => {
      const meeting = held(before.map((one) => item(one.subject, one.voted ? { vote } : {})))
      const outcome = correct(meeting, { ...sameDay, agenda }, here())
      const loses = before.some(({ voted }, index) => voted && !agenda[index]?.decides)
      const moves = before.some(({ voted, subject: was }, index) => {
        const now = agenda[index]?.subject
        return voted && now !== was && before.some((other) => other.subject === now)
      })
      assert.equal(isRefusal(outcome), loses || moves)
      if (isRefusal(outcome)) return
      assert.deepEqual(
        outcome.agenda.map((one) => one.vote !== undefined),
        agenda.map((_, index) => before[index]?.voted ?? false),
      )
      assert.deepEqual([outcome.sequence, outcome.corrections?.length, outcome.venue], [2, 1, '三楼'])
    }),
  )
})

test('a resolution stays under its subject; a subject that was only voted on may be spelt anew', () => {
  const resolution = { number: 'north-20260318-1', text: '同意', public: true }
  const agenda = [item('停车场')]
  assert.ok(isRefusal(correct(held([item('停车', { vote, resolution })]), { ...sameDay, agenda }, here())))
  assert.ok(!isRefusal(correct(held([item('停车', { vote })]), { ...sameDay, agenda }, here())))
})
