import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { type RawBuilder, sql } from 'kysely'
import { casesIn } from '#capabilities/cases/capability.ts'
import type { Case } from '#capabilities/cases/contract/item.ts'
import { isDrawn } from '#capabilities/cases/drawing.ts'
import type { CaseFacts } from '#capabilities/cases/rulebook.ts'
import { findPlace } from '#capabilities/cases/store/place.ts'
import { ruleSuggester } from '#capabilities/cases/suggesting.ts'
import { within } from '#kernel/database/within.ts'
import { historian, type Past } from '#kernel/flow/bulk.ts'
import type { House } from '#kernel/flow/house.ts'
import { perform } from '#kernel/flow/perform.ts'
import { isRefusal } from '#kernel/flow/refusal.ts'
import { provable, verify } from '#kernel/flow/verify.ts'
import { type Actor, systemOf } from '#kernel/people/actor.ts'
import { isOfficeHours } from '#kernel/time/calendar.ts'
import { stoppedClock } from '#kernel/time/clock.ts'
import { calendarOf } from '#kernel/time/store.ts'
import { freshKeyring } from '#kernel/vault/keyring.ts'
import { testDatabase } from '#testing/database.ts'
import { points, type StaffName, settle, staff } from '#testing/neighbourhood.ts'
import { drawnId } from '#testing/play.ts'
import { namelessOf, residentOf } from '../people/nameless.ts'
import { scopeOfPhone } from './store/keys.ts'

const database = await testDatabase()
const ring = freshKeyring()
const suggester = ruleSuggester()

// One that is drawn to be called back about: what is written at once is drawn too, and by the same secret.
const [first, second, third] = [drawnId(ring), randomUUID(), randomUUID()]
const place = { point: { longitude: points.plum[0], latitude: points.plum[1], system: 'wgs84' as const } }
const report = (more: object = {}) => ({
  words: '路灯不亮，晚上很黑',
  place,
  category: 'municipal.streetLamp',
  name: '李奶奶',
  phone: '13800001234',
  ...more,
})

/** One story of three cases: who does what to which, and how many minutes later. */
const story: readonly [
  minutes: number,
  who: StaffName | 'nobody' | 'resident' | 'timer',
  name: string,
  id: string,
  input: object,
][] = [
  [0, 'nobody', 'report', first, report()],
  [5, 'resident', 'report', second, report({ words: '灯坏了' })],
  [5, 'nobody', 'report', third, report({ category: 'utilities.water' })],
  [5, 'wangMin', 'accept', first, {}],
  [2, 'wangMin', 'merge', second, { parent: first }],
  [10, 'wangMin', 'dispatch', first, { lead: 'urban', assisting: [{ unit: 'power', task: '请配合断电' }] }],
  [3, 'nobody', 'withdraw', third, {}],
  [60, 'lamps', 'receive', first, {}],
  [9, 'lamps', 'contact', first, { channel: 'telephone', reached: true, result: '已约定时间' }],
  [5, 'power', 'receivePart', first, {}],
  [900, 'timer', 'warn', first, { limit: '1.part:power.6' }],
  [5, 'power', 'contribute', first, { answer: '已断电' }],
  [5, 'lamps', 'askExtension', first, { days: 2, reason: '等配件' }],
  [5, 'dispatcher', 'grantExtension', first, {}],
  [5, 'lamps', 'resolve', first, { outcome: 'partly', done: '已更换灯头，另一盏下周换' }],
  [50, 'nobody', 'comment', first, { words: '另一盏还没换，先不评价' }],
]

function actorOf(who: (typeof story)[number][1], district: string, id: string): Actor {
  if (who === 'timer') return systemOf(district)
  if (who === 'nobody') return residentOf(district, namelessOf(id))
  if (who === 'resident') return { district, id: 'r-1', name: '居民', role: 'resident' }
  const { name, role, unit } = staff[who]
  return { district, id: who, name, role, unit: unit || district }
}

