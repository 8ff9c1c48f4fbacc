import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Actor } from '#kernel/people/actor.ts'
import type { Role } from '#kernel/people/roles.ts'
import { specialDays, usualHours } from '#kernel/time/years.ts'
import { steps, stubbornSteps, type World, walk } from '#testing/walk.ts'
import type { Bulletin, Concerned } from './contract/item.ts'
import { bulletinFlow } from './flow.ts'
import type { BulletinFacts } from './show.ts'

const district = 'walked'
const estate = (code: string, community: string): Concerned => ({ code, name: code, estate: code, community, street: 'north' })
const found = new Map([estate('plum', 'garden'), estate('shore', 'river')].map((place) => [place.code, place]))
const actor = (role: Role, unit?: string): Actor => ({
  district,
  id: role,
  name: role,
  role,
  ...(unit !== undefined && { unit }),
})

const world: World<Bulletin, BulletinFacts> = {
  flow: bulletinFlow,
  district,
  calendar: { district, version: 1, hours: usualHours, knownUntil: '2026-12-31', days: specialDays(2026) ?? [] },
  actors: [
    ...(['communitySecretary', 'communityWorker', 'clerk', 'propertyManager', 'gridWorker'] as const).map((role) =>
      actor(role, 'garden'),
    ),
    ...[actor('communitySecretary', 'river'), actor('streetDesk', 'north'), actor('resident'), actor('leader', district)],
  ],
  start: Temporal.Instant.from('2026-02-10T09:00:00+08:00'),
  // A unit that is all of them at once: what it may is told by the role.
  factsOf: () => ({ home: { code: 'garden', kind: 'utility', name: '花园', serves: ['plum'] }, found }),
  useful: (now) => (field) => {
    const hour = (hours: number) => now.add({ hours }).toString()
    const known: Record<string, readonly unknown[]> = {
      from: [hour(1), hour(-2)],
      until: [hour(5), hour(5), hour(30), hour(-1)],
      places: [['plum'], ['plum'], ['shore'], ['plum', 'shore'], ['nowhere']],
    }
    return known[field]
  },
  broken({ before, after, event }) {
    const wrong: string[] = []
    if (after.until <= after.from) wrong.push('it ends before it begins')
    if (after.state === 'over' && event.at < after.until) wrong.push('it is over before its time')
    if (before && after.earlier.length < before.item.earlier.length) wrong.push('what it said before is lost')
    const said = ({ what, from, until }: Bulletin) => `${what} ${from} ${until}`
    if (before && said(before.item) !== said(after) && after.earlier.length === before.item.earlier.length)
      wrong.push('it was changed unseen')
    return wrong
  },
}

test('every command and state of bulletins is reached, and nothing is changed unseen', () => {
  const commands = new Set<string>()
  const states = new Set<string>()
  const tried = new Map<string, number>()
  const walks = fc.property(steps(120), (path) => {
    const walked = walk(world, path, tried)
    for (const name of walked.commands.keys()) commands.add(name)
    for (const state of walked.states) states.add(state)
  })
  fc.assert(walks, { numRuns: 30, seed: 7, endOnFailure: true })
  assert.deepEqual(
    Object.keys(bulletinFlow.commands).filter((name) => !commands.has(name)),
    [],
  )
  assert.deepEqual(
    Object.keys(bulletinFlow.states).filter((state) => !states.has(state)),
    [],
  )
})

test('nothing breaks that is done again and again', () => {
  const tried = new Map<string, number>()
  fc.assert(
    fc.property(stubbornSteps(60), (path) => void walk(world, path, tried)),
    { numRuns: 4, seed: 7, endOnFailure: true },
  )
})
