import type { RawBuilder } from 'kysely'
import type { Connection, Database } from '../database/open.ts'
import type { Actor } from '../people/actor.ts'
import type { Calendar } from '../time/calendar.ts'
import type { Clock } from '../time/clock.ts'
import type { Keyring } from '../vault/keyring.ts'
import type { Found } from '../vault/personal.ts'
import type { AnyItem, Blank } from './command.ts'
import type { Flow } from './define.ts'
import type { Refusal } from './refusal.ts'

/** What everything runs in. */
export interface House {
  database: Database
  clock: Clock
  ring: Keyring
  /** The working calendar of a district, as it is now. */
  calendarOf: (connection: Connection, district: string) => Promise<Calendar>
  /** Told after every commit, so that timers and deliveries need not wait for their next turn. */
  stirred: (district: string) => void
}

/** What a decision is about, for the store that finds out its facts. */
export interface Question<Item extends AnyItem> {
  actor: Actor
  now: Temporal.Instant
  calendar: Calendar
  item: Item | Blank
  /**
   * The command and its input, the personal fields that were taken out of it, whose keys it is sent under, and the phone it came from; missing where
   * only buttons are wanted.
   */
  sent?: {
    name: string
    input: unknown
    found: readonly Found[]
    prepared?: string | undefined
    scope?: string
    device?: string
  }
}

/** A flow, with the way to find out what its decisions need to know. */
export interface Capability<Item extends AnyItem, Facts> {
  flow: Flow<Item, Facts>
  /** Finds out what a decision needs to know; refuses where the input names what is not there. */
  facts: (connection: Connection, question: Question<Item>) => Promise<Facts | Refusal>
  /** Where everybody has one item at most: the id of theirs, which no other can begin. */
  idFor?: (actor: Actor) => string
  /** Which other items it came from: some of what it shows was told under them. In a transaction that sees the whole district. */
  cameFrom?: (connection: Connection, item: Item) => Promise<readonly string[]>
  /**
   * The other items that a command reaches of which only its item tells. They are read before
   * anything is locked, and locked with it: a decision that needs them all looks whether one was added meanwhile.
   */
  reachesAlso?: (
    connection: Connection,
    sent: { district: string; name: string; id: string; input: unknown },
  ) => Promise<readonly string[]>
  /** Whose personal data an input holds: the account, or the nameless reporter of the item. */
  subject: (actor: Actor, item: Item | Blank) => string
  /** Done before the transaction, for what must not lock others within it: reserving a block of numbers. */
  prepare?: (sent: { name: string; actor: Actor }) => Promise<string | undefined>
  /** Writes of its own that belong to a change, such as search words; to the item of the command itself comes what was sent. */
  alongside?: (before: Item | undefined, after: Item, sent: { found: readonly Found[]; input?: unknown }) => RawBuilder<unknown>[]
  /** What only the sender of a command gets to know, such as a query code: the same again for a repeat, and what keeps it. */
  secret?: (house: House, sent: { name: string; id: string; key: string; actor: Actor; input: unknown }) => Secret | undefined
}

export interface Secret {
  told: Record<string, string>
  writes: RawBuilder<unknown>[]
  /** What goes out once all is committed, for a repeat again, and what the sender is told of it. If it fails, the sender tries again. */
  deliver?: () => Promise<Record<string, string>>
}
