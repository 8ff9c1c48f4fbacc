import type { RawBuilder } from 'kysely'
import { newId } from '../database/ids.ts'
import { insertMany } from '../database/many.ts'
import type { Connection } from '../database/open.ts'
import type { Actor } from '../people/actor.ts'
import { eventRow } from '../record/event.ts'
import type { Calendar } from '../time/calendar.ts'
import { type Found, takePersonal } from '../vault/personal.ts'
import { dataKeysOf, secretRow } from '../vault/store.ts'
import { type ItemChange, itemChanges } from './change.ts'
import type { AnyItem, Blank } from './command.ts'
import { decide } from './decide.ts'
import type { Capability, House, Question } from './house.ts'
import { isRefusal, type Refusal } from './refusal.ts'
import { itemRow, type Kept } from './store/items.ts'
import { limitChanges } from './store/limits.ts'

/** A flow whose past is written: a capability that knows its facts without asking the database. */
export interface Past<Item extends AnyItem, Facts>
  extends Pick<Capability<Item, Facts>, 'flow' | 'subject' | 'alongside' | 'secret'> {
  facts: (question: Question<Item>) => Facts
}

/** A command of the past, with the moment at which it was carried out. */
export interface PastCommand {
  name: string
  id: string
  input: unknown
  actor: Actor
  at: Temporal.Instant
  /** What was prepared for it, such as its number. */
  prepared?: string
}

/** What one item has been through so far: its rows. */
interface Draft<Item> {
  kept: Kept<Item>
  events: ReturnType<typeof eventRow>[]
  outbox: object[]
  limits: Map<string, object>
  /** What its first command said that lies in the vault. */
  found: readonly Found[]
}

/**
 * A value as jsonb gives it back: keys by length, then by their bytes. So the next event tells of it in the very words, and
 * with the very hash, that it would have had after a round trip through the database.
 */
function asReadBack(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asReadBack)
  if (typeof value !== 'object' || value === null) return value
  const fields = Object.entries(value).filter(([, field]) => field !== undefined)
  const inOrder = fields.sort(([a], [b]) => a.length - b.length || (a < b ? -1 : 1))
  return Object.fromEntries(inOrder.map(([name, field]) => [name, asReadBack(field)]))
}

/** Writes a history: decides command by command in memory, and keeps many items at once. */
export interface Historian<Item extends AnyItem> {
  /** The item as its commands so far have made it. */
  find: (id: string) => Item | undefined
  /** Carries out one command in memory, by the same decisions as any other. Gives the item as it then is. */
  send: (command: PastCommand) => Item | Refusal
  /** Keeps all items since the last time, whole; nothing can be sent to them here any more. Gives how many items and events. */
  write: (connection: Connection) => Promise<{ items: number; events: number }>
}

/**
 * For a past that the product was not there for (a demo, a migration): the rows are those that `perform` would have written,
 * a few hundred items a statement. What differs: there are no idempotency keys, for nobody will send these commands again, and
 * what would have left before `leavingSince` has left. Only new items, and no second writer of them at the same time.
 */
