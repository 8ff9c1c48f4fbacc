import type { RawBuilder } from 'kysely'
import { newId } from '../database/ids.ts'
import type { Connection } from '../database/open.ts'
import { retrying } from '../database/retry.ts'
import { together } from '../database/together.ts'
import { lastly, within } from '../database/within.ts'
import { staysHere } from '../people/accounts.ts'
import type { Actor } from '../people/actor.ts'
import { isNameless } from '../people/nameless.ts'
import { notSignedIn } from '../people/whoIs.ts'
import { isOnRecord, writesOf } from '../record/event.ts'
import { signals } from '../signals.ts'
import { keyedHash } from '../vault/cipher.ts'
import { type Found, takePersonal } from '../vault/personal.ts'
import { dataKeyOf, keepSecrets, newDataKey } from '../vault/store.ts'
import { type ItemChange, itemChanges } from './change.ts'
import type { AnyItem, Blank } from './command.ts'
import { conflictOf } from './conflict.ts'
import { decide, isBlank } from './decide.ts'
import type { Flow } from './define.ts'
import type { Capability, House, Secret } from './house.ts'
import { patchOf } from './patch.ts'
import { isRefusal, type Refusal, refusal, unlessRefused } from './refusal.ts'
import { keepItem, lockItems } from './store/items.ts'
import { isOfPhone, type Sent, settleKey, takeKey } from './store/keys.ts'
import { limitWrites } from './store/limits.ts'
import { timerWrites } from './store/timers.ts'
import { asSeen, opennessOf, taken, unseen } from './unseen.ts'