/** Everything that is kept of a district's cases, with what is made by chance (ids of secrets and events) named in its order. */
async function kept(district: string) {
  return within(database, { as: 'owner', district }, async (connection) => {
    const told = async (query: RawBuilder<unknown>) => (await query.execute(connection)).rows
    const rows = {
      cases: await told(sql`select * from cases.cases where district = ${district} order by id`),
      events: await told(
        sql`select item, sequence, flow, command, at, body from record.events where district = ${district} order by item, sequence`,
      ),
      unsealed: await told(sql`select item, sequence from record.unsealed where district = ${district} order by item, sequence`),
      outbox: await told(
        sql`select item, sequence, body, attempts, next_at, leased_until from record.outbox where district = ${district} order by item, sequence`,
      ),
      limits: await told(sql`select * from flow.limits where district = ${district} order by item, id`),
      timers: await told(sql`select * from flow.timers where district = ${district} order by item, key`),
      followers: await told(sql`select * from cases.followers where district = ${district} order by party, id`),
      seers: await told(sql`select * from cases.seers where district = ${district} order by unit, id`),
      words: await told(
        sql`select id, length(told) as told, length(seen) as seen from cases.words where district = ${district} order by id`,
      ),
      keys: await told(sql`select subject, master, made_at from vault.keys where district = ${district} order by subject`),
      secrets: await told(
        sql`select subject, item, field from vault.secrets where district = ${district} order by item, field, subject`,
      ),
      codes: await told(sql`select item, party from people.query_codes where district = ${district} order by item`),
    }
    const names = new Map<string, string>()
    const text = JSON.stringify(rows, (key, value) => (key === 'tip' ? 'hash' : value), 1).replaceAll(district, 'here')
    return JSON.parse(
      text.replaceAll(/vault:[0-9a-f-]{36}/g, (reference) => {
        const name = names.get(reference) ?? `secret ${names.size + 1}`
        names.set(reference, name)
        return name
      }),
    )
  })
}

const start = '2026-03-02T09:00:00+08:00'

async function performed(district: string): Promise<Map<string, string>> {
  const clock = stoppedClock(start)
  const house: House = { database, clock: clock.now, ring, calendarOf, stirred: () => {} }
  const cases = casesIn(house, suggester, 0)
  for (const [minutes, who, name, id, input] of story) {
    clock.moveOn({ minutes })
    const actor = actorOf(who, district, id)
    const scope = name === 'report' ? scopeOfPhone(ring, actor.id) : actor.id
    const outcome = await perform(house, cases, { name, id, input, actor, key: randomUUID(), scope })
    assert.ok(!isRefusal(outcome), `${name}: ${JSON.stringify(outcome)}`)
  }
  return within(database, { as: 'owner', district }, async (connection) => {
    const { rows } = await sql<{
      id: string
      number: string
    }>`select id, number from cases.cases where district = ${district}`.execute(connection)
    return new Map(rows.map(({ id, number }) => [id, number]))
  })
}

async function told(district: string, numbers: ReadonlyMap<string, string>) {
  const clock = stoppedClock(start)
  const house: House = { database, clock: clock.now, ring, calendarOf, stirred: () => {} }
  const cases = casesIn(house, suggester, 0)
  const { rules, calendar, located } = await within(database, { as: 'owner', district }, async (connection) => ({
    rules: await cases.rulesOf(connection, district),
    calendar: await calendarOf(connection, district),
    located: await findPlace(connection, district, place, '2026-03-02'),
  }))
  const facts: Past<Case, CaseFacts>['facts'] = ({ now, item, sent }) => {
    const words = sent?.name === 'report' ? sent.found.find(({ field }) => field === 'words')?.value : undefined
    const drawn = item.state !== 'new' && isDrawn(ring, item)
    const gistOf = (said: string) => suggester(rules, said)?.gist ?? []
    const about = { rules, officeHours: isOfficeHours(calendar, now), number: sent?.prepared ?? '', drawn, gistOf }
    return {
      ...about,
      ...(sent?.name === 'report' && { located }),
      ...(words !== undefined && { suggested: suggester(rules, words) }),
    }
  }
  const history = historian(house, { ...cases, facts }, calendar)
  for (const [minutes, who, name, id, input] of story) {
    clock.moveOn({ minutes })
    const outcome = history.send({
      name,
      id,
      input,
      actor: actorOf(who, district, id),
      at: clock.now(),
      prepared: numbers.get(id) ?? '',
    })
    assert.ok(!isRefusal(outcome), `${name}: ${JSON.stringify(outcome)}`)
  }
  return within(database, { as: 'owner', district }, (connection) => history.write(connection))
}

test('a past that is written at once leaves the rows and chains that its commands would have left one by one', async () => {
  const [here, there] = [await settle(database), await settle(database)]
  const numbers = await performed(here)
  assert.deepEqual(await told(there, numbers), { items: 3, events: story.length + 1 })
  const [one, other] = [await kept(here), await kept(there)]
  for (const table of Object.keys(one)) assert.deepEqual(other[table], one[table], table)
  for (const table of Object.keys(one)) assert.ok(one[table].length > 0, `${table} is not empty`)
  const { flow } = casesIn({ database, clock: stoppedClock(start).now, ring, calendarOf, stirred: () => {} }, suggester)
  for (const district of [here, there]) {
    const { findings, events } = await verify(database, [provable(flow)], district)
    assert.deepEqual(findings, [])
    assert.equal(events, 17)
  }
})
