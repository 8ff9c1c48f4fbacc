import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import sharp from 'sharp'
import type { Case } from '#capabilities/cases/contract/item.ts'
import { isDrawn } from '#capabilities/cases/drawing.ts'
import { historyOf } from '#capabilities/cases/history.ts'
import { within } from '#kernel/database/within.ts'
import { folderStore, keepPhoto } from '#kernel/files/store.ts'
import { perform } from '#kernel/flow/perform.ts'
import { isRefusal } from '#kernel/flow/refusal.ts'
import { see } from '#kernel/flow/see.ts'
import type { Actor } from '#kernel/people/actor.ts'
import { eventsOf } from '#kernel/record/event.ts'
import type { Keyring } from '#kernel/vault/keyring.ts'
import { testFolder } from './folder.ts'
import { type StaffName, staff } from './neighbourhood.ts'
import { lampReport, setStage } from './stage.ts'

/** The id of a case about whose first round somebody may call back, as stories do: one in ten; or may not. */
export function drawnId(ring: Keyring, is = true): string {
  const id = randomUUID()
  return isDrawn(ring, { id, round: 1 }) === is ? id : drawnId(ring, is)
}

/** A stage on which people act by the one way through for every command; days may pass without anybody signing in again. */
export async function play(start?: string) {
  const stage = await setStage(start)
  const { house, cases, database, district, clock } = stage
  const actorOf = (who: string): Actor => {
    const known = Object.entries(staff).find(([name]) => name === who)
    if (!known) return { district, id: who, name: '报单人', role: 'resident' }
    const [id, { name, role, unit }] = known
    return { district, id, name, role, unit: unit || district }
  }
  const send = (who: string, name: string, id: string, input: object = {}) =>
    perform(house, cases, { name, id, input, actor: actorOf(who), key: randomUUID(), scope: who })
  const item = async (id: string): Promise<Case> => {
    const found = await within(database, { as: 'owner', district }, (connection) => cases.itemOf(connection, district, id))
    assert(found)
    return found
  }
  const does = async (who: StaffName | 'grandma' | 'neighbour', name: string, id: string, input: object = {}): Promise<Case> => {
    const outcome = await send(who, name, id, input)
    assert.ok(!isRefusal(outcome), `${who} ${name}: ${JSON.stringify(outcome)}`)
    return item(id)
  }
  const refused = async (who: StaffName | 'grandma' | 'neighbour', name: string, id: string, input: object, because: RegExp) => {
    const outcome = await send(who, name, id, input)
    assert.ok(isRefusal(outcome), `${who} ${name} was carried out`)
    assert.match(`${outcome.kind} ${outcome.because.zh}`, because)
    assert.ok(outcome.because.en)
  }
  const report = async (who: 'grandma' | 'neighbour' = 'grandma', more: object = {}, drawn = true) => {
    const id = drawnId(house.ring, drawn)
    await does(who, 'report', id, lampReport({ category: 'neighbours.dispute', ...more }))
    return id
  }
  const handled = async (more: object = {}) => {
    const id = await report('grandma', more)
    await does('wangMin', 'accept', id)
    await does('wangMin', 'dispatch', id, { lead: 'urban' })
    await does('lamps', 'receive', id)
    return id
  }
  const resolved = async (more: object = {}) => {
    const id = await handled(more)
    await does('lamps', 'resolve', id, { outcome: 'solved', done: '已处理' })
    return id
  }
  const rated = (id: string, solved: boolean, who: 'grandma' | 'neighbour' = 'grandma') =>
    does(who, 'rate', id, { solved, level: solved ? 5 : 1 })
  /** A photo that somebody uploaded. */
  const photoOf = async (who: StaffName | 'grandma') => {
    const jpeg = await sharp({ create: { width: 40, height: 30, channels: 3, background: 'grey' } })
      .jpeg()
      .toBuffer()
    const store = folderStore(testFolder)
    return keepPhoto({ database, store, ring: house.ring }, district, { jpeg, width: 40, height: 30 }, who, clock.now())
  }
  /** A case as somebody sees it. */
  const shown = async (
    who: StaffName | 'grandma',
    id: string,
  ): Promise<{
    item?: { words?: string; calls?: { answered: boolean }[]; related?: number; children?: string[]; readsMerged?: boolean }
  }> => {
    const view = await see(house, cases, actorOf(who), id)
    return isRefusal(view) ? {} : JSON.parse(JSON.stringify(view))
  }
  /** Rings until nobody is called any more. */
  const ring = async () => {
    for (;;) {
      const { sent, faults } = await stage.ringTimers()
      assert.deepEqual(faults, [])
      if (sent === 0) return
    }
  }
  const events = (id: string) => within(database, { as: 'owner', district }, (connection) => eventsOf(connection, district, id))
  /** The steps of a case as its reporter reads them. */
  const told = async (id: string) => {
    const rules = await within(database, { as: 'owner', district }, (connection) => cases.rulesOf(connection, district))
    const all = await events(id)
    return historyOf(all, { id: all[0]?.by.id ?? '', role: 'resident', standing: 'reporter' }, rules)
  }
  const notices = async (id: string, command: string) => {
    const { rows } = await within(database, { as: 'owner', district }, (connection) =>
      sql<{ to: { role?: string; unit?: string; party?: string } }>`
        select notice->'to' as to from record.outbox, jsonb_array_elements(body->'notices') notice
        where district = ${district} and item = ${id} and body->>'command' = ${command} order by sequence`.execute(connection),
    )
    return rows.map(({ to }) => to.party ?? `${to.role}@${to.unit === district ? '' : to.unit}`)
  }
  return {
    ...stage,
    clock,
    send,
    item,
    does,
    refused,
    report,
    handled,
    resolved,
    rated,
    ring,
    events,
    told,
    notices,
    photoOf,
    shown,
  }
}

/** The limit of a case that runs for a step. */
export const limit = ({ limits }: Case, step: string) => {
  const found = limits.find((one) => one.step === step)
  assert(found, `a limit to ${step} runs`)
  return found
}
/** A moment as clocks in Shanghai show it. */
export const inShanghai = (instant: string) =>
  Temporal.Instant.from(instant).toZonedDateTimeISO('Asia/Shanghai').toPlainDateTime().toString({ smallestUnit: 'minute' })