export interface SentCommand {
  name: string
  id: string
  input: unknown
  actor: Actor
  /** Chosen by the sender, who gives the same one again when sending the same command again. */
  key: string
  /** Whose keys these are: the account; or the secret of a phone that nobody is signed in on. */
  scope: string
  /** The secret of the phone that it came from. */
  device?: string
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

/** When somebody says that they pressed, by the clock of their phone: that may be wrong, and nobody has pressed later than now. */
const notAhead = (saidAt: string, now: Temporal.Instant): string =>
  Temporal.Instant.compare(Temporal.Instant.from(saidAt), now) > 0 ? now.toString() : saidAt

/**
 * Carries out a command: the one way in which anything changes. One transaction: key, locks, facts, decision, item, event,
 * limits, timers, outbox. On a refusal nothing of it stays.
 */
export async function perform<Item extends AnyItem, Facts>(
  house: House,
  capability: Capability<Item, Facts>,
  sent: SentCommand,
): Promise<Carried | Refusal> {
  const tell = (outcome: string) => signals.command.tell({ flow: capability.flow.name, command: sent.name, outcome })
  try {
    const carried = await carry(house, capability, sent)
    tell(isRefusal(carried) ? carried.kind : carried.done.repeated ? 'repeated' : 'done')
    return carried
  } catch (error) {
    tell('failed')
    throw error
  }
}

async function carry<Item extends AnyItem, Facts>(
  house: House,
  capability: Capability<Item, Facts>,
  sent: SentCommand,
): Promise<Carried | Refusal> {
  const { district } = sent.actor
  const prepared = await capability.prepare?.(sent)
  const secret = capability.secret?.(house, sent)
  const outcome = await retrying(() =>
    within(
      house.database,
      { as: 'command', district },
      (connection) => carryOut(house, connection, capability, sent, { prepared, secret }),
      unlessRefused,
    ),
  )
  if (isRefusal(outcome)) return outcome
  house.stirred(district)
  const told = { ...outcome.secret, ...(await secret?.deliver?.()) }
  return { ...outcome, ...(Object.keys(told).length > 0 && { secret: told }) }
}

async function carryOut<Item extends AnyItem, Facts>(
  house: House,
  connection: Connection,
  capability: Capability<Item, Facts>,
  sent: SentCommand,
  { prepared, secret }: { prepared: string | undefined; secret: Secret | undefined },
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
  const { input, found } = takePersonal(command.input, sent.input, newId)
  const also = (await capability.reachesAlso?.(connection, { district, name, id, input })) ?? []
  const ids = [...new Set([id, ...command.reaches(input), ...also])].sort()
  const mayBegin = command.from.includes('new')
  const [earlier, isHere, hasBegun, there] = await Promise.all([
    takeKey(connection, key, now),
    isOfPhone(sent.scope) || staysHere(connection, actor, now),
    mayBegin && isOnRecord(connection, district, id),
    lockItems(connection, flow, district, ids),
  ])
  if (earlier) {
    if (earlier.fingerprint !== fingerprint) return keyReused
    const done = { command: name, version: earlier.version, at: earlier.at.toISOString(), repeated: true }
    return { done, id, ...(secret && { secret: secret.told }) }
  }

  if (!isHere) return notSignedIn
  const locked = new Map(there.map((kept) => [kept.item.id, kept]))
  const blank: Blank = { district, id, version: 0, state: 'new' }
  const item = locked.get(id)?.item ?? blank
  const others = [...locked.values()].map((kept) => kept.item).filter((other) => other.id !== id)

  if (hasBegun && isBlank(item)) return taken
  const hidden = unseen(flow, actor, item, { mayBegin })
  if (hidden) return hidden
  const calendar = await house.calendarOf(connection, district)
  const facts = await capability.facts(connection, {
    actor,
    now,
    calendar,
    item,
    sent: { name, input, found, prepared, scope: sent.scope, ...(sent.device && { device: sent.device }) },
  })
  if (isRefusal(facts)) return facts
  const change = decide(flow, name, item, input, { ...facts, actor, now, calendar, others, fresh: newId })
  if (isRefusal(change)) return asSeen(flow, actor, item, { refused: change, open: opennessOf(command) })
  const clash = await conflictOf(connection, flow, item, patchOf(item, change.item), sent)
  if (clash) return clash

  const writes: RawBuilder<unknown>[] = []
  const told = { name, id, input, actor, now, ...(sent.saidAt ? { saidAt: notAhead(sent.saidAt, now) } : {}) }
  for (const changed of itemChanges(flow, told, change, (other) => locked.get(other))) {
    writes.push(...changeWrites(flow, changed, now))
    const own = changed.own ? { found, input } : { found: [] }
    writes.push(...(capability.alongside?.(changed.before?.item, changed.after, own) ?? []))
  }
  const version = item.version + 1
  writes.push(
    ...(await secretWrites(house, connection, capability.subject(actor, item), sent, { found, now, begins: isBlank(item) })),
    ...(secret?.writes ?? []),
    settleKey(key, version),
  )
  lastly(together(connection, writes))
  return { done: { command: name, version, at: now.toString(), repeated: false }, id, ...(secret && { secret: secret.told }) }
}

/** Everything that one item's change is, in the database. */
const changeWrites = <Item extends AnyItem, Facts>(
  flow: Flow<Item, Facts>,
  { before, after, event, chained, leaving }: ItemChange<Item>,
  now: Temporal.Instant,
): RawBuilder<unknown>[] => [
  keepItem(flow, after, chained.hash),
  ...writesOf(event, chained, leaving),
  ...limitWrites(flow, before?.item, after, now),
  ...timerWrites(flow, before?.item, after),
]

async function secretWrites(
  { ring }: House,
  connection: Connection,
  subject: string,
  { actor: { district }, id }: SentCommand,
  { found, now, begins }: { found: readonly Found[]; now: Temporal.Instant; begins: boolean },
): Promise<RawBuilder<unknown>[]> {
  if (found.length === 0) return []
  const whose = { district, subject }
  // Whoever is nameless and begins something has no key yet.
  const { key, writes } =
    begins && isNameless(subject) ? newDataKey(ring, whose, now) : await dataKeyOf(connection, ring, whose, now)
  return [...writes, ...keepSecrets(key, whose, id, found)]
}

const keyReused = refusal('keyReused', '这个请求编号已用于另一个操作', 'this Idempotency-Key was used for another command')
