import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Actor } from '#kernel/people/actor.ts'
import { usualHours } from '#kernel/time/years.ts'
import type { Meeting, Seat } from '../contract/meeting.ts'
import { maySign, minute, sign } from './minutes.ts'
import type { Here, In } from './planning.ts'

const seat = (number: number, office: Seat['office'], role: 'leader' | 'streetDesk'): Seat => ({
  ...{ seat: number, name: office, organisation: '街道', office, post: { role, unit: 'north' } },
})
const at = (id: string, role: 'leader' | 'streetDesk'): Here => ({
  ...{
    actor: { district: 'd', id, name: id, role, unit: 'north' } satisfies Actor,
    now: Temporal.Instant.from('2026-03-18T04:00:00Z'),
  },
  ...{ committee: undefined, meetsThatDay: false, corrected: undefined, others: [], fresh: () => '' },
  calendar: { district: 'd', version: 1, hours: usualHours, knownUntil: '2026-12-31', days: [] },
})
const minuted: In<'minuted'> = {
  ...{ district: 'd', id: '0197a000-0000-7000-8000-000000000000', version: 3, state: 'minuted', sequence: 1, putOffs: [] },
  ...{ committee: 'north', committeeName: '治理委员会', unit: 'north', seats: 3, venue: '二楼', attendance: [] },
  members: [seat(1, 'chair', 'leader'), seat(2, 'secretary', 'streetDesk')],
  ...{ startsAt: '2026-03-18T01:30:00Z', endsAt: '2026-03-18T03:00:00Z', changedAt: '2026-03-02T01:00:00Z' },
  agenda: [{ subject: '停车', presenter: '王敏', decides: true }],
  ...{ drafts: [{ text: '同意', by: 'desk', at: '2026-03-18T04:00:00Z' }], remarks: [], signatures: [] },
}
const signedBy = (item: In<'minuted'>, here: Here) => {
  const outcome = maySign(item, here) ?? sign(item, { drafts: item.drafts.length }, here)
  return outcome.state === 'refused' ? outcome.because.zh : outcome
}
const isMinuted = (outcome: Meeting | string): In<'minuted'> => {
  assert.ok(typeof outcome !== 'string' && outcome.state === 'minuted')
  return outcome
}

test('two people sign, one as chair and one as secretary; whoever holds both posts signs once', () => {
  const once = isMinuted(signedBy(minuted, at('zhao', 'streetDesk')))
  assert.match(String(signedBy(once, at('zhao', 'streetDesk'))), /已经签过/)
  assert.match(String(signedBy(once, at('qian', 'streetDesk'))), /已经签过/, 'another at the same post')
  assert.match(String(signedBy(once, at('zhao', 'leader'))), /已经签过/, 'the same person at the other post')
  const both = signedBy(once, at('yang', 'leader'))
  assert.equal(typeof both === 'string' ? both : both.state, 'signed')
})

test('a new version is signed anew, and the ones before it are kept', () => {
  const once = isMinuted(signedBy(minuted, at('zhao', 'streetDesk')))
  const next = minute(once, { text: ' 同意改造 ' }, at('zhao', 'streetDesk'))
  assert.ok(next.state === 'minuted')
  assert.deepEqual([next.signatures.length, next.drafts.map(({ text }) => text)], [0, ['同意', '同意改造']])
})
