import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Actor, type Post, systemOf } from '#kernel/people/actor.ts'
import { isOfficeHours } from '#kernel/time/calendar.ts'
import { specialDays, usualHours } from '#kernel/time/years.ts'
import { staff } from '#testing/neighbourhood.ts'
import { steps, stubbornSteps, type World, walk } from '#testing/walk.ts'
import { categories } from './catalogue/categories.ts'
import type { Case } from './contract/item.ts'
import type { Place } from './contract/terms.ts'
import { caseFlow } from './flow.ts'
import { hiddenFrom } from './routing.ts'
import type { CaseFacts, Rulebook, RuleUnit } from './rulebook.ts'

// The neighbourhood of all stories (`testing/neighbourhood.ts`), in memory.
const district = 'walked'
const units = [
  ['north', 'street', '城北街道', district],
  ['south', 'street', '城南街道', district],
  ['garden', 'community', '花园社区', 'north'],
  ['river', 'community', '河畔社区', 'north'],
  ['urban', 'bureau', '区综合行政执法局', district],
  ['urban-team', 'station', '城北执法中队', 'urban'],
  ['housing', 'bureau', '区住房和城乡建设局', district],
  ['power', 'utility', '供电公司', district],
  ['property-1', 'propertyCompany', '万家物业', district],
  ['g-garden', 'grid', '花园社区网格', 'garden'],
  ['g-river', 'grid', '河畔社区网格', 'river'],
  ['g-plum', 'grid', '梅园网格', 'garden'],
  ['g-pine', 'grid', '松园网格', 'garden'],
  ['d-market', 'grid', '谷德市场网格', 'garden'],
] as const
const southDesk: Post = { role: 'streetDesk', unit: 'south' }
const posts = [...Object.values(staff).map(({ role, unit }): Post => ({ role, unit: unit || district })), southDesk]
const rules: Rulebook = {
  district,
  version: 1,
  categories: new Map(categories.map((one) => [one.code, one])),
  units: new Map<string, RuleUnit>(
    units.map(([code, kind, name, parent]) => [
      code,
      {
        code,
        kind,
        name,
        parent,
        street: kind === 'station' ? 'north' : null,
        serves: kind === 'propertyCompany' ? ['plum'] : [],
      },
    ]),
  ),
  staffed: new Set(posts.map(({ role, unit }) => `${role}@${unit}`)),
  turns: [],
}
/** On one day in three 花园 lies in the other street. */
const streetAt = (now: Temporal.Instant) => (Math.floor(now.epochMilliseconds / 86_400_000) % 3 === 0 ? 'south' : 'north')
const movedRules: Rulebook = {
  ...rules,
  units: new Map([...rules.units].map(([code, unit]) => [code, code === 'garden' ? { ...unit, parent: 'south' } : unit])),
}
const placeAt = (place: Place, now: Temporal.Instant): Place =>
  place.community === 'garden' ? { ...place, street: streetAt(now) } : place
const calendar = {
  ...{ district, version: 1, hours: usualHours, knownUntil: '2026-12-31' },
  days: [2025, 2026].flatMap((year) => specialDays(year) ?? []),
}
const garden = { street: 'north', community: 'garden', grid1: 'g-garden' }
const places: Record<string, Place> = {
  'plum-3': { how: 'unit', point: [119.005, 36.005], metres: 0, ...garden, grid2: 'g-plum', label: '梅园小区3号楼' },
  'g-pine': { how: 'unit', point: null, metres: 0, ...garden, grid2: 'g-pine', label: '松园网格' },
  'd-market': { how: 'unit', point: null, metres: 0, ...garden, grid2: 'g-pine', dedicated: 'd-market', label: '谷德市场网格' },
  'g-river': {
    how: 'unit',
    point: null,
    metres: 0,
    street: 'north',
    community: 'river',
    grid1: 'g-river',
    label: '河畔社区网格',
  },
  sea: { how: 'outside', point: [120.9, 36], metres: 90_000, label: '网格以外' },
}

const person = (id: string, role: Post['role'], name: string, unit?: string): Actor => ({
  district,
  id,
  role,
  name,
  ...(unit !== undefined && { unit }),
})
const residents = ['r1', 'r2', 'of:phone'].map((id) => person(id, 'resident', '报单人'))
const workers = [
  ...Object.entries(staff).map(([id, { name, role, unit }]) => person(id, role, name, unit || district)),
  person('southDesk', southDesk.role, '李南', southDesk.unit),
]

const codes = ['municipal.streetLamp', 'neighbours.dispute', 'care.minors', 'care.violence']
const chosen = [
  ...codes,
  ...categories
    .filter(
      ({ verifiedOnSite, withdrawable, kind }, index) =>
        index % 9 === 0 || (verifiedOnSite && index % 4 === 0) || !withdrawable || kind === 'consultation',
    )
    .map(({ code }) => code),
].filter((code) => rules.categories.has(code))
const leads = ['urban', 'urban-team', 'housing', 'power', 'property-1', 'north', 'garden', 'nowhere']
const held = new Set([
  'reported',
  'accepted',
  'triage',
  'dispatched',
  'handling',
  'suspended',
  'ledger',
  'verifying',
  'contested',
  'appealed',
])

