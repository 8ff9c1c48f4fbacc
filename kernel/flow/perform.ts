import type { RawBuilder } from 'kysely'
import { newId } from '../database/ids.ts'
import type { Connection } from '../database/open.ts'
import { retrying } from '../database/retry.ts'
import { together } from '../database/together.ts'
import { within } from '../database/within.ts'
import type { Actor } from '../people/actor.ts'
import { type EventBody, genesis, link, writesOf } from '../record/event.ts'
import { keyedHash } from '../vault/cipher.ts'
import { type Found, takePersonal } from '../vault/personal.ts'
import { dataKeyOf, keepSecrets } from '../vault/store.ts'
import type { AnyItem, Blank, Notice } from './command.ts'
import { conflictOf } from './conflict.ts'
import { decide } from './decide.ts'
import type { Capability, House } from './house.ts'
import { patchOf } from './patch.ts'
import { isRefusal, type Refusal, refusal } from './refusal.ts'
import { type Kept, keepItem, lockItems } from './store/items.ts'
import { type Sent, settleKey, takeKey } from './store/keys.ts'
import { limitWrites } from './store/limits.ts'
import { timerWrites } from './store/timers.ts'

export interface SentCommand {
  name: string
  id: string
  input: unknown
  actor: Actor
  /** Chosen by the sender, who gives the same one again when sending the same command again. */
  key: string
  /** Whose keys these are: the account; or the secret of a phone that nobody is signed in on. */
  scope: string
  /** From a phone's queue: the version that the person saw, the key before it on the same item, and when they pressed. */
  basedOn?: number
  after?: string
  saidAt?: string
}

/** A command that was carried out, now or under the same key before. */
export interface Carried {
  done: { command: string; version: number; at: string; repeated: boolean }
  id: string
  secret?: Record<string, string>
}

/**
 * Carries out a command: the one way in which anything changes. One transaction: key, locks, facts, decision, item, event,
 * limits, timers, outbox. On a refusal nothing of it stays.
 */
export async function perform<Item extends AnyItem, Facts>(house: House, capability: Capability<Item, Facts>, sent: SentCommand) {
  const { district } = sent.actor
  await capability.prepare?.(house, sent)
  const outcome = await retrying(() =>
    within(
      house.database,
      { as: 'command', district },
      (connection) => carryOut(house, connection, capability, sent),
      (result) => !isRefusal(result),
    ),
  )
  if (!isRefusal(outcome)) house.stirred(district)
  return outcome
}

async function carryOut<Item extends AnyItem, Facts>(
  house: House,
  connection: Connection,
  capability: Capability<Item, Facts>,
  sent: SentCommand,
): Promise<Carried | Refusal> {
  const { flow } = capability
  const { ring } = house
  const { name, id, actor } = sent
  const { district } = actor
  const now = house.clock()
  const command = flow.commands[name]
  if (!command) throw new Error(`a ${flow.name} has no command ${name}`)

  const fingerprint = keyedHash(ring, 'fingerprint', JSON.stringify([name, id, sent.input]))
  const key: Sent = { district, scope: sent.scope, key: sent.key, fingerprint, item: id, command: name }
  const earlier = await takeKey(connection, key, now)
  const secret = capability.secret?.(house, { name, id, key: sent.key, actor })
  if (earlier) {
    if (earlier.fingerprint !== fingerprint) return keyReused
    const done = { command: name, version: earlier.version, at: earlier.at.toISOString(), repeated: true }
    return { done, id, ...(secret && { secret: secret.told }) }
  }

  const { input, found } = takePersonal(command.input, sent.input, newId)
  const ids = [...new Set([id, ...command.reaches(input)])].sort()
  const locked = new Map((await lockItems(connection, flow, district, ids)).map((kept) => [kept.item.id, kept]))
  const blank: Blank = { district, id, version: 0, state: 'new' }
  const item = locked.get(id)?.item ?? blank
  const others = [...locked.values()].map((kept) => kept.item).filter((other) => other.id !== id)

  const calendar = await house.calendarOf(connection, district)
  const facts = await capability.facts(connection, { actor, now, calendar, item, sent: { name, input, found } })
  const change = decide(flow, name, item, input, { ...facts, actor, now, calendar, others, fresh: newId })
  if (isRefusal(change)) return change
  const clash = await conflictOf(connection, flow, item, patchOf(item, change.item), sent)
  if (clash) return clash

  const writes: RawBuilder<unknown>[] = []
  const body = { shape: 1 as const, district, flow: flow.name, command: name, at: now.toString(), by: byOf(actor) }
  for (const changed of [change.item, ...(change.others ?? [])]) {
    const before = locked.get(changed.id)
    const own = changed.id === id
    const after = { ...changed, version: (before?.item.version ?? 0) + 1 }
    const told = { ...body, ...(own ? { input } : { input: {}, cause: id }), ...(sent.saidAt ? { saidAt: sent.saidAt } : {}) }
    writes.push(...changeWrites(capability, before, after, told, own ? (change.notices ?? []) : [], now))
    if (capability.alongside) writes.push(...capability.alongside(before?.item, after, own ? found : []))
  }
  const version = item.version + 1
  writes.push(
    ...(await secretWrites(connection, ring, capability.subject(actor, item), sent, found, now)),
    ...(secret?.writes ?? []),
    settleKey(key, version),
  )
  await together(connection, writes)
  return { done: { command: name, version, at: now.toString(), repeated: false }, id, ...(secret && { secret: secret.told }) }
}

/** Everything that one item's change is, in the database. */
function changeWrites<Item extends AnyItem, Facts>(
  { flow }: Capability<Item, Facts>,
  before: Kept<Item> | undefined,
  after: Item,
  told: Omit<EventBody, 'item' | 'sequence' | 'patch'>,
  extra: readonly Notice[],
  now: Temporal.Instant,
): RawBuilder<unknown>[] {
  // What is kept must read back as an item: a decision that breaks its own contract is found here, before anything is written.
  flow.parse(after)
  const event: EventBody = { ...told, item: after.id, sequence: after.version, patch: patchOf(before?.item, after) }
  const chained = link(before?.tip ?? genesis, event)
  const notices = [...flow.notices(before?.item, after, told.command), ...extra]
  return [
    keepItem(flow, after, chained.hash),
    ...writesOf(event, chained, {
      ...{ flow: flow.name, command: told.command, at: told.at, notices },
      ...{ places: flow.places(after), parties: flow.parties(after) },
    }),
    ...limitWrites(flow, before?.item, after, now),
    ...timerWrites(flow, before?.item, after),
  ]
}

async function secretWrites(
  connection: Connection,
  ring: House['ring'],
  subject: string,
  { actor: { district }, id }: SentCommand,
  found: readonly Found[],
  now: Temporal.Instant,
): Promise<RawBuilder<unknown>[]> {
  if (found.length === 0) return []
  const whose = { district, subject }
  const { key, writes } = await dataKeyOf(connection, ring, whose, now)
  return [...writes, ...keepSecrets(key, whose, id, found)]
}

const byOf = ({ id, name, role, unit }: Actor): EventBody['by'] => ({ id, name, role, ...(unit === undefined ? {} : { unit }) })

const keyReused = refusal('keyReused', '这个请求编号已用于另一个操作', 'this Idempotency-Key was used for another command')
