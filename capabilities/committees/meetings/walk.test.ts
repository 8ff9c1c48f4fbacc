import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import type { Actor } from '#kernel/people/actor.ts'
import type { Role } from '#kernel/people/roles.ts'
import { specialDays, usualHours } from '#kernel/time/years.ts'
import { steps, stubbornSteps, type World, walk } from '#testing/walk.ts'
import type { Committee, Member } from '../contract/entries.ts'
import type { Meeting } from '../contract/meeting.ts'
import { meetingFlow } from './flow.ts'
import type { MeetingFacts } from './show.ts'

const district = 'walked'
const actor = (role: Role, unit: string): Actor => ({ district, id: `${role} ${unit}`, name: role, role, unit })
const member = (name: string, office: Member['office'], role: Role, unit: string): Member => ({
  ...{ name, office, organisation: '街道', from: '2025-01-01', post: { role, unit } },
})
const committee: Committee = {
  ...{ code: 'north', name: '治理委员会', sort: 'governance', unit: 'north', setUpOn: '2025-01-01', seats: 3 },
  members: [
    member('甲', 'chair', 'leader', district),
    member('乙', 'secretary', 'streetDesk', 'north'),
    member('丙', 'member', 'communitySecretary', 'garden'),
  ],
}
/** Every other hour somebody else was elected in the place of 丙, and 甲 is at another post. */
const committeeAt = (now: Temporal.Instant): Committee =>
  Math.floor(now.epochMilliseconds / 3_600_000) % 2 === 0
    ? committee
    : {
        ...committee,
        members: committee.members.map((one) =>
          one.name === '丙'
            ? { ...one, name: '丁' }
            : one.name === '甲'
              ? { ...one, post: { role: 'clerk', unit: 'urban' } }
              : one,
        ),
      }
const cameOf = (...there: boolean[]) => there.map((is, index) => ({ seat: index + 1, is: is ? 'present' : 'absent' }))

const world: World<Meeting, MeetingFacts> = {
  flow: meetingFlow,
  district,
  calendar: { district, version: 1, hours: usualHours, knownUntil: '2026-12-31', days: specialDays(2026) ?? [] },
  actors: [
    ...[actor('streetDesk', 'north'), actor('streetDesk', 'south'), actor('leader', district)],
    ...[actor('communitySecretary', 'garden'), actor('clerk', 'urban')],
  ],
  start: Temporal.Instant.from('2026-02-10T09:00:00+08:00'),
  factsOf: ({ now }) => ({ committee: committeeAt(now), meetsThatDay: false, corrected: 'north' }),
  useful: (now, _, item) => (field) => {
    const minutes = (more: number) => now.add({ minutes: more }).toString()
    const known: Record<string, readonly unknown[]> = {
      startsAt: [minutes(5), minutes(5), minutes(-5)],
      endsAt: [minutes(60), minutes(60), minutes(2)],
      attendance: [cameOf(true, true, true), cameOf(true, true, true), cameOf(true, true, false), cameOf(true, false, false)],
      ...{
        item: [1],
        agenda: [[{ subject: '停车', presenter: '王敏', decides: true }]],
        recused: [[], [], [], [{ seat: 1, because: '有关' }]],
      },
      ...{ for: [3, 3, 3, 2], against: [0], abstained: [0, 0, 0, 1] },
      drafts: ['drafts' in item ? item.drafts.length : 1],
      corrections: [('corrections' in item && item.corrections?.length) || 0],
    }
    return known[field]
  },
  broken({ before, after, event }) {
    const wrong: string[] = []
    const present = 'attendance' in after ? after.attendance.filter(({ is }) => is === 'present').length : 0
    for (const { vote, resolution } of after.agenda) {
      if (vote && present < 2) wrong.push('it was decided without a quorum')
      if (vote && vote.for + vote.against + vote.abstained !== present - vote.recused.length)
        wrong.push('its votes do not add up')
      if (resolution && !vote?.passed) wrong.push('what did not pass became a resolution')
    }
    const was = before?.item
    if (was?.state === 'signed') wrong.push('it changed once it was signed off')
    if (after.state === 'signed' && new Set(after.signatures.map(({ account }) => account)).size !== 2)
      wrong.push('one signed for both')
    if (was && 'drafts' in was && (!('drafts' in after) || after.drafts.length < was.drafts.length))
      wrong.push('a version is lost')
    if (was && was.startsAt !== after.startsAt && after.sequence <= was.sequence) wrong.push('calendars would keep the old time')
    if (event.command === 'hold' && was?.state === 'called') {
      const sit = committeeAt(Temporal.Instant.from(event.at)).members.map(({ name }) => name)
      if (
        !isDeepStrictEqual(
          after.members.map(({ name }) => name),
          sit,
        )
      )
        wrong.push('whoever was elected since is not marked')
    }
    if (event.command === 'call' && after.startsAt <= event.at) wrong.push('it was called for a time that is past')
    return wrong
  },
}

test('every command and state of meetings is reached; nothing is decided without a quorum nor changed once it is signed', () => {
  const commands = new Set<string>()
  const states = new Set<string>()
  const tried = new Map<string, number>()
  const walks = fc.property(steps(120), (path) => {
    const walked = walk(world, path, tried)
    for (const name of walked.commands.keys()) commands.add(name)
    for (const state of walked.states) states.add(state)
  })
  fc.assert(walks, { numRuns: 160, seed: 1, endOnFailure: true })
  const missing = (all: object, reached: ReadonlySet<string>) => Object.keys(all).filter((name) => !reached.has(name))
  assert.deepEqual([missing(meetingFlow.commands, commands), missing(meetingFlow.states, states)], [[], []])
})

test('nothing breaks that is done again and again', () => {
  const tried = new Map<string, number>()
  fc.assert(
    fc.property(stubbornSteps(60), (path) => void walk(world, path, tried)),
    { numRuns: 6, seed: 7, endOnFailure: true },
  )
})