export function historian<Item extends AnyItem, Facts>(
  house: House,
  capability: Past<Item, Facts>,
  calendar: Calendar,
  leavingSince?: Temporal.Instant,
): Historian<Item> {
  const { flow } = capability
  const drafts = new Map<string, Draft<Item>>()
  let secrets: { subject: string; item: string; found: Found; at: Temporal.Instant }[] = []
  let beside: RawBuilder<unknown>[] = []

  const hasLeft = (at: string) => !leavingSince || Temporal.Instant.compare(Temporal.Instant.from(at), leavingSince) < 0
  const note = ({ before, after, event, chained, leaving }: ItemChange<Item>, found: readonly Found[]) => {
    const draft = drafts.get(after.id)
    const row = eventRow(event, chained)
    const { begun, ended } = limitChanges(flow, before?.item, after)
    const limits: Draft<Item>['limits'] = draft?.limits ?? new Map()
    for (const limit of begun) limits.set(limit.id, { ...limit, ended_at: null })
    for (const id of ended) limits.set(id, { ...limits.get(id), ended_at: event.at })
    const { district, item, sequence, id } = row
    drafts.set(after.id, {
      kept: { item: flow.parse(asReadBack(after)), tip: chained.hash },
      events: [...(draft?.events ?? []), row],
      outbox: [...(draft?.outbox ?? []), { district, id, item, sequence, body: leaving, delivered: hasLeft(event.at) }],
      limits,
      found: draft?.found ?? found,
    })
  }

  return {
    find: (id) => drafts.get(id)?.kept.item,
    send({ name, id, input: given, actor, at: now, prepared }) {
      const { district } = actor
      const command = flow.commands[name]
      if (!command) throw new Error(`a ${flow.name} has no command ${name}`)
      const { input, found } = takePersonal(command.input, given, newId)
      const blank: Blank = { district, id, version: 0, state: 'new' }
      const item = drafts.get(id)?.kept.item ?? blank
      const reached = [...new Set(command.reaches(input))].filter((other) => other !== id).sort()
      const others = reached.flatMap((other) => drafts.get(other)?.kept.item ?? [])
      const facts = capability.facts({ actor, now, calendar, item, sent: { name, input, found, prepared } })
      const change = decide(flow, name, item, input, { ...facts, actor, now, calendar, others, fresh: newId })
      if (isRefusal(change)) return change
      for (const changed of itemChanges(flow, { name, id, input, actor, now }, change, (one) => drafts.get(one)?.kept))
        note(changed, changed.own ? found : [])
      const subject = capability.subject(actor, item)
      secrets.push(...found.map((one) => ({ subject, item: id, found: one, at: now })))
      beside.push(...(capability.secret?.(house, { name, id, key: newId(), actor, input: given })?.writes ?? []))
      return drafts.get(id)?.kept.item ?? change.item
    },
    async write(connection) {
      const all = [...drafts.values()]
      const items = all.map(({ kept: { item, tip } }) => itemRow(flow, item, tip))
      const events = all.flatMap((draft) => draft.events)
      await insertMany(connection, flow.path, flow.path, items)
      await insertMany(connection, 'record', 'events', events)
      const hashes = events.map(({ district, item, sequence, hash }) => ({ district, item, sequence, hash }))
      await insertMany(connection, 'record', 'unsealed', hashes)
      await insertMany(
        connection,
        'record',
        'outbox',
        all.flatMap((draft) => draft.outbox),
      )
      await insertMany(
        connection,
        'flow',
        'limits',
        all.flatMap((draft) => [...draft.limits.values()]),
      )
      await insertMany(
        connection,
        'flow',
        'timers',
        all.flatMap((draft) => timerRows(draft.kept.item)),
      )
      await keepSecretsOf(connection)
      // What stands beside an item follows from its last state, and from what it began with.
      for (const { kept, found } of all) beside.push(...(capability.alongside?.(undefined, kept.item, { found }) ?? []))
      for (const write of beside) await write.execute(connection)
      drafts.clear()
      secrets = []
      beside = []
      return { items: items.length, events: events.length }
    },
  }

  function timerRows(item: Item) {
    return flow.timers(item).map(({ key, at, command, input }) => ({
      ...{ district: item.district, flow: flow.name, item: item.id, key, at: at.toString(), command, input },
    }))
  }

  async function keepSecretsOf(connection: Connection) {
    const district = calendar.district
    const since = new Map<string, Temporal.Instant>()
    for (const { subject, at } of secrets) {
      const before = since.get(subject)
      if (!before || Temporal.Instant.compare(at, before) < 0) since.set(subject, at)
    }
    const { keys, fresh } = await dataKeysOf(connection, house.ring, district, since)
    await insertMany(connection, 'vault', 'keys', fresh)
    const rows = secrets.flatMap(({ subject, item, found }) => {
      const key = keys.get(subject)
      return key ? [secretRow(key, { district, subject }, item, found)] : []
    })
    await insertMany(connection, 'vault', 'secrets', rows)
  }
}
