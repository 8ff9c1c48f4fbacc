import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Context } from '#kernel/flow/command.ts'
import { isRefusal, type Refusal } from '#kernel/flow/refusal.ts'
import { usualHours } from '#kernel/time/years.ts'
import { type Declaration, mostClaims, remindedBefore } from './contract/declaration.ts'
import * as decide from './decisions.ts'
import { declarationFlow } from './flow.ts'
import type { DeclarationFacts } from './show.ts'
import { areaRows } from './store/areas.ts'

type Declared = Extract<Declaration, { state: 'declared' }>
const uuid = (number: number) => `01900000-0000-7000-8000-${String(number).padStart(12, '0')}`
const secret = (number: number) => `vault:${uuid(number)}`
let made = 0
const here = (day: string): Context<Declaration, DeclarationFacts> => ({
  ...{ actor: { district: 'd', id: 'wang', name: '居民', role: 'resident' }, others: [] },
  now: Temporal.Instant.from(`${day}T09:00:00+08:00`),
  calendar: { district: 'd', version: 1, hours: usualHours, knownUntil: '2028-12-31', days: [] },
  fresh: () => uuid(++made),
  covered: { estate: 'plum', estateName: '梅园小区', community: 'garden', street: 'north' },
})
const declared = (kind: 'employed' | 'unposted' = 'employed'): Declared => {
  const item = decide.declare(
    { district: 'd', id: uuid(0), version: 0, state: 'new' },
    { estate: 'plum', kind },
    here('2026-03-02'),
  )
  if (isRefusal(item)) throw new Error(item.because.en)
  return item
}
const claim = (item: Declared, day: string): Declared => {
  const next = decide.claimArea(item, { kind: 'green', where: secret(++made), promise: secret(++made) }, here(day))
  if (isRefusal(next)) throw new Error(next.because.en)
  return next
}

test('a claim stands for a year, to the day before the same day of the next', () => {
  for (const [day, last] of [
    ['2026-03-02', '2027-03-01'],
    ['2028-02-29', '2029-02-27'],
    ['2027-03-01', '2028-02-29'],
    ['2026-01-01', '2026-12-31'],
  ] as const)
    assert.equal(decide.yearFrom(here(day).now), last)
})

test('each claim has its own calls of the clock: one to remind two weeks before, until it was told, and one at its end', () => {
  const item = claim(claim(declared(), '2026-03-02'), '2026-03-05')
  const calls = declarationFlow.timers(item)
  assert.deepEqual(calls.map(({ command }) => command).toSorted(), ['lapse', 'lapse', 'remind', 'remind'])
  assert.equal(new Set(calls.map(({ key }) => key)).size, 4)
  const [first] = item.claims
  if (!first) throw new Error('there is a claim')
  const [lapse, remind] = ['lapse', 'remind'].map((one) =>
    calls.find(({ command, key }) => command === one && key.includes(first.id)),
  )
  assert.equal(lapse && remind && lapse.at.since(remind.at).total('hours'), 24 * remindedBefore)
  const told = decide.remind(item, { claim: first.id })
  assert.ok(!isRefusal(told))
  assert.equal(declarationFlow.timers(told.item).length, 3)
  const renewed = decide.renew(told.item, { claim: first.id }, here('2027-02-20'))
  assert.ok(!isRefusal(renewed))
  assert.equal(declarationFlow.timers(renewed).length, 4, 'and is reminded of anew')
})

test('nobody declares where no branch is, nor looks after more than ten areas at once', () => {
  const { covered: _, ...nowhere } = here('2026-03-02')
  const blank = { district: 'd', id: uuid(0), version: 0, state: 'new' } as const
  assert.ok(isRefusal(decide.declare(blank, { estate: 'pine', kind: 'employed' }, nowhere)))
  let item = declared()
  for (let count = 0; count < mostClaims; count += 1) item = claim(item, '2026-03-02')
  assert.ok(isRefusal(decide.claimArea(item, { kind: 'path', where: secret(1), promise: secret(2) }, here('2026-03-02'))))
})

function become(item: Declared, step: string, claim: string): Declared | Refusal {
  if (step === 'release') return decide.release(item, { claim })
  if (step === 'renew') return decide.renew(item, { claim }, here('2026-05-01'))
  if (step !== 'lapse') return item
  const lapsed = decide.lapse(item, { claim })
  return isRefusal(lapsed) ? lapsed : lapsed.item
}

test('whatever becomes of it, a person counts once and for good, as what they first claimed; what ends leaves no row', () => {
  const step = fc.constantFrom('claim', 'release', 'renew', 'lapse', 'withdraw', 'employed', 'unposted')
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      let item: Declaration = declared()
      let counted: string | undefined
      for (const one of steps) {
        if (item.state === 'withdrawn') {
          if (one !== 'employed' && one !== 'unposted') continue
          const again = decide.declare(item, { estate: 'plum', kind: one }, here('2026-04-01'))
          assert.ok(!isRefusal(again))
          item = again
        } else if (one === 'claim' && item.claims.length < mostClaims) item = claim(item, '2026-03-02')
        else if (one === 'withdraw') item = decide.withdraw(item, {}, here('2026-03-03'))
        else {
          const [first] = item.claims
          if (!first) continue
          const next = become(item, one, first.id)
          if (!isRefusal(next)) item = next
        }
        counted ??= item.claimedAs
        assert.equal(item.claimedAs, counted)
        assert.equal(areaRows(item).length, item.state === 'declared' ? item.claims.length : 0)
        assert.doesNotThrow(() => declarationFlow.parse(JSON.parse(JSON.stringify(item))))
      }
    }),
  )
})

test('of a claim that is not there any more nothing can be changed', () => {
  const item = declared()
  const given = { claim: uuid(99) }
  for (const outcome of [
    decide.release(item, given),
    decide.renew(item, given, here('2026-03-02')),
    decide.lapse(item, given),
    decide.remind(item, given),
  ])
    assert.ok(isRefusal(outcome) && outcome.kind === 'rule')
})