const world: World<Case, CaseFacts> = {
  ...{ flow: caseFlow, district, calendar, actors: [...residents, ...workers, systemOf(district)] },
  start: Temporal.Instant.from('2026-02-10T09:00:00+08:00'),
  factsOf({ now, input }) {
    const given = typeof input === 'object' && input !== null && 'place' in input ? input.place : undefined
    const code = typeof given === 'object' && given !== null && 'code' in given ? String(given.code) : undefined
    const to = typeof input === 'object' && input !== null && 'to' in input ? input.to : undefined
    const found = code === undefined ? Object.values(places).find(({ grid2 }) => grid2 === to) : places[code]
    const located = found && placeAt(found, now)
    const drawn = now.epochMilliseconds % 600_000 === 0
    return {
      rules: streetAt(now) === 'south' ? movedRules : rules,
      officeHours: isOfficeHours(calendar, now),
      regarded: { name: '梅园近邻驿站', keeper: 'property-1' },
      number: `2602-${randomUUID()}`,
      gistOf: () => [],
      drawn,
      ...(located && { located, lies: located }),
    }
  },
  useful:
    (now, items, item) =>
    (field, { type }) => {
      const day = (days: number) =>
        now
          .add({ hours: 24 * days })
          .toString()
          .slice(0, 10)
      const ids = items.map(({ id }) => id).filter((id) => id !== item.id)
      const parent = 'parent' in item ? item.parent : undefined
      const open =
        'parts' in item ? item.parts.filter(({ state }) => state === 'asked' || state === 'received').map(({ unit }) => unit) : []
      const known: Record<string, readonly unknown[]> = {
        ...{ lead: leads, rightBody: leads, unit: open.length > 0 ? open : leads, category: chosen },
        ...(type === 'string' && { units: leads }),
        ...(type === 'object' && { place: Object.keys(places).map((code) => ({ code })) }),
        // Mostly about nobody: what is about the chain is never merged, and merging is to be walked too.
        ...(type === 'array' && {
          about: [[], [], [], ['g-plum'], ['garden', 'north'], ['south'], ['urban', 'property-1']],
          concerns: [[], [], [], [], ['grid'], ['property', 'street']],
        }),
        outcome: ['solved', 'solved', 'solved', 'partly', 'notOurs', 'cannot'],
        parent: parent === undefined ? [...ids, randomUUID()] : [parent],
        limit: 'limits' in item && item.limits.length > 0 ? item.limits.map(({ id }) => id) : ['none'],
        whistle: 'whistles' in item && item.whistles.length > 0 ? item.whistles.map(({ id }) => id) : [randomUUID()],
        until: [day(0), day(3), day(20), day(45)],
        at: [now.add({ hours: 3 }).toString(), now.subtract({ hours: 1 }).toString()],
        ...(type === 'object' && { to: posts }),
        ...(type === 'string' && { to: ['g-plum', 'g-pine', 'north', 'south'], grid: ['g-plum', 'g-pine'] }),
        from: ['north', 'south'],
      }
      return known[field]
    },
  broken({ after }) {
    const wrong: string[] = []
    const seen = caseFlow.places(after)
    const hidden = hiddenFrom(after.place, after.about)
    if (seen.some((unit) => after.about.includes(unit))) wrong.push('a unit that it is about sees it')
    const holder = caseFlow.holder(after)
    if (held.has(after.state) !== (holder !== undefined)) wrong.push(`${after.state} is held by ${holder?.role ?? 'nobody'}`)
    if (holder && holder.unit !== district && (hidden.includes(holder.unit) || !seen.includes(holder.unit)))
      wrong.push(`held by ${holder.role}@${holder.unit}, which does not see it`)
    if (after.protected !== (rules.categories.get(after.category)?.protected !== undefined))
      wrong.push('protection does not follow the category')
    if ((after.protected || after.about.length > 0) && after.followers.length > 0)
      wrong.push('somebody follows what is protected, or about those who handle it')
    const ends = new Set(after.limits.map(({ step }) => step))
    if (ends.size !== after.limits.length) wrong.push('two limits of one step run at once')
    if (ends.has('extension') !== ('extension' in after && after.extension !== undefined))
      wrong.push('the limit to answer an extension does not follow its asking')
    const lead = 'lead' in after ? after.lead : undefined
    if (lead !== undefined && holder && holder.unit !== lead) wrong.push('the lead and the holder are of two units')
    const working = after.parts.filter(({ state }) => state === 'asked' || state === 'received').map(({ unit }) => unit)
    if (new Set(working).size !== working.length) wrong.push('one unit has two open parts')
    if (lead !== undefined && working.includes(lead)) wrong.push('the lead assists itself')
    if ((after.state === 'dispatched' || after.state === 'handling') && working.some((unit) => !ends.has(`part:${unit}`)))
      wrong.push('an open part has no limit')
    if (
      'resolution' in after &&
      after.state === 'verifying' &&
      holder?.unit === after.resolution.by.post.unit &&
      holder.role === after.resolution.by.post.role
    )
      wrong.push('a post looks at its own work')
    return wrong
  },
}

test('every command and every state is reached, and whatever is pressed, a case stays what its rules say', () => {
  const commands = new Set<string>()
  const tried = new Map<string, number>()
  const states = new Set<string>()
  const walks = fc.property(steps(300), (path) => {
    const walked = walk(world, path, tried)
    for (const name of walked.commands.keys()) commands.add(name)
    for (const state of walked.states) states.add(state)
  })
  fc.assert(walks, { numRuns: 60, seed: 13, endOnFailure: true })
  const missed = Object.keys(caseFlow.commands).filter((name) => !commands.has(name))
  assert.deepEqual(missed, [], 'every command was carried out at least once')
  const unseen = Object.keys(caseFlow.states).filter((state) => !states.has(state))
  assert.deepEqual(unseen, [], 'every state was reached')
})

test('another walk every time holds too', () => {
  fc.assert(
    fc.property(steps(200), (path) => void walk(world, path)),
    { numRuns: 15, endOnFailure: true },
  )
})

test('nothing breaks that is done again and again', () => {
  const tried = new Map<string, number>()
  fc.assert(
    fc.property(stubbornSteps(35), (path) => void walk(world, path, tried)),
    { numRuns: 3, seed: 7, endOnFailure: true },
  )
})
