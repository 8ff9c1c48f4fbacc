import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Actor } from '#kernel/people/actor.ts'
import type { Role } from '#kernel/people/roles.ts'
import { specialDays, usualHours } from '#kernel/time/years.ts'
import { dayOf } from '#kernel/time/zone.ts'
import { steps, stubbornSteps, type World, walk } from '#testing/walk.ts'
import type { Meeting } from '../contract/meeting.ts'
import type { Task } from '../contract/task.ts'
import type { TaskFacts } from './decisions.ts'
import { taskFlow } from './flow.ts'

const district = 'walked'
const actor = (role: Role, unit: string): Actor => ({ district, id: `${role} ${unit}`, name: role, role, unit })
const meeting: Meeting = {
  ...{ district, id: '0197a000-0000-7000-8000-000000000000', version: 5, state: 'planned', sequence: 0, putOffs: [] },
  ...{ committee: 'north', committeeName: '治理委员会', unit: 'north', seats: 3, venue: '二楼' },
  members: [
    { seat: 1, name: '秘书', organisation: '社区', office: 'secretary', post: { role: 'communitySecretary', unit: 'garden' } },
  ],
  ...{ startsAt: '2026-02-09T01:30:00Z', endsAt: '2026-02-09T03:00:00Z', changedAt: '2026-02-01T01:00:00Z' },
  agenda: [
    { subject: '停车', presenter: '王敏', decides: true, resolution: { number: 'north-1', text: '同意', public: true } },
    { subject: '通报', presenter: '王敏', decides: false },
  ],
}

const world: World<Task, TaskFacts> = {
  flow: taskFlow,
  district,
  calendar: { district, version: 1, hours: usualHours, knownUntil: '2026-12-31', days: specialDays(2026) ?? [] },
  actors: [
    ...[actor('streetDesk', 'north'), actor('streetDesk', 'south'), actor('clerk', 'urban'), actor('unitLeader', 'urban')],
    ...[actor('communitySecretary', 'garden'), actor('leader', district)],
  ],
  start: Temporal.Instant.from('2026-02-10T09:00:00+08:00'),
  factsOf: () => ({ meeting, unit: { code: 'urban', name: '执法局', kind: 'bureau' } }),
  useful: (now) => (field) => {
    const day = (days: number) => dayOf(now.add({ hours: days * 24 }))
    const known: Record<string, readonly unknown[]> = {
      limit: [day(1), day(9), day(30), day(-1)],
      item: [1, 1, 2],
      holder: ['urban'],
    }
    return known[field]
  },
  broken({ before, after, event }) {
    const wrong: string[] = []
    const day = dayOf(Temporal.Instant.from(event.at))
    if (!before && after.limit < day) wrong.push('it was due before it was given')
    if (before && after.limit < before.item.limit) wrong.push('its limit came nearer')
    if (event.command === 'warn' && day <= after.limit) wrong.push('it was late before its limit was past')
    if (before?.item.state === 'accepted') wrong.push('it changed once it was accepted')
    if (before && after.progress.length < before.item.progress.length) wrong.push('a report is lost')
    return wrong
  },
}

test('every command and state of tasks is reached, and no limit comes nearer', () => {
  const commands = new Set<string>()
  const states = new Set<string>()
  const tried = new Map<string, number>()
  const walks = fc.property(steps(80), (path) => {
    const walked = walk(world, path, tried)
    for (const name of walked.commands.keys()) commands.add(name)
    for (const state of walked.states) states.add(state)
  })
  fc.assert(walks, { numRuns: 30, seed: 7, endOnFailure: true })
  const missing = (all: object, reached: ReadonlySet<string>) => Object.keys(all).filter((name) => !reached.has(name))
  assert.deepEqual([missing(taskFlow.commands, commands), missing(taskFlow.states, states)], [[], []])
})

test('nothing breaks that is done again and again', () => {
  const tried = new Map<string, number>()
  fc.assert(
    fc.property(stubbornSteps(60), (path) => void walk(world, path, tried)),
    { numRuns: 6, seed: 7, endOnFailure: true },
  )
})
